import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { firstLab, solution } from './first-lab';
import { axe, expect, test, type } from './page';

const position = (page: Page) => page.getByTestId('position');
const timeline = (page: Page) => page.getByRole('button', { name: /^Timeline: / });
const tables = (page: Page) => page.getByRole('tabpanel', { name: 'Table' });
const vpc = (number: number) => `aws ec2 create-vpc --cidr-block 10.${number}.0.0/16 --query Vpc.VpcId`;
const launch =
  'aws ec2 run-instances --instance-type t3.micro --image-id $(aws ec2 describe-images --query "Images[0].ImageId" --output text) --query "Instances[0].InstanceId" && sleep 60';
const move = async (page: Page, name: 'Undo' | 'Redo', to: string) => {
  await page.getByRole('button', { name }).click();
  await expect(position(page)).toHaveText(to);
};
/** Fork where the lab stands. */
async function fork(page: Page, name: string): Promise<void> {
  await timeline(page).click();
  await page.getByRole('textbox', { name: /^Fork at / }).fill(name);
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toHaveAccessibleName(`Timeline: ${name}`);
}
async function go(page: Page, name: string): Promise<void> {
  await timeline(page).click();
  await page.getByRole('button', { name: `Go to ${name}`, exact: true }).click();
  await expect(timeline(page)).toHaveAccessibleName(`Timeline: ${name}`);
}
/** The account as its tables have it, without the marks of what changed last. */
async function account(page: Page): Promise<string> {
  // The panel comes late.
  await expect(tables(page)).toContainText('Subnets');
  return ((await tables(page).textContent()) ?? '').replace(/\s*← changed/g, '');
}
/** A link to where the lab stands. */
async function share(page: Page, place: string): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: `Make a link to ${place}` }).click();
  const url = await page.getByRole('textbox', { name: `Link to ${place}` }).inputValue();
  await page.keyboard.press('Escape');
  return url;
}

test('anything is undone and redone, and forks of forks leave what they came from as it was', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/labs/sandbox');
  await expect(position(page)).toHaveText('Step 0 of 0');
  await page.getByRole('tab', { name: 'Table' }).click();
  const lines = [
    vpc(11),
    'aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0',
    'cd /tmp && NAME=kept && echo text > file',
    launch,
    'aws ec2 create-tags --resources $(aws ec2 describe-instances --query "Reservations[0].Instances[0].InstanceId" --output text) --tags Key=Name,Value=$NAME',
    'aws ec2 delete-vpc --vpc-id $(aws ec2 describe-vpcs --filters Name=cidr,Values=10.11.0.0/16 --query "Vpcs[0].VpcId" --output text)',
  ];
  const count = lines.length;
  const seen = [await account(page)];
  for (const [index, line] of lines.entries()) {
    await type(page, line);
    await expect(position(page)).toHaveText(`Step ${index + 1} of ${index + 1}`);
    seen.push(await account(page));
  }
  expect(seen[1], 'a refusal changes nothing').toBe(seen[2]);
  expect(new Set(seen).size, 'everything else that is not the shell’s does').toBe(count - 1);

  await test.step('undone, and redone', async () => {
    for (let at = count - 1; at >= 0; at -= 1) {
      await move(page, 'Undo', `Step ${at} of ${count}`);
      await expect.poll(() => account(page), `step ${at}`).toBe(seen[at]);
    }
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    for (let at = 1; at <= count; at += 1) {
      await move(page, 'Redo', `Step ${at} of ${count}`);
      await expect.poll(() => account(page), `step ${at}`).toBe(seen[at]);
    }
    await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
  });

  await test.step('a fork of a fork of a fork', async () => {
    const cidr = { First: 21, Second: 22, Third: 23 };
    for (const [name, number] of Object.entries(cidr)) {
      await fork(page, name);
      await expect(timeline(page), 'where the focus goes').toBeFocused();
      await type(page, vpc(number));
      await expect(tables(page)).toContainText(`10.${number}.0.0/16`);
    }
    await expect(position(page)).toHaveText(`Step ${count + 3} of ${count + 3}`);
    await move(page, 'Undo', `Step ${count + 2} of ${count + 3}`);
    await go(page, 'main');
    await expect(position(page)).toHaveText(`Step ${count} of ${count}`);
    await expect.poll(() => account(page)).toBe(seen[count]);
    await go(page, 'First');
    await expect(tables(page)).toContainText('10.21.0.0/16');
    await expect(tables(page)).not.toContainText('10.22.0.0/16');
    await go(page, 'Third');
    await expect(position(page), 'where it was left').toHaveText(`Step ${count + 2} of ${count + 3}`);
    await move(page, 'Redo', `Step ${count + 3} of ${count + 3}`);
    for (const number of Object.values(cidr)) await expect(tables(page)).toContainText(`10.${number}.0.0/16`);
  });

  await test.step('the shell went along', async () => {
    await go(page, 'main');
    await type(
      page,
      'aws ec2 create-tags --resources $(aws ec2 describe-subnets --query "Subnets[0].SubnetId" --output text) --tags Key=Name,Value=$NAME-$(cat file)',
    );
    await expect(tables(page)).toContainText('kept-text');
  });

  await test.step('what is linked wrongly is told', async () => {
    for (const [link, said] of [
      ['?moment=999', 'There is no step 999 in this attempt.'],
      ['?step=last', 'The link to this page names no step.'],
      ['?attempt=00000000-0000-4000-8000-000000000000', 'This link names an attempt that is not among yours.'],
    ]) {
      await page.goto(`/labs/sandbox${link}`);
      await expect(page.getByText(said ?? '')).toBeVisible();
      await expect(position(page)).toHaveText(`Step ${count + 1} of ${count + 1}`);
    }
  });
});

