import { expect, shown, test, type } from './page';

test('the first lab is reached and used by keyboard alone, and Tab is never caught', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(':focus').evaluate((element) => /first lab/i.test(element.textContent ?? ''))) break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('position')).toBeVisible();

  const terminal = page.getByTestId('terminal').locator('.xterm-helper-textarea');
  await type(page, 'echo one');
  await page.keyboard.type('aws ec2 describe-network-int');
  await page.keyboard.press('Tab');
  await expect.poll(() => shown(page)).toContain('describe-network-interface');
  await expect(terminal).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(terminal).not.toBeFocused();
});

test('Tab completes what was typed while a line was still running', async ({ page }) => {
  await page.goto('/labs/sandbox');
  await expect(page.getByTestId('position')).toBeVisible();
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/commands', async (route) => {
    await held;
    await route.continue();
  });
  const terminal = page.getByTestId('terminal').locator('.xterm-helper-textarea');
  await terminal.focus();
  await page.keyboard.type('echo one\n');
  await page.keyboard.type('aws ec2 describe-network-int');
  await page.keyboard.press('Tab');
  await expect(terminal).toBeFocused();
  release();
  await expect.poll(() => shown(page)).toContain('describe-network-interface');
});

test('the plain twin does the same', async ({ page }) => {
  await page.goto('/labs/sandbox');
  await page.getByRole('button', { name: 'Plain input' }).click();
  const field = page.getByRole('textbox', { name: 'Command' });
  await field.fill('aws ec2 describe-vpcs --query "Vpcs[0].CidrBlock"');
  await field.press('Enter');
  await expect(page.getByRole('region', { name: 'What was run' })).toContainText('172.31.0.0/16');
  await field.press('ArrowUp');
  await expect(field).toHaveValue(/describe-vpcs/);
});
