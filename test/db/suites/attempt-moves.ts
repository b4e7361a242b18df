import { expect, test } from 'vitest';
import { type AttemptMove, onMove } from '@/lib/db/attempt-moves';
import * as attempts from '@/lib/db/lab-attempts';
import { forkTimeline } from '@/lib/db/lab-timelines';
import type { Open } from '../databases';
import { newAttempt, step } from './attempts';

export function attemptMovesSuite(open: Open): void {
  test('whoever listens hears of each move of their own attempts, after it was stored', async () => {
    await open();
    const [mine, foreign] = [await newAttempt(), await newAttempt()];
    const heard: AttemptMove[] = [];
    let told = () => {};
    const stop = await onMove(mine.owner.id, (move) => {
      heard.push(move);
      told();
    });
    const next = async (work: () => Promise<unknown>) => {
      const arrived = new Promise<void>((done) => {
        told = done;
      });
      await work();
      await arrived;
      return heard.at(-1);
    };
    try {
      await attempts.appendStep({ ...foreign.own, expectedHead: 0, step: step() });
      const move = { userId: mine.owner.id, attemptId: mine.attempt.id, timeline: 0 };
      const append = () => attempts.appendStep({ ...mine.own, expectedHead: 0, step: step() });
      expect(await next(append)).toEqual({ ...move, head: 1 });
      expect(await next(() => attempts.countRepeat({ ...mine.own, expectedHead: 1, seq: 1 }))).toEqual({
        ...move,
        head: 1,
      });
      // One that lost says nothing: what is heard next is the undo.
      expect(await append()).toEqual({ ok: false, head: 1 });
      expect(await next(() => attempts.moveHead({ ...mine.own, to: 0 }))).toEqual({ ...move, head: 0 });
      // Where an attempt stands is a step of a timeline: a fork on the spot is a move.
      const { own } = mine;
      const fork = { ...own, expectedHead: 0, expectedTimeline: 0, name: 'What if', at: 0 };
      expect(await next(() => forkTimeline(fork))).toEqual({ ...move, head: 0, timeline: 1 });
      for (const [work, head] of [
        [() => attempts.appendStep({ ...own, expectedHead: 0, step: step() }), 2],
        [() => attempts.countRepeat({ ...own, expectedHead: 2, seq: 2 }), 2],
        [() => attempts.moveHead({ ...own, to: 0 }), 0],
      ] as const)
        expect(await next(work)).toEqual({ ...move, head, timeline: 1 });
      expect(heard).toHaveLength(7);
    } finally {
      stop();
    }
  });
}
