import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { instructor } from './instructor.mjs';
import { axe, expect, test } from './page';

const quiz = 'interfaces-and-attachments';
const quizTitle = 'Interfaces and attachments';
const answer = 'A second interface carries both.\n\n  1. detach\n  2. attach\n\n<b>not bold</b>';
let people = 0;

/** What axe finds on the page as it stands, in both themes and at both widths. */
async function axeEverywhere(page: Page, what: string): Promise<void> {
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1440]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await axe(page), `${what}, ${colorScheme}, ${width} px`).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `${what} at ${width} px is wider than the window`).toBeLessThanOrEqual(0);
    }
  }
  if (before) await page.setViewportSize(before);
}

async function signIn(page: Page, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail').fill(instructor.email);
  await page.getByLabel('Password', { exact: true }).fill(instructor.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => `${url.pathname}${url.search}` === next);
}

/** Errors of pages that are not the fixture's own. */
const errors: string[] = [];
test.beforeEach(() => void errors.splice(0));
test.afterEach(() => expect(errors).toEqual([]));

/** A browser of one's own: other cookies, another person. */
async function context(browser: Browser, baseURL: string | undefined, options: BrowserContextOptions = {}) {
  const made = await browser.newContext({ ...options, ...(baseURL && { baseURL }) });
  made.on('weberror', (error) => errors.push(error.error().message));
  return made;
}

/** Somebody new in a browser of their own, who opens the link with the code, makes an account and joins. */
async function joinAs(browser: Browser, baseURL: string | undefined, name: string, code: string): Promise<Page> {
  const page = await (await context(browser, baseURL)).newPage();
  people += 1;
  await page.goto(`/classes?code=${code}`);
  await page.getByRole('link', { name: 'Make one' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.split(' ')[0]?.toLowerCase()}-${Date.now()}-${people}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill('nanoseconds of wire');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page).toHaveURL(new RegExp(`/classes\\?code=${code}$`));
  await expect(page.getByLabel('Class code')).toHaveValue(code);
  await page.getByRole('button', { name: 'Join the class' }).click();
  await page.waitForURL(/\/classes\/[0-9a-f-]{36}$/);
  return page;
}

async function makeClass(page: Page, name: string): Promise<{ url: string; code: string }> {
  await page.getByLabel('Name of the class').fill(name);
  await page.getByRole('button', { name: 'Make the class' }).click();
  await page.waitForURL(/\/classes\/[0-9a-f-]{36}$/);
  const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent();
  return { url: page.url(), code: code ?? '' };
}

/** Hands the quiz in with nothing but its written answers, as the quiz's own page would. */
async function handIn({ request }: BrowserContext, origin: string, assignmentId: string): Promise<void> {
  const call = async (method: string, path: string, data: object) => {
    const response = await request.fetch(`/api/v1${path}`, { method, data, headers: { origin } });
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
    return response.json();
  };
  const attempt = await call('POST', `/quizzes/${quiz}/attempts`, { assignmentId });
  for (const { id, type } of attempt.questions) {
    if (type === 'free') await call('PUT', `/quiz-attempts/${attempt.id}/answers/${id}`, { answer, version: 0 });
  }
  await call('POST', `/quiz-attempts/${attempt.id}/submit`, {});
}

/** `2027-01-31T18:00` in the zone of the server and of the browser, a week from now. */
const inAWeek = () => new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 16);
const criterion = (page: Page, index: number) =>
  page
    .getByRole('group')
    .filter({ has: page.getByRole('radio') })
    .nth(index);

