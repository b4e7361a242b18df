import { expectDone } from './first-lab';
import { axe, expect, shown, squeezed, test, type } from './page';

const attachmentOf = (name: string) =>
  `ATT=$(aws ec2 describe-instances --filters Name=tag:Name,Values=${name} --query "Reservations[0].Instances[0].NetworkInterfaces[0].Attachment.AttachmentId" --output text)`;
const idOf = (name: string, variable: string) =>
  `${variable}=$(aws ec2 describe-instances --filters Name=tag:Name,Values=${name} --query "Reservations[0].Instances[0].InstanceId" --output text)`;

test('a guest does the first lab, makes an account, and finds all of it in another browser', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await page
    .getByRole('link', { name: /first lab/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/labs\/one-interface-two-instances$/);
  await expect(page.getByTestId('position')).toHaveText('Step 0 of 0');
  const task = (id: string) => page.locator(`[data-task="${id}"]`);

  await test.step('eth0 refuses, running', async () => {
    await type(page, attachmentOf('web-1'));
    await type(page, 'aws ec2 detach-network-interface --attachment-id $ATT');
    await expect
      .poll(() => shown(page))
      .toContain(
        squeezed(
          'An error occurred (OperationNotPermitted) when calling the DetachNetworkInterface operation: The network interface at device index 0 and networkCard index 0 cannot be detached.',
        ),
      );
    await expect(task('primary-stays')).toHaveAttribute('data-passed', 'false');
    await expect(task('primary-stays')).toContainText('not tried yet');
  });

  await test.step('and stopped', async () => {
    await type(page, idOf('web-1', 'W1'));
    await type(
      page,
      'aws ec2 stop-instances --instance-ids $W1 > /dev/null && aws ec2 wait instance-stopped --instance-ids $W1',
    );
    await type(page, 'aws ec2 detach-network-interface --attachment-id $ATT');
    await expect(task('primary-stays')).toHaveAttribute('data-passed', 'true');
  });

  await test.step('a hint, shown once asked for', async () => {
    await task('interface-created').getByRole('button', { name: 'Hint 1 of 3' }).click();
    await expect(task('interface-created')).toContainText('An interface needs no instance');
  });

  await test.step('another interface is made, attached and moved', async () => {
    await type(
      page,
      'SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query "Subnets[0].SubnetId" --output text)',
    );
    await type(
      page,
      'ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --query NetworkInterface.NetworkInterfaceId --output text)',
    );
    await expect(task('interface-created')).toHaveAttribute('data-passed', 'true');
    await type(
      page,
      'MOVE=$(aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $W1 --device-index 1 --query AttachmentId --output text)',
    );
    await expect(task('attached')).toHaveAttribute('data-passed', 'true');
    await type(
      page,
      'aws ec2 detach-network-interface --attachment-id $MOVE && aws ec2 wait network-interface-available --network-interface-ids $ENI',
    );
    await type(page, idOf('web-2', 'W2'));
    await type(
      page,
      'aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $W2 --device-index 1 --query AttachmentId',
    );
    await expect(task('same-identity')).toHaveAttribute('data-passed', 'true');
    await expectDone(page);
  });

  const position = await page.getByTestId('position').textContent();
  await test.step('the same browser finds it as it was', async () => {
    await page.reload();
    await expect(page.getByTestId('position')).toHaveText(position ?? '');
    await expect(page.getByText('Finished')).toBeVisible();
    await expect.poll(() => shown(page)).toContain('attach-network-interface');
    await type(page, 'echo "still here: $ENI"');
    await expect.poll(() => shown(page)).toMatch(/stillhere:eni-0/);
  });

  await test.step('undo and redo', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
    await expect(page.getByTestId('position')).toHaveText(position ?? '');
  });

  expect(await axe(page)).toEqual([]);

  const email = `ada-${Date.now()}@example.org`;
  await test.step('the guest makes an account', async () => {
    await page.goto('/sign-up');
    await page.getByLabel('Name').fill('Ada Lovelace');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('difference engine no 2');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await expect(page).toHaveURL(/\/progress$/);
    await expect(page.getByRole('button', { name: 'Ada Lovelace' })).toBeVisible();
  });

  await test.step('and finds it in another browser', async () => {
    const other = await browser.newContext(baseURL ? { baseURL } : {});
    const elsewhere = await other.newPage();
    await elsewhere.goto('/sign-in?next=/labs/one-interface-two-instances');
    await elsewhere.getByLabel('E-mail').fill(email);
    await elsewhere.getByLabel('Password', { exact: true }).fill('difference engine no 2');
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await expect(elsewhere).toHaveURL(/\/labs\/one-interface-two-instances$/);
    await expect(elsewhere.getByTestId('position')).toHaveText(position ?? '');
    await expect(elsewhere.getByText('Finished')).toBeVisible();
    await type(elsewhere, 'echo "over there: $ENI"');
    await expect.poll(() => shown(elsewhere)).toMatch(/overthere:eni-0/);
    await other.close();
  });
});

test('what a guest did joins the account that is signed in to', async ({ page, browser, baseURL }) => {
  const email = `grace-${Date.now()}@example.org`;
  const password = 'nanoseconds of wire';
  await test.step('an account is made in one browser', async () => {
    const first = await browser.newContext(baseURL ? { baseURL } : {});
    const there = await first.newPage();
    await there.goto('/sign-up');
    await there.getByLabel('Name').fill('Grace');
    await there.getByLabel('E-mail').fill(email);
    await there.getByLabel('Password', { exact: true }).fill(password);
    await there.getByRole('button', { name: 'Make the account' }).click();
    await expect(there).toHaveURL(/\/progress$/);
    await first.close();
  });
  await page.goto('/labs/sandbox');
  await expect(page.getByTestId('position')).toHaveText('Step 0 of 0');
  await type(page, 'aws ec2 create-vpc --cidr-block 10.9.0.0/16 --query Vpc.VpcId');
  await expect(page.getByTestId('position')).toHaveText('Step 1 of 1');
  await page.goto('/sign-in?next=/labs/sandbox');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByTestId('position')).toHaveText('Step 1 of 1');
});
