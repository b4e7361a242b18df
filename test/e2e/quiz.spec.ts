import type { Page } from '@playwright/test';
import { axe, expect, test } from './page';

const path = '/quizzes/interfaces-and-attachments';
const away = { status: 503, contentType: 'application/json', body: '{}' };
const essay = 'A second interface carries the MAC address and the private address. ';
const lines = [
  'ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET_MGMT --private-ip-address 10.0.2.50 --query NetworkInterface.NetworkInterfaceId --output text)',
  'aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1',
].join('\n');

const saveState = (page: Page) => page.getByTestId('save-state');
const saved = (page: Page) => expect(saveState(page)).toHaveAttribute('data-state', 'saved', { timeout: 20_000 });
const strip = (page: Page) => page.getByRole('navigation', { name: 'Questions' });
const go = (page: Page, number: number) =>
  strip(page)
    .getByRole('button', { name: new RegExp(`^Question ${number},`) })
    .click();

async function start(page: Page): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByRole('heading', { name: /Question 1 of 10/ })).toBeVisible();
}

/** The order in which EC2 takes the calls, by the buttons. */
async function putInOrder(page: Page): Promise<void> {
  const right = [
    'Attach it to web-1 at device index 1',
    'Detach it from web-1',
    'Wait until its status is available',
    'Attach it to web-2 at device index 1',
  ];
  for (const [place, text] of right.entries()) {
    const up = page.getByRole('button', { name: `Move up: ${text}` });
    const rows = page.locator('[data-question="move-it"] ol > li');
    for (let presses = 0; presses < 4; presses += 1) {
      const at = (await rows.allInnerTexts()).findIndex((row) => row.replace(/\s+/g, ' ').includes(text));
      if (at <= place) break;
      await up.click();
      await expect(up).toBeFocused();
    }
  }
}

/** Every question but the last, each type in its widget. */
async function answerNine(page: Page): Promise<void> {
  await go(page, 1);
  await page.getByRole('radio', { name: /as it was while the instance was running/ }).check();
  await go(page, 2);
  await page.getByRole('radio', { name: 'Only the second one' }).check();
  await go(page, 3);
  for (const name of ['Its security groups', 'Its MAC address', 'The Elastic IP']) {
    await page.getByRole('checkbox', { name }).check();
  }
  await go(page, 4);
  await page.getByRole('checkbox', { name: /two more interfaces/ }).check();
  await go(page, 5);
  for (const [prompt, option] of [
    ['Attach a third interface to it', 'AttachmentLimitExceeded'],
    ['Detach the interface at device index 0', 'OperationNotPermitted'],
    ['Attach its second interface to web-2 while', 'InvalidNetworkInterface.InUse'],
    ['Attach an interface of us-east-1b', 'InvalidParameterCombination'],
  ] as const) {
    await page.getByLabel(prompt).selectOption({ label: option });
  }
  await go(page, 6);
  await putInOrder(page);
  await go(page, 7);
  await page.getByRole('textbox').fill('11');
  await go(page, 8);
  await page.getByRole('textbox').fill('5');
  await go(page, 9);
  await page.getByRole('textbox').fill(lines);
}

