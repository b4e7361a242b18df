import { expect, test } from 'vitest';
import { KeyTaken, NoSuchStep, NoSuchTimeline, TimelineNameTaken, TooManyTimelines } from '@/lib/db/errors';
import type { Remember } from '@/lib/db/idempotency';
import * as attempts from '@/lib/db/lab-attempts';
import { commonStep } from '@/lib/db/lab-log';
import * as timelines from '@/lib/db/lab-timelines';
import { createGuest } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';
import { newAttempt, step } from './attempts';

const keyed = (key: string): Remember<timelines.Timelines> => ({
  key,
  request: 'sha-256 of the request',
  answer: ({ timeline }) => ({ status: 200, body: JSON.stringify({ timeline }) }),
});

/** An attempt of two steps. */
async function walked() {
  const made = await newAttempt();
  for (const expectedHead of [0, 1]) await attempts.appendStep({ ...made.own, expectedHead, step: step() });
  const { attempt, owner, own } = made;
  const found = async () => {
    const forked = await timelines.findForked(attempt.id, owner.id);
    if (!forked) throw new Error('the attempt is gone');
    return forked;
  };
  const where = async () => {
    const { header } = await found();
    return { ...own, expectedHead: header.head, expectedTimeline: header.timeline };
  };
  const fork = async (name: string, at: number) => timelines.forkTimeline({ ...(await where()), name, at });
  const heads = async () => (await found()).timelines.map(({ head }) => head);
  return { ...made, found, where, fork, heads };
}

