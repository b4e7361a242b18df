import { afterAll, beforeAll, expect, test } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { closeDatabase } from '@/lib/db/database';
import { createGuest, type User } from '@/lib/db/users';
import type { Keep } from '@/lib/usecases/attempt-view';
import { getAttempt, listAttempts, startAttempt } from '@/lib/usecases/lab-attempts';
import { openLab, runInLab } from '@/lib/usecases/open-lab';
import { runCommand } from '@/lib/usecases/run-command';
import { countStatements, freshDatabase } from '../db/databases';

const once = () => undefined;
const lab = { slug: 'sandbox' };
let ada: User;
let eve: User;

beforeAll(async () => {
  await freshDatabase();
  await store(await labVersions());
  ada = await createGuest();
  eve = await createGuest();
});
afterAll(closeDatabase);

test('a first attempt is begun once, and then it is the one that opens', async () => {
  const first = await openLab(ada, lab);
  expect(first).toMatchObject({ slug: 'sandbox', position: 0, steps: [], timeline: 0 });
  await runCommand(ada, { id: first.id, line: 'aws ec2 create-vpc --cidr-block 10.0.0.0/16' }, once);
  const { result, statements } = await countStatements(() => openLab(ada, lab));
  expect(result).toMatchObject({ id: first.id, position: 1, steps: [{ seq: 1 }] });
  expect(statements).toHaveLength(3);
  expect(await listAttempts(ada, lab)).toHaveLength(1);
});

test('the attempt that the page names opens, and never that of another person or lab', async () => {
  const older = await openLab(ada, lab);
  const newer = (await startAttempt(ada, lab, once)).id;
  const elsewhere = (await startAttempt(ada, { slug: 'one-interface-two-instances' }, once)).id;
  const foreign = (await startAttempt(eve, lab, once)).id;
  expect((await openLab(ada, { ...lab, attempt: older.id })).id).toBe(older.id);
  for (const attempt of [elsewhere, foreign, 'nonsense']) {
    expect((await openLab(ada, { ...lab, attempt })).id).toBe(newer);
  }
  await expect(getAttempt(ada, { id: foreign })).rejects.toMatchObject({ code: 'NotFound' });
});

test('a lab that is none is not found, and nothing is begun', async () => {
  await expect(openLab(eve, { slug: 'no-such-lab' })).rejects.toMatchObject({ code: 'NotFound' });
});

test('a line before the lab is open runs in the attempt that would open, which is begun for it', async () => {
  const bob = await createGuest();
  const line = 'aws ec2 create-vpc --cidr-block 10.0.0.0/16';
  const first = await runInLab(bob, { ...lab, line }, once);
  expect(first).toMatchObject({ exitCode: 0, position: 1, step: { seq: 1 } });
  expect(first.stdout).toContain('"CidrBlock": "10.0.0.0/16"');
  const second = await runInLab(bob, { ...lab, line: 'echo again', attempt: first.id }, once);
  expect(second).toMatchObject({ id: first.id, position: 1, stdout: 'again\n' });
  expect(await openLab(bob, lab)).toMatchObject({ id: first.id, position: 1 });
  expect(await listAttempts(bob, lab)).toHaveLength(1);
});

test('what is kept for a line that comes again is what the first was answered', async () => {
  const bodies: unknown[] = [];
  const keep: Keep = (toBody) => ({
    key: 'k',
    request: 'r',
    answer: (result) => {
      bodies.push(toBody(result));
      return { status: 200, body: '' };
    },
  });
  const answer = await runInLab(await createGuest(), { ...lab, line: 'X=1' }, keep);
  expect(bodies).toEqual([answer]);
});