test('a class: join, hand in, grade by two, release, see the mark', async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000);
  await signIn(page, '/classes');
  await axeEverywhere(page, 'classes');
  const { url, code } = await makeClass(page, `Networking ${Date.now()}`);
  await axeEverywhere(page, 'an empty class');
  await page.goto(`${url}/gradebook`);
  await expect(page.getByText('There are no grades yet')).toBeVisible();
  await axeEverywhere(page, 'an empty gradebook');

  await test.step('the quiz is set, and its due date moved', async () => {
    await page.goto(url);
    await page.getByLabel('Quiz', { exact: true }).selectOption({ label: quizTitle });
    await page.getByRole('button', { name: 'Set the quiz' }).click();
    await expect(page.getByText('Write the whole date and time, or tick “No due date”.')).toBeVisible();
    await page.getByLabel('No due date').check();
    await page.getByRole('button', { name: 'Set the quiz' }).click();
    const set = page.getByRole('listitem').filter({ hasText: quizTitle });
    await expect(set.getByRole('paragraph').filter({ hasText: /^No due date$/ })).toBeVisible();
    await page.getByText('Change the due date').click();
    const date = set.getByLabel('Due', { exact: true });
    const save = page.getByRole('button', { name: 'Save the due date' });
    await date.fill(inAWeek());
    await save.click();
    await expect(page.getByText(/^Due .*20\d\d/)).toBeVisible();
    // The month taken out of it: the browser would send nothing.
    await date.focus();
    await page.keyboard.press('Delete');
    await save.click();
    await expect(set.getByText('A part of this is missing. Fill in all of it.')).toBeVisible();
    await expect(date).toBeFocused();
    await set.getByLabel('No due date').check();
    await save.click();
    await expect(set.getByRole('paragraph').filter({ hasText: /^No due date$/ })).toBeVisible();
    await set.getByLabel('No due date').check();
    await date.fill('9999-01-01T10:00');
    await expect(set.getByLabel('No due date')).not.toBeChecked();
    await save.click();
    await expect(set.getByText('Choose a moment within the next 5 years.')).toBeVisible();
    await date.fill(inAWeek());
    await save.click();
    await expect(page.getByText(/^Due .*20\d\d/)).toBeVisible();
  });

  const learner = await joinAs(browser, baseURL, 'Lena Learner', code);
  const greta = await joinAs(browser, baseURL, 'Greta Grader', code);
  const gus = await joinAs(browser, baseURL, 'Gus Grader', code);
  const idle = await joinAs(browser, baseURL, 'Olaf Idle', code);

  await test.step('two of them become graders, and the last instructor stays one', async () => {
    await page.goto(url);
    for (const name of ['Greta Grader', 'Gus Grader']) {
      await page.getByLabel(`Role of ${name}`, { exact: true }).selectOption('Grader');
      await page.getByRole('button', { name: `Change the role of ${name}` }).click();
      await expect(page.getByRole('row').filter({ hasText: name }).locator('option:checked')).toHaveText('Grader');
    }
    await page.getByLabel(`Role of ${instructor.name}`, { exact: true }).selectOption('Learner');
    await page.getByRole('button', { name: `Change the role of ${instructor.name}` }).click();
    await expect(page.getByText('A class needs an instructor.')).toBeVisible();
    await page.getByText('Release the marks', { exact: true }).click();
    await page.getByText('Make a new code').click();
    await axeEverywhere(page, 'a class, opened up');
    await page.getByRole('button', { name: 'Change the role of Greta Grader' }).click();
    await expect(page.getByText('A class needs an instructor.')).toHaveCount(0);
  });

  await test.step('the learner hands it in', async () => {
    await learner.goto(url);
    await axeEverywhere(learner, 'a class with work to do');
    const way = learner.getByRole('link', { name: `Begin ${quizTitle}` });
    const href = (await way.getAttribute('href')) ?? '';
    expect(href).toMatch(new RegExp(`^/quizzes/${quiz}\\?assignment=`));
    await handIn(
      learner.context(),
      new URL(url).origin,
      new URLSearchParams(href.split('?')[1]).get('assignment') ?? '',
    );
    await learner.reload();
    await expect(learner.getByText(/Handed in .*You see your marks once/)).toBeVisible();
    expect((await learner.goto('/grading'))?.status()).toBe(200);
    await expect(learner.getByText('Nothing waits for a mark')).toBeVisible();
    await axeEverywhere(learner, 'an empty queue');
    expect((await learner.goto(`${url}/gradebook`))?.status()).toBe(404);
  });

  await test.step('both graders open the answer, by keyboard', async () => {
    await greta.goto('/grading');
    await axeEverywhere(greta, 'the queue');
    await greta.getByRole('link', { name: 'Start with the oldest' }).focus();
    await greta.keyboard.press('Enter');
    await greta.waitForURL(/\/grading\/[0-9a-f-]{36}$/);
    await gus.goto(greta.url());
    await expect(gus.getByText('<b>not bold</b>')).toBeVisible();
    const text = gus.getByText('A second interface carries both.');
    expect(await text.textContent()).toBe(answer);
    await expect(text).toHaveCSS('white-space-collapse', 'preserve');
    await gus.getByText('Sample answer').click();
    await axeEverywhere(gus, 'an answer');
    expect((await learner.goto(greta.url()))?.status(), 'the learner’s own answer is not theirs to mark').toBe(404);
  });
  const answerUrl = greta.url();

  await test.step('the first marks it by digits, and digits in a field are text', async () => {
    await expect(criterion(greta, 0).getByRole('radio').first()).toBeFocused();
    await greta.keyboard.press('2');
    await expect(criterion(greta, 0).getByRole('radio').nth(2)).toBeChecked();
    await greta.keyboard.press('Control+Enter');
    await expect(criterion(greta, 1).getByText('Choose a level.')).toBeVisible();
    await expect(criterion(greta, 1).getByRole('radio').first()).toBeFocused();
    await greta.keyboard.press('1');
    await greta.keyboard.press('Tab');
    await greta.keyboard.press('1');
    await expect(criterion(greta, 2).getByRole('radio').nth(1)).toBeChecked();
    await expect(greta.getByText('4 of 6')).toBeVisible();
    await greta.keyboard.press('Tab');
    await greta.keyboard.press('Tab');
    await greta.keyboard.type('Good: 3 of the 4 steps.');
    await expect(greta.getByLabel('Comment')).toHaveValue('Good: 3 of the 4 steps.');
    await expect(criterion(greta, 2).getByRole('radio').nth(1)).toBeChecked();
  });

  await test.step('a server that is away loses nothing of it', async () => {
    await greta.route('**/api/v1/marks/**', (route) => route.fulfill({ status: 503, body: '' }));
    await greta.keyboard.press('Control+Enter');
    await expect(greta.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible();
    await expect(greta.getByLabel('Comment')).toHaveValue('Good: 3 of the 4 steps.');
    await greta.unroute('**/api/v1/marks/**');
    await greta.keyboard.press('Control+Enter');
    await greta.waitForURL(/\/grading$/);
    await expect(greta.getByText('Nothing waits for a mark')).toBeVisible();
  });

  await test.step('the second is told, and nothing is overwritten', async () => {
    for (const [index, digit] of ['0', '0', '0'].entries()) {
      await criterion(gus, index).getByRole('radio').first().focus();
      await gus.keyboard.press(digit);
    }
    await gus.getByLabel('Comment').fill('I see none of it.');
    await gus.getByRole('button', { name: 'Save', exact: true }).click();
    const panel = gus.getByRole('region', { name: 'Greta Grader has marked this meanwhile' });
    await expect(panel).toBeFocused();
    await expect(panel.getByRole('row', { name: /^Points/ })).toHaveText(/Points\s*4\s*0/);
    await expect(panel).toContainText('Good: 3 of the 4 steps.');
    await expect(panel).toContainText('I see none of it.');
    await axeEverywhere(gus, 'two marks side by side');
    await greta.goto(answerUrl);
    await expect(greta.getByText('4 of 6')).toBeVisible();
    await expect(greta.getByText(/^Marked by Greta Grader, .*20\d\d/)).toBeVisible();
    await expect(greta.getByText('earlier mark')).toHaveCount(0);
    await panel.getByRole('button', { name: 'Keep theirs' }).click();
    await expect(gus.getByLabel('Comment')).toHaveValue('Good: 3 of the 4 steps.');
    await expect(gus.getByText('4 of 6')).toBeVisible();
  });

  await test.step('and may then give another mark, which keeps the first', async () => {
    await gus.getByLabel('Other points').fill('7');
    await gus.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(gus.getByText('Write a number from 0 to 6, or nothing.')).toBeVisible();
    await gus.getByLabel('Other points').fill('4,5');
    await gus.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(gus.getByText('Write a point, not a comma: 2.5.')).toBeVisible();
    await gus.getByLabel('Other points').fill('4.5');
    await gus.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(gus.getByText(/^Saved /)).toBeVisible();
    await gus.getByText('1 earlier mark').click();
    await expect(gus.getByText('Greta Grader: 4 of 6')).toBeVisible();
    await axeEverywhere(gus, 'a marked answer');
  });

  await test.step('the learner sees nothing of it before the release', async () => {
    await learner.goto(url);
    await expect(learner.getByText('You see your marks once')).toBeVisible();
    await learner.getByRole('link', { name: 'What you handed in' }).click();
    await expect(learner.getByText(/released|releases/).first()).toBeVisible();
    await expect(learner.getByText('Good: 3 of the 4 steps.')).toHaveCount(0);
  });

  await test.step('the gradebook has it, as a table and as a file', async () => {
    await page.goto(`${url}/gradebook`);
    await expect(page.getByRole('row', { name: /Lena Learner/ })).toContainText('4.5');
    await expect(page.getByRole('row', { name: /Olaf Idle/ })).toContainText('not begun');
    await axeEverywhere(page, 'the gradebook');
    await page.getByRole('link', { name: 'answer of Lena Learner' }).click();
    await expect(page).toHaveURL(answerUrl);
    await expect(page.getByText(/^Marked by Gus Grader, .*20\d\d/)).toBeVisible();
    await page.goto(`${url}/gradebook`);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^gradebook-networking.*\.csv$/);
  });

  await test.step('the marks are released, and the learner sees mark and comment', async () => {
    await page.goto(url);
    await page.getByText('Release the marks', { exact: true }).click();
    await expect(
      page.getByText('1 of 2 handed in').or(page.getByText('1 of 2 learners handed in')).first(),
    ).toBeVisible();
    await page.getByRole('button', { name: `Release them now for ${quizTitle}` }).click();
    await expect(page.getByText('Released. Learners see their marks now.')).toBeVisible();
    await axeEverywhere(page, 'a class with released marks');
    await learner.goto(url);
    await expect(learner.getByText(/^4\.5 of \d+$/)).toBeVisible();
    await axeEverywhere(learner, 'a class with marks');
    await learner.getByRole('link', { name: `Marks and comments: ${quizTitle}` }).click();
    await expect(learner.getByText('Good: 3 of the 4 steps.')).toBeVisible();
    await idle.goto(url);
    await expect(idle.getByText('Closed; you handed nothing in.')).toBeVisible();
    await greta.goto(answerUrl);
    await expect(greta.getByText('The marks of this quiz are released')).toBeVisible();
    await greta.getByLabel('Other points').fill('5');
    await greta.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(greta.getByText(/^Saved /)).toBeVisible();
    await expect(learner.getByText('Changed after the release')).toHaveCount(0);
    await learner.reload();
    await expect(learner.getByText(/Changed after the release: Greta Grader gave this mark/)).toBeVisible();
  });

  for (const each of [learner, greta, gus, idle]) await each.context().close();
});

