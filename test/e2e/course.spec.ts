import type { Page } from '@playwright/test';
import { axe, expect, test, type } from './page';

const lesson = '/lessons/what-an-elastic-network-interface-is';
const second = '/lessons/primary-and-secondary-interfaces';
const experiment = (page: Page, title: string) => page.getByRole('region', { name: `Experiment · ${title}` });

/** What /progress says of a lesson, a lab or a quiz. */
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name }) });

test('a guest reads the lesson, does a bit of the lab, begins the quiz, makes an account, and all of it is kept', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await page.getByRole('link', { name: 'Read the first lesson' }).click();
  await expect(page).toHaveURL(new RegExp(`${lesson}$`));

  const nothingAsked = async (run: () => Promise<void>) => {
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    const note = (request: { url: () => string }) => {
      if (new URL(request.url()).pathname.startsWith('/api/')) asked.push(request.url());
    };
    page.on('request', note);
    await run();
    page.off('request', note);
    expect(asked).toEqual([]);
  };

  await test.step('an experiment runs in the page, and the server is not asked', async () => {
    await nothingAsked(async () => {
      const after = experiment(page, 'What is left of an instance');
      await after.getByRole('radio').first().check();
      await after.getByRole('button', { name: 'Run' }).click();
      await expect(after).toContainText('Command 2 of');
    });
  });

  await test.step('a question is answered, wrongly and then rightly', async () => {
    const question = page.getByRole('region', { name: 'Question' });
    await question.getByRole('radio', { name: /web-2/ }).check();
    await question.getByRole('button', { name: 'Check the answer' }).click();
    await expect(question).toContainText('Not that one. Each choice now says why.');
    await question.getByRole('radio', { name: 'Attaching it to web-1 at device index 1' }).check();
    await question.getByRole('button', { name: 'Check the answer' }).click();
    await expect(question).toContainText('That is right.');
  });

  await test.step('the lesson is marked as read, and leads to the next one', async () => {
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await expect(page.getByRole('button', { name: 'Mark as not read' })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.locator('#end').getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`${second}$`));
  });

  await test.step('in the next one, an experiment wants a prediction first, and says what it does not run', async () => {
    await nothingAsked(async () => {
      const pull = experiment(page, 'Pull both interfaces out');
      await pull.getByRole('button', { name: 'Run' }).click();
      await expect(pull).toContainText('Choose what you expect first');
      await pull.getByRole('radio', { name: /the primary one once web-1 is stopped/ }).check();
      for (let command = 1; command <= 6; command += 1) {
        await expect(pull).toContainText(`Command ${command} of 6`);
        await pull.getByRole('button', { name: 'Run' }).click();
      }
      await expect(pull).toContainText('That was the last command');
      await expect(pull.getByText('OperationNotPermitted')).toHaveCount(3);
      await pull.getByRole('textbox').fill('aws ec2 describe-instances | grep x');
      await pull.getByRole('button', { name: 'Run' }).click();
      await expect(pull).toContainText('Not run');
    });
  });

  await test.step('a lab is begun', async () => {
    await page.goto('/labs/one-interface-two-instances');
    await expect(page.getByTestId('position')).toBeVisible();
    await type(
      page,
      'aws ec2 create-network-interface --subnet-id $(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query "Subnets[0].SubnetId" --output text) --query NetworkInterface.Status',
    );
    await expect(page.locator('[data-task="interface-created"]')).toHaveAttribute('data-passed', 'true');
  });

  await test.step('the quiz is begun', async () => {
    await page.goto('/quizzes');
    await page.getByRole('link', { name: 'Interfaces and attachments' }).click();
    await page.getByRole('button', { name: 'Start the quiz' }).click();
    await page.getByRole('radio', { name: /as it was while the instance was running/ }).check();
    await expect(page.getByTestId('save-state')).toHaveText(/^Saved \d\d:\d\d:\d\d$/);
  });

  const email = `lena-${Date.now()}@example.org`;
  const password = 'difference engine no 2';
  const allOfIt = async (there: Page) => {
    await there.goto('/progress');
    await expect(rowOf(there, 'What an elastic network interface is').first()).toContainText('Read');
    await expect(rowOf(there, 'One interface, two instances').first()).toContainText('1 of 5');
    await expect(rowOf(there, 'Interfaces and attachments').first()).toContainText(/begun/i);
    await there.goto(lesson);
    await expect(there.getByRole('button', { name: 'Mark as not read' })).toBeVisible();
    await expect(there.getByRole('region', { name: 'Question' })).toContainText('That is right.');
    await there.goto('/quizzes/interfaces-and-attachments');
    await expect(there.getByText('1 of 10 answered').first()).toBeVisible();
  };

  await test.step('an account is made, and everything is there', async () => {
    await page.goto('/sign-up');
    await page.getByLabel('Name').fill('Lena');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Make the account' }).click();
    await expect(page.getByRole('button', { name: 'Lena' })).toBeVisible();
    await allOfIt(page);
  });

  await test.step('in another browser too', async () => {
    const other = await browser.newContext(baseURL ? { baseURL } : {});
    const there = await other.newPage();
    await there.goto('/sign-in?next=/progress');
    await there.getByLabel('E-mail').fill(email);
    await there.getByLabel('Password', { exact: true }).fill(password);
    await there.getByRole('button', { name: 'Sign in' }).click();
    await expect(there).toHaveURL(/\/progress$/);
    await expect(there.getByRole('button', { name: 'Lena' })).toBeVisible();
    await there.waitForLoadState('networkidle');
    await allOfIt(there);
    await there.goto('/progress');
    expect(await axe(there)).toEqual([]);
    await other.close();
  });
});

test('without JavaScript the lesson is read, its question answered, and progress seen', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(lesson);
  await expect(page.locator('pre', { hasText: 'terminate-instances --instance-ids $WEB_1' })).toBeVisible();
  const question = page.getByRole('region', { name: 'Question' });
  await question.getByRole('radio', { name: 'Attaching it to web-1 at device index 1' }).check();
  await question.getByRole('button', { name: 'Check the answer' }).click();
  await expect(page.getByRole('region', { name: 'Question' })).toContainText('That is right.');
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByRole('button', { name: 'Mark as not read' })).toBeVisible();
  await page.goto('/progress');
  await expect(rowOf(page, 'What an elastic network interface is').first()).toContainText('Read');
  await context.close();
});
