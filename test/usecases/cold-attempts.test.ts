import { beforeAll, beforeEach, expect, test } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { findAttempt } from '@/lib/db/lab-attempts';
import { createGuest, type User } from '@/lib/db/users';
import { settleDue } from '@/lib/engine/settle';
import type { LoggedCall } from '@/lib/shell/line';
import { callEc2 } from '@/lib/usecases/ec2-call';
import { complete, getAttempt, startAttempt, undo } from '@/lib/usecases/lab-attempts';
import { forget, loadAt, openAttempt, snapshotOf } from '@/lib/usecases/live-attempts';
import { runCommand } from '@/lib/usecases/run-command';
import { countStatements, freshDatabase } from '../db/databases';

const notKept = () => undefined;
let database: Database;
let user: User;
let id: string;
let vpc: string;

beforeAll(async () => {
  database = await freshDatabase();
  await store(await labVersions());
  user = await createGuest();
});
beforeEach(async () => {
  ({ id } = await startAttempt(user, { slug: 'sandbox', seed: 'cold' }, notKept));
  const line = 'VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text); echo $VPC';
  vpc = (await runCommand(user, { id, line }, notKept)).stdout.trim();
});

const header = async () => {
  const found = await findAttempt(id, user.id);
  if (!found) throw new Error('the attempt is gone');
  return found;
};
const tag = (value: number) => ({
  operation: 'CreateTags',
  input: { Resources: [vpc], Tags: [{ Key: 'n', Value: String(value) }] },
});
const call = async (value: number) => {
  const outcome = await callEc2(await header(), tag(value), undefined);
  expect(outcome.ok).toBe(true);
};
const calls = async (count: number) => {
  for (let value = 0; value < count; value += 1) await call(value);
};
/** As logged in a time when snapshots were rarer: steps without a use case. */
const logged = async (count: number) => {
  const { head, lastSeq } = await header();
  const steps = Array.from({ length: count }, (_, index) => {
    const at = Date.parse('2030-01-01T00:00:00Z') + index * 1_000;
    const made: LoggedCall[] = [{ ...tag(index), at, ok: true }];
    return {
      attemptId: id,
      seq: lastSeq + 1 + index,
      parent: index === 0 ? head : lastSeq + index,
      at: new Date(at),
      actor: user.id,
      via: 'ec2',
      text: '',
      calls: JSON.stringify(made),
      sequence: (lastSeq + 1 + index) * 100_000,
      engine: '1',
    };
  });
  await database.prisma.labStep.createMany({ data: steps });
  const last = lastSeq + count;
  await database.prisma.labAttempt.update({ where: { id }, data: { head: last, lastSeq: last } });
  forget(id);
};
const snapshots = async () => {
  const rows = await database.prisma.labSnapshot.findMany({ where: { attemptId: id }, orderBy: { seq: 'asc' } });
  return rows.map(({ seq }) => seq);
};
/** World and shell where the attempt stands, to the byte, but for the real clock. */
const bytes = async () => {
  const live = await openAttempt(await header());
  settleDue(live.moment.world);
  const { world, shell } = snapshotOf(live.moment, live.shell);
  return [world.replace(/"now":\d+/, ''), shell];
};
/** What a piece of work costs on an attempt that is not in memory. */
const cost = async (work: () => Promise<unknown>) => {
  forget(id);
  const { statements, rows } = await countStatements(work);
  return { statements: statements.length, rows };
};
const costs = async () => {
  const at = await header();
  const read = { operation: 'DescribeVpcs', input: {} };
  return {
    read: await cost(() => callEc2(at, read, undefined)),
    completion: await cost(() => complete(user, { id, line: 'aws ec2 desc' })),
    refusal: await cost(() => runCommand(user, { id, line: 'aws ec2 describe-vpcs --vpc-ids vpc-1' }, notKept)),
  };
};

test('opening costs as many statements and rows after 3,000 steps as after 60', async () => {
  await calls(59);
  // The lab's own text is read once in a process.
  forget(id);
  await bytes();
  const short = await costs();
  expect(await snapshots()).toEqual([0, 50]);
  await logged(2_990);
  await bytes();
  await calls(10);
  const { head } = await header();
  expect(head).toBeGreaterThan(3_000);
  const long = await costs();
  expect(long).toEqual(short);
  expect(short.read.rows).toBeLessThanOrEqual(12);
});

test('no step lies further than fifty from a snapshot, on branches too', async () => {
  await calls(40);
  await undo(user, { id, to: 30 }, notKept);
  await calls(30);
  await undo(user, { id, to: 60 }, notKept);
  forget(id);
  await calls(30);
  // Each branch got its own at its fiftieth step.
  expect(await snapshots()).toEqual([0, 61, 72]);
  const steps = await database.prisma.labStep.findMany({ where: { attemptId: id }, orderBy: { seq: 'asc' } });
  const kept = new Set(await snapshots());
  const distance = new Map<number, number>([[0, 0]]);
  for (const { seq, parent } of steps) distance.set(seq, kept.has(seq) ? 0 : (distance.get(parent) ?? 99) + 1);
  expect(Math.max(...distance.values())).toBeLessThan(50);
});

test('an attempt that was opened by a long replay is not opened so again', async () => {
  await logged(120);
  expect(await cost(() => bytes())).toMatchObject({ rows: expect.toSatisfy((rows) => rows > 120) });
  expect(await snapshots()).toEqual([0, 121]);
  expect(await cost(() => bytes())).toEqual({ statements: 2, rows: 2 });
  // An undo is an opening too.
  await undo(user, { id, to: 90 }, notKept);
  expect(await snapshots()).toEqual([0, 90, 121]);
});

test('the log alone gives the bytes that the snapshots and memory give', async () => {
  await calls(70);
  await undo(user, { id, to: 65 }, notKept);
  await calls(48);
  await runCommand(user, { id, line: 'echo $VPC > note; aws ec2 delete-vpc --vpc-id $VPC; X=1' }, notKept);
  const warm = await bytes();
  forget(id);
  expect(await bytes()).toEqual(warm);
  const { head } = await header();
  expect((await snapshots()).length).toBeGreaterThan(2);
  await database.prisma.labSnapshot.deleteMany({ where: { attemptId: id, seq: { gt: 0 } } });
  forget(id);
  expect(await bytes()).toEqual(warm);
  expect(await snapshots()).toEqual([0, head]);
});

test('a page lists every step in one statement, and memory holds only the last', async () => {
  await calls(60);
  const view = await countStatements(() => getAttempt(user, { id }));
  expect(view.statements).toHaveLength(2);
  expect(view.result.steps).toHaveLength(61);
  expect(view.result.path).toEqual(Array.from({ length: 61 }, (_, index) => index + 1));
  const live = await loadAt(await header(), 33);
  expect(live.last?.seq).toBe(33);
  expect(JSON.stringify(live.last).length).toBeLessThan(1_000);
});
