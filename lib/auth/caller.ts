import 'server-only';
import { findByHash } from '@/lib/db/api-tokens';
import type { RateLimit } from '@/lib/db/rate-limits';
import { createGuest, type User } from '@/lib/db/users';
import { environment } from '@/lib/environment/environment';
import { callerAddress } from './address';
import { requestHeaders } from './incoming';
import { take } from './limits';
import type { Access } from './permissions';
import { isSameOrigin } from './same-origin';
import { type BrowserSession, findBrowserSession, startSession } from './session';
import { tokenHash } from './tokens';
import { UserError } from './user-error';

export interface Caller {
  readonly user: User;
  /** The browser's session; absent for a token. */
  readonly session?: Pick<BrowserSession, 'id' | 'renew'>;
}

/** Guests that one address may become: a school has one, and a class of 300 comes twice. */
const guests: RateLimit = { name: 'guest-address', points: 600, durationSeconds: 3_600 };

/**
 * What stands in Authorization, unless it is for somebody in front of us: a proxy that asks for a password passes `Basic`
 * on. Anything else is taken for a token of ours.
 */
async function authorization(): Promise<string | undefined> {
  const given = (await requestHeaders()).get('authorization');
  return given === null || /^basic\b/i.test(given) ? undefined : given;
}

/** Who is calling, by bearer token or session cookie; undefined for nobody. A token that is not known is refused. */
export async function findCaller(): Promise<Caller | undefined> {
  const given = await authorization();
  if (given === undefined) return findBrowserCaller();
  const token = /^Bearer +([\w-]{20,200})$/i.exec(given)?.[1];
  const user = token ? await findByHash(tokenHash(token)) : undefined;
  if (!user) throw new UserError('Unauthenticated', 'This token is not known. Make one in Settings.');
  return { user };
}

/** Who is calling by session cookie alone: pages and forms are for browsers, a token is for the API. */
export async function findBrowserCaller(): Promise<Caller | undefined> {
  const session = await findBrowserSession();
  return session && { user: session.user, session };
}

/** Refuses a request that may carry a cookie and does not come from a page of ours. A bearer token needs no such page. */
export async function requireSameOrigin(): Promise<void> {
  if ((await authorization()) === undefined) await requireOwnPage();
}

/** The same, whatever else the request carries. */
export async function requireOwnPage(): Promise<void> {
  const given = await requestHeaders();
  const from = { origin: given.get('origin'), site: given.get('sec-fetch-site'), host: given.get('host') };
  if (isSameOrigin(from, environment().publicUrl)) return;
  throw new UserError(
    'Forbidden',
    'Requests with a session cookie are taken from this site’s own pages only. Programs use a token from Settings.',
  );
}

/**
 * The caller if `access` lets them in; refuses with 401 or 403. Where that is how one becomes a guest, nobody becomes one,
 * from a page of ours only.
 */
export async function requireAccess(access: Exclude<Access, 'anyone'>, caller: Caller | undefined): Promise<Caller> {
  if (caller) {
    if (access === 'account' && caller.user.kind === 'guest') {
      throw new UserError('Forbidden', 'This needs an account. Make one; what you did as a guest comes along.');
    }
    return caller;
  }
  if (access !== 'guest') {
    throw new UserError('Unauthenticated', 'Nobody is signed in. Sign in, or send a token made in Settings.');
  }
  await requireOwnPage();
  await take(guests, await callerAddress());
  const user = await createGuest();
  return { user, session: { id: await startSession(user.id), renew: false } };
}
