import { runAws } from '@/lib/aws-cli/run-aws';
import { execute } from '@/lib/engine/execute';
import { setTime, type World } from '@/lib/engine/world';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';
import type { Figure } from './bench';
import { median } from './measure';
import { type Bench, call, worldWith } from './worlds';

const sizes = [10, 1_000, 10_000];
const rounds = 5;

/** Create, attach, detach, delete: by a call, by a parsed `aws` line, by a line through the shell. */
export async function engine(): Promise<Figure[]> {
  const rows = [
    { name: 'engine call', cycles: 4_000, cycle: byCall },
    { name: 'parsed aws line', cycles: 300, cycle: byAws },
    { name: 'line through the shell', cycles: 25, cycle: byShell },
  ];
  const figures: Figure[] = [];
  for (const { name, cycles, cycle } of rows) {
    const worlds = sizes.map(worldWith);
    for (const bench of worlds) await times(bench, Math.ceil(cycles / 4), cycle); // Warm up.
    const costs: number[][] = sizes.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, bench] of worlds.entries())
        costs[index]?.push((await times(bench, cycles, cycle)) / (cycles * 4));
    }
    const [small = Number.NaN, middle = Number.NaN, large = Number.NaN] = costs.map(median);
    figures.push(
      { name: `${name}/s at 10 interfaces`, value: 1000 / small },
      { name: `${name}/s at 1,000 interfaces`, value: 1000 / middle },
      { name: `${name}/s at 10,000 interfaces`, value: 1000 / large },
      { name: `${name}, cost at 10,000 ÷ at 10`, value: large / small },
    );
  }
  return figures;
}

/** How long so many cycles take, ms. */
async function times(bench: Bench, cycles: number, cycle: (bench: Bench) => unknown): Promise<number> {
  const from = performance.now();
  for (let done = 0; done < cycles; done += 1) await cycle(bench);
  return performance.now() - from;
}

function byCall({ world, subnet, instance }: Bench): void {
  const made = call<{ NetworkInterface: { NetworkInterfaceId: string } }>(world, 'CreateNetworkInterface', {
    SubnetId: subnet,
  });
  const { NetworkInterfaceId } = made.NetworkInterface;
  const attached = call<{ AttachmentId: string }>(world, 'AttachNetworkInterface', {
    NetworkInterfaceId,
    InstanceId: instance,
    DeviceIndex: 1,
  });
  call(world, 'DetachNetworkInterface', { AttachmentId: attached.AttachmentId });
  setTime(world, world.now + 10_000);
  call(world, 'DeleteNetworkInterface', { NetworkInterfaceId });
}

const context = { readFile: async () => undefined, env: new Map<string, string>(), stdin: '' };

const clientOf = (world: World) => ({
  region: world.region,
  call(operation: string, input: object) {
    setTime(world, world.now + 1000);
    return execute(world, { operation, input });
  },
  sleep: (seconds: number) => setTime(world, world.now + seconds * 1000),
});

async function byAws({ world, subnet, instance }: Bench): Promise<void> {
  const client = clientOf(world);
  const aws = async (line: string) => {
    const { stdout, stderr, exitCode } = await runAws(client, line.split(' '), context);
    if (exitCode !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const eni = await aws(
    `ec2 create-network-interface --subnet-id ${subnet} --query NetworkInterface.NetworkInterfaceId --output text`,
  );
  const attachment = await aws(
    `ec2 attach-network-interface --network-interface-id ${eni} --instance-id ${instance} --device-index 1 --query AttachmentId --output text`,
  );
  await aws(`ec2 detach-network-interface --attachment-id ${attachment}`);
  setTime(world, world.now + 10_000);
  await aws(`ec2 delete-network-interface --network-interface-id ${eni}`);
}

async function byShell({ world, subnet, instance }: Bench): Promise<void> {
  let shell = newShell();
  const run = async (line: string) => {
    const result = await runLine(world, shell, line, {});
    if (result.exitCode !== 0) throw new Error(result.stderr);
    shell = result.shell;
  };
  await run(
    `ENI=$(aws ec2 create-network-interface --subnet-id ${subnet} --query NetworkInterface.NetworkInterfaceId --output text)`,
  );
  await run(
    `ATT=$(aws ec2 attach-network-interface --network-interface-id $ENI --instance-id ${instance} --device-index 1 --query AttachmentId --output text)`,
  );
  await run('aws ec2 detach-network-interface --attachment-id $ATT && sleep 10');
  await run('aws ec2 delete-network-interface --network-interface-id $ENI');
}
