import type { Figure } from './bench';
import { median, quantile } from './measure';
import { startBoth } from './servers';

const rounds = 5;
const perRound = 120;

/** A lab command that changes the account, against a durable insert of the bare app; one after another, taking turns. */
export async function http(): Promise<Figure[]> {
  const both = await startBoth();
  try {
    const lab = await openLab(both.ours);
    const insert = () => post(`${both.bare}/api/insert`, { line: 'aws ec2 describe-vpcs' });
    let on = true;
    const command = () => {
      on = !on;
      return lab(`aws ec2 modify-subnet-attribute --subnet-id $S --${on ? '' : 'no-'}map-public-ip-on-launch`);
    };
    const read = () => lab('aws ec2 describe-vpcs');
    for (const warmUp of [insert, command, read]) await series(warmUp, 60);
    const taken: Record<'bare' | 'command' | 'read', number[]> = { bare: [], command: [], read: [] };
    for (let round = 0; round < rounds; round += 1) {
      taken.bare.push(...(await series(insert, perRound)));
      taken.command.push(...(await series(command, perRound)));
      taken.read.push(...(await series(read, perRound)));
    }
    const bare = { median: median(taken.bare), p99: quantile(taken.bare, 0.99) };
    const ms = (value: number) => `${value.toFixed(2)} ms`;
    const name = 'lab command over HTTP';
    return [
      {
        name: `${name}, median ÷ bare durable insert`,
        value: median(taken.command) / bare.median,
        detail: `${ms(median(taken.command))} to ${ms(bare.median)}`,
      },
      {
        name: `${name}, 99th percentile ÷ bare durable insert`,
        value: quantile(taken.command, 0.99) / bare.p99,
        detail: `${ms(quantile(taken.command, 0.99))} to ${ms(bare.p99)}`,
      },
      { name: 'lab command that only reads, median ÷ bare durable insert', value: median(taken.read) / bare.median },
    ];
  } finally {
    await both.stop();
  }
}

/** How long each of so many requests took, ms. */
async function series(request: () => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let done = 0; done < count; done += 1) {
    const from = performance.now();
    await request();
    times.push(performance.now() - from);
  }
  return times;
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  await response.clone().arrayBuffer();
  return response;
}

/** A guest's sandbox, with the id of a subnet in `$S`. */
async function openLab(url: string): Promise<(line: string) => Promise<unknown>> {
  const headers = { origin: url };
  const started = await post(`${url}/api/v1/labs/sandbox/attempts`, {}, headers);
  const cookie = started.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const { id } = (await started.json()) as { id: string };
  const run = (line: string) => post(`${url}/api/v1/lab-attempts/${id}/commands`, { line }, { ...headers, cookie });
  await run('S=$(aws ec2 describe-subnets --query "Subnets[0].SubnetId" --output text)');
  return run;
}
