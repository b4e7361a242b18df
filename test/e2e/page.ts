import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import { chromiumPath } from './playwright.config';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A test whose page may not complain: a console error, a page error or a request to elsewhere fails it. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, baseURL }, use, info) => {
      info.skip(!chromiumPath, 'needs Chromium: apt-get install chromium, or set CHROMIUM_PATH');
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
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
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
  const answered = page.waitForResponse((response) => response.url().endsWith('/commands'));
  await page.getByTestId('terminal').locator('.xterm-helper-textarea').focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await answered;
}

/** What the terminal shows, without white space: a long line is wrapped anywhere. Compare with `squeezed`. */
export const shown = async (page: Page): Promise<string> =>
  squeezed((await page.getByTestId('terminal').locator('.xterm-rows').textContent()) ?? '');

export const squeezed = (text: string): string => text.replace(/\s+/g, '');
