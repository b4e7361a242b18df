import { axe, expect, test } from './page';

const field = { name: 'Words to look for' };

test('words are typed, found, marked, linked to, and followed to their heading, by keyboard alone', async ({
  page,
}) => {
  await page.goto('/lessons');
  await page.getByRole('link', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search$/);
  await expect(page.getByRole('searchbox', field)).toBeFocused();
  await expect(page.getByText('Type a word or two')).toBeVisible();

  const index = page.waitForResponse('**/search/index.json');
  await page.keyboard.type('second leg cost');
  expect((await index).status()).toBe(200);
  const lessons = page.getByRole('region', { name: /^Lessons/ });
  const hit = lessons.getByRole('link', { name: 'What the second leg costs' });
  await expect(hit).toBeVisible();
  await expect(lessons.getByRole('listitem').first()).toContainText('Bastions');
  await expect(hit.locator('mark')).toHaveText(['second', 'leg', 'costs']);
  await expect(page.getByRole('status')).toHaveText(/^\d+ places?\.$/);
  await expect(page).toHaveURL(/\/search\?q=second%20leg%20cost$/);

  await page.keyboard.press('ArrowDown');
  await expect(page.locator('a[data-hit]').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox', field)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(hit).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/lessons\/bastions#what-the-second-leg-costs$/);
  await expect(page.getByRole('heading', { name: 'What the second leg costs' })).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole('searchbox', field)).toHaveValue('second leg cost');
  await expect(hit).toBeVisible();
});

test('a link to a search shows it; one letter may be wrong; nothing found says what to try', async ({ page }) => {
  await page.goto('/search?q=elastc%20adress');
  await expect(page.getByRole('searchbox', field)).toHaveValue('elastc adress');
  await expect(
    page.getByRole('region', { name: /^Glossary/ }).getByRole('link', { name: 'Elastic IP address' }),
  ).toBeVisible();
  const lessons = page.getByRole('region', { name: /^Lessons/ });
  await expect(lessons.getByRole('listitem')).toHaveCount(5);
  await lessons.getByRole('button', { name: /^Show all/ }).click();
  expect(await lessons.getByRole('listitem').count()).toBeGreaterThan(5);

  await page.getByRole('searchbox', field).fill('xyzzy');
  await expect(page.getByText('Nothing has “xyzzy”')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Nothing found.');
  await page.getByRole('searchbox', field).fill('');
  await page.getByRole('link', { name: 'NAT instance' }).click();
  await expect(page.getByRole('searchbox', field)).toHaveValue('NAT instance');
  await expect(page.getByRole('region', { name: /^Labs/ }).getByRole('link').first()).toBeVisible();
});

test('every place that can be found is there, anchor and all', async ({ request }) => {
  const entries: { href: string }[] = await (await request.get('/search/index.json')).json();
  const anchors = new Map<string, string[]>();
  for (const { href } of entries) {
    const [path = '', anchor] = href.split('#');
    anchors.set(path, [...(anchors.get(path) ?? []), ...(anchor === undefined ? [] : [anchor])]);
  }
  for (const [path, wanted] of anchors) {
    const page = await request.get(path);
    expect(page.status(), path).toBe(200);
    const html = await page.text();
    expect(
      wanted.filter((anchor) => !html.includes(`id="${anchor}"`)),
      path,
    ).toEqual([]);
  }
});

test('what cannot be loaded says so, keeps the words, and is tried again', async ({ page }) => {
  await page.route('**/search/index.json', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto('/search');
  await page.getByRole('searchbox', field).fill('bastion');
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await expect(alert).toBeVisible();
  expect(await axe(page), 'failed').toEqual([]);
  await page.unroute('**/search/index.json');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: /^Lessons/ })).toBeVisible();
  await expect(alert).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`axe finds nothing, and nothing is too wide, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const [path, text] of [
        ['/search', 'Type a word or two'],
        ['/search?q=interface', 'Claims'],
        [`/search?q=${'x'.repeat(90)}`, 'Nothing has'],
      ] as const) {
        await page.goto(path);
        await expect(page.getByText(text).first()).toBeVisible();
        expect(await axe(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
        const nav = page.getByRole('navigation', { name: 'Main' });
        const hidden = await nav.evaluate((row) => row.scrollWidth - row.clientWidth);
        expect(hidden, 'every section of the header fits').toBeLessThanOrEqual(0);
      }
    });
  }
}

test('a lesson is printed in black on white, opened up, without what is only for a screen', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/lessons/bastions');
  await expect(page.getByRole('heading', { name: 'Bastions', level: 1 })).toBeVisible();
  const seen = async (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  const forScreens = 'header, footer, nav, textarea, button:not(.term > button)';
  expect(await seen(`${forScreens}, :is(form, input):not(.long-text *)`)).toBe(0);
  expect(await seen('.long-text input[type=radio]'), 'what it asks').toBeGreaterThan(4);
  expect(await page.locator('details:not([open])').count()).toBeGreaterThan(2);
  await expect(page.getByText('No wall. The two subnets are parts of one VPC')).toBeVisible();
  const look = (property: string) =>
    page.locator('html').evaluate((html, name) => getComputedStyle(html).getPropertyValue(name), property);
  expect([await look('color'), await look('background-color')]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  const said = await page
    .locator('#source-1 a[href^="https://"]')
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(said).toContain('https://aws.amazon.com/blogs/security/');
});