export function labTimelinesSuite(open: Open): void {
  test('an attempt that was never forked has one timeline, and is read in one statement', async () => {
    await open();
    const { attempt, owner } = await walked();
    const { result, statements } = await countStatements(() => timelines.findForked(attempt.id, owner.id));
    expect(statements).toHaveLength(1);
    expect(result?.header).toEqual(await attempts.findAttempt(attempt.id, owner.id));
    expect(result?.timelines).toEqual([{ number: 0, name: 'main', head: 2, forkedAt: 0 }]);
    expect(await timelines.findForked(attempt.id, (await createGuest()).id)).toBeUndefined();
  });

  test('a fork stands at its step and leaves its parent where it stood; a switch goes back there', async () => {
    await open();
    const { found, where, fork, heads, own } = await walked();
    expect(await fork('What if', 1)).toEqual({
      ok: true,
      timeline: 1,
      timelines: [
        { number: 0, name: 'main', head: 2, forkedAt: 0 },
        { number: 1, name: 'What if', head: 1, forkedAt: 1 },
      ],
    });
    expect((await found()).header).toMatchObject({ head: 1, timeline: 1, lastSeq: 2 });
    // A step, and an undo, are of the timeline that the attempt is on.
    expect(await attempts.appendStep({ ...own, expectedHead: 1, step: step() })).toEqual({ ok: true, seq: 3 });
    expect(await heads()).toEqual([2, 3]);
    expect(await attempts.moveHead({ ...own, expectedTimeline: 1, to: 1 })).toEqual({ ok: true, head: 1 });
    expect(await attempts.moveHead({ ...own, expectedTimeline: 0, to: 0 })).toEqual({ ok: false, head: 1 });
    expect(await heads()).toEqual([2, 1]);
    await fork('fork of a fork', 3);
    await fork('fork of a fork of a fork', 0);
    expect(await heads()).toEqual([2, 1, 3, 0]);
    const back = await timelines.switchTimeline({ ...(await where()), number: 0, expectedTo: 2 });
    expect(back).toMatchObject({ ok: true, timeline: 0 });
    expect((await found()).header).toMatchObject({ head: 2, timeline: 0, lastSeq: 3 });
    expect(await heads()).toEqual([2, 1, 3, 0]);
  });

  test('of several forks and switches from one place one wins, and the others change nothing', async () => {
    const { prisma } = await open();
    const { found, where, fork, own } = await walked();
    const from = await where();
    const results = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => timelines.forkTimeline({ ...from, name, at: 1 })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok)).toEqual(Array(3).fill({ ok: false, head: 1 }));
    expect(await prisma.labTimeline.count()).toBe(2);
    const before = await found();
    expect(await timelines.switchTimeline({ ...from, number: 0, expectedTo: 2 }), 'stale').toEqual({
      ok: false,
      head: 1,
    });
    const at = await where();
    expect(await timelines.switchTimeline({ ...at, number: 0, expectedTo: 1 }), 'stands elsewhere').toEqual({
      ok: false,
      head: 1,
    });
    const theirs = { ...at, userId: (await createGuest()).id };
    for (const write of [
      timelines.forkTimeline({ ...theirs, name: 'x', at: 0 }),
      timelines.switchTimeline({ ...theirs, number: 0, expectedTo: 2 }),
      timelines.renameTimeline({ ...theirs, number: 0, name: 'x' }),
    ])
      expect(await write).toEqual({ ok: false, head: undefined });
    const unchanged = await found();
    expect(unchanged.timelines).toEqual(before.timelines);
    expect(unchanged.header).toMatchObject({ head: before.header.head, timeline: before.header.timeline });
    expect(await attempts.moveHead({ ...own, to: 0 })).toEqual({ ok: true, head: 0 });
    await fork('after it', 0);
  });

  test('names are of one each, and there are no more than fifty timelines', async () => {
    await open();
    const { where, fork, found } = await walked();
    await expect(fork('main', 1)).rejects.toThrow(TimelineNameTaken);
    expect((await found()).timelines).toHaveLength(1);
    await timelines.renameTimeline({ ...(await where()), number: 0, name: 'first' });
    await fork('main', 1);
    const at = await where();
    await expect(timelines.renameTimeline({ ...at, number: 1, name: 'first' })).rejects.toThrow(TimelineNameTaken);
    await expect(timelines.renameTimeline({ ...at, number: 7, name: 'x' })).rejects.toThrow(NoSuchTimeline);
    await expect(timelines.switchTimeline({ ...at, number: 7, expectedTo: 0 })).rejects.toThrow(NoSuchTimeline);
    expect(await timelines.renameTimeline({ ...at, number: 1, name: 'main' }), 'its own').toMatchObject({ ok: true });
    expect((await found()).timelines.map(({ name }) => name)).toEqual(['first', 'main']);
    for (let made = 2; made < timelines.mostTimelines; made += 1) await fork(`t${made}`, 1);
    await expect(fork('one more', 1)).rejects.toThrow(TooManyTimelines);
    expect((await found()).timelines).toHaveLength(timelines.mostTimelines);
  });

  test('the same key forks once, and a key that is taken undoes the fork', async () => {
    const { prisma } = await open();
    const { where, found } = await walked();
    const from = { ...(await where()), name: 'once', at: 1, idempotency: keyed('k') };
    expect(await timelines.forkTimeline(from)).toMatchObject({ ok: true, timeline: 1 });
    await expect(timelines.forkTimeline(from), 'its twin').rejects.toThrow(KeyTaken);
    await expect(timelines.forkTimeline({ ...from, ...(await where()), name: 'two' })).rejects.toThrow(KeyTaken);
    expect(await prisma.labTimeline.count()).toBe(2);
    expect((await found()).header).toMatchObject({ head: 1, timeline: 1 });
  });

  test('a head that is no step is refused, whatever else is expected', async () => {
    await open();
    const { own } = await walked();
    await expect(attempts.moveHead({ ...own, expectedTimeline: 0, to: 3 })).rejects.toThrow(NoSuchStep);
  });

  test('where two paths parted is one statement and one row', async () => {
    await open();
    const { attempt, owner, own } = await walked();
    await attempts.moveHead({ ...own, to: 1 });
    await attempts.appendStep({ ...own, expectedHead: 1, step: step() });
    await attempts.appendStep({ ...own, expectedHead: 3, step: step() });
    const common = (left: number, right: number) => commonStep(attempt.id, owner.id, left, right);
    const { result, statements, rows } = await countStatements(() => common(2, 4));
    expect({ result, rows, statements: statements.length }).toEqual({ result: 1, rows: 1, statements: 1 });
    expect(await common(4, 2)).toBe(1);
    expect(await common(3, 4)).toBe(3);
    expect(await common(4, 0)).toBe(0);
    expect(await common(2, 2)).toBe(2);
    expect(await common(2, 9)).toBeUndefined();
    expect(await commonStep(attempt.id, (await createGuest()).id, 2, 4)).toBeUndefined();
  });
}
