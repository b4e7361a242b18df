import 'server-only';
import { giveBack, type RateLimit, reset } from '@/lib/db/rate-limits';
import { findAccountByEmail, mergeGuest, renewPasswordHash, type User } from '@/lib/db/users';
import { callerAddress } from './address';
import { knownBrowser, rememberBrowser } from './known-browser';
import { take } from './limits';
import { findByPassword, hashPassword, isOutdated } from './password';
import { findBrowserSession } from './session';
import { UserError } from './user-error';

/**
 * Wrong passwords, counted in the database before any hash is computed; a right one is given back, so that a class behind
 * one address gets in. A browser that has signed in to the account before has tries of its own, and strangers cannot use
 * them up.
 */
const limits = {
  browser: { name: 'sign-in-browser', points: 10, durationSeconds: 900 },
  pair: { name: 'sign-in-pair', points: 10, durationSeconds: 900 },
  account: { name: 'sign-in-account', points: 60, durationSeconds: 3_600, blockSeconds: 900 },
  address: { name: 'sign-in-address', points: 100, durationSeconds: 900 },
} as const satisfies Record<string, RateLimit>;

/**
 * The account behind an address and password; what this browser did as a guest becomes the account's. One refusal for
 * a wrong address and a wrong password, after the same time.
 */
export async function checkPassword(email: string, password: string): Promise<User> {
  const [address, browser] = await Promise.all([callerAddress(), knownBrowser(email)]);
  const pair = `${email}/${address}`;
  const account = await findByPassword(password, async () => {
    if (browser) {
      await take(limits.browser, browser);
    } else {
      await take(limits.address, address);
      await take(limits.pair, pair);
      await take(limits.account, email);
    }
    return findAccountByEmail(email);
  });
  if (!account) {
    throw new UserError('Unauthenticated', 'No account has this address and password. Check both and try again.');
  }
  if (browser) {
    await reset(limits.browser, browser);
  } else {
    await reset(limits.pair, pair);
    await giveBack(limits.account, email);
    await giveBack(limits.address, address);
  }
  if (isOutdated(account.passwordHash)) await renewPasswordHash(account.user.id, await hashPassword(password));
  await rememberBrowser(email);
  const before = await findBrowserSession();
  if (before?.user.kind === 'guest') await mergeGuest(before.user.id, account.user.id);
  return account.user;
}
