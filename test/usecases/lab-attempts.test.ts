import { afterAll, beforeAll, expect, test } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { closeDatabase } from '@/lib/db/database';
import { createGuest, type User } from '@/lib/db/users';
import { getAttempt, listAttempts, reset, showHint, startAttempt, undo } from '@/lib/usecases/lab-attempts';
import { forget } from '@/lib/usecases/live-attempts';
import { runCommand } from '@/lib/usecases/run-command';
import { countStatements, freshDatabase } from '../db/databases';

const once = () => undefined;
let ada: User;
let eve: User;

beforeAll(async () => {
  await freshDatabase();
  await store(await labVersions());
  ada = await createGuest();
  eve = await createGuest();
});
afterAll(closeDatabase);

const sandbox = async () => (await startAttempt(ada, { slug: 'sandbox' }, once)).id;
const run = (id: string, line: string, position?: number) =>
  runCommand(ada, { id, line, ...(position !== undefined && { position }) }, once);
const group = (name: string) =>
  `aws ec2 create-security-group --group-name ${name} --description d --query GroupId --output text`;

test('a page or a command costs at most five statements, however long the log is', async () => {
  const id = await sandbox();
  for (const name of ['a', 'b', 'c']) await run(id, group(name));
  const short = await countStatements(() => run(id, group('d')));
  for (let made = 0; made < 20; made += 1) await run(id, group(`e${made}`));
  const long = await countStatements(() => run(id, group('f')));
  expect(long.statements).toHaveLength(short.statements.length);
  expect(long.statements.length).toBeLessThanOrEqual(5);

  const warm = await countStatements(() => getAttempt(ada, { id }));
  forget(id);
  const cold = await countStatements(() => getAttempt(ada, { id }));
  expect(cold.result).toMatchObject({ position: warm.result.position, tasks: warm.result.tasks });
  expect(cold.statements.length).toBeLessThanOrEqual(5);
  expect(warm.statements).toHaveLength(2);
  expect((await countStatements(() => run(id, 'aws ec2 describe-vpcs'))).statements).toHaveLength(1);
  expect((await countStatements(() => listAttempts(ada, {}))).statements).toHaveLength(1);
  expect((await countStatements(() => undo(ada, { id, to: 2 }, once))).statements.length).toBeLessThanOrEqual(5);
});

test('what memory has and what the log gives are the same', async () => {
  const id = await sandbox();
  await run(id, 'aws ec2 create-vpc --cidr-block 10.0.0.0/16');
  await run(id, 'NAME=kept');
  const warm = await getAttempt(ada, { id });
  forget(id);
  const cold = await getAttempt(ada, { id });
  const timeless = ({ world, ...rest }: typeof warm) => ({
    ...rest,
    world: { ...(world as object), now: 0, sequence: 0 },
  });
  expect(timeless(cold)).toEqual(timeless(warm));
  expect((await run(id, 'echo $NAME')).stdout).toBe('kept\n');
});

test('a line that only waits is a step, so the attempt loaded again stands no earlier', async () => {
  const id = await sandbox();
  // The time a step keeps, and none that goes by while the test runs: that is of the clock.
  const nowOf = async () => ((await getAttempt(ada, { id })).world as { now: number }).now;
  const began = await nowOf();
  await run(id, 'sleep 3600');
  const waited = await run(id, 'sleep 3600');
  expect(waited).toMatchObject({ position: 2, step: { seq: 2, outcome: 'shell', codes: [] } });
  expect(await run(id, 'sleep 0; aws ec2 describe-vpcs')).toMatchObject({ position: 2 });
  forget(id);
  expect(await nowOf()).toBeGreaterThanOrEqual(began + 2 * 3_600_000);

  const refused = 'aws ec2 delete-vpc --vpc-id vpc-00000000000000001';
  await run(id, refused);
  expect((await run(id, `${refused}; sleep 60`)).position, 'a refusal again, but later').toBe(4);
  await undo(ada, { id, to: 1 }, once);
  expect(await nowOf()).toBeLessThan(began + 2 * 3_600_000);
});