test('a stranger opens a shared moment and goes on in an account of their own', async ({ page, stranger }) => {
  test.setTimeout(120_000);
  await page.goto('/labs/sandbox');
  await expect(position(page)).toHaveText('Step 0 of 0');
  await type(page, `SECRET=swordfish && ${vpc(31)}`);
  await expect(position(page)).toHaveText('Step 1 of 1');
  const url = await share(page, 'step 1');
  await type(page, vpc(32));
  await expect(position(page)).toHaveText('Step 2 of 2');

  await stranger.goto(url);
  await expect(stranger.getByRole('region', { name: 'The network' })).toContainText('10.31.0.0/16');
  await expect(stranger.getByRole('region', { name: 'The calls that led here' })).toContainText('create-vpc');
  await expect(stranger.locator('body')).not.toContainText('swordfish');
  await expect(stranger.locator('body')).not.toContainText('10.32.0.0/16');
  expect(await axe(stranger)).toEqual([]);
  await stranger.getByRole('button', { name: 'Start from here' }).dblclick();
  await expect(stranger).toHaveURL(/\/labs\/sandbox$/);
  await stranger.getByRole('button', { name: 'Your attempts' }).click();
  await expect(stranger.getByRole('dialog').getByRole('listitem'), 'pressed twice, begun once').toHaveCount(1);
  await stranger.keyboard.press('Escape');
  await stranger.getByRole('tab', { name: 'Table' }).click();
  await expect(tables(stranger)).toContainText('10.31.0.0/16');
  await type(stranger, vpc(33));
  await expect(tables(stranger)).toContainText('10.33.0.0/16');
  const theirs = (await position(stranger).textContent()) ?? '';
  await page.reload();
  await expect(position(page)).toHaveText('Step 2 of 2');
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(tables(page)).toContainText('10.32.0.0/16');
  await expect(tables(page)).not.toContainText('10.33.0.0/16');

  await test.step('revoked while it is open', async () => {
    await stranger.goto(url);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Revoke the link to step 1' }).click();
    await expect(page.getByRole('region', { name: 'Links you made' })).toHaveCount(0);
    await stranger.getByRole('button', { name: 'Start from here' }).click();
    await expect(stranger.getByRole('alert').filter({ hasText: /link|moment/i })).toBeVisible();
    expect(await axe(stranger), 'the refusal').toEqual([]);
    await stranger.goto(url);
    await expect(stranger.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
    await stranger.goto('/labs/sandbox');
    await expect(position(stranger), 'what was begun is still theirs').toHaveText(theirs);
  });
});

test('a solution played to its end leaves what is one’s own as it was', async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(firstLab);
  await expect(position(page)).toHaveText('Step 0 of 0');
  await type(page, vpc(41));
  await page.getByRole('tab', { name: 'Table' }).click();
  const own = await account(page);
  await page.getByRole('button', { name: 'Show solution' }).click();
  await page.getByRole('button', { name: 'Show the solution' }).click();
  const player = page.getByRole('region', { name: 'Solution' });
  for (let line = 1; line <= solution.length; line += 1) {
    await expect(player).toContainText(`line ${line} of ${solution.length}`);
    await player.getByRole('button', { name: 'Next' }).click();
  }
  await expect(player).toContainText(`That was the last of ${solution.length} lines.`);
  await expect(page.locator('[data-task][data-passed=false]')).toHaveCount(0);
  await expect(page.getByText('Finished')).toHaveCount(0);
  await expect(
    page.getByText('You have seen the solution, so a finish of this attempt is not recorded.'),
  ).toBeVisible();
  await player.getByRole('button', { name: 'Back to main' }).click();
  await expect(position(page)).toHaveText('Step 1 of 1');
  await expect.poll(() => account(page)).toBe(own);
  await expect(page.locator('[data-task][data-passed=true]')).toHaveCount(0);

  const [transcript] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Transcript' }).click(),
  ]);
  expect(transcript.suggestedFilename()).toMatch(/one-interface-two-instances/);
  const text = readFileSync(await transcript.path(), 'utf8');
  expect(text).toContain('10.41.0.0/16');
  await page.goto('/progress');
  await expect(page.locator('main')).not.toContainText(/Finished|✓ One interface/);
});
