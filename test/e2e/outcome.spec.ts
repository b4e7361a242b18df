import type { Page } from '@playwright/test';
import { begin, firstLab, solve } from './first-lab';
import { axe, expect, test } from './page';

const sides = ['Before', 'After'];
const side = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
/** The one of a side's two pictures that is in sight. */
const picture = (page: Page, name: string) =>
  page.getByRole('region', { name: `${name}: the account as a picture` }).locator('svg[role=img]');

test('what a finished lab showed is seen without script, and by its owner only', async ({
  page,
  stranger,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const origin = baseURL ?? '';
  const id = await begin(page.request, origin);
  const address = `/outcomes/${id}`;

  await test.step('not before it is finished', async () => {
    await page.goto(address);
    await expect(page.getByText('This lab is not finished: not all of its tasks have held yet.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Back to the lab' })).toHaveAttribute(
      'href',
      `${firstLab}?attempt=${id}`,
    );
    expect(await axe(page)).toEqual([]);
  });

  await solve(page.request, origin, id);
  const storageState = await page.context().storageState();
  for (const width of [390, 1440]) {
    await test.step(`without script, ${width} px`, async () => {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width, height: 900 },
        storageState,
        ...(baseURL && { baseURL }),
      });
      const plain = await context.newPage();
      await plain.goto(address);
      await expect(plain.getByRole('heading', { name: 'What you showed' })).toBeVisible();
      await expect(plain.getByText(/^It took you \d+ accepted calls/)).toBeVisible();
      for (const name of sides) await expect(picture(plain, name)).toBeVisible();
      const [before, after] = await Promise.all(sides.map((name) => side(plain, name).boundingBox()));
      if (!before || !after) throw new Error('a side has no place');
      if (width === 1440) expect([after.y, after.x > before.x]).toEqual([before.y, true]);
      else expect([after.x, after.y > before.y]).toEqual([before.x, true]);
      expect(after.x + after.width, 'nothing hangs over the edge').toBeLessThanOrEqual(width);
      for (const name of sides) await side(plain, name).getByText('The same as a table').click();
      await expect(side(plain, 'After').getByText('← changed').first()).toBeVisible();
      await expect(side(plain, 'Before')).not.toContainText('← changed');
      await context.close();
    });

    await test.step(`axe finds nothing, ${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      expect(await axe(page)).toEqual([]);
    });
  }

  await test.step('progress and the lab lead to it', async () => {
    await page.goto('/progress');
    await page.getByRole('link', { name: 'Finished', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(picture(page, 'After')).toBeVisible();
    await page.goto(`${firstLab}?attempt=${id}`);
    await page.getByRole('button', { name: 'See what you showed' }).click();
    await page.getByRole('link', { name: 'Open as a page' }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(picture(page, 'After')).toBeVisible();
  });

  await test.step('a stranger comes upon nothing', async () => {
    for (const [who, path] of [
      [stranger, address],
      [page, '/outcomes/nonsense'],
      [page, '/outcomes/00000000-0000-4000-8000-000000000000'],
    ] as const) {
      expect((await who.goto(path))?.status(), path).toBe(404);
      await expect(who.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
    }
    await begin(stranger.request, origin);
    expect((await stranger.goto(address))?.status(), 'of somebody who has attempts').toBe(404);
  });
});
