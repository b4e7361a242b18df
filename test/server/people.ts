import { Browser } from './browser';

export const password = 'difference engine no 2';

/** A browser that has become a guest by starting a lab. */
export async function guest(url: string, slug = 'sandbox'): Promise<{ browser: Browser; attempt: string }> {
  const browser = new Browser(url);
  return { browser, attempt: await start(browser, slug) };
}

/** Starts a lab. @returns the attempt's id */
export async function start(browser: Browser, slug = 'sandbox'): Promise<string> {
  const answer = await browser.post(`/api/v1/labs/${slug}/attempts`);
  if (answer.status !== 201) throw new Error(`${slug} did not start: ${answer.status} ${answer.text}`);
  return answer.json.id;
}

/** Makes an account with the form, in this browser. */
export async function signUp(browser: Browser, email: string, name = 'Ada'): Promise<void> {
  const answer = await browser.submit('/sign-up', 'Make the account', { name, email, password });
  if (answer.status !== 303) throw new Error(`no account: ${answer.status} ${answer.text.slice(0, 2_000)}`);
}

export const signIn = (browser: Browser, email: string, word = password) =>
  browser.submit('/sign-in', 'Sign in', { email, password: word });

export const run = (browser: Browser, attempt: string, line: string, headers: Record<string, string> = {}) =>
  browser.post(`/api/v1/lab-attempts/${attempt}/commands`, { line }, headers);

export const kindOf = async (browser: Browser): Promise<string> => (await browser.get('/api/v1/me')).json.kind;
