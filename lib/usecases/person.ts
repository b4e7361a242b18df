import 'server-only';
import { z } from 'zod';
import type { Caller } from '@/lib/auth/caller';
import { forgetBrowser } from '@/lib/auth/known-browser';
import { take } from '@/lib/auth/limits';
import { findByPassword } from '@/lib/auth/password';
import { clearCookie } from '@/lib/auth/session';
import { UserError } from '@/lib/auth/user-error';
import { userOf } from '@/lib/auth/user-of';
import * as deletion from '@/lib/db/delete-person';
import { findAll, rolesOf } from '@/lib/db/person';
import type { RateLimit } from '@/lib/db/rate-limits';
import { findPasswordHash, type User } from '@/lib/db/users';

/** Who is calling, as the header of every page shows it: for an account one statement, else none. */
export async function me(user: User | undefined) {
  const roles = user?.kind === 'account' ? await rolesOf(user.id) : [];
  return {
    kind: user?.kind ?? ('none' as const),
    ...(user?.name && { name: user.name }),
    theme: user?.theme ?? ('system' as const),
    classes: roles.length > 0 || user?.mayMakeClasses === true || user?.role === 'administrator',
    grades: roles.some((role) => role !== 'learner'),
  };
}

/** All that is stored on a person, as one JSON object; what is left out is named in it. */
export async function exportPerson(user: User) {
  const { quizAttempts, ...all } = await findAll(user.id);
  return {
    exportedAt: new Date().toISOString(),
    leftOut: [
      'The hash of your password, the ids of your sessions and your tokens themselves: they prove who you are.',
      'Snapshots of simulated accounts: the steps make them again.',
      'Answers that are kept for a day for requests that are sent twice: they repeat what is here.',
      'Seeds of attempts that began at a shared moment: whoever shared it chose them.',
      'The names of the people who marked your answers.',
      ...(quizAttempts.some(({ withheld, submittedAt }) => withheld && submittedAt)
        ? ['Marks of the quiz attempts that say "withheld": their class has not released them yet.']
        : []),
    ],
    ...all,
    quizAttempts,
  };
}

const longest = 'No password here is longer than 200 characters.';
export const DeleteMe = z.strictObject({
  confirm: z.string().max(300).describe('The word `delete`, or the account’s e-mail address.'),
  password: z.string().max(200, longest).optional().describe('Of the account; a guest has none.'),
});

const tries: RateLimit = { name: 'delete-person', points: 10, durationSeconds: 900 };

/** Delete what is stored on a person, after they have typed that they mean it. Refused to whom others depend on. */
export async function deletePerson(user: User, { confirm, password = '' }: z.output<typeof DeleteMe>): Promise<void> {
  const typed = confirm.trim().toLowerCase();
  if (typed !== 'delete' && typed !== user.email) throw wrong('confirm', 'Type the word delete.');
  if (user.kind === 'account') {
    const found = await findByPassword(password, async () => {
      await take(tries, user.id);
      const passwordHash = await findPasswordHash(user.id);
      return passwordHash === undefined ? undefined : { passwordHash };
    });
    if (!found) throw wrong('password', 'This is not your password.');
  }
  const kept = await deletion.deletePerson(user.id);
  if (kept?.because === 'administrator') {
    throw new UserError(
      'Conflict',
      'You are the only administrator. Make another account one first (npm run admin -- set-role), then delete yours.',
    );
  }
  if (kept) {
    const names = kept.classes.map((name) => `“${name}”`).join(', ');
    throw new UserError(
      'Conflict',
      `You are the only instructor of ${names}. Make somebody there an instructor first, then delete your account.`,
    );
  }
}

/** The same, from a browser or a program: what this browser remembers of them goes too. */
export async function deleteMe(caller: Caller | undefined, input: z.output<typeof DeleteMe>) {
  await deletePerson(userOf(caller), input);
  if (caller?.session) {
    await clearCookie();
    await forgetBrowser();
  }
  return { deleted: true as const };
}

const wrong = (path: string, message: string) =>
  new UserError('InvalidInput', message, { issues: [{ path, message }] });
