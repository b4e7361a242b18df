import { beforeAll, beforeEach, expect, test } from 'vitest';
import { loadLabProof } from '@/lib/content/lab-proofs';
import { findLab, labDocument, labVersions, loadLabs } from '@/lib/content/labs';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { KeyTaken } from '@/lib/db/errors';
import { createGuest, type User } from '@/lib/db/users';
import { fromJson, type WorldJson } from '@/lib/engine/world';
import { OutcomeView, SolutionView } from '@/lib/labs/moment-views';
import { scriptLines } from '@/lib/labs/script';
import { getAttempt, startAttempt, undo } from '@/lib/usecases/lab-attempts';
import { forget } from '@/lib/usecases/live-attempts';
import { outcome } from '@/lib/usecases/outcome';
import { runCommand } from '@/lib/usecases/run-command';
import { share } from '@/lib/usecases/shares';
import { solution } from '@/lib/usecases/solution';
import { startFromShare } from '@/lib/usecases/start-from-share';
import { attemptTranscript } from '@/lib/usecases/transcript';
import { freshDatabase } from '../db/databases';

const once = () => undefined;
const slug = 'answers-that-never-return';
let database: Database;
let ada: User;
let eve: User;
let id: string;

beforeAll(async () => {
  database = await freshDatabase();
  await store(await labVersions());
  ada = await createGuest();
  eve = await createGuest();
});
beforeEach(async () => {
  ({ id } = await startAttempt(ada, { slug }, once));
});

const run = (line: string, user = ada, attempt = id) => runCommand(user, { id: attempt, line }, once);
/** Answers what its last line was answered with. */
const solve = async () => {
  let last: Awaited<ReturnType<typeof run>> | undefined;
  for (const { text } of scriptLines((await loadLabProof(slug)).solution)) {
    last = await run(text);
    expect(last.exitCode).toBe(0);
  }
  return last;
};
const stored = () => database.prisma.labAttempt.findUniqueOrThrow({ where: { id } });

test('the solution is shown when it is asked for, line by line, and solves the lab without finishing it', async () => {
  expect(JSON.stringify(await getAttempt(ada, { id }))).not.toContain('Answers to visitors go out');
  const { lines } = SolutionView.parse(await solution(ada, { id }, once));
  expect(lines).toHaveLength(3);
  expect(lines[1]).toEqual({
    line: expect.stringMatching(/^aws ec2 create-network-acl-entry .* --rule-action allow$/),
    say: 'Answers to visitors go out to the ports that they asked from.',
  });
  const { solutionShownAt } = await stored();
  expect(solutionShownAt).not.toBeNull();
  let last: Awaited<ReturnType<typeof run>> | undefined;
  for (const { line } of lines) last = await run(line);
  expect(last?.tasks.every(({ passed }) => passed)).toBe(true);
  expect(last).not.toHaveProperty('finishedAt');
  expect(await getAttempt(ada, { id })).not.toHaveProperty('finishedAt');
  await expect(outcome(ada, { id })).rejects.toMatchObject({
    code: 'Conflict',
    message: expect.stringContaining('The solution was shown'),
  });
  await solution(ada, { id }, once);
  expect((await stored()).solutionShownAt, 'when it was first shown').toEqual(solutionShownAt);
});

test('a finish from before the solution was shown stays', async () => {
  const done = await solve();
  const { finishedAt, finishedSeq } = await stored();
  expect(finishedAt).not.toBeNull();
  expect(done?.finishedAt, 'the answer says what is stored').toBe(finishedAt?.toISOString());
  await solution(ada, { id }, once);
  await undo(ada, { id, to: 0 }, once);
  await solve();
  expect(await stored()).toMatchObject({ finishedAt, finishedSeq });
  expect((await outcome(ada, { id })).calls).toBe(2);
});

test('the solution of a lab that has changed, or that asks for nothing, is refused', async () => {
  const lab = await findLab(slug);
  if (!lab) throw new Error('the lab is gone');
  const older = labDocument({ ...lab, title: 'An older one' });
  await store([older]);
  await database.prisma.labAttempt.update({ where: { id }, data: { contentHash: older.hash } });
  forget(id);
  const refusal = { code: 'Conflict', message: expect.stringContaining('has changed since you began') };
  await expect(solution(ada, { id }, once)).rejects.toMatchObject(refusal);
  const sandbox = await startAttempt(ada, { slug: 'sandbox' }, once);
  await expect(solution(ada, { id: sandbox.id }, once)).rejects.toMatchObject({ code: 'Conflict' });
  expect(await database.prisma.labAttempt.count({ where: { userId: ada.id, solutionShownAt: null } })).toBeGreaterThan(
    1,
  );
  expect((await stored()).solutionShownAt).toBeNull();
});

test('what is another’s is answered as what is not there', async () => {
  await solve();
  const absent = '00000000-0000-4000-8000-000000000000';
  for (const other of [id, absent]) {
    for (const work of [
      () => solution(eve, { id: other }, once),
      () => outcome(eve, { id: other }),
      () => attemptTranscript(eve, { id: other }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'NotFound', message: 'You have no attempt with this id.' });
    }
  }
  expect((await stored()).solutionShownAt).toBeNull();
});

