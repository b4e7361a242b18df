import { expect, test } from 'vitest';
import { appendStep } from '@/lib/db/lab-attempts';
import { listSteps } from '@/lib/db/lab-log';
import { keepSeen, listSeen } from '@/lib/db/misconceptions';
import { createAccount, createGuest, mergeGuest } from '@/lib/db/users';
import type { Open } from '../databases';
import { newAttempt, step } from './attempts';

/** The misconceptions that people's steps have shown. */
export function misconceptionsSuite(open: Open): void {
  test('the first time is kept, for each person', async () => {
    await open();
    const { own } = await newAttempt();
    const { own: other } = await newAttempt();
    await keepSeen({ ...own, misconception: 'a', seq: 2 });
    await Promise.all([3, 4, 5].map((seq) => keepSeen({ ...own, misconception: 'a', seq })));
    await keepSeen({ ...own, misconception: 'b', seq: 6 });
    await keepSeen({ ...other, misconception: 'a', seq: 1 });
    expect((await listSeen(own.userId)).map(({ misconception, seq }) => [misconception, seq])).toEqual([
      ['a', 2],
      ['b', 6],
    ]);
    expect(await listSeen(other.userId)).toMatchObject([{ attemptId: other.attemptId, seenAt: expect.any(Date) }]);
    expect(await listSeen((await createGuest()).id)).toEqual([]);
  });

  test('a list of steps says at which its person was told what', async () => {
    await open();
    const { own, owner } = await newAttempt();
    const { own: second } = await newAttempt(owner);
    const { own: other } = await newAttempt();
    for (const attempt of [own, second, other])
      for (const head of [0, 1, 2]) await appendStep({ ...attempt, expectedHead: head, step: step() });
    await keepSeen({ ...own, misconception: 'a', seq: 2 });
    await keepSeen({ ...own, misconception: 'b', seq: 2 });
    await keepSeen({ ...second, misconception: 'c', seq: 1 });
    await keepSeen({ ...other, misconception: 'a', seq: 3 });
    const listed = async ({ attemptId, userId }: typeof own) =>
      (await listSteps(attemptId, userId, 9)).map(({ seq, misconception }) => [seq, misconception]);
    expect(await listed(own), 'a step once, whatever it showed').toEqual([
      [1, null],
      [2, 'a'],
      [3, null],
    ]);
    expect(await listed(second)).toContainEqual([1, 'c']);
    expect(await listed(other)).toContainEqual([3, 'a']);
  });

  test('merging a guest keeps the first time of both, and never takes from an account', async () => {
    const { prisma } = await open();
    const account = await createAccount({ email: 'ada@example.org', name: 'Ada', passwordHash: 'x' });
    const guest = await createGuest();
    const [first, second] = [new Date('2026-01-01'), new Date('2026-01-02')];
    const rows: [misconception: string, userId: string, seenAt: Date][] = [
      ['account-first', account.id, first],
      ['account-first', guest.id, second],
      ['guest-first', account.id, second],
      ['guest-first', guest.id, first],
      ['guest-only', guest.id, second],
    ];
    for (const [misconception, userId, seenAt] of rows) {
      const by = userId === guest.id ? 'guest' : 'account';
      await prisma.misconceptionSeen.createMany({ data: { misconception, userId, seenAt, attemptId: by, seq: 1 } });
    }
    await mergeGuest(account.id, guest.id);
    expect(await listSeen(guest.id), 'an account is no guest').toHaveLength(3);
    for (const round of [1, 2]) {
      await mergeGuest(guest.id, account.id);
      const seen = await listSeen(account.id);
      expect(new Map(seen.map((row) => [row.misconception, [row.attemptId, row.seenAt]])), `${round}`).toEqual(
        new Map([
          ['account-first', ['account', first]],
          ['guest-first', ['guest', first]],
          ['guest-only', ['guest', second]],
        ]),
      );
    }
  });
}