test('what is not one’s own is not there, and nobody is sent to sign in', async ({ page, browser, baseURL }) => {
  await signIn(page, '/classes');
  const { url, code } = await makeClass(page, `Closed ${Date.now()}`);
  const { pathname } = new URL(url);
  const stranger = await (await context(browser, baseURL)).newPage();
  await stranger.goto(`${pathname}/gradebook`);
  await expect(stranger).toHaveURL(`/sign-in?next=${encodeURIComponent(`${pathname}/gradebook`)}`);
  const other = await makeClassless(browser, baseURL, code);
  for (const path of [
    pathname,
    `${pathname}/gradebook`,
    '/classes/x',
    '/grading/x',
    pathname.replace('classes', 'grading'),
  ]) {
    expect((await other.goto(path))?.status(), path).toBe(404);
  }
  await other.goto('/classes');
  await expect(other.getByText('Instructors make classes.')).toBeVisible();
  await other.getByLabel('Class code').fill('AAAA-AAAA-AAAA-AAAA');
  await other.getByRole('button', { name: 'Join the class' }).click();
  await expect(other.getByText('No class has this code.')).toBeVisible();
  await expect(other.getByLabel('Class code')).toHaveValue('AAAA-AAAA-AAAA-AAAA');
  const response = await other.goto('/classes');
  expect(response?.headers()['cache-control']).toContain('no-store');
  await stranger.context().close();
  await other.context().close();
});

