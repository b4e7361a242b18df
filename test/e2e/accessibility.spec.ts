import { axe, expect, test } from './page';

const lesson = '/lessons/what-an-elastic-network-interface-is';

test('axe finds nothing on any page of the fidelity list, opened up', async ({ page }) => {
  test.slow();
  await page.goto('/fidelity');
  const links = await page.locator('main a[href^="/fidelity/"]').all();
  const paths = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    await page.goto(path);
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    expect(await axe(page), path).toEqual([]);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of [
        '/',
        '/labs',
        '/lessons',
        lesson,
        '/quizzes',
        '/progress',
        '/notes',
        '/glossary',
        '/lessons/reading-an-exam-question',
        '/sources',
        '/sources/C4',
        '/sources/claims',
        '/sources/claims/failover',
        '/sources/experiments',
        '/sources/systems',
        '/fidelity',
        '/fidelity/network-interface',
        '/sign-in',
        '/sign-up',
        '/nowhere',
      ]) {
        await page.goto(path);
        expect(await axe(page), path).toEqual([]);
      }
      await page.goto('/labs/one-interface-two-instances');
      await expect(page.getByTestId('position')).toBeVisible();
      expect(await axe(page), 'the lab').toEqual([]);
      await page.getByRole('tab', { name: 'Table' }).click();
      expect(await axe(page), 'the lab as a table').toEqual([]);
      await page.getByRole('tab', { name: 'Log' }).click();
      expect(await axe(page), 'the lab’s log').toEqual([]);
      await page.getByRole('button', { name: 'New attempt' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await axe(page), 'an open dialog').toEqual([]);
      await page.keyboard.press('Escape');
      await page.goto('/settings');
      expect(await axe(page), 'settings of a guest').toEqual([]);
      await page.goto('/sign-up');
      await page.getByRole('button', { name: 'Make the account' }).click();
      await expect(page.getByText('Use at least 8 characters.')).toBeVisible();
      expect(await axe(page), 'a form with errors').toEqual([]);
      await page.route('**/api/v1/labs/*/open', (route) => route.fulfill({ status: 503, body: '' }));
      await page.goto('/labs/sandbox');
      await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible({ timeout: 20_000 });
      expect(await axe(page), 'a lab that could not be loaded').toEqual([]);
    });
  }
}
