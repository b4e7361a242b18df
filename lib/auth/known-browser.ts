import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { environment } from '@/lib/environment/environment';
import { requestCookies } from './incoming';

/**
 * A browser that has signed in to an account before is told apart from strangers, so that strangers who try passwords on
 * that account, or from the same school's address, do not lock its owner out. The cookie lets nobody in: it only says whose
 * tries to count. See https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
const yearSeconds = 365 * 24 * 60 * 60;
const salt = 'known browser';

const isSecure = () => environment().publicUrl.protocol === 'https:';
const cookieName = () => `${isSecure() ? '__Secure-' : ''}patchbay.known-browser`;

/** What to count this browser's tries under, when it has signed in to this account before. */
export async function knownBrowser(email: string): Promise<string | undefined> {
  const token = (await requestCookies()).get(cookieName())?.value;
  if (!token) return undefined;
  try {
    const content = await decode({ token, secret: environment().secret, salt });
    return content?.email === email && typeof content.browser === 'string' ? content.browser : undefined;
  } catch {
    return undefined; // Not ours, or older than the secret: a stranger.
  }
}

/** Remember that this browser has signed in to this account. A browser knows one account, the last. */
export async function rememberBrowser(email: string): Promise<void> {
  const browser = (await knownBrowser(email)) ?? crypto.randomUUID();
  const value = await encode({
    token: { email, browser },
    secret: environment().secret,
    maxAge: yearSeconds,
    salt,
  });
  (await requestCookies()).set(cookieName(), value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: yearSeconds,
  });
}

/** No longer know whose this browser was: the cookie holds their address. */
export async function forgetBrowser(): Promise<void> {
  (await requestCookies()).set(cookieName(), '', { httpOnly: true, path: '/', secure: isSecure(), maxAge: 0 });
}
