import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { axe, expect, test, type } from './page';

const aws = '/usr/bin/aws';

/** What the dialog gives to paste, as the environment of a shell and the address in it. */
async function pasted(page: Page) {
  const text = (await page.getByRole('dialog').locator('pre').first().textContent()) ?? '';
  const exported = [...text.matchAll(/export (\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  const endpoint = /--endpoint-url (\S+)/.exec(text)?.[1] ?? '';
  // The shell that it is pasted into has a Region of its own.
  const env = { ...process.env, AWS_REGION: 'eu-west-1', ...Object.fromEntries(exported), AWS_PAGER: '' };
  return (...words: string[]) =>
    promisify(execFile)(aws, ['--endpoint-url', endpoint, 'ec2', ...words], { env }).then(
      ({ stdout }) => stdout,
      (error: { stderr: string }) => error.stderr,
    );
}

test('the AWS CLI works in the lab that is open, and every open page follows each call', async ({ page, context }) => {
  test.skip(!existsSync(aws), 'needs the AWS CLI: apt-get install awscli');
  test.setTimeout(180_000);
  await page.goto('/labs/one-interface-two-instances');
  await expect(page.getByTestId('position')).toHaveText('Step 0 of 0');
  const other = await context.newPage();
  await other.goto('/labs/one-interface-two-instances');
  await expect(other.getByTestId('position')).toHaveText('Step 0 of 0');

  await page.getByRole('button', { name: 'Use your own tools' }).click();
  await expect(page.getByRole('tab', { name: 'boto3' })).toBeVisible();
  expect(await axe(page), 'the dialog').toEqual([]);
  const ec2 = await pasted(page);
  await page.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Use your own tools' }).click();
  await pasted(other);
  await other.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Log' }).click();

  await test.step('a change and a refusal show in both pages, with the tool that made them', async () => {
    const subnet = (await ec2('describe-subnets', '--query', 'Subnets[0].SubnetId', '--output', 'text')).trim();
    await ec2('create-network-interface', '--subnet-id', subnet, '--description', 'from outside');
    await expect(page.getByTestId('position')).toHaveText('Step 1 of 1');
    await expect(other.getByTestId('position')).toHaveText('Step 1 of 1');
    await other.getByRole('tab', { name: 'Table' }).click();
    await expect(other.getByRole('row').filter({ hasText: '← changed' })).toHaveCount(1);
    const row = page.getByRole('row').filter({ hasText: 'create-network-interface' });
    await expect(row).toContainText('aws-cli/');
    await expect(row).toContainText('Accepted');
    for (const shown of ['InvalidAttachmentID.NotFound', 'InvalidAttachmentID.NotFound, 2 times']) {
      expect(await ec2('detach-network-interface', '--attachment-id', 'eni-attach-0123456789abcdef0')).toContain(
        'InvalidAttachmentID.NotFound',
      );
      await expect(page.getByRole('row').nth(1), 'the newest stands first').toContainText(shown);
    }
    await ec2('delete-vpc', '--vpc-id', `vpc-${'f'.repeat(20_000)}`);
    await expect(page.getByRole('row').filter({ hasText: 'InvalidVpcID' })).toBeVisible();
    const log = page.getByRole('region').filter({ has: page.getByRole('table') });
    expect(await log.evaluate((place) => place.scrollWidth <= place.clientWidth), 'nothing too long for it').toBe(true);
    expect(await axe(page), 'the log').toEqual([]);
  });

  await test.step('what is typed comes after it, in one order', async () => {
    await type(page, 'aws ec2 create-vpc --cidr-block 10.9.0.0/16');
    await expect(page.getByTestId('position')).toHaveText('Step 4 of 4');
    await expect(page.getByRole('row').filter({ hasText: '10.9.0.0/16' })).toContainText('This page');
    expect(
      await ec2('describe-vpcs', '--filters', 'Name=cidr,Values=10.9.0.0/16', '--query', 'length(Vpcs)'),
    ).toContain('1');
  });

  await test.step('revoked, they are worth nothing', async () => {
    await page.getByRole('button', { name: 'Use your own tools' }).click();
    await page.getByRole('button', { name: 'Revoke these credentials' }).click();
    await expect(page.getByRole('dialog')).toContainText('Nothing signed with them is taken any more.');
    await other.getByRole('button', { name: 'Use your own tools' }).click();
    const next = await pasted(other);
    expect(await next('describe-vpcs', '--query', 'length(Vpcs)'), 'another page has the new ones').toMatch(/^\d+\s*$/);
    expect(await ec2('describe-vpcs')).toContain('AuthFailure');
    await page.getByRole('button', { name: 'Make new ones' }).click();
    await expect(page.getByRole('tab', { name: 'AWS CLI' })).toBeVisible();
    const again = await pasted(page);
    expect(await again('describe-vpcs', '--query', 'length(Vpcs)')).toMatch(/^\d+\s*$/);
  });
});
