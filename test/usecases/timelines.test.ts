import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { closeDatabase } from '@/lib/db/database';
import { findAttempt } from '@/lib/db/lab-attempts';
import { createGuest, type User } from '@/lib/db/users';
import { fromJson, toJson } from '@/lib/engine/world';
import { AttemptView } from '@/lib/labs/views';
import { callEc2 } from '@/lib/usecases/ec2-call';
import { getAttempt, startAttempt, undo } from '@/lib/usecases/lab-attempts';
import { forget, openAttempt } from '@/lib/usecases/live-attempts';
import { moment } from '@/lib/usecases/moments';
import { ForkTimeline, fork, RenameTimeline, rename, SwitchTimeline, switchTo } from '@/lib/usecases/timelines';
import { make, plans } from '@/test/build/random-calls';
import { countStatements, freshDatabase } from '../db/databases';

const once = () => undefined;
let ada: User;
let eve: User;
let id: string;

beforeAll(async () => {
  // Simulated time goes on with real time, and no two looks at an attempt would be alike.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 5, 1) });
  await freshDatabase();
  await store(await labVersions());
  ada = await createGuest();
  eve = await createGuest();
});
beforeEach(async () => {
  ({ id } = await startAttempt(ada, { slug: 'sandbox', seed: 'timelines' }, once));
});
afterAll(async () => {
  vi.useRealTimers();
  await closeDatabase();
});

const header = async () => {
  const found = await findAttempt(id, ada.id);
  if (!found) throw new Error('the attempt is gone');
  return found;
};
const createVpc = async (third: number) => {
  const call = { operation: 'CreateVpc', input: { CidrBlock: `10.${third}.0.0/16` } };
  expect((await callEc2(await header(), call, undefined)).ok).toBe(true);
};
const standing = ({ position, timeline, timelines }: AttemptView) => ({
  position,
  timeline,
  heads: timelines.map(({ name, head, forkedAt }) => `${name} ${head} from ${forkedAt}`),
});

test('an attempt has a timeline called main; a fork stands at its step, a switch goes back', async () => {
  await createVpc(1);
  await createVpc(2);
  const before = AttemptView.parse(await getAttempt(ada, { id }));
  expect(standing(before)).toEqual({ position: 2, timeline: 0, heads: ['main 2 from 0'] });
  expect(before).toMatchObject({ solutionShown: false, fromShare: false });

  const forked = AttemptView.parse(await fork(ada, { id, name: 'What if', from: 1 }, once));
  expect(standing(forked)).toEqual({ position: 1, timeline: 1, heads: ['main 2 from 0', 'What if 1 from 1'] });
  expect(forked.path).toEqual([1]);
  await createVpc(3);
  const here = await fork(ada, { id, name: 'from here' }, once);
  expect(standing(here)).toEqual({
    position: 3,
    timeline: 2,
    heads: ['main 2 from 0', 'What if 3 from 1', 'from here 3 from 3'],
  });
  const back = await switchTo(ada, { id, number: 0 }, once);
  expect(standing(back)).toMatchObject({ position: 2, timeline: 0 });
  expect(back.world).toEqual(before.world);
  expect(standing(await undo(ada, { id, to: 0 }, once)).heads).toEqual([
    'main 0 from 0',
    'What if 3 from 1',
    'from here 3 from 3',
  ]);
  const renamed = await rename(ada, { id, number: 1, name: 'another' }, once);
  expect(renamed.timelines.map(({ name }) => name)).toEqual(['main', 'another', 'from here']);
  expect(await getAttempt(ada, { id })).toEqual(renamed);
});

test('the first timeline can be renamed before there is another', async () => {
  expect(standing(await rename(ada, { id, number: 0, name: 'plan A' }, once)).heads).toEqual(['plan A 0 from 0']);
  expect(standing(await switchTo(ada, { id, number: 0 }, once)).timeline).toBe(0);
  expect(standing(await fork(ada, { id, name: 'main' }, once)).heads).toEqual(['plan A 0 from 0', 'main 0 from 0']);
});

test('what cannot be is refused in one clear sentence, and changes nothing', async () => {
  await createVpc(1);
  await fork(ada, { id, name: 'taken' }, once);
  const before = await getAttempt(ada, { id });
  const refusals: [Promise<unknown>, string, RegExp][] = [
    [fork(ada, { id, name: 'taken' }, once), 'Conflict', /has that name/],
    [fork(ada, { id, name: 'main', from: 0 }, once), 'Conflict', /has that name/],
    [fork(ada, { id, name: 'x', from: 2 }, once), 'InvalidInput', /has no such step/],
    [rename(ada, { id, number: 1, name: 'main' }, once), 'Conflict', /has that name/],
    [rename(ada, { id, number: 9, name: 'x' }, once), 'NotFound', /has no such timeline/],
    [switchTo(ada, { id, number: 9 }, once), 'NotFound', /has no such timeline/],
  ];
  for (const [refused, code, message] of refusals)
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  for (let made = 2; made < 50; made += 1) await fork(ada, { id, name: `t${made}` }, once);
  await expect(fork(ada, { id, name: 'one more' }, once)).rejects.toMatchObject({
    code: 'Conflict',
    message: 'An attempt has at most 50 timelines. Go on in one of them.',
  });
  await switchTo(ada, { id, number: 1 }, once);
  const after = await getAttempt(ada, { id });
  expect({ ...after, timelines: after.timelines.slice(0, 2) }).toEqual(before);
});

