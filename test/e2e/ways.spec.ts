import type { Page } from '@playwright/test';
import { hasBoto3, howToGet } from '../clients/programs';
import { boto3Of } from './boto3';
import { expectDone, firstLab, solution } from './first-lab';
import { axe, expect, press, shown, squeezed, test, typeHere } from './page';

const task = (page: Page, id: string) => page.locator(`[data-task="${id}"]`);
const position = (page: Page) => page.getByTestId('position');
/** The tables stand where the diagram would. */
const tables = (page: Page) => page.getByRole('tabpanel', { name: 'Table' });
/** An instance takes fifteen seconds to stop, and nothing here but waiting makes them pass. */
const soon = { timeout: 40_000 };

/** Select a row of a list of the console, and open what is done to it. */
async function open(page: Page, list: string, row: RegExp, action: string): Promise<void> {
  const panel = page.getByRole('tabpanel', { name: list });
  await page.getByRole('tab', { name: list }).click();
  await panel.getByRole('radio', { name: row }).check();
  await panel.getByRole('button', { name: 'Actions' }).click();
  await panel.getByRole('button', { name: action, exact: true }).click();
  await expect(page.getByRole('form', { name: action }).getByRole('heading').first()).toBeFocused();
}

test('the first lab by forms alone', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(firstLab);
  await page.getByRole('tab', { name: 'Console' }).click();
  const send = (name: string) => page.getByRole('form').getByRole('button', { name, exact: true }).click();
  const refuses = async () => {
    await open(page, 'Instances', /^web-1, /, 'Detach network interface');
    await send('Detach');
    await expect(page.getByLabel('Attachment')).toBeFocused();
    await expect(page.getByLabel('Attachment')).toHaveAccessibleDescription(/OperationNotPermitted: .*device index 0/);
    await send('Cancel');
  };
  const cell = (row: RegExp, text: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('radio', { name: row }) })
      .getByRole('cell', { name: text, exact: true });

  await test.step('eth0 refuses, running and stopped', async () => {
    await refuses();
    await open(page, 'Instances', /^web-1, /, 'Stop instance');
    await send('Stop instance');
    await expect(page.getByText('Stop instance: done')).toBeVisible();
    await expect(cell(/^web-1, /, 'stopped')).toBeVisible(soon);
    await open(page, 'Instances', /^web-1, /, 'Detach network interface');
    await send('Detach');
    const rule = page.getByRole('link', { name: /^How the refusals of .* are known/ });
    const [opened] = await Promise.all([page.waitForEvent('popup'), rule.click()]);
    const row = opened.locator(`[id="${new URL(opened.url()).hash.slice(1)}"]`);
    await expect(row).toContainText('OperationNotPermitted');
    await expect(row).toBeInViewport();
    await opened.close();
    await send('Cancel');
    await expect(task(page, 'primary-stays')).toHaveAttribute('data-passed', 'true');
    await open(page, 'Instances', /^web-1, /, 'Start instance');
    await send('Start instance');
    await expect(cell(/^web-1, /, 'running')).toBeVisible(soon);
  });

  const eni = await test.step('another interface', async () => {
    await page.getByRole('tab', { name: 'Network interfaces' }).click();
    await page.getByRole('button', { name: 'Create network interface' }).click();
    const subnet = page.getByLabel('Subnet', { exact: true });
    const value = await subnet.getByRole('option', { name: /subnet-a/ }).getAttribute('value');
    await subnet.selectOption(value);
    await expect(page.getByRole('region', { name: 'Equivalent command' })).toContainText(`--subnet-id ${value}`);
    await send('Create network interface');
    const free = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'available', exact: true }) });
    await expect(free).toHaveCount(1);
    await expect(task(page, 'interface-created')).toHaveAttribute('data-passed', 'true');
    return new RegExp((await free.getByRole('radio').getAttribute('aria-label')) ?? 'none');
  });

  await test.step('moves', async () => {
    const attach = async (name: RegExp) => {
      await open(page, 'Instances', name, 'Attach network interface');
      const choice = page.getByLabel('Network interface', { exact: true });
      const value = await choice.getByRole('option', { name: eni }).getAttribute('value');
      await choice.selectOption(value);
      await expect(page.getByLabel('Device index')).toHaveValue('1');
      await send('Attach');
      await expect(page.getByText('Attach network interface: done')).toBeVisible();
    };
    await attach(/^web-1, /);
    await expect(task(page, 'attached')).toHaveAttribute('data-passed', 'true');
    await open(page, 'Network interfaces', eni, 'Detach');
    await send('Detach');
    await expect(cell(eni, 'available')).toBeVisible(soon);
    await attach(/^web-2, /);
  });
  await expectDone(page);
});