test('a tab killed in the middle loses nothing, not even what was not saved yet', async ({ page, context }) => {
  test.setTimeout(120_000);
  await start(page);
  await answerNine(page);
  await go(page, 10);
  await saved(page);

  await test.step('the server goes away, the text goes on, the tab is killed', async () => {
    await context.route('**/answers/**', (route) => route.fulfill(away));
    await page.getByRole('textbox').pressSequentially(essay);
    await expect(saveState(page)).toContainText('Not saved, trying again; your answer is safe on this page');
    await page.getByRole('textbox').pressSequentially('It is detached first');
    const killer = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // Its answer never comes: the page that would give it is gone.
    killer.send('Page.crash').catch(() => {});
    await crashed;
    await page.close();
  });

  await context.unroute('**/answers/**');
  const again = await context.newPage();
  await test.step('another one has all of it, and saves what was left', async () => {
    await again.goto(path);
    await expect(again.getByText('9 of 10 answered').first()).toBeVisible();
    await again.getByRole('link', { name: 'Continue', exact: true }).click();
    await saved(again);
    await expect(strip(again).getByRole('button', { name: /, answered$/ })).toHaveCount(10);
    await go(again, 10);
    await expect(again.getByRole('textbox')).toHaveValue(`${essay}It is detached first`);
    await go(again, 9);
    await expect(again.getByRole('textbox')).toHaveValue(lines);
    await go(again, 3);
    await expect(again.getByRole('checkbox', { checked: true })).toHaveCount(3);
    expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('quiz-draft')))).toEqual(
      [],
    );
  });

  await test.step('submitted once by a double click, and marked', async () => {
    const submits: string[] = [];
    again.on('request', (request) => {
      if (request.url().endsWith('/submit')) submits.push(request.method());
    });
    await again.getByRole('button', { name: 'Submit' }).first().click();
    await again.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).dblclick();
    const links = again.getByRole('navigation', { name: 'Questions to look at' });
    await expect(links).toHaveText('Not wholly right:48Not marked yet:10');
    // 1 + 1 + 1 + half of 1 + 1 + 1 + 1 + 0 + 2, and six for the text that nobody has marked.
    await expect(again.getByRole('heading', { level: 1 })).toHaveText('8.5 of 16 points');
    await expect(again.getByRole('heading', { level: 1 })).toBeFocused();
    expect(submits).toEqual(['POST']);
    const part = (question: string, name: string) =>
      again.locator(`[data-question="${question}"] [data-part="${name}"]`);
    await expect(part('which-are-refused', 'd')).toContainText('It holds, but you left it out.');
    await expect(part('what-travels', 'b')).toContainText('You chose it, and it holds.');
    await expect(part('second-door', 'check-2')).toContainText('Passed.');
    await links.getByRole('link', { name: 'Question 8' }).click();
    await expect(again.locator('#question-8')).toBeInViewport();
  });

  await test.step('marked by its writer', async () => {
    const free = again.locator('[data-question="licence-server"]');
    await expect(free).toContainText('Not marked yet');
    for (const name of [/carries MAC and private address/, /a step is missing/, /Names no limit/]) {
      await free.getByRole('radio', { name }).check();
    }
    await free.getByRole('button', { name: 'Save your mark' }).click();
    await expect(free).toContainText('Marked by you: 3 of 6 points');
    await expect(again.getByRole('heading', { level: 1 })).toHaveText('11.5 of 16 points');
  });

  await test.step('and the list says so', async () => {
    await again.goto('/quizzes');
    await expect(again.getByText('Best: 11.5 of 16 points')).toBeVisible();
  });
});

test('while the server is away it says so, and saves when it is back', async ({ page }) => {
  await start(page);
  await page.route('**/answers/**', (route) => route.fulfill(away));
  await page.getByRole('radio').first().check();
  await expect(saveState(page)).toContainText('Not saved, trying again; your answer is safe on this page');
  await page.unroute('**/answers/**');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(saveState(page)).toHaveText(/^Saved \d\d:\d\d:\d\d$/);
  await page.reload();
  await go(page, 1);
  await expect(page.getByRole('radio').first()).toBeChecked();
});

