import 'server-only';
import { z } from 'zod';
import { list, revoke } from '@/lib/db/api-tokens';
import { EmailTaken } from '@/lib/db/errors';
import type { RateLimit } from '@/lib/db/rate-limits';
import {
  convertGuest,
  createAccount,
  createFirstAdministrator,
  findPasswordHash,
  setName,
  setPassword,
  setTheme,
} from '@/lib/db/users';
import { callerAddress } from './address';
import type { Caller } from './caller';
import { Email, LocalPath, Name } from './fields';
import { rememberBrowser } from './known-browser';
import { take } from './limits';
import { findByPassword, hashPassword, NewPassword } from './password';
import { findBrowserSession, startSession } from './session';
import { isSetupToken } from './setup-link';
import { checkPassword } from './sign-in';
import { newToken } from './tokens';
import { UserError } from './user-error';

export const SignIn = z.strictObject({
  email: Email,
  password: z.string().min(1, 'Type your password.').max(200, 'No password here is longer than 200 characters.'),
  next: LocalPath,
});
export const SignUp = z.strictObject({
  name: Name,
  email: Email,
  password: NewPassword,
  setup: z.string().optional(),
  next: LocalPath,
});
export const ChangePassword = z.strictObject({
  current: z.string().min(1, 'Type your present password.').max(200, 'No password here is longer than 200 characters.'),
  password: NewPassword,
});
export const ChangeName = z.strictObject({ name: Name });
export const ChangeTheme = z.strictObject({ theme: z.enum(['system', 'light', 'dark']) });
export const CreateToken = z.strictObject({ name: Name });
export const RevokeToken = z.strictObject({ id: z.uuid() });

const signUps: RateLimit = { name: 'sign-up-address', points: 600, durationSeconds: 3_600 };
const passwordChanges: RateLimit = { name: 'change-password', points: 10, durationSeconds: 900 };

export async function signIn(_caller: Caller | undefined, { email, password }: z.output<typeof SignIn>): Promise<void> {
  await startSession((await checkPassword(email, password)).id);
}

/**
 * Make an account and sign this browser in: a guest is converted and keeps what it did. With the one-time set-up
 * token the account is the first administrator.
 */
export async function signUp(_caller: Caller | undefined, input: z.output<typeof SignUp>): Promise<void> {
  await take(signUps, await callerAddress());
  if (input.setup && !isSetupToken(input.setup)) throw setupUsed();
  const credentials = { email: input.email, name: input.name, passwordHash: await hashPassword(input.password) };
  const before = await findBrowserSession();
  const guestId = before?.user.kind === 'guest' ? before.user.id : undefined;
  try {
    const user = input.setup
      ? await createFirstAdministrator(credentials, guestId)
      : (guestId && (await convertGuest(guestId, credentials))) || (await createAccount(credentials));
    if (!user) throw setupUsed();
    // It ends the guest's: a copy of that cookie, wherever it is, does not become the account's.
    await startSession(user.id);
    await rememberBrowser(input.email);
  } catch (error) {
    if (error instanceof EmailTaken) {
      throw fieldRefusal('email', 'An account with this address exists. Sign in; what you did here comes along.');
    }
    throw error;
  }
}

/** The new password ends every other session of the account. */
export async function changePassword(
  caller: Caller | undefined,
  input: z.output<typeof ChangePassword>,
): Promise<void> {
  const { user, session } = known(caller);
  const found = await findByPassword(input.current, async () => {
    await take(passwordChanges, user.id);
    const passwordHash = await findPasswordHash(user.id);
    return passwordHash === undefined ? undefined : { passwordHash };
  });
  if (!found) throw fieldRefusal('current', 'This is not your present password.');
  await setPassword(user.id, await hashPassword(input.password), session?.id);
}

export const changeName = (caller: Caller | undefined, { name }: z.output<typeof ChangeName>): Promise<void> =>
  setName(known(caller).user.id, name);

export const changeTheme = (caller: Caller | undefined, { theme }: z.output<typeof ChangeTheme>): Promise<void> =>
  setTheme(known(caller).user.id, theme);

/** More than anybody has programs; a list of them stays a page. */
const mostTokens = 50;

export async function createTokenFor(
  caller: Caller | undefined,
  { name }: z.output<typeof CreateToken>,
): Promise<{ token: string }> {
  const { user } = known(caller);
  if ((await list(user.id)).length >= mostTokens) {
    throw new UserError('Conflict', `An account has at most ${mostTokens} tokens. Revoke one that is not used.`);
  }
  return { token: await newToken(user.id, name) };
}

export async function revokeToken(caller: Caller | undefined, { id }: z.output<typeof RevokeToken>): Promise<void> {
  if (!(await revoke(known(caller).user.id, id))) throw new UserError('NotFound', 'There is no such token.');
}

const setupUsed = () =>
  new UserError('Forbidden', 'This set-up link was used or is not ours. Sign up without it, or ask the administrator.');

const fieldRefusal = (path: string, message: string) =>
  new UserError('InvalidInput', message, { issues: [{ path, message }] });

/** The permission table lets nobody without an identity come this far. */
function known(caller: Caller | undefined): Caller {
  if (!caller) throw new UserError('Unauthenticated', 'Nobody is signed in.');
  return caller;
}
