import { chosenTheme, showTheme, type Theme } from './theme';

/** Answer of `GET /api/v1/me`: who this browser belongs to. `none`: nobody yet, a guest is made at the first write. */
export type Me = {
  kind: 'none' | 'guest' | 'account';
  name?: string;
  theme: Theme;
  /** Whether they are in a class or may make one, and whether they grade in one. */
  classes: boolean;
  grades: boolean;
};

let me: Me | undefined;
const listeners = new Set<() => void>();

/** For useSyncExternalStore: undefined until the first answer, and while none can be had. */
export const currentMe = (): Me | undefined => me;

/** For useSyncExternalStore: calls back when the answer changes; returns the way to stop. */
export function onMeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let asking: Promise<Me | undefined> | undefined;

/** Who is here, from memory where it is known. A browser that was nobody's may be a guest's by now, so that is asked again. */
export function askMe(): Promise<Me | undefined> {
  return me && me.kind !== 'none' ? Promise.resolve(me) : (asking ?? refreshMe());
}

/**
 * Asks the server who is here. Call it after sign-in, sign-up, a change of name or class, or the first write of a guest. A failure
 * leaves what is shown as it is.
 */
export function refreshMe(): Promise<Me | undefined> {
  const answer = fetchMe().finally(() => {
    if (asking === answer) asking = undefined;
  });
  asking = answer;
  return answer;
}

async function fetchMe(): Promise<Me | undefined> {
  const response = await fetch('/api/v1/me', { cache: 'no-store' }).catch(() => undefined);
  if (!response?.ok) return me;
  // Our own route of the same build answers here; its shape is pinned by that route's tests.
  me = (await response.json()) as Me;
  rememberAccount(me.kind === 'account');
  if (me.kind === 'account' && chosenTheme() === undefined) showTheme(me.theme);
  for (const listener of listeners) listener();
  return me;
}

/** Ends the session on the server, forgets what this browser kept, and starts over at the home page. */
export async function signOut(): Promise<void> {
  const token = await fetch('/api/auth/csrf', { cache: 'no-store' });
  // next-auth's own answer: { csrfToken }.
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const response = await fetch('/api/auth/signout', {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, callbackUrl: '/', json: 'true' }),
  });
  if (!response.ok) throw new Error(`Signing out was answered with ${response.status}.`);
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Storage refused: nothing was kept there.
  }
  location.assign('/');
}

/** So that the next page's first paint does not say "Guest" to someone who has an account (theme-script.ts). */
function rememberAccount(hasAccount: boolean): void {
  const { dataset } = document.documentElement;
  try {
    if (hasAccount) {
      localStorage.setItem('account', '1');
      dataset.account = '';
    } else {
      localStorage.removeItem('account');
      delete dataset.account;
    }
  } catch {
    // Storage refused: the header says "Guest" until the answer is here.
  }
}
