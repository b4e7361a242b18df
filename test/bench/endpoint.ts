import { action } from '../clients/sign';
import type { Figure } from './bench';
import { idIn, type Learner, newLearner, type ReadyRequest } from './learners';
import { Client } from './load';
import { median } from './measure';
import { startBoth } from './servers';
import { inTurns, p99 } from './turns';

const clients = 8;
const many = 1_000;

/**
 * The EC2 endpoint, every call signed, against the bare app's JSON route that reads one row and its durable insert, in turns;
 * each client on a lab of its own.
 */
export async function endpoint(): Promise<Figure[]> {
  const both = await startBoth();
  const ours = new Client(both.ours);
  const bare = new Client(both.bare);
  try {
    const learners: Learner[] = [];
    for (let made = 0; made < clients; made += 1) learners.push(await newLearner(ours));
    // Signed beforehand: it is the server that is measured, and this process has to keep up with it.
    const reads = learners.map(({ signed }) => signed(action('DescribeVpcs')));
    const changes = learners.map(({ signed, vpc }) =>
      ['a', 'b'].map((value) =>
        signed(action('CreateTags', { 'ResourceId.1': vpc, 'Tag.1.Key': 'n', 'Tag.1.Value': value })),
      ),
    );
    const send = ({ path, ...request }: ReadyRequest) => ours.send(path, request);
    const read = (lane: number) => send(reads[lane] as ReadyRequest); // There are as many as clients.
    let sent = 0;
    const change = (lane: number) => {
      sent += 1;
      return send(changes[lane]?.[sent % 2] as ReadyRequest); // As above.
    };
    const row = () => bare.send('/api/row');
    const insert = () => bare.send('/api/insert', { method: 'POST', body: { line: 'aws ec2 describe-vpcs' } });
    const works = {
      read8: { run: read, lanes: clients },
      row8: { run: row, lanes: clients },
      change8: { run: change, lanes: clients },
      insert8: { run: insert, lanes: clients },
      read1: { run: read, lanes: 1 },
      row1: { run: row, lanes: 1 },
      change1: { run: change, lanes: 1 },
      insert1: { run: insert, lanes: 1 },
    };
    const turns = await inTurns(works, { rounds: 12, ms: 500, warmUpMs: 3_000 });
    const middle = (figureOf: (turn: (typeof turns)[number]) => number) => median(turns.map(figureOf));
    const figures = (name: string, of_: keyof typeof works, against: keyof typeof works): Figure[] => {
      const rates = [of_, against].map((one) => `${Math.round(middle((turn) => turn[one].rate))}/s`);
      const ms = [of_, against].map((one) => p99<keyof typeof works>(turns, one));
      return [
        {
          name: `${name}, rate ÷ bare`,
          value: middle((turn) => turn[of_].rate / turn[against].rate),
          detail: rates.join(' to '),
        },
        {
          name: `${name}, 99th percentile ÷ bare`,
          value: (ms[0] ?? Number.NaN) / (ms[1] ?? Number.NaN),
          detail: ms.map((value) => `${value.toFixed(1)} ms`).join(' to '),
        },
      ];
    };
    return [
      ...figures('EC2 read, 8 clients', 'read8', 'row8'),
      ...figures('EC2 change, 8 clients', 'change8', 'insert8'),
      ...figures('EC2 read, 1 client', 'read1', 'row1'),
      ...figures('EC2 change, 1 client', 'change1', 'insert1'),
      await longAnswer(learners[0] as Learner), // The first of eight.
    ];
  } finally {
    ours.close();
    bare.close();
    await both.stop();
  }
}

/** Describing a thousand interfaces in one answer. */
async function longAnswer({ call, vpc }: Learner): Promise<Figure> {
  const subnet = await call('CreateSubnet', { VpcId: vpc, CidrBlock: '172.31.128.0/20' });
  const subnetId = idIn(subnet, 'subnetId');
  for (let made = 0; made < many; made += 1) await call('CreateNetworkInterface', { SubnetId: subnetId });
  const ask = async () => {
    const from = performance.now();
    const xml = await call('DescribeNetworkInterfaces');
    const ms = performance.now() - from;
    const found = xml.split('<networkInterfaceId>').length - 1;
    if (found < many) throw new Error(`${found} interfaces were described`);
    return ms;
  };
  for (let warmUp = 0; warmUp < 20; warmUp += 1) await ask();
  const times: number[] = [];
  for (let count = 0; count < 40; count += 1) times.push(await ask());
  return { name: 'EC2 describe of 1,000 interfaces in one answer, ms', value: median(times) };
}