test('a submit waits for what is not saved', async ({ page }) => {
  await start(page);
  await go(page, 7);
  await page.route('**/answers/**', (route) => route.fulfill(away));
  await page.getByRole('textbox').fill('11');
  await page.getByRole('button', { name: 'Submit' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 of 10 questions are answered');
  await dialog.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(dialog).toContainText('The server does not answer');
  await page.unroute('**/answers/**');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1 of 16 points$/, { timeout: 30_000 });
});

test('an answer of another tab is shown, and the person chooses', async ({ page, baseURL }) => {
  await start(page);
  const id = new URL(page.url()).searchParams.get('attempt');
  const elsewhere = await page.request.put(`/api/v1/quiz-attempts/${id}/answers/slash-28`, {
    data: { answer: '14', version: 0 },
    headers: { origin: baseURL ?? '' },
  });
  expect(elsewhere.status()).toBe(200);
  await go(page, 7);
  await page.getByRole('textbox').fill('11');
  const conflict = page.getByRole('alert').filter({ hasText: 'answered in another tab' });
  await expect(conflict).toContainText('14 interfaces');
  await expect(saveState(page)).toContainText('question 7 was answered elsewhere too');
  await conflict.getByRole('button', { name: 'Keep this one' }).click();
  await saved(page);
  await page.reload();
  await go(page, 7);
  await expect(page.getByRole('textbox')).toHaveValue('11');
});

test('what the server does not take is no answer, and going back to what is saved leaves nothing of it', async ({
  page,
}) => {
  await start(page);
  await go(page, 7);
  const field = page.getByRole('textbox');
  await field.fill('11');
  await saved(page);
  await field.fill('11x');
  await expect(saveState(page)).toHaveText(/^Not saved: question 7 needs another look/);
  await expect(strip(page).getByRole('button', { name: 'Question 7, not saved' })).toBeVisible();
  await go(page, 8);
  await page.route('**/answers/**', (route) => route.fulfill(away));
  await page.getByRole('textbox').fill('6');
  await expect(saveState(page)).toContainText('Not saved, trying again; your answer is safe on this page');
  await expect(saveState(page)).toContainText('question 7 needs another look');
  await page.unroute('**/answers/**');
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('button', { name: 'Submit' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 of 10 questions are answered');
  await expect(dialog).toContainText(/Not saved;.*Question 7Not answered:/);
  await dialog.getByRole('button', { name: 'Question 7' }).click();
  await field.fill('11');
  await saved(page);
  await page.reload();
  await go(page, 7);
  await expect(field).toHaveValue('11');
  await saved(page);
});

test('a result stands in the order of the attempt, and says which choice is right', async ({ page }) => {
  await start(page);
  const asked = await page.locator('[data-question] label').allInnerTexts();
  await page.getByRole('radio', { name: /as it was while the instance was running/ }).check();
  await saved(page);
  await page.getByRole('button', { name: 'Submit' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
  const parts = page.locator('#question-1 [data-part]');
  await expect(parts).toHaveCount(asked.length);
  const shown = await parts.allInnerTexts();
  for (const [index, text] of asked.entries()) expect(shown[index]).toContain(text.trim());
  await expect(page.locator('#question-1 [data-verdict="holds"]')).toContainText('This is the right one');
  await expect(page.locator('#question-2 [data-verdict="holds"]')).toContainText('This is the right one');
  await expect(page.locator('#question-2 [data-verdict="refused"]')).toHaveCount(0);
});

test('the text of the page stands from the first, and is not made anew by the script', async ({ page }) => {
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const heading = document.querySelector('h1');
      if (!heading) return;
      watch.disconnect();
      Object.assign(window, { heading });
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(path);
  await expect(page.getByRole('button', { name: 'Start the quiz' })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { heading: Element }).heading.isConnected)).toBe(true);
});

test('a script that does not come is told, and asked for again', async ({ page }) => {
  await page.goto(path);
  const button = page.getByRole('button', { name: 'Start the quiz' });
  await expect(button).toBeVisible();
  await page.route('**/_next/static/chunks/*.js', (route) =>
    route.fulfill({ ...away, contentType: 'text/javascript' }),
  );
  await button.click();
  await expect(page.getByRole('alert').filter({ hasText: 'A part of this page did not arrive' })).toBeVisible();
  await page.unroute('**/_next/static/chunks/*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: /Question 1 of 10/ })).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says that a quiz needs it, and waits for nothing', async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('main noscript p')).toBeVisible();
    await expect(page.getByText('Your attempts are being loaded.')).toBeHidden();
  });
});

test('a quiz is answered with the keyboard alone', async ({ page }) => {
  await page.goto(path);
  const press = async (name: RegExp) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const label = await focused.evaluate(
        (element) => element.getAttribute('aria-label') ?? element.textContent ?? '',
      );
      if (name.test(label)) return page.keyboard.press('Enter');
    }
    throw new Error(`${name} was not reached`);
  };
  await expect(page.getByRole('button', { name: 'Start the quiz' })).toBeVisible();
  await press(/^Start the quiz$/);
  await expect(page.getByRole('heading', { name: /Question 1 of 10/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await saved(page);
  await press(/^Next$/);
  await expect(page.getByRole('heading', { name: /Question 2 of 10/ })).toBeFocused();
  await go(page, 6);
  await press(/^Move down/);
  await expect(page.getByRole('status').filter({ hasText: 'now 2nd of 4' })).toBeAttached();
  await go(page, 10);
  await press(/^Submit$/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`axe finds nothing in a quiz, ${colorScheme}, ${width} px`, async ({ page }) => {
      test.setTimeout(120_000);
      // A dialog that is still fading in has no contrast yet.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/quizzes');
      expect(await axe(page), 'the list').toEqual([]);
      await page.goto(path);
      await expect(page.getByRole('button', { name: 'Start the quiz' })).toBeVisible();
      expect(await axe(page), 'the start').toEqual([]);
      await start(page);
      for (let number = 1; number <= 10; number += 1) {
        await go(page, number);
        expect(await axe(page), `question ${number}`).toEqual([]);
      }
      await answerNine(page);
      await go(page, 10);
      await page.getByRole('textbox').fill(essay);
      await saved(page);
      for (let number = 1; number <= 10; number += 1) {
        await go(page, number);
        expect(await axe(page), `question ${number}, answered`).toEqual([]);
      }
      await page.route('**/answers/**', (route) => route.fulfill(away));
      await page.getByRole('textbox').fill(`${essay}${essay}`);
      await expect(saveState(page)).toHaveAttribute('data-state', 'away');
      expect(await axe(page), 'not saved').toEqual([]);
      await page.unroute('**/answers/**');
      await saved(page);
      await page.getByRole('button', { name: 'Submit' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await axe(page), 'the question before submitting').toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('points');
      expect(await axe(page), 'the result').toEqual([]);
      await page.route('**/api/v1/quiz-attempts**', (route) => route.fulfill(away));
      await page.goto(path);
      await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible({ timeout: 20_000 });
      expect(await axe(page), 'attempts that could not be loaded').toEqual([]);
    });
  }
}