test('an id of an undone step is never given again', async () => {
  const id = await sandbox();
  const first = (await run(id, group('one'))).stdout.trim();
  await undo(ada, { id, to: 0 }, once);
  const second = (await run(id, group('one'))).stdout.trim();
  expect(second).not.toBe(first);
  const gone = await run(id, `aws ec2 describe-security-groups --group-ids ${first}`);
  expect(gone.stderr).toContain('InvalidGroup.NotFound');
  forget(id);
  await undo(ada, { id, to: 1 }, once);
  expect(
    (await run(id, `aws ec2 describe-security-groups --group-ids ${first} --query SecurityGroups[0].GroupId`)).stdout,
  ).toContain(first);
});

test('reset goes to the start and deletes nothing', async () => {
  const id = await sandbox();
  await run(id, group('one'));
  expect(await reset(ada, { id }, once)).toMatchObject({ position: 0, path: [], steps: [{ seq: 1 }] });
  expect((await undo(ada, { id, to: 1 }, once)).path).toEqual([1]);
  await expect(undo(ada, { id, to: 7 }, once)).rejects.toMatchObject({ code: 'InvalidInput' });
});

test('with a stale position nothing runs; without one the line runs where the head is', async () => {
  const id = await sandbox();
  await run(id, group('one'), 0);
  await expect(run(id, group('two'), 0)).rejects.toMatchObject({
    code: 'Conflict',
    details: { current: { position: 1 } },
  });
  expect((await run(id, group('two'))).position).toBe(2);
  expect((await getAttempt(ada, { id })).steps).toHaveLength(2);
});

test('twenty lines at once become twenty steps, each with what it made', async () => {
  const id = await sandbox();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => run(id, group(`g${index}`))));
  expect(answers.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(20);
});

test('the same refusal again is counted on its step', async () => {
  const id = await sandbox();
  const line = 'aws ec2 delete-vpc --vpc-id vpc-00000000000000001';
  await run(id, line);
  expect((await run(id, line)).step).toMatchObject({
    seq: 1,
    outcome: 'refused',
    repeats: 1,
    codes: ['InvalidVpcID.NotFound'],
  });
  expect((await getAttempt(ada, { id })).steps).toHaveLength(1);
});

test('a line past a limit leaves the attempt as it was', async () => {
  const id = await sandbox();
  const before = await getAttempt(ada, { id });
  const answer = await run(id, `${group('one')}; while true; do :; done`);
  expect(answer).toMatchObject({ position: 0, changes: [] });
  expect(answer.exitCode).not.toBe(0);
  expect(answer.stderr).not.toBe('');
  const after = await getAttempt(ada, { id });
  expect({ ...after, world: { ...(after.world as object), now: 0 } }).toEqual({
    ...before,
    world: { ...(before.world as object), now: 0 },
  });
});

test('another person’s attempt and an absent one are answered alike', async () => {
  const id = await sandbox();
  const absent = '00000000-0000-4000-8000-000000000000';
  for (const act of [
    (attempt: string) => getAttempt(eve, { id: attempt }),
    (attempt: string) => runCommand(eve, { id: attempt, line: 'true' }, once),
    (attempt: string) => undo(eve, { id: attempt, to: 0 }, once),
    (attempt: string) => showHint(eve, { id: attempt, task: 'x' }, once),
  ]) {
    const [theirs, none] = await Promise.all(
      [act(id), act(absent)].map((promise) => promise.catch((error: unknown) => error)),
    );
    expect(theirs).toMatchObject({ code: 'NotFound' });
    expect(theirs).toEqual(none);
  }
  expect(await listAttempts(eve, {})).toEqual([]);
});

test('hints come one by one, the weakest first, and no more than there are', async () => {
  const { id } = await startAttempt(ada, { slug: 'one-interface-two-instances' }, once);
  const counts = [];
  for (let asked = 0; asked < 4; asked += 1)
    counts.push((await showHint(ada, { id, task: 'moved' }, once)).shown.length);
  expect(counts).toEqual([1, 2, 3, 3]);
  expect((await getAttempt(ada, { id })).hints.moved).toHaveLength(3);
});

test('an attempt of long ago goes on from a snapshot', async () => {
  const id = await sandbox();
  for (let made = 0; made < 52; made += 1)
    await run(
      id,
      `aws ec2 create-tags --resources $(aws ec2 describe-vpcs --query Vpcs[0].VpcId --output text) --tags Key=n,Value=${made}`,
    );
  const warm = await getAttempt(ada, { id });
  forget(id);
  expect((await getAttempt(ada, { id })).position).toBe(warm.position);
  expect((await run(id, 'aws ec2 describe-vpcs --query Vpcs[0].Tags[0].Value --output text')).stdout).toBe('51\n');
});
