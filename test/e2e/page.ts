import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { chromiumPath } from './playwright.config';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the pages of a context complain of from now on: a console error, a page error, a request to elsewhere. */
function complaintsOf(context: BrowserContext, baseURL: string | undefined): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    // A refusal, or a server that is away (503), that a test provokes is logged by the browser itself as a failed resource.
    if (message.type() === 'error' && !/the server responded with a status of (4\d\d|503)/.test(message.text())) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) complaints.push(`request to ${url}`);
  });
  return complaints;
}

/** A test whose pages may not complain. `stranger` is a page of somebody else's browser. */
export const test = base.extend<{ quiet: undefined; stranger: Page }>({
  quiet: [
    async ({ context, baseURL }, use, info) => {
      info.skip(!chromiumPath, 'needs Chromium: apt-get install chromium, or set CHROMIUM_PATH');
      const complaints = complaintsOf(context, baseURL);
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  stranger: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const complaints = complaintsOf(context, baseURL);
    await use(await context.newPage());
    await context.close();
    expect(complaints).toEqual([]);
  },
});
export { expect };

/** What axe finds on the page as it stands, as `rule: element`. */
export async function axe(page: Page): Promise<string[]> {
  // The title of a page that is rendered per request comes at the end of its stream.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // axe-core puts itself on the window.
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

/** Type a line into the lab's terminal and wait until it has been answered. */
export async function type(page: Page, line: string): Promise<void> {
  // One that is closing hands the focus on, and takes what is typed with it.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByTestId('terminal').locator('.xterm-helper-textarea').focus();
  await typeHere(page, line);
}

/** Type a line where the focus is, send it with Enter and wait until it has been answered. */
export async function typeHere(page: Page, line: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/commands'));
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await answered;
}

/** Press a key until what is focused has that role and name. */
export async function press(page: Page, key: string, role: string, name: RegExp): Promise<void> {
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    if ((await focused.count()) > 0 && (await focused.and(page.getByRole(role as 'button', { name })).count()) > 0)
      return;
  }
  throw new Error(`${key} does not lead to the ${role} ${name}`);
}

/** What the terminal shows, without white space: a long line is wrapped anywhere. Compare with `squeezed`. */
export const shown = async (page: Page): Promise<string> =>
  squeezed((await page.getByTestId('terminal').locator('.xterm-rows').textContent()) ?? '');

export const squeezed = (text: string): string => text.replace(/\s+/g, '');