test('the first lab by keyboard alone, with the diagram hidden', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(firstLab);
  await expect(position(page)).toHaveText('Step 0 of 0');
  await press(page, 'Tab', 'button', /^Terminal settings$/);
  await page.keyboard.press('Enter');
  await press(page, 'Tab', 'checkbox', /^Hide the diagram/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'Diagram' })).toHaveCount(0);
  await expect(tables(page)).toContainText('web-1');

  await press(page, 'Tab', 'textbox', /^Terminal input$/);
  const half = solution.findIndex((line) => line.startsWith('ENI='));
  for (const line of solution.slice(0, half)) await typeHere(page, line);
  await expect.poll(() => shown(page)).toContain(squeezed('(OperationNotPermitted)'));
  await expect(task(page, 'primary-stays')).toHaveAttribute('data-passed', 'true');

  await test.step('a hint is asked for, and a step is looked at on the way', async () => {
    await press(page, 'Shift+Tab', 'slider', /^Look at a step$/);
    await page.keyboard.press('Home');
    await expect(page.getByText(/^You look at the start\./)).toBeVisible();
    await expect(page.getByText('What held at the step you look at:')).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByText(/^You look at /)).toHaveCount(0);
    await press(page, 'Shift+Tab', 'button', /^Hint 1 of 3$/);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Hint 1 of 3', { exact: true }).first()).toBeVisible();
  });

  await press(page, 'Tab', 'textbox', /^Terminal input$/);
  for (const line of solution.slice(half)) await typeHere(page, line);
  await expectDone(page);
  await expect(tables(page)).toContainText('port 1');
  expect(await axe(page)).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the first lab, in the plain field that a phone begins with', async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto('/');
    await page
      .getByRole('link', { name: /first lab/i })
      .first()
      .tap();
    await expect(position(page)).toHaveText('Step 0 of 0');
    const field = page.getByRole('textbox', { name: 'Command' });
    for (const line of solution) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/commands'));
      await field.fill(line);
      await page.getByRole('button', { name: 'Run', exact: true }).tap();
      await answered;
      await expect(field).toHaveValue('');
    }
    await expect(page.getByRole('region', { name: 'What was run' })).toContainText('(OperationNotPermitted)');
    await expectDone(page);
    for (const name of ['Table', 'Log', 'Console', 'Diagram']) {
      await page.getByRole('tab', { name, exact: true }).tap();
      await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390);
    }
    await page.getByRole('button', { name: 'See what you showed' }).tap();
    await expect(page.getByRole('tabpanel', { name: 'Outcome' })).toContainText(/It took you \d+ accepted calls/);
    expect(await axe(page)).toEqual([]);
  });
});

test('the first lab by boto3, with the page open', async ({ page }) => {
  test.skip(!hasBoto3, `needs boto3: ${howToGet}`);
  test.setTimeout(180_000);
  await page.goto(firstLab);
  await expect(position(page)).toHaveText('Step 0 of 0');
  const python = await boto3Of(page);
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  const program = (text: string) =>
    python(`
at_once = {'Delay': 0}
def named(name):
    return ec2.describe_instances(Filters=[{'Name': 'tag:Name', 'Values': [name]}])['Reservations'][0]['Instances'][0]
one, two = named('web-1'), named('web-2')
def available(eni):
    ec2.get_waiter('network_interface_available').wait(NetworkInterfaceIds=[eni], WaiterConfig=at_once)
${text}`);

  await test.step('eth0 refuses', async () => {
    await program(`
def refused():
    try:
        ec2.detach_network_interface(AttachmentId=one['NetworkInterfaces'][0]['Attachment']['AttachmentId'])
    except ec2.exceptions.ClientError as error:
        print(error.response['Error']['Code'])
refused()
ec2.stop_instances(InstanceIds=[one['InstanceId']])
ec2.get_waiter('instance_stopped').wait(InstanceIds=[one['InstanceId']], WaiterConfig=at_once)
refused()`);
    await expect(task(page, 'primary-stays')).toHaveAttribute('data-passed', 'true');
    await page.getByRole('tab', { name: 'Log' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'detach-network-interface' })).toHaveCount(2);
    await expect(page.getByRole('row').filter({ hasText: /Boto3\/\d/ })).toHaveCount(3);
  });

  const eni = await test.step('another one is plugged in, and stands on the diagram', async () => {
    const printed = await program(`
eni = ec2.create_network_interface(SubnetId=one['SubnetId'])['NetworkInterface']['NetworkInterfaceId']
available(eni)
ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=one['InstanceId'], DeviceIndex=1)
print(eni)`);
    await expect(task(page, 'attached')).toHaveAttribute('data-passed', 'true');
    return /eni-[0-9a-f]{17}\s*$/.exec(printed)?.[0].trim() ?? 'none';
  });
  await page.getByRole('tab', { name: 'Diagram' }).click();
  const picture = page.getByRole('tabpanel', { name: 'Diagram' });
  await expect(picture.locator('title').filter({ hasText: eni })).not.toHaveCount(0);

  await test.step('and moved', async () => {
    await program(`
eni = '${eni}'
held = ec2.describe_network_interfaces(NetworkInterfaceIds=[eni])['NetworkInterfaces'][0]['Attachment']
ec2.detach_network_interface(AttachmentId=held['AttachmentId'])
available(eni)
ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=two['InstanceId'], DeviceIndex=1)`);
    await expectDone(page);
  });
  await expect(page.locator('body[data-same-page]'), 'nothing was loaded anew').toHaveCount(1);
});
