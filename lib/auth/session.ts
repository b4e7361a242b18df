import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { createSession, deleteSession, findSession, touchSession } from '@/lib/db/sessions';
import type { User } from '@/lib/db/users';
import { environment } from '@/lib/environment/environment';
import { requestCookies, requestHeaders } from './incoming';
import { isSameOrigin } from './same-origin';

/**
 * A browser's session: a row of ours, named by next-auth's encrypted, HttpOnly cookie. The row is what makes a
 * session end when it is signed out or its person's password changes; a copied cookie ends with it.
 */
export interface BrowserSession {
  readonly id: string;
  readonly user: User;
  /** Whether the cookie is to be given a new term. */
  readonly renew: boolean;
}

/** Thirty days, counted from the last day on which it was used. */
export const sessionSeconds = 30 * 24 * 60 * 60;
const daySeconds = 24 * 60 * 60;

const isSecure = () => environment().publicUrl.protocol === 'https:';
/** next-auth's own name, so that its endpoints read the same cookie. */
const sessionCookie = () => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`;

/** What a cookie said, by its text: opening one costs more than all else that a small request does. */
const opened = new Map<string, { id: string; isFramed: boolean; issuedAt: number; expiresAt: number }>();
const mostOpened = 5_000;

/** What the cookie says, without asking the database: the id of a session row, whether it is a frame's and older than a day. */
async function readCookie(): Promise<{ id: string; isFramed: boolean; renew: boolean } | undefined> {
  const token = (await requestCookies()).get(sessionCookie())?.value;
  if (!token) return undefined;
  const content = opened.get(token) ?? (await openCookie(token));
  const now = Date.now() / 1000;
  if (!content || content.expiresAt < now) return undefined;
  return { id: content.id, isFramed: content.isFramed, renew: content.issuedAt < now - daySeconds };
}

async function openCookie(token: string) {
  try {
    const content = await decode({ token, secret: environment().secret });
    if (typeof content?.sid !== 'string') return undefined;
    const { sid: id, framed, iat, exp } = content;
    const said = { id, isFramed: framed === true, issuedAt: Number(iat), expiresAt: Number(exp) };
    const [oldest] = opened.keys();
    if (opened.size >= mostOpened && oldest !== undefined) opened.delete(oldest);
    opened.set(token, said);
    return said;
  } catch {
    return undefined; // Not ours, or older than the secret: nobody is signed in.
  }
}

/** Who this browser is, in one statement; undefined for nobody. */
export async function findBrowserSession(): Promise<BrowserSession | undefined> {
  const cookie = await readCookie();
  const found = cookie && (await findSession(cookie.id));
  if (!found) return undefined;
  await touchSession(found.session);
  const { id, renew } = cookie;
  return { id, renew, user: found.user };
}

/** A new row for this browser; the one that its cookie names, whoever's it was, ends. */
export async function replaceSession(userId: string): Promise<string> {
  const old = await readCookie();
  const id = await createSession(userId);
  if (old) await deleteSession(old.id);
  return id;
}

/** Make this browser `userId`'s: a new session row and a new cookie, whatever cookie it came with. */
export async function startSession(userId: string): Promise<string> {
  const id = await replaceSession(userId);
  await writeCookie(id);
  return id;
}

/** Take the session's cookie from this browser; its row is the caller's to delete. */
export async function clearCookie(): Promise<void> {
  (await requestCookies()).set(sessionCookie(), '', { httpOnly: true, path: '/', secure: isSecure(), maxAge: 0 });
}

/** Give the cookie of a session a new term. Only where cookies can be set: in route handlers and server actions. */
export async function writeCookie(id: string): Promise<void> {
  const own = await readCookie();
  // A new term makes no second cookie of another kind beside this one: which of the two a browser sends last would be chance.
  const framed = own?.id === id ? own.isFramed : await isFromFrame();
  const token = { sid: id, ...(framed && { framed }) };
  const value = await encode({ token, secret: environment().secret, maxAge: sessionSeconds });
  (await requestCookies()).set(sessionCookie(), value, {
    httpOnly: true,
    path: '/',
    maxAge: sessionSeconds,
    ...(framed
      ? { sameSite: 'none' as const, secure: true, partitioned: true }
      : { sameSite: 'lax' as const, secure: isSecure() }),
  });
}

/**
 * Whether this request comes from a lab in another site's frame, where browsers send no other cookie than one that is kept for
 * that site alone; what it could be misused for from elsewhere, `requireSameOrigin` refuses. Browsers take such a cookie by
 * https and from this very machine; by http otherwise the lab works in frames of the same site only.
 * Source: https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies
 */
async function isFromFrame(): Promise<boolean> {
  const { embedOrigins, publicUrl } = environment();
  if (embedOrigins.length === 0) return false;
  const isTrusted = isSecure() || /^(localhost|127\.0\.0\.1)$/.test(publicUrl.hostname);
  const sent = await requestHeaders();
  const page = sent.get('referer') ?? '';
  if (!isTrusted || !URL.canParse(page)) return false;
  const { origin, pathname } = new URL(page);
  // Any site may have pages under that path.
  return pathname.startsWith('/embed/') && isSameOrigin({ origin, site: null, host: sent.get('host') }, publicUrl);
}