test('a name has 1 to 60 characters that can be seen', () => {
  const named = (name: unknown) => ForkTimeline.safeParse({ id: randomUUID(), name });
  expect(named('  What   if ').data?.name).toBe('What if');
  expect(named('x'.repeat(60)).success).toBe(true);
  for (const wrong of [
    '',
    '  ',
    'x'.repeat(61),
    'a\nb',
    'a\u0000',
    '\u202eabc',
    '\u200b',
    'a\u0007b',
    7,
    undefined,
    {},
  ])
    expect(named(wrong).success, JSON.stringify(wrong)).toBe(false);
  for (const number of ['-1', '01', '1e3', '0x1', '', ' 1', '1.0', '9999999999', 'NaN'])
    expect(SwitchTimeline.safeParse({ id: randomUUID(), number }).success, number).toBe(false);
  expect(RenameTimeline.parse({ id: randomUUID(), number: '12', name: 'x' }).number).toBe(12);
  for (const from of [-1, 1.5, 2 ** 31, '1'])
    expect(ForkTimeline.safeParse({ id: randomUUID(), name: 'x', from }).success, String(from)).toBe(false);
});

test('another person’s attempt and an absent one are answered alike', async () => {
  for (const act of [
    (attempt: string) => fork(eve, { id: attempt, name: 'x' }, once),
    (attempt: string) => switchTo(eve, { id: attempt, number: 0 }, once),
    (attempt: string) => rename(eve, { id: attempt, number: 0, name: 'x' }, once),
  ]) {
    const [theirs, none] = await Promise.all(
      [act(id), act(randomUUID())].map((promise) => promise.catch((error: unknown) => error)),
    );
    expect(theirs).toMatchObject({ code: 'NotFound' });
    expect(theirs).toEqual(none);
  }
});

test('a fork or a switch costs as many statements however long the log is', async () => {
  const costs = async (name: string) => {
    const { statements } = await countStatements(() => fork(ada, { id, name, from: 0 }, once));
    const back = await countStatements(() => switchTo(ada, { id, number: 0 }, once));
    return [statements.length, back.statements.length];
  };
  await createVpc(1);
  await fork(ada, { id, name: 'first', from: 0 }, once);
  await switchTo(ada, { id, number: 0 }, once);
  const short = await costs('short');
  for (let made = 0; made < 60; made += 1)
    await callEc2(await header(), { operation: 'DeleteVpc', input: { VpcId: `vpc-${made + 10_000}` } }, undefined);
  expect(await costs('long')).toEqual(short);
  expect(Math.max(...short)).toBeLessThanOrEqual(9);
});

/** What somebody does next; the number chooses where. */
const act = fc.record({
  kind: fc.constantFrom('call', 'call', 'call', 'undo', 'redo', 'fork', 'switch', 'forget'),
  number: fc.nat(),
  plan: plans.map(([first]) => first),
});

test('whatever is done, every step keeps its bytes, and every timeline stands where it was left', async () => {
  const bytesOf = ({ world }: { world?: unknown }) => JSON.stringify(world);
  await fc.assert(
    fc.asyncProperty(fc.noBias(fc.array(act, { minLength: 10, maxLength: 30, size: 'max' })), async (acts) => {
      ({ id } = await startAttempt(ada, { slug: 'sandbox', seed: 'random' }, once));
      const bytes = new Map([[0, bytesOf(await moment(ada, { id, seq: 0 }))]]);
      const heads = [0];
      let on = 0;
      for (const { kind, number, plan } of acts) {
        const anyStep = number % bytes.size;
        if (kind === 'call') {
          const at = await header();
          const { world } = (await openAttempt(at)).moment;
          // Tried on a copy first: only what is accepted and changes something is told to be a step whatever the input is.
          const copy = fromJson(toJson(world));
          const { call, outcome } = plan ? make(copy, plan) : {};
          if (!call || !outcome?.ok || outcome.changes.length === 0) continue;
          const made = await callEc2(at, { operation: call.operation, input: call.input }, undefined);
          expect(made.ok).toBe(true);
          heads[on] = (await header()).head;
        } else if (kind === 'undo' || kind === 'redo') {
          heads[on] = kind === 'undo' ? anyStep : bytes.size - 1;
          await undo(ada, { id, to: heads[on] ?? 0 }, once);
        } else if (kind === 'fork') {
          if (heads.length === 10) continue;
          await fork(ada, { id, name: `t${heads.length}`, from: anyStep }, once);
          on = heads.push(anyStep) - 1;
        } else if (kind === 'switch') {
          on = number % heads.length;
          await switchTo(ada, { id, number: on }, once);
        } else forget(id);
        const view = await getAttempt(ada, { id });
        const head = heads[on] ?? 0;
        expect([view.timeline, view.position, view.timelines.map((one) => one.head)]).toEqual([on, head, heads]);
        if (!bytes.has(head)) bytes.set(head, bytesOf(view));
        expect(bytesOf(view)).toBe(bytes.get(head));
      }
      for (const [seq, kept] of bytes) expect(bytesOf(await moment(ada, { id, seq })), `step ${seq}`).toBe(kept);
    }),
    { numRuns: 12, seed: 20260607 },
  );
});
