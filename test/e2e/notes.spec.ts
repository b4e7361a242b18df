import type { Page } from '@playwright/test';
import { axe, expect, press, test } from './page';

const lesson = '/lessons/what-an-elastic-network-interface-is';
const second = '/lessons/primary-and-secondary-interfaces';
const bookmark = (page: Page, heading: string) =>
  page.getByRole('button', { name: `Bookmark ${heading}`, exact: true });
const note = (page: Page) => page.getByRole('textbox', { name: 'Your note' });
const state = (page: Page) => page.locator('#your-note-state');

/** Writes and waits until it is stored. */
async function write(page: Page, text: string): Promise<void> {
  await note(page).fill(text);
  await note(page).blur();
  await expect(state(page)).toHaveText('Saved');
}

test('a guest bookmarks a section and writes a note, finds them again, removes them and has them back', async ({
  page,
}) => {
  await test.step('with nothing kept, the page says how', async () => {
    await page.goto('/notes');
    await expect(page.getByText('Nothing kept yet')).toBeVisible();
    await page.getByRole('link', { name: 'Choose a lesson' }).click();
    await expect(page).toHaveURL(/\/lessons$/);
  });

  await test.step('both at once, as the first thing that this browser ever does', async () => {
    await page.goto(lesson);
    await expect(note(page)).toBeEnabled();
    await bookmark(page, 'Where it lies').click();
    await page.getByRole('button', { name: 'Bookmark this lesson' }).click();
    await note(page).fill('One subnet, for life.\nThe card outlives the machine.');
    // Nothing is pressed: it is saved by itself.
    await expect(state(page)).toHaveText('Saved');
    await expect(bookmark(page, 'Where it lies')).toHaveAttribute('aria-pressed', 'true');
    await expect(bookmark(page, 'A card of its own')).toHaveAttribute('aria-pressed', 'false');
    expect(await axe(page)).toEqual([]);
  });

  await test.step('they are there after a reload', async () => {
    await page.reload();
    await expect(bookmark(page, 'Where it lies')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('button', { name: 'Bookmark this lesson' })).toHaveAttribute('aria-pressed', 'true');
    await expect(note(page)).toHaveValue('One subnet, for life.\nThe card outlives the machine.');
  });

  await test.step('by the keyboard alone', async () => {
    await page.goto(second);
    await expect(note(page)).toBeEnabled();
    await press(page, 'Tab', 'button', /^Bookmark Can both be pulled out\?$/);
    await page.keyboard.press('Space');
    await expect(bookmark(page, 'Can both be pulled out?')).toHaveAttribute('aria-pressed', 'true');
    await press(page, 'Shift+Tab', 'link', /^Your note$/);
    await page.keyboard.press('Enter');
    await press(page, 'Tab', 'textbox', /^Your note$/);
    await page.keyboard.type('Only the second one comes off.');
    await page.keyboard.press('Tab');
    await expect(state(page)).toHaveText('Saved');
  });

  await test.step('all of them on one page, in the order of the course', async () => {
    await page.goto('/progress');
    await page.getByRole('link', { name: 'Bookmarks and notes' }).click();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'What an elastic network interface is',
      'Primary and secondary interfaces',
    ]);
    await expect(page.getByText('One subnet, for life.')).toBeVisible();
    await expect(page.getByText('Kept on this device', { exact: true })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Where it lies' }).click();
    await expect(page).toHaveURL(new RegExp(`${lesson}#where-it-lies$`));
    await expect(page.getByRole('heading', { name: 'Where it lies' })).toBeInViewport();
  });

  await test.step('removed, and undone', async () => {
    await page.goto('/notes');
    const remove = page.getByRole('button', { name: 'Remove Where it lies' });
    await remove.press('Enter');
    const undo = page.getByRole('button', { name: 'Undo: keep Where it lies' });
    await expect(undo, 'where the focus is').toBeFocused();
    await page.getByRole('button', { name: 'Delete the note on What an elastic network interface is' }).click();
    await expect(page.getByText('Deleted')).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await undo.click();
    await page.getByRole('button', { name: 'Undo: keep the note on What an elastic network interface is' }).click();
    await expect(page.getByText('Deleted')).toBeHidden();
    await page.reload();
    await expect(page.getByRole('link', { name: 'Where it lies' })).toBeVisible();
    await expect(page.getByText('One subnet, for life.')).toBeVisible();
  });

  await test.step('removed for good', async () => {
    for (const name of [/^Remove /, /^Delete /])
      for (let left = await page.getByRole('button', { name }).count(); left > 0; left -= 1) {
        await page.getByRole('button', { name }).first().click();
        await expect(page.getByRole('button', { name })).toHaveCount(left - 1);
      }
    await page.reload();
    await expect(page.getByText('Nothing kept yet')).toBeVisible();
    await page.goto(lesson);
    await expect(note(page)).toBeEnabled();
    await expect(note(page)).toHaveValue('');
    await expect(bookmark(page, 'Where it lies')).toHaveAttribute('aria-pressed', 'false');
  });
});