test('a solution that is asked for twice with one key is shown once', async () => {
  const keep = <T>(toBody: (result: T) => unknown) => ({
    key: 'solution',
    request: 'r',
    answer: (result: T) => ({ status: 200, body: JSON.stringify(toBody(result)) }),
  });
  const shown = await solution(ada, { id }, keep);
  await expect(solution(ada, { id }, keep)).rejects.toThrow(KeyTaken);
  const [row] = await database.prisma.idempotentAnswer.findMany({ where: { userId: ada.id, key: 'solution' } });
  expect(JSON.parse(row?.body ?? '')).toEqual(shown);
});

test('an outcome shows before and after, and what it took', async () => {
  await expect(outcome(ada, { id })).rejects.toMatchObject({
    code: 'Conflict',
    message: 'This lab is not finished: not all of its tasks have held yet.',
  });
  const refused = 'aws ec2 delete-vpc --vpc-id vpc-00000000000000001';
  for (const line of [refused, refused, 'X=1', 'aws ec2 create-vpc --cidr-block 10.9.0.0/16']) await run(line);
  await undo(ada, { id, to: 1 }, once);
  await solve();
  await run('aws ec2 create-vpc --cidr-block 10.8.0.0/16');
  const seen = OutcomeView.strict().parse(await outcome(ada, { id }));
  const lab = await findLab(slug);
  expect(seen).toMatchObject({
    slug,
    title: lab?.title,
    calls: 2,
    refusals: 2,
    shortest: 2,
    shown: lab?.tasks.map(({ id: task, say }) => ({ task, say })),
    next: { href: await afterIt(slug) },
  });
  // Both were written by `toJson`.
  const [before, after] = [seen.before, seen.after].map((world) => fromJson(world as WorldJson));
  const entries = (world: typeof before) =>
    world?.networkAcls.list().flatMap((acl) => JSON.stringify(acl).match(/"RuleNumber":120/g) ?? []).length;
  expect([entries(before), entries(after)]).toEqual([0, 2]);
  expect(JSON.stringify(seen.after), 'what came after the finish is no part of it').not.toContain('10.8.0.0/16');
  expect(JSON.stringify(seen.after), 'nor what was undone').not.toContain('10.9.0.0/16');
  expect(Object.keys(seen.ports).length).toBeGreaterThan(0);
});

const afterIt = async (lab: string): Promise<string> => {
  const order = [...(await loadLabs()).keys()];
  return `/labs/${order[order.indexOf(lab) + 1]}`;
};

test('the next lab is the one after it in the course', async () => {
  const { id: other } = await startAttempt(ada, { slug: 'public-web-server' }, once);
  for (const { text } of scriptLines((await loadLabProof('public-web-server')).solution)) await run(text, ada, other);
  expect((await outcome(ada, { id: other })).next).toMatchObject({ href: await afterIt('public-web-server') });
});

test('an attempt that began with somebody else’s steps is not finished by its own', async () => {
  for (const { text } of scriptLines((await loadLabProof(slug)).solution).slice(0, 2)) await run(text);
  const { token } = await share(ada, { id }, once);
  const copy = await startFromShare(eve, { token }, once, 'here');
  const [, , last] = scriptLines((await loadLabProof(slug)).solution);
  const acl = `ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-web --query 'NetworkAcls[0].NetworkAclId' --output text)`;
  const answer = await run(`${acl}; ${last?.text}`, eve, copy.id);
  expect(
    answer.tasks.every(({ passed }) => passed),
    answer.stderr,
  ).toBe(true);
  expect(answer).not.toHaveProperty('finishedAt');
  expect(await database.prisma.labAttempt.findUniqueOrThrow({ where: { id: copy.id } })).toMatchObject({
    finishedAt: null,
    finishedSeq: null,
  });
  await expect(outcome(eve, { id: copy.id })).rejects.toMatchObject({
    code: 'Conflict',
    message: expect.stringContaining('somebody else'),
  });
});

test('a transcript is what led to where the attempt stands, under a safe name', async () => {
  await run('aws ec2 create-vpc --cidr-block 10.9.0.0/16 # mine\u001b[31m');
  await run('undone=1');
  await undo(ada, { id, to: 1 }, once);
  await run('aws ec2 delete-vpc --vpc-id vpc-00000000000000001');
  const { fileName, text } = await attemptTranscript(ada, { id });
  expect(fileName).toBe('answers-that-never-return-transcript.txt');
  expect(text.split('\n').filter((line) => !/^# \d{4}-/.test(line) && line !== '')).toEqual([
    expect.stringMatching(/^# /),
    expect.stringMatching(/^# Calls that changed/),
    '$ aws ec2 create-vpc --cidr-block 10.9.0.0/16 # mine\ufffd[31m',
    '# CreateVpc: accepted',
    '$ aws ec2 delete-vpc --vpc-id vpc-00000000000000001',
    '# DeleteVpc: refused with InvalidVpcID.NotFound',
  ]);
});
