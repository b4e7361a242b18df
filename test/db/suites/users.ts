import { expect, test } from 'vitest';
import { list as listAudit } from '@/lib/db/audit';
import { EmailTaken } from '@/lib/db/errors';
import { findAttempt, listAttempts } from '@/lib/db/lab-attempts';
import { addBookmark, listNotes, saveNote } from '@/lib/db/notes';
import { createSession, findSession } from '@/lib/db/sessions';
import * as users from '@/lib/db/users';
import type { Open } from '../databases';
import { newAttempt } from './attempts';
import { answerLesson, newQuizAttempt, readLesson } from './whole-person';

const ada = { email: 'ada@example.org', name: 'Ada', passwordHash: 'hash of ada' };

export function usersSuite(open: Open): void {
  test('a guest is found again, as it was made', async () => {
    await open();
    const guest = await users.createGuest();
    expect(guest).toMatchObject({ kind: 'guest', role: 'user', mayMakeClasses: false, theme: 'system', email: null });
    expect(await users.findUser(guest.id)).toEqual(guest);
    expect(await users.findUser('nobody')).toBeUndefined();
  });

  test('only signing in sees a password hash', async () => {
    await open();
    const account = await users.createAccount({ ...ada, role: 'administrator' });
    expect(account).toMatchObject({ kind: 'account', role: 'administrator', email: ada.email });
    expect(JSON.stringify([account, await users.findUser(account.id)])).not.toContain('hash of');
    expect(await users.findAccountByEmail(ada.email)).toEqual({ user: account, passwordHash: ada.passwordHash });
    expect(await users.findPasswordHash(account.id)).toBe(ada.passwordHash);
    expect(await users.findAccountByEmail('eve@example.org')).toBeUndefined();
  });

  test('an address belongs to one account, however many ask at once', async () => {
    await open();
    const guest = await users.createGuest();
    const results = await Promise.allSettled([
      ...Array.from({ length: 8 }, () => users.createAccount(ada)),
      users.convertGuest(guest.id, ada),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(EmailTaken);
  });

  test('a guest becomes an account and keeps its id and its attempts', async () => {
    await open();
    const { owner, attempt } = await newAttempt();
    const account = await users.convertGuest(owner.id, ada);
    expect(account).toMatchObject({ id: owner.id, kind: 'account', email: ada.email, name: 'Ada' });
    expect(await findAttempt(attempt.id, owner.id)).toBeDefined();
    expect(
      await users.convertGuest(owner.id, { ...ada, email: 'other@example.org' }),
      'no guest any more',
    ).toBeUndefined();
  });

  test('merging gives the attempts to the account, removes the guest with its sessions, and may be repeated', async () => {
    await open();
    const account = await users.createAccount(ada);
    const { owner: guest, attempt } = await newAttempt();
    const session = await createSession(guest.id);
    expect(await users.mergeGuest(guest.id, account.id)).toBe(1);
    expect(await findAttempt(attempt.id, account.id)).toMatchObject({ id: attempt.id, updatedAt: attempt.updatedAt });
    expect(await findAttempt(attempt.id, guest.id)).toBeUndefined();
    expect(await users.findUser(guest.id)).toBeUndefined();
    expect(await findSession(session)).toBeUndefined();
    expect(await users.mergeGuest(guest.id, account.id)).toBe(0);
    expect(await listAttempts(account.id)).toHaveLength(1);
  });

  test('merging gives the quiz attempts too, with their answers and marks', async () => {
    const { prisma } = await open();
    const account = await users.createAccount(ada);
    const guest = await users.createGuest();
    await newQuizAttempt(prisma, account.id, { points: 3 });
    const handedIn = await newQuizAttempt(prisma, guest.id, { points: 7, text: 'of the guest', markedBy: 'engine' });
    await newQuizAttempt(prisma, guest.id, { quizSlug: 'another' });
    expect(await users.mergeGuest(guest.id, account.id)).toBe(2);
    expect(await prisma.quizAttempt.count({ where: { userId: account.id } })).toBe(3);
    expect(
      await prisma.quizAttempt.findUnique({
        where: { id: handedIn.id },
        include: { answers: { include: { marks: true } } },
      }),
    ).toMatchObject({ userId: account.id, points: 7, answers: [{ answer: '"of the guest"', marks: [{ points: 3 }] }] });
  });

  test('merging lessons keeps the earlier finish and the newer answer', async () => {
    const { prisma } = await open();
    const account = await users.createAccount(ada);
    const guest = await users.createGuest();
    const [first, second, third] = [new Date('2026-01-01'), new Date('2026-01-02'), new Date('2026-01-03')];
    const rows: [slug: string, ofAccount: [Date, Date?] | undefined, ofGuest: [Date, Date?] | undefined][] = [
      ['guest-earlier', [second, third], [first, second]],
      ['account-earlier', [first, second], [second, third]],
      ['guest-only', undefined, [second, third]],
      ['account-only', [first, second], undefined],
      ['guest-finished', [second], [second, third]],
      ['account-finished', [first, third], [first]],
      ['neither-finished', [second], [first]],
    ];
    for (const [slug, ofAccount, ofGuest] of rows) {
      if (ofAccount) await readLesson(prisma, account.id, slug, ...ofAccount);
      if (ofGuest) await readLesson(prisma, guest.id, slug, ...ofGuest);
    }
    await answerLesson(prisma, account.id, 'newer-here', 'account', third);
    await answerLesson(prisma, guest.id, 'newer-here', 'guest', second);
    await answerLesson(prisma, account.id, 'newer-there', 'account', first);
    await answerLesson(prisma, guest.id, 'newer-there', 'guest', second);
    await answerLesson(prisma, guest.id, 'only-there', 'guest', first);

    for (const round of [1, 2]) {
      await users.mergeGuest(guest.id, account.id);
      const progress = await prisma.lessonProgress.findMany({ orderBy: { slug: 'asc' } });
      expect(
        progress.map(({ userId, slug, startedAt, finishedAt }) => [userId === account.id, slug, startedAt, finishedAt]),
        `${round}`,
      ).toEqual([
        [true, 'account-earlier', first, second],
        [true, 'account-finished', first, third],
        [true, 'account-only', first, second],
        [true, 'guest-earlier', first, second],
        [true, 'guest-finished', second, third],
        [true, 'guest-only', second, third],
        [true, 'neither-finished', first, null],
      ]);
      const answers = await prisma.lessonAnswer.findMany({ orderBy: { questionId: 'asc' } });
      expect(
        answers.map(({ userId, questionId, answer, answeredAt }) => [userId, questionId, answer, answeredAt]),
      ).toEqual([
        [account.id, 'newer-here', '"account"', third],
        [account.id, 'newer-there', '"guest"', second],
        [account.id, 'only-there', '"guest"', first],
      ]);
    }
  });

  test('merging keeps every bookmark once, and loses no note', async () => {
    await open();
    const account = await users.createAccount(ada);
    const guest = await users.createGuest();
    const other = await users.createGuest();
    const write = async (user: users.User, slug: string, ...texts: string[]) => {
      for (const [version, text] of texts.entries()) await saveNote({ userId: user.id, slug, text, version });
    };
    await write(account, 'both', 'of the account');
    await write(guest, 'both', 'draft', 'of the guest');
    await write(guest, 'guest-only', 'of the guest');
    await write(account, 'same', 'the same');
    await write(guest, 'same', 'the same');
    await write(account, 'emptied-here', 'of the account', '');
    await write(guest, 'emptied-here', 'of the guest');
    await write(account, 'emptied-there', 'of the account');
    await write(guest, 'emptied-there', 'of the guest', '');
    await write(other, 'both', 'of another');
    for (const [userId, anchor] of [
      [account.id, 'a'],
      [account.id, 'b'],
      [guest.id, 'b'],
      [guest.id, 'c'],
    ] as const)
      await addBookmark({ userId, slug: 'both', anchor, atMost: 9 });

    for (const round of [1, 2]) {
      await users.mergeGuest(guest.id, account.id);
      const { bookmarks, notes } = await listNotes(account.id);
      expect(
        bookmarks.map(({ anchor }) => anchor),
        `${round}`,
      ).toEqual(['a', 'b', 'c']);
      // Where both had one, the version is neither's.
      expect(notes.map(({ slug, text, version }) => [slug, text, version])).toEqual([
        ['both', 'of the account\n\nof the guest', 3],
        ['emptied-here', 'of the guest', 3],
        ['emptied-there', 'of the account', 3],
        ['guest-only', 'of the guest', 1],
        ['same', 'the same', 2],
      ]);
    }
    expect((await listNotes(other.id)).notes).toMatchObject([{ text: 'of another' }]);
  });

  test('merging never takes from an account', async () => {
    const { prisma } = await open();
    const account = await users.createAccount(ada);
    const other = await users.createAccount({ ...ada, email: 'other@example.org' });
    await newAttempt(other);
    await newQuizAttempt(prisma, other.id, { points: 7 });
    await readLesson(prisma, other.id, 'eni', new Date());
    await answerLesson(prisma, other.id, 'q1', 'other', new Date());
    expect(await users.mergeGuest(other.id, account.id)).toBe(0);
    expect(await users.findUser(other.id)).toBeDefined();
    expect(await listAttempts(other.id)).toHaveLength(1);
    const mine = { where: { userId: account.id } };
    expect([
      await prisma.quizAttempt.count(mine),
      await prisma.lessonProgress.count(mine),
      await prisma.lessonAnswer.count(mine),
    ]).toEqual([0, 0, 0]);
  });

  test('merging into nobody changes nothing', async () => {
    await open();
    const { owner: guest } = await newAttempt();
    await expect(users.mergeGuest(guest.id, 'nobody')).rejects.toThrow();
    expect(await listAttempts(guest.id)).toHaveLength(1);
  });

  test('a new password signs out every other browser of that person', async () => {
    await open();
    const account = await users.createAccount(ada);
    const other = await users.createAccount({ ...ada, email: 'other@example.org' });
    const [here, elsewhere, stranger] = [
      await createSession(account.id),
      await createSession(account.id),
      await createSession(other.id),
    ];
    await users.setPassword(account.id, 'new hash', here);
    expect(await users.findPasswordHash(account.id)).toBe('new hash');
    expect(await findSession(here)).toBeDefined();
    expect(await findSession(elsewhere)).toBeUndefined();
    expect(await findSession(stranger)).toBeDefined();
    await users.setPassword(account.id, 'newer hash');
    expect(await findSession(here)).toBeUndefined();
  });

  test('rights change together with a line in the audit log', async () => {
    await open();
    const account = await users.createAccount(ada);
    expect(await users.countAdministrators()).toBe(0);
    const by = { actorId: 'root', reason: 'teaches networking' };
    expect(await users.setRole(account.id, { role: 'administrator', mayMakeClasses: true }, by)).toBe(true);
    expect(await users.findUser(account.id)).toMatchObject({ role: 'administrator', mayMakeClasses: true });
    expect(await users.countAdministrators()).toBe(1);
    expect(await listAudit({ subject: `user:${account.id}` })).toMatchObject([
      {
        actorId: 'root',
        action: 'user.set-role',
        before: { role: 'user', mayMakeClasses: false },
        after: { role: 'administrator', mayMakeClasses: true },
        reason: 'teaches networking',
      },
    ]);
    const guest = await users.createGuest();
    expect(await users.setRole(guest.id, { role: 'administrator' }, by), 'a guest has no rights').toBe(false);
  });

  test('of twenty who ask to be the first administrator one is', async () => {
    await open();
    const guest = await users.createGuest();
    const asked = Array.from({ length: 20 }, (_, index) =>
      users.createFirstAdministrator({ ...ada, email: `a${index}@example.org` }, index === 0 ? guest.id : undefined),
    );
    expect((await Promise.all(asked)).filter((user) => user?.role === 'administrator')).toHaveLength(1);
    expect(await users.countAdministrators()).toBe(1);
    expect(await listAudit()).toMatchObject([{ action: 'user.first-administrator' }]);
  });

  test('a guest can become the first administrator, with an address that is free', async () => {
    await open();
    const account = await users.createAccount(ada);
    const guest = await users.createGuest();
    await expect(users.createFirstAdministrator(ada, guest.id)).rejects.toBeInstanceOf(EmailTaken);
    expect(await users.countAdministrators()).toBe(0);
    const first = await users.createFirstAdministrator({ ...ada, email: 'root@example.org' }, guest.id);
    expect(first).toMatchObject({ id: guest.id, kind: 'account', role: 'administrator' });
    expect(await users.findUser(account.id)).toMatchObject({ role: 'user' });
  });

  test('name and theme are kept', async () => {
    await open();
    const account = await users.createAccount(ada);
    await users.setTheme(account.id, 'dark');
    await users.setName(account.id, 'Ada L.');
    expect(await users.findUser(account.id)).toMatchObject({ theme: 'dark', name: 'Ada L.' });
  });

  test('idle guests go with all they did; accounts and guests seen since stay', async () => {
    const { prisma } = await open();
    const old = new Date('2026-01-01T00:00:00Z');
    const account = await users.createAccount(ada);
    const here = await users.createGuest();
    const { owner, attempt } = await newAttempt();
    await newQuizAttempt(prisma, owner.id, { points: 7, markedBy: 'engine' });
    await readLesson(prisma, owner.id, 'eni', old);
    await answerLesson(prisma, owner.id, 'q1', 'a', old);
    for (let index = 0; index < 44; index++) await users.createGuest();
    await prisma.user.updateMany({ where: { id: { not: here.id } }, data: { lastSeenAt: old } });
    await users.touch(here.id);
    expect(await users.deleteIdleGuests(old), 'not older than').toBe(0);
    expect(await users.deleteIdleGuests(new Date('2026-01-02T00:00:00Z'))).toBe(45);
    expect(await users.findUser(account.id)).toBeDefined();
    expect(await users.findUser(here.id)).toBeDefined();
    expect(await findAttempt(attempt.id, owner.id)).toBeUndefined();
    expect([
      await prisma.labSnapshot.count(),
      await prisma.quizAttempt.count(),
      await prisma.quizAnswer.count(),
      await prisma.mark.count(),
      await prisma.lessonProgress.count(),
      await prisma.lessonAnswer.count(),
    ]).toEqual([0, 0, 0, 0, 0, 0]);
  });
}