test('a note that is typed in two tabs is never overwritten in silence', async ({ page, context }) => {
  await page.goto(lesson);
  await expect(note(page)).toBeEnabled();
  await write(page, 'from the first tab');
  const other = await context.newPage();
  await other.goto(lesson);
  await expect(note(other)).toHaveValue('from the first tab');
  await write(other, 'from the other tab');

  await note(page).fill('from the first tab, and more');
  await note(page).blur();
  await expect(state(page)).toContainText('Not saved');
  const conflict = page.getByRole('region', { name: /^Saved somewhere else/ });
  await expect(conflict).toContainText('from the other tab');
  await expect(note(page), 'what was typed stays').toHaveValue('from the first tab, and more');
  expect(await axe(page)).toEqual([]);
  await conflict.getByRole('button', { name: 'Keep both' }).press('Enter');
  await expect(note(page)).toBeFocused();
  await expect(state(page)).toHaveText('Saved');
  await other.reload();
  await expect(note(other)).toHaveValue('from the other tab\n\nfrom the first tab, and more');
});

test('what cannot be saved is said, and is there again after the page was left', async ({ page }) => {
  await page.goto(lesson);
  await expect(note(page)).toBeEnabled();
  await write(page, 'before');
  await page.route('**/api/v1/lessons/*/note', (route) => route.fulfill({ status: 503, body: '' }));
  await note(page).fill('typed while the server is away');
  await note(page).blur();
  await expect(state(page)).toContainText('Not saved: The server does not answer');
  expect(await axe(page)).toEqual([]);
  // To another lesson and back, without a new page.
  await page.locator('#end').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${second}$`));
  await page.goBack();
  await expect(note(page)).toHaveValue('typed while the server is away');
  await page.unroute('**/api/v1/lessons/*/note');
  await note(page).press('End');
  await note(page).blur();
  await expect(state(page)).toHaveText('Saved');

  await page.route('**/api/v1/lessons/*/bookmarks', (route) => route.fulfill({ status: 503, body: '' }));
  await bookmark(page, 'Where it lies').click();
  await expect(page.getByText('Not bookmarked: The server does not answer')).toBeVisible();
  await expect(bookmark(page, 'Where it lies')).toHaveAttribute('aria-pressed', 'false');

  await page.route('**/api/v1/lessons/*/progress', (route) => route.fulfill({ status: 503, body: '' }));
  await page.reload();
  await expect(page.getByText('Your note could not be read')).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.unroute('**/api/v1/lessons/*/progress');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(note(page)).toHaveValue('typed while the server is away');
});

test('a guest’s notes go along into an account that has its own', async ({ page, stranger }) => {
  const email = `nora-${Date.now()}@example.org`;
  const password = 'difference engine no 2';
  await stranger.goto('/sign-up');
  await stranger.getByLabel('Name').fill('Nora');
  await stranger.getByLabel('E-mail').fill(email);
  await stranger.getByLabel('Password', { exact: true }).fill(password);
  await stranger.getByRole('button', { name: 'Make the account' }).click();
  await expect(stranger.getByRole('button', { name: 'Nora' })).toBeVisible();
  await stranger.goto(lesson);
  await expect(note(stranger)).toBeEnabled();
  await write(stranger, 'written at home');

  await page.goto(lesson);
  await expect(note(page)).toBeEnabled();
  await write(page, 'written at school');
  await bookmark(page, 'What is written on it').click();
  await expect(bookmark(page, 'What is written on it')).not.toHaveAttribute('aria-busy', 'true');
  await page.goto('/sign-in?next=/notes');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/notes$/);
  await expect(page.getByText(/^written at home\s+written at school$/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'What is written on it' })).toBeVisible();
  await page.getByRole('button', { name: 'Nora' }).click();
  await expect(page.getByRole('link', { name: 'Bookmarks and notes' })).toBeVisible();
});