/** An account that is in no class, although it has seen a code. */
async function makeClassless(browser: Browser, baseURL: string | undefined, code: string): Promise<Page> {
  const page = await (await context(browser, baseURL)).newPage();
  await page.goto(`/sign-up?next=${encodeURIComponent(`/classes?code=${code}`)}`);
  await page.getByLabel('Name').fill('Sam Stranger');
  await page.getByLabel('E-mail').fill(`sam-${Date.now()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill('nanoseconds of wire');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByLabel('Class code')).toHaveValue(code);
  return page;
}

test('the forms work without JavaScript', async ({ browser, baseURL }) => {
  const plain = await context(browser, baseURL, { javaScriptEnabled: false });
  const page = await plain.newPage();
  await signIn(page, '/classes');
  const { url, code } = await makeClass(page, `Plain ${Date.now()}`);
  await page.getByLabel('Quiz', { exact: true }).selectOption({ label: quizTitle });
  await expect(page.getByText('Time in UTC.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Set the quiz' }).click();
  await expect(page.getByText('Write the whole date and time, or tick “No due date”.')).toBeVisible();
  const due = inAWeek();
  await page.getByLabel('Due', { exact: true }).fill(due);
  await page.getByRole('button', { name: 'Set the quiz' }).click();
  await expect(page.getByText(`Due ${due.replace('T', ' ')} UTC`)).toBeVisible();
  await page.getByText('Make a new code').click();
  await page.getByRole('button', { name: 'Replace the code' }).click();
  await expect(page.getByText(code, { exact: true })).toHaveCount(0);
  await page.getByLabel(`Role of ${instructor.name}`, { exact: true }).selectOption('Learner');
  await page.getByRole('button', { name: `Change the role of ${instructor.name}` }).click();
  await expect(page.getByText('A class needs an instructor.')).toBeVisible();
  await page.goto(url);
  await page.getByText('Release the marks', { exact: true }).click();
  await page.getByRole('button', { name: `Release them now for ${quizTitle}` }).click();
  await expect(page.getByText(/Released 20/)).toBeVisible();
  await plain.close();
});
