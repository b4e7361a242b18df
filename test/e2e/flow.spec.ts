import type { Page } from '@playwright/test';
import { axe, expect, press, test, type } from './page';

const image =
  "$(aws ec2 describe-images --filters Name=architecture,Values=x86_64 --query 'Images[0].ImageId' --output text)";
const launch = `aws ec2 run-instances --instance-type t3.micro --image-id ${image} --query 'Instances[0].InstanceId'`;

/** From the terminal back to the row of tabs, and to one of them. */
async function openTab(page: Page, name: RegExp): Promise<void> {
  await press(page, 'Shift+Tab', 'tab', /./);
  await press(page, 'ArrowRight', 'tab', name);
  await page.keyboard.press('Enter');
}

const row = (page: Page) => page.locator('tr:focus');

test('a flow is tested, walked and opened by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/labs/sandbox');
  await expect(page.getByTestId('position')).toHaveText('Step 0 of 0');

  await test.step('without a host there is nothing to test, and the panel says what to do', async () => {
    await type(page, 'echo');
    await openTab(page, /^Test a flow$/);
    await expect(page.getByText('No host to test yet')).toBeVisible();
    expect(await axe(page), 'the empty panel').toEqual([]);
  });

  await test.step('keys go round the row of tabs, and open nothing', async () => {
    for (const [key, name] of [
      ['End', 'Log'],
      ['ArrowRight', 'Diagram'],
      ['ArrowLeft', 'Log'],
      ['Home', 'Diagram'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('tab', { name, exact: true }), key).toBeFocused();
    }
    await expect(page.getByRole('tab', { name: 'Test a flow' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel', { name: 'Test a flow' })).toBeVisible();
  });

  await test.step('the refusing group is named, and so is the place', async () => {
    await type(page, launch);
    await type(page, 'sleep 60');
    await expect(page.getByRole('form', { name: 'Flow' })).toBeVisible();
    await press(page, 'Shift+Tab', 'button', /^Test$/);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Not reached: tcp 22 from the internet to i-/)).toBeVisible();
    await expect(page.getByTestId('stop')).toHaveText('Hop 4 of 4');
    await expect(page.getByRole('button', { name: 'Play' }), 'nothing moves by itself').toHaveCount(0);
    await expect(page.getByRole('listitem').filter({ hasText: 'Refused, ENI_SG_RULES_MISMATCH' })).toBeVisible();
    expect(await axe(page), 'a refused flow').toEqual([]);
  });

  await test.step('each step is said and marked', async () => {
    await press(page, 'Tab', 'button', /^Step back$/);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('said')).toContainText('Hop 3 of 4, way out, at the network ACL');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('said')).toContainText('Hop 2 of 4, way out, at the internet gateway');
    const current = page.locator('[aria-current=step]').filter({ hasText: /^internet gateway\s*igw-/ });
    await expect(current).toHaveCount(1);
  });

  await test.step('a rule leads to its row', async () => {
    await press(page, 'Shift+Tab', 'link', /^Show sg-/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true');
    await expect(row(page)).toContainText('Security group');
    expect(await axe(page), 'the tables').toEqual([]);
  });

  await test.step('a change of the account is answered by what it changed', async () => {
    await openTab(page, /^Test a flow$/);
    await type(
      page,
      'aws ec2 authorize-security-group-ingress --group-name default --protocol tcp --port 22 --cidr 0.0.0.0/0',
    );
    await expect(page.getByTestId('change')).toHaveText('Now reached. Before: not reached, ENI_SG_RULES_MISMATCH.');
    await expect(page.getByRole('heading', { name: 'Way back' })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: /allows tcp 22 from 0\.0\.0\.0\/0/ })).toBeVisible();
  });

  await test.step('a port that is none is not asked', async () => {
    await press(page, 'Shift+Tab', 'combobox', /^Port$/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('70000');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Enter a port from 1 to 65535.')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Port' })).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('the matrix says the same, and a cell opens its trace', async () => {
    await type(page, 'echo');
    await openTab(page, /^Matrix$/);
    const cell = page.getByRole('button', { name: /^yes: tcp 22 from internet to i-/ });
    await expect(cell).toBeVisible();
    await expect(page.getByRole('button', { name: /^no port-closed: |^no ENI_SG_RULES_MISMATCH: / })).toHaveCount(0);
    expect(await axe(page), 'the matrix').toEqual([]);
    await press(page, 'Shift+Tab', 'button', /^yes: tcp 22 from internet to i-/);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Reached: tcp 22 from the internet to i-/)).toBeVisible();
  });
});

test('on a phone the packet is played, and nothing is wider than the page', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto('/labs/sandbox');
  await page.getByRole('button', { name: 'Plain input' }).click();
  const field = page.getByRole('textbox', { name: 'Command' });
  for (const line of [launch, 'sleep 60']) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/commands'));
    await field.fill(line);
    await field.press('Enter');
    await answered;
  }
  await page.getByRole('tab', { name: 'Test a flow' }).click();
  await page.getByLabel('From').selectOption({ index: 1 });
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'The internet' });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText(/^Reached: /)).toBeVisible();
  await expect(page.getByTestId('said'), 'what plays by itself is not said').toBeEmpty();
  await page.getByLabel('Speed').selectOption('Fast');
  await expect(page.getByTestId('stop')).toHaveText(/^Hop (\d+) of \1$/);
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByTestId('said')).toContainText(/^Hop \d+ of/);
  for (const name of ['Test a flow', 'Matrix', 'Table']) {
    await page.getByRole('tab', { name }).click();
    await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390);
  }
  expect(await axe(page)).toEqual([]);
});
