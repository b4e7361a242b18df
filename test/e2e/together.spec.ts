import type { Page } from '@playwright/test';
import { hasBoto3, howToGet } from '../clients/programs';
import { boto3Of } from './boto3';
import { expect, test, type } from './page';

const position = (page: Page) => page.getByTestId('position');
const tables = (page: Page) => page.getByRole('tabpanel', { name: 'Table' });
const logRows = (page: Page) => page.getByRole('tabpanel', { name: 'Log' }).getByRole('row');
const group = (name: string) => `aws ec2 create-security-group --group-name ${name} --description d --query GroupId`;

test('two tabs and boto3 at once: nothing is lost, and all see the same steps', async ({ page, context }) => {
  test.skip(!hasBoto3, `needs boto3: ${howToGet}`);
  test.setTimeout(120_000);
  const other = await context.newPage();
  for (const one of [page, other]) {
    await one.goto('/labs/sandbox');
    await expect(position(one)).toHaveText('Step 0 of 0');
  }
  const python = await boto3Of(page);
  await page.getByRole('tab', { name: 'Log' }).click();
  const [few, many] = [6, 20];
  const typing = async (one: Page, by: string) => {
    for (let made = 1; made <= few; made += 1) await type(one, group(`${by}-${made}`));
  };
  await Promise.all([
    typing(page, 'one'),
    typing(other, 'two'),
    python(`
for made in range(1, ${many + 1}):
    ec2.create_security_group(GroupName=f'tool-{made}', Description='d')`),
  ]);
  const all = 2 * few + many;
  await other.getByRole('tab', { name: 'Log' }).click();
  for (const one of [page, other]) {
    await expect(position(one)).toHaveText(`Step ${all} of ${all}`);
    await expect(logRows(one)).toHaveCount(all + 1);
    for (const [by, made] of [
      ['one', few],
      ['two', few],
      ['tool', many],
    ] as const) {
      await expect(logRows(one).filter({ hasText: `--group-name ${by}-` })).toHaveCount(made);
    }
    await expect(logRows(one).filter({ hasText: 'Accepted' })).toHaveCount(all);
  }
  expect(await logRows(other).allTextContents(), 'in one order').toEqual(await logRows(page).allTextContents());
  for (const one of [page, other]) await one.getByRole('tab', { name: 'Table' }).click();
  await expect(tables(page)).toContainText(`tool-${many}`);
  await expect(tables(page)).toContainText(`two-${few}`);
});

test('what is sent twice is done once', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/labs/sandbox');
  await expect(position(page)).toHaveText('Step 0 of 0');
  let answers = Promise.resolve();
  await page.route('**/api/v1/**', async (route) => {
    await answers;
    await route.continue();
  });
  /** Nothing is answered before the second press. */
  const twice = async (presses: () => Promise<void>) => {
    let release = () => {};
    answers = new Promise((done) => {
      release = done;
    });
    await presses();
    release();
  };

  await test.step('a form of the console, clicked twice', async () => {
    await page.getByRole('tab', { name: 'Console' }).click();
    await page.getByRole('tab', { name: 'Elastic IPs' }).click();
    await page.getByRole('button', { name: 'Allocate Elastic IP address' }).click();
    await twice(() => page.getByRole('form').getByRole('button', { name: 'Allocate', exact: true }).dblclick());
    await expect(page.getByText('Allocate Elastic IP address: done')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Elastic IPs (1)' })).toBeVisible();
    await expect(position(page)).toHaveText('Step 1 of 1');
  });

  await test.step('and with Enter twice in a field', async () => {
    await page.getByRole('tab', { name: 'Security groups' }).click();
    await page.getByRole('button', { name: 'Create security group' }).click();
    await page.getByLabel('Security group name').fill('once');
    await page.getByLabel('Description').fill('d');
    await twice(async () => {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
    });
    await expect(page.getByText('Create security group: done')).toBeVisible();
    await expect(position(page)).toHaveText('Step 2 of 2');
  });

  await test.step('a fork', async () => {
    await page.getByRole('button', { name: /^Timeline: / }).click();
    await twice(() => page.getByRole('button', { name: 'Fork', exact: true }).dblclick());
    const timeline = page.getByRole('button', { name: /^Timeline: / });
    await expect(timeline).toHaveAccessibleName('Timeline: Fork');
    await timeline.click();
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('Escape');
  });

  await test.step('a link', async () => {
    await page.getByRole('button', { name: 'Share' }).click();
    await twice(() => page.getByRole('button', { name: 'Make a link to step 2' }).dblclick());
    await expect(page.getByRole('textbox', { name: 'Link to step 2' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Links you made' }).getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  await test.step('an undo', async () => {
    await twice(() => page.getByRole('button', { name: 'Undo' }).dblclick());
    await expect(position(page)).toHaveText('Step 1 of 2');
    await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
  });

  await test.step('a new attempt', async () => {
    await page.getByRole('button', { name: 'New attempt' }).click();
    await twice(() => page.getByRole('button', { name: 'Start a new attempt' }).dblclick());
    await expect(position(page)).toHaveText('Step 0 of 0');
    await page.getByRole('button', { name: 'Your attempts' }).click();
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
  });
});
