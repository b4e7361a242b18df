import { expect, test } from 'vitest';
import { KeyTaken, NoSuchStep } from '@/lib/db/errors';
import type { Remember } from '@/lib/db/idempotency';
import { appendStep, findAttempt } from '@/lib/db/lab-attempts';
import { type Copy, createCopy } from '@/lib/db/lab-copies';
import { listPath, listSnapshots, loadPath, measurePath } from '@/lib/db/lab-log';
import * as shares from '@/lib/db/lab-shares';
import { createGuest } from '@/lib/db/users';
import type { Open } from '../databases';
import { newAttempt, step } from './attempts';

const keyed = <T>(key: string): Remember<T> => ({
  key,
  request: 'r',
  answer: (result) => ({ status: 201, body: JSON.stringify(result) }),
});

export function labSharesSuite(open: Open): void {
  test('a link is made once for a step, is its owner’s to take back, and leads whoever has it there', async () => {
    await open();
    const { own, owner, attempt } = await newAttempt();
    await appendStep({ ...own, expectedHead: 0, step: step() });
    const made = await shares.shareStep({ ...own, token: 'one', most: 2, idempotency: keyed('k') });
    expect(made).toMatchObject({ ok: true, share: { token: 'one', seq: 1, createdAt: expect.any(Date) } });
    expect(await shares.shareStep({ ...own, seq: 1, token: 'two', most: 2 })).toEqual(made);
    await expect(
      shares.shareStep({ ...own, seq: 0, token: 'three', most: 2, idempotency: keyed('k') }),
      'and nothing is kept',
    ).rejects.toThrow(KeyTaken);
    await expect(shares.shareStep({ ...own, seq: 2, token: 'two', most: 2 })).rejects.toThrow(NoSuchStep);
    expect(await shares.listShares(own)).toEqual([made.ok && made.share]);

    const stranger = { attemptId: attempt.id, userId: (await createGuest()).id };
    expect(await shares.shareStep({ ...stranger, token: 'two', most: 2 })).toEqual({ ok: false, because: 'absent' });
    expect(await shares.listShares(stranger)).toBeUndefined();
    expect(await shares.deleteShare({ ...stranger, token: 'one' })).toBe(false);
    expect(await shares.findShare('one')).toMatchObject({ attemptId: attempt.id, userId: owner.id, seq: 1 });
    expect(await shares.findShare('ONE')).toBeUndefined();
    const { own: another } = await newAttempt(owner);
    expect(await shares.deleteShare({ ...another, token: 'one' }), 'of another attempt').toBe(false);
    const once = {
      ...own,
      token: 'one',
      idempotency: { ...keyed('delete'), answer: () => ({ status: 200, body: '' }) },
    };
    expect(await shares.deleteShare(once)).toBe(true);
    expect(await shares.deleteShare({ ...own, token: 'one' })).toBe(false);
    await expect(shares.deleteShare(once), 'its twin').rejects.toThrow(KeyTaken);
    expect(await shares.findShare('one')).toBeUndefined();
  });

  test('of many links at once no more are kept than there may be', async () => {
    await open();
    const { own } = await newAttempt();
    for (let head = 0; head < 6; head += 1) await appendStep({ ...own, expectedHead: head, step: step() });
    const all = await Promise.all(
      Array.from({ length: 7 }, (_, seq) => shares.shareStep({ ...own, seq, token: `t${seq}`, most: 3 })),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await shares.listShares(own)).toHaveLength(3);
  });

  test('a path is read back from a step, whole or its end, with its snapshots', async () => {
    await open();
    const { own, attempt } = await newAttempt();
    const snapshot = { world: '{"w":1}', shell: '{}' };
    for (const [expectedHead, kept] of [0, 1, 2].map((head) => [head, head === 1] as const)) {
      await appendStep({ ...own, expectedHead, step: step(), ...(kept && { snapshot }) });
    }
    const path = await listPath(attempt.id, 3);
    expect(path.map(({ seq, parent }) => [seq, parent])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
    expect(path[2]).toEqual((await loadPath(attempt.id, own.userId, 3))?.step);
    const end = async (steps: number, characters: number) =>
      (await listPath(attempt.id, 3, { steps, characters })).map(({ seq }) => seq);
    const { length } = step().calls;
    expect(await end(2, 3 * length)).toEqual([2, 3]);
    expect(await end(3, 3 * length)).toEqual([1, 2, 3]);
    expect(await end(3, 2 * length)).toEqual([2, 3]);
    expect(await end(3, length - 1)).toEqual([]);
    expect(await listPath(attempt.id, 0)).toEqual([]);
    expect((await listSnapshots(attempt.id, 3)).map(({ seq, world }) => [seq, world])).toEqual([
      [0, '{"start":true}'],
      [2, '{"w":1}'],
    ]);
    expect((await listSnapshots(attempt.id, 1)).map(({ seq }) => seq)).toEqual([0]);
    const characters = 3 * step().calls.length + '{"start":true}{"w":1}'.length;
    expect(await measurePath(attempt.id, 3)).toEqual({ steps: 3, characters });
    expect(await measurePath(attempt.id, 0)).toEqual({ steps: 0, characters: '{"start":true}'.length });
  });

  test('a copied log is kept whole, or not at all', async () => {
    await open();
    const { attempt } = await newAttempt();
    const owner = await createGuest();
    const { labSlug, contentHash, seed, engine } = attempt;
    const steps = Array.from({ length: 450 }, (_, index) => {
      const { shell: _shell, ...made } = step({
        actor: owner.id,
        text: `é${index}`,
        ticked: ['a'],
        at: new Date(index),
      });
      return { ...made, seq: index + 1, parent: index, repeats: index % 2 };
    });
    const start = { seq: 0, engine: '1', world: '{"start":true}', shell: '{"cwd":"/start"}' };
    const copy: Copy = {
      header: { userId: owner.id, labSlug, contentHash, seed, engine, lastSeq: 999 },
      steps,
      snapshots: [start, { ...start, seq: 430, world: '{"late":true}' }],
      idempotency: keyed('copy'),
    };
    const id = await createCopy(copy);
    expect(await findAttempt(id, owner.id)).toMatchObject({
      head: 450,
      lastSeq: 999,
      fromShare: true,
      finishedAt: null,
    });
    const path = await listPath(id, 450);
    expect(path.map(({ recordedAt: _, ...rest }) => rest)).toEqual(steps);
    expect(await loadPath(id, owner.id, 450)).toMatchObject({
      snapshot: { seq: 430, world: '{"late":true}' },
      shell: '{"cwd":"/start"}',
    });
    expect(await appendStep({ attemptId: id, userId: owner.id, expectedHead: 450, step: step() })).toEqual({
      ok: true,
      seq: 1_000,
    });
    await expect(createCopy(copy)).rejects.toThrow(KeyTaken);
    const broken = { ...copy, snapshots: [start, start], idempotency: keyed<string>('other') };
    await expect(createCopy(broken)).rejects.toThrow();
    const again = await createCopy({ ...broken, snapshots: [start] });
    expect(await findAttempt(again, owner.id), 'the key was not taken by what failed').toBeDefined();
  });
}
