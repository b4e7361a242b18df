import { expect, test } from 'vitest';
import { KeyTaken, NoSuchStep } from '@/lib/db/errors';
import { deleteOldAnswers, findAnswer, type Remember } from '@/lib/db/idempotency';
import * as attempts from '@/lib/db/lab-attempts';
import { keepSnapshot, listSteps, loadPath } from '@/lib/db/lab-log';
import { createGuest } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';
import { newAttempt, step } from './attempts';

const keyed = (key: string): Remember<number> => ({
  key,
  request: 'sha-256 of the request',
  answer: (seq) => ({ status: 200, body: JSON.stringify({ position: seq }) }),
});

export function labAttemptsSuite(open: Open): void {
  test('an attempt starts at its start state and is its owner’s alone', async () => {
    await open();
    const { attempt, owner } = await newAttempt();
    expect(attempt).toMatchObject({ head: 0, lastSeq: 0, finishedAt: null, hints: {}, keyVersion: 1, seed: 'seed-1' });
    const { result, statements } = await countStatements(() => attempts.findAttempt(attempt.id, owner.id));
    expect(result).toEqual(attempt);
    expect(statements).toHaveLength(1);
    const stranger = (await createGuest()).id;
    expect(await attempts.findAttempt(attempt.id, stranger)).toBeUndefined();
    expect(await loadPath(attempt.id, stranger, 0)).toBeUndefined();
    expect(await attempts.setHints(attempt.id, stranger, { a: 1 })).toBe(false);
    expect(await attempts.giveAccessKey(attempt.id, stranger, 'AKIA')).toBeUndefined();
    expect(await attempts.revokeAccessKey(attempt.id, stranger)).toBe(false);
    const theirs = { attemptId: attempt.id, userId: stranger, expectedHead: 0 };
    expect(await attempts.appendStep({ ...theirs, step: step() })).toEqual({ ok: false, head: undefined });
    expect(await attempts.moveHead({ ...theirs, to: 0 })).toEqual({ ok: false, head: undefined });
    expect(await loadPath(attempt.id, owner.id, 0)).toEqual({
      step: undefined,
      snapshot: { seq: 0, engine: '1', world: '{"start":true}' },
      since: [],
      shell: '{"cwd":"/start"}',
    });
  });

  test('a step comes back as it went in, and costs three statements', async () => {
    await open();
    const { attempt, own, owner } = await newAttempt();
    const text = `echo '"\\\u{1F600} ' --name "$X"\n__proto__`;
    const first = step({ actor: owner.id, text, ticked: ['refused', 'created'], shell: '{"cwd":"/a"}' });
    const { result, statements } = await countStatements(() =>
      attempts.appendStep({ ...own, expectedHead: 0, step: first, idempotency: keyed('k1') }),
    );
    expect(result).toEqual({ ok: true, seq: 1 });
    // Other servers are told by one more, where there can be others.
    expect(statements.filter((sql) => !sql.includes('pg_notify'))).toHaveLength(3);
    const path = await loadPath(attempt.id, owner.id, 1);
    const { shell: _, ...kept } = first;
    const stored = { ...kept, seq: 1, parent: 0, repeats: 0, recordedAt: expect.any(Date) };
    expect(path?.since).toEqual([stored]);
    expect(path?.step).toEqual(stored);
    expect(path?.shell).toBe('{"cwd":"/a"}');
    const { at, via, calls } = first;
    expect(await listSteps(attempt.id, owner.id, 1)).toEqual([
      { seq: 1, parent: 0, at, via, text, calls, repeats: 0, misconception: null },
    ]);
    expect(await listSteps(attempt.id, owner.id, 0)).toEqual([]);
    expect(await listSteps(attempt.id, (await createGuest()).id, 1)).toEqual([]);
    expect(await attempts.findAttempt(attempt.id, owner.id)).toMatchObject({ head: 1, lastSeq: 1 });
  });

  test('of twenty appends on one head exactly one wins, and the others change nothing', async () => {
    const { prisma } = await open();
    const { own } = await newAttempt();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        attempts.appendStep({
          ...own,
          expectedHead: 0,
          step: step({ text: `line ${index}` }),
          snapshot: { world: '{}', shell: '{}' },
          idempotency: keyed(`key-${index}`),
        }),
      ),
    );
    expect(results.filter((result) => result.ok)).toEqual([{ ok: true, seq: 1 }]);
    expect(results.filter((result) => !result.ok)).toEqual(Array(19).fill({ ok: false, head: 1 }));
    expect(await prisma.labStep.count()).toBe(1);
    expect(await prisma.labSnapshot.count(), 'start and winner').toBe(2);
    expect(await prisma.idempotentAnswer.count()).toBe(1);
  });

  test('the same key stores one step and one answer, sent twenty times at once', async () => {
    const { prisma } = await open();
    const { own, owner } = await newAttempt();
    const append = () => attempts.appendStep({ ...own, expectedHead: 0, step: step(), idempotency: keyed('twin') });
    const results = await Promise.allSettled(Array.from({ length: 20 }, append));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(KeyTaken);
    expect(await prisma.labStep.count()).toBe(1);
    expect(await findAnswer(owner.id, 'twin')).toEqual({
      key: 'twin',
      request: 'sha-256 of the request',
      status: 200,
      body: '{"position":1}',
    });
    const stranger = await createGuest();
    expect(await findAnswer(stranger.id, 'twin')).toBeUndefined();
    await deleteOldAnswers(new Date(Date.now() + 1000));
    expect(await findAnswer(owner.id, 'twin')).toBeUndefined();
  });

  test('a key that is taken undoes the whole write', async () => {
    const { prisma } = await open();
    const { own, owner, attempt } = await newAttempt();
    await attempts.appendStep({ ...own, expectedHead: 0, step: step(), idempotency: keyed('k') });
    const again = { ...own, expectedHead: 1, idempotency: keyed('k') };
    await expect(attempts.appendStep({ ...again, step: step() })).rejects.toBeInstanceOf(KeyTaken);
    await expect(attempts.moveHead({ ...again, to: 0 })).rejects.toBeInstanceOf(KeyTaken);
    await expect(attempts.countRepeat({ ...again, seq: 1 })).rejects.toBeInstanceOf(KeyTaken);
    const start = { userId: owner.id, labSlug: 'first', contentHash: 'hash-1', seed: 's', engine: '1' };
    const idempotency = { ...keyed('k'), answer: () => ({ status: 201, body: '' }) };
    const state = { world: '{}', shell: '{}' };
    await expect(attempts.create({ ...start, snapshot: state, idempotency })).rejects.toBeInstanceOf(KeyTaken);
    expect(await attempts.findAttempt(attempt.id, owner.id)).toMatchObject({ head: 1, lastSeq: 1 });
    expect(await prisma.labAttempt.count()).toBe(1);
    expect(await listSteps(attempt.id, owner.id, 9)).toMatchObject([{ repeats: 0 }]);
  });

  test('undo moves the head; a number is never used twice; a finish is kept', async () => {
    await open();
    const { own, owner, attempt } = await newAttempt();
    await attempts.appendStep({ ...own, expectedHead: 0, step: step() });
    const finishedAt = new Date('2026-03-01T12:00:02.345Z');
    await attempts.appendStep({ ...own, expectedHead: 1, step: step({ ticked: ['all'] }), finishedAt });
    expect(await attempts.findAttempt(attempt.id, owner.id)).toMatchObject({ head: 2, finishedSeq: 2, finishedAt });
    expect(await attempts.moveHead({ ...own, expectedHead: 1, to: 0 }), 'stale').toEqual({ ok: false, head: 2 });
    expect(await attempts.moveHead({ ...own, expectedHead: 2, to: 1 })).toEqual({ ok: true, head: 1 });
    expect(await attempts.appendStep({ ...own, expectedHead: 1, step: step(), finishedAt: new Date() })).toEqual({
      ok: true,
      seq: 3,
    });
    expect(await attempts.findAttempt(attempt.id, owner.id)).toMatchObject({
      head: 3,
      lastSeq: 3,
      finishedSeq: 2,
      finishedAt,
    });
    expect((await listSteps(attempt.id, owner.id, 9)).map(({ seq, parent }) => [seq, parent])).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ]);
    expect((await loadPath(attempt.id, owner.id, 3))?.since.map(({ seq }) => seq)).toEqual([1, 3]);
    await expect(attempts.moveHead({ ...own, to: 4 })).rejects.toBeInstanceOf(NoSuchStep);
    await expect(attempts.moveHead({ ...own, to: -1 })).rejects.toBeInstanceOf(NoSuchStep);
    expect(await attempts.moveHead({ ...own, to: 0 })).toEqual({ ok: true, head: 0 });
    for (const absent of [4, -1]) await expect(loadPath(attempt.id, owner.id, absent)).rejects.toThrow(NoSuchStep);
  });

  test('a repeated refusal is counted on its step, on the head only', async () => {
    await open();
    const { own, owner, attempt } = await newAttempt();
    await attempts.appendStep({ ...own, expectedHead: 0, step: step() });
    expect(await attempts.countRepeat({ ...own, expectedHead: 1, seq: 1 })).toEqual({ ok: true, repeats: 1 });
    expect(await attempts.countRepeat({ ...own, expectedHead: 1, seq: 1 })).toEqual({ ok: true, repeats: 2 });
    expect(await attempts.countRepeat({ ...own, expectedHead: 0, seq: 1 })).toEqual({ ok: false, head: 1 });
    await expect(attempts.countRepeat({ ...own, expectedHead: 1, seq: 9 })).rejects.toBeInstanceOf(NoSuchStep);
    expect(await attempts.findAttempt(attempt.id, owner.id)).toMatchObject({ head: 1, lastSeq: 1 });
    expect(await listSteps(attempt.id, owner.id, 9)).toMatchObject([{ seq: 1, repeats: 2 }]);
  });

  test('a step is gone on from the nearest snapshot on its path, with the steps and the shell since, in one statement', async () => {
    await open();
    const { own, owner, attempt } = await newAttempt();
    const at = (world: string) => ({ world, shell: `{"of":"${world}"}` });
    // 1 ─ 2 (snapshot) ─ 3 ─ 4 (snapshot of engine 2)
    //   └ 5 (snapshot) ─ 6 ─ 7                   neither 2 nor 4 lies on the path to 7
    const append = (expectedHead: number, changes = {}, snapshot?: attempts.State) =>
      attempts.appendStep({ ...own, expectedHead, step: step(changes), ...(snapshot && { snapshot }) });
    await append(0, { shell: '{"cwd":"/1"}' });
    await append(1, {}, at('2'));
    await append(2, { shell: '{"cwd":"/3"}' });
    await append(3, { engine: '2' }, at('4'));
    await attempts.moveHead({ ...own, to: 1 });
    await append(1, {}, at('5'));
    await append(5, { shell: '{"cwd":"/6"}' });
    await append(6);
    const found = async (seq: number) => {
      const { result, statements } = await countStatements(() => loadPath(attempt.id, owner.id, seq));
      expect(statements).toHaveLength(1);
      const { step: last, snapshot, since, shell } = result ?? { since: [] };
      return [last?.seq, snapshot?.seq, snapshot?.engine, snapshot?.world, since.map((each) => each.seq), shell];
    };
    expect(await found(0)).toEqual([undefined, 0, '1', '{"start":true}', [], '{"cwd":"/start"}']);
    expect(await found(1)).toEqual([1, 0, '1', '{"start":true}', [1], '{"cwd":"/1"}']);
    expect(await found(2)).toEqual([2, 2, '1', '2', [], '{"of":"2"}']);
    expect(await found(3)).toEqual([3, 2, '1', '2', [3], '{"cwd":"/3"}']);
    expect(await found(4)).toEqual([4, 4, '2', '4', [], '{"of":"4"}']);
    expect(await found(7)).toEqual([7, 5, '1', '5', [6, 7], '{"cwd":"/6"}']);
    await keepSnapshot(attempt.id, 7, '1', at('7'));
    await keepSnapshot(attempt.id, 7, '1', at('another'));
    expect(await found(7)).toEqual([7, 7, '1', '7', [], '{"of":"7"}']);
  });

  test('a list shows the newest first, with what is ticked at the head, in one statement', async () => {
    const { prisma } = await open();
    const { own, owner, attempt } = await newAttempt();
    const second = await newAttempt(owner);
    const stranger = await newAttempt();
    await attempts.appendStep({ ...own, expectedHead: 0, step: step({ ticked: ['a'] }) });
    await attempts.appendStep({ ...own, expectedHead: 1, step: step({ ticked: ['a', 'b'] }) });
    await attempts.moveHead({ ...own, to: 1 });
    const dates = [new Date('2026-01-02T00:00:00.000Z'), new Date('2026-01-01T00:00:00.000Z')] as const;
    await prisma.labAttempt.update({ where: { id: attempt.id }, data: { updatedAt: dates[0] } });
    await prisma.labAttempt.update({ where: { id: second.attempt.id }, data: { updatedAt: dates[1] } });
    const { result, statements } = await countStatements(() => attempts.listAttempts(owner.id));
    expect(result).toMatchObject([
      { id: attempt.id, labSlug: 'first', ticked: ['a'], steps: 2, updatedAt: dates[0], finishedAt: null },
      { id: second.attempt.id, ticked: [], steps: 0, updatedAt: dates[1] },
    ]);
    expect(statements).toHaveLength(1);
    const ids = async (page: Parameters<typeof attempts.listAttempts>[1]) =>
      (await attempts.listAttempts(owner.id, page)).map((each) => each.id);
    expect(await ids({ limit: 1 })).toEqual([attempt.id]);
    expect(await ids({ before: dates[0] })).toEqual([second.attempt.id]);
    expect(await ids({ labSlug: 'another' })).toEqual([]);

    const newest = (slug: string, preferred?: string) => attempts.findNewest(owner.id, slug, preferred);
    expect(await newest('first')).toBe(attempt.id);
    expect(await newest('first', second.attempt.id)).toBe(second.attempt.id);
    expect(await newest('first', stranger.attempt.id)).toBe(attempt.id);
    expect(await newest('another', attempt.id)).toBeUndefined();
  });

  test('hints are kept', async () => {
    await open();
    const { attempt, owner } = await newAttempt();
    expect(await attempts.setHints(attempt.id, owner.id, { 'eth0-refused': 2 })).toBe(true);
    expect(await attempts.findAttempt(attempt.id, owner.id)).toMatchObject({ hints: { 'eth0-refused': 2 } });
  });

  test('an access key is given once, finds its attempt in one statement, and is dead when it was revoked', async () => {
    const { prisma } = await open();
    const { attempt, owner } = await newAttempt();
    await newAttempt(owner);
    expect(await attempts.findByAccessKey('AKIA1')).toBeUndefined();
    const given = { accessKeyId: 'AKIA1', keyVersion: 1, contentHash: attempt.contentHash };
    const both = ['AKIA1', 'AKIA1'].map((candidate) => attempts.giveAccessKey(attempt.id, owner.id, candidate));
    expect(await Promise.all(both)).toEqual([given, given]);
    expect(await attempts.giveAccessKey(attempt.id, owner.id, 'AKIA2')).toEqual(given);
    const { result, statements } = await countStatements(() => attempts.findByAccessKey('AKIA1'));
    expect(result).toEqual({ ...attempt, accessKeyId: 'AKIA1' });
    expect(statements).toHaveLength(1);
    await prisma.labAttempt.update({ where: { id: attempt.id }, data: { finishedAt: new Date(5_000) } });
    expect((await attempts.findByAccessKey('AKIA1'))?.finishedAt).toEqual(new Date(5_000));

    const revoking = { key: 'k', request: 'digest', answer: () => ({ status: 200, body: '{}' }) };
    expect(await attempts.revokeAccessKey(attempt.id, owner.id, revoking)).toBe(true);
    expect(await attempts.findByAccessKey('AKIA1')).toBeUndefined();
    await expect(attempts.revokeAccessKey(attempt.id, owner.id, revoking)).rejects.toBeInstanceOf(KeyTaken);
    expect(await attempts.giveAccessKey(attempt.id, owner.id, 'AKIA2')).toMatchObject({ keyVersion: 2 });
    expect((await attempts.findByAccessKey('AKIA2'))?.id).toBe(attempt.id);
  });

  test('four hundred transactions at once all get their turn', async () => {
    const { prisma } = await open();
    const { attempt, owner } = await newAttempt();
    const guests = await Promise.all(Array.from({ length: 20 }, () => newAttempt(owner)));
    const append = async ({ own }: (typeof guests)[number]) => {
      for (let head = 0; head < 20; head++) {
        const result = await attempts.appendStep({ ...own, expectedHead: head, step: step() });
        if (!result.ok) throw new Error(`lost at ${head}`);
      }
    };
    await Promise.all(guests.map(append));
    expect(await prisma.labStep.count()).toBe(400);
    const moves = await Promise.all(
      Array.from({ length: 400 }, () => attempts.moveHead({ attemptId: attempt.id, userId: owner.id, to: 0 })),
    );
    expect(moves.every((move) => move.ok)).toBe(true);
  });
}
