import { expect, type Page, test } from '@playwright/test';

if (process.env.BASE_URL) test.use({ baseURL: process.env.BASE_URL });

/** Pages made by the build, the one for an address that is none, and pages rendered per request (proxy.ts). */
const prerendered = [
  '/',
  '/labs',
  '/no-such-page',
  '/lessons/what-an-elastic-network-interface-is',
  '/quizzes/interfaces-and-attachments',
];
const perRequest = ['/sign-in', '/sign-up', '/progress', '/notes'];

/** Everything that the page's policy stopped from here on, as "directive: what". */
async function watchViolations(page: Page): Promise<() => Promise<string[]>> {
  const printed: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) printed.push(message.text());
  });
  await page.addInitScript(() => {
    const stopped: string[] = [];
    Object.assign(window, { stopped });
    addEventListener('securitypolicyviolation', (event) =>
      stopped.push(`${event.effectiveDirective}: ${event.blockedURI}`),
    );
  });
  return async () => [...(await page.evaluate(() => (window as unknown as { stopped: string[] }).stopped)), ...printed];
}

for (const path of [...prerendered, ...perRequest]) {
  test(`${path} runs under its policy`, async ({ page }) => {
    const violations = await watchViolations(page);
    const response = await page.goto(path);
    const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    for (const name of ['object-src', 'base-uri', 'frame-ancestors']) expect(policy).toContain(`${name} 'none'`);
    expect(policy).toContain("form-action 'self'");
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).toMatch(/'(sha256|nonce)-/);
    expect(scripts).not.toMatch(/unsafe|http|\*/);

    // Hydrated: a control that only script can work does.
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await violations()).toEqual([]);

    // And the policy is in force: a script that somebody slipped in does not run.
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = "document.documentElement.dataset.injected = 'yes'";
      document.body.append(script);
    });
    await expect(page.locator('html')).not.toHaveAttribute('data-injected', 'yes');
    await expect.poll(violations).toContain('script-src-elem: inline');
  });
}

test('the theme is there before the first paint, on both kinds of pages', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  // Without its bundles a page has nothing but the script in its head.
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  for (const path of [...prerendered, ...perRequest]) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  }
});

test('moving between the two kinds of pages without a reload stops nothing', async ({ page }) => {
  const violations = await watchViolations(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Labs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Labs' })).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('a nonce is used once', async ({ request }) => {
  const nonce = async () =>
    /'nonce-([^']+)'/.exec((await request.get('/sign-in')).headers()['content-security-policy'] ?? '')?.[1];
  const [first, second] = [await nonce(), await nonce()];
  expect(first).toBeTruthy();
  expect(first).not.toBe(second);
});

test('every answer has the headers that are for all', async ({ request }) => {
  const html = await (await request.get('/')).text();
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  for (const path of ['/', '/labs', '/no-such-page', '/sign-in', '/icon.svg', '/api/v1/me', script]) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('same-origin');
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['x-powered-by'], path).toBeUndefined();
    expect(headers['strict-transport-security'], path).toBeUndefined();
  }
});

test('https is promised only to who came by https', async ({ request }) => {
  const headers = (await request.get('/', { headers: { 'x-forwarded-proto': 'https' } })).headers();
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
});
