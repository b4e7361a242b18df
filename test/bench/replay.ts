import { engineVersion } from '@/lib/engine/version';
import { setTime } from '@/lib/engine/world';
import { Facts } from '@/lib/labs/facts';
import type { Step } from '@/lib/labs/path';
import { type MomentJson, momentFromJson, momentToJson, replay } from '@/lib/labs/replay';
import type { LoggedCall } from '@/lib/shell/line';
import type { Figure } from './bench';
import { logSlope, median } from './measure';
import { call, worldWith } from './worlds';

const counts = [50, 100, 200, 400, 800, 1_600];
const rounds = 9;

/** How the time of a replay grows with its steps: each attaches or detaches one interface of a fixed set. */
export async function replaySlope(): Promise<Figure[]> {
  const { world, instance } = worldWith(10);
  const [eni] = world.networkInterfaces.list().filter((row) => !row.Attachment);
  const start = momentToJson({ world, facts: new Facts() });
  const steps: Step[] = [];
  const base = { actor: 'bench', via: 'shell', text: '', ticked: [], repeats: 0, engine: engineVersion } as const;
  for (let seq = 1; seq <= Math.max(...counts); seq += 1) {
    const at = world.now + seq * 1000;
    // A change and its opposite, so that the world does not grow.
    const call: LoggedCall = {
      operation: 'ModifyNetworkInterfaceAttribute',
      input: { NetworkInterfaceId: eni?.NetworkInterfaceId, SourceDestCheck: { Value: seq % 2 === 0 } },
      at,
      ok: true,
    };
    steps.push({ ...base, seq, parent: seq - 1, at, calls: [call], sequence: world.sequence + seq * 10 });
  }
  if (!instance) throw new Error('the world has no instance');
  for (let round = 0; round < 20; round += 1) replay(start, steps); // Warm up.
  const times = counts.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, count] of counts.entries()) {
      const some = steps.slice(0, count);
      const repeats = Math.ceil(3_200 / count); // Each point measures about as long.
      const from = performance.now();
      for (let done = 0; done < repeats; done += 1) replay(start, some);
      times[index]?.push((performance.now() - from) / repeats);
    }
  }
  const usual = usualLog(1_000);
  const usualTimes: number[] = [];
  for (let round = -rounds; round < rounds; round += 1) {
    const from = performance.now();
    replay(usual.start, usual.steps);
    if (round >= 0) usualTimes.push(performance.now() - from);
  }
  const points = counts.map((count, index) => [count, median(times[index] ?? [])] as const);
  return [
    {
      name: 'replay of 50 to 1,600 steps, slope of log time on log n',
      value: logSlope(points),
      detail: points.map(([count, time]) => `${count}: ${time.toFixed(2)} ms`).join(', '),
    },
    {
      name: 'replay of a log of 1,000 calls, ms',
      value: median(usualTimes),
      detail: 'interfaces made, attached, freed',
    },
  ];
}

/** So many calls that somebody might make: interfaces are made, attached, changed, detached and deleted. */
function usualLog(count: number): { start: MomentJson; steps: Step[] } {
  const { world, subnet, instance } = worldWith(10);
  const start = momentToJson({ world, facts: new Facts() });
  const live = momentFromJson(start).world;
  const steps: Step[] = [];
  const base = { actor: 'bench', via: 'shell', text: '', ticked: [], repeats: 0, engine: engineVersion } as const;
  const take = <T>(operation: string, input: object): T => {
    const sequence = live.sequence;
    const output = call<T>(live, operation, input);
    const seq = steps.length + 1;
    const calls: LoggedCall[] = [{ operation, input, at: live.now, ok: true }];
    steps.push({ ...base, seq, parent: seq - 1, at: live.now, calls, sequence });
    return output;
  };
  while (steps.length < count) {
    const { NetworkInterface } = take<{ NetworkInterface: { NetworkInterfaceId: string } }>('CreateNetworkInterface', {
      SubnetId: subnet,
      Description: 'of a log',
    });
    const { NetworkInterfaceId } = NetworkInterface;
    take('CreateTags', { Resources: [NetworkInterfaceId], Tags: [{ Key: 'Name', Value: 'web' }] });
    const attachment = take<{ AttachmentId: string }>('AttachNetworkInterface', {
      NetworkInterfaceId,
      InstanceId: instance,
      DeviceIndex: 1,
    });
    take('AssignPrivateIpAddresses', { NetworkInterfaceId, SecondaryPrivateIpAddressCount: 1 });
    take('DetachNetworkInterface', { AttachmentId: attachment.AttachmentId });
    setTime(live, live.now + 10_000);
    // Every second one stays, so that the account grows as people's do.
    if (steps.length % 2 === 1) take('DeleteNetworkInterface', { NetworkInterfaceId });
  }
  return { start, steps: steps.slice(0, count) };
}
