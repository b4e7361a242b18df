import type { Page } from '@playwright/test';
import { expect, test } from './page';

const lab = '/labs/one-interface-two-instances';
const bundles = '**/_next/static/chunks/*.js';
const field = (page: Page) => page.getByRole('textbox', { name: 'Command' });
const log = (page: Page) => page.getByRole('region', { name: 'What was run' });

/** Holds back what the page asks for there, until it is let go. */
async function hold(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(address, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a command is answered before the bundles are there, and the page goes on from it', async ({ page }) => {
    const letGo = await hold(page, bundles);
    await page.goto(lab, { waitUntil: 'commit' });
    await field(page).fill('aws ec2 create-vpc --cidr-block 10.9.0.0/16 --query Vpc.CidrBlock');
    await field(page).press('Enter');
    await expect(log(page)).toContainText('"10.9.0.0/16"');
    await field(page).fill('aws ec2 delete-vpc --vpc-id vpc-00000000000000001');
    await page.getByRole('button', { name: 'Run', exact: true }).tap();
    await expect(log(page)).toContainText('(InvalidVpcID.NotFound)');
    await field(page).fill('echo half');

    letGo();
    await expect(page.getByTestId('position')).toHaveText('Step 2 of 2');
    await expect(log(page).getByRole('listitem')).toHaveCount(2);
    await expect(log(page)).toContainText('"10.9.0.0/16"');
    // What was being typed is still being typed.
    await expect(field(page)).toHaveValue('echo half');
    await expect(field(page)).toBeFocused();
    await field(page).pressSequentially(' way');
    await field(page).press('Enter');
    await expect(log(page)).toContainText('half way');

    await page.reload();
    await expect(page.getByTestId('position')).toHaveText('Step 2 of 2');
    await expect(log(page)).toContainText('half way');
  });
});

test('with a mouse, what is typed before goes on in the usual terminal', async ({ page }) => {
  const letGo = await hold(page, bundles);
  await page.goto(lab, { waitUntil: 'commit' });
  await field(page).fill('X=early');
  await field(page).press('Enter');
  await expect(log(page)).toContainText('X=early');
  await field(page).fill('echo $X bird');
  letGo();
  const terminal = page.getByTestId('terminal');
  await expect(terminal).toContainText('echo $X bird');
  await page.keyboard.press('Enter');
  await expect(terminal).toContainText('early bird');
  await expect(page.getByTestId('position')).toHaveText('Step 1 of 1');
});

test('a server that is away is told, and the lab opens when it is back', async ({ page }) => {
  const letGo = await hold(page, bundles);
  await page.goto(lab, { waitUntil: 'commit' });
  await page.route('**/api/v1/**', (route) => route.fulfill({ status: 503 }));
  await field(page).fill('echo hello');
  await field(page).press('Enter');
  await expect(log(page)).toContainText('No answer came, so this may have been done or not.');
  await page.unroute('**/api/v1/**');
  letGo();
  await expect(page.getByTestId('position')).toHaveText('Step 0 of 0');
});

test('a part of the script that does not come is told, and is fetched when asked for again', async ({
  page,
  request,
}) => {
  const html = await (await request.get(lab)).text();
  await page.route(bundles, (route) =>
    html.includes(new URL(route.request().url()).pathname) ? route.continue() : route.fulfill({ status: 503 }),
  );
  await page.goto(lab);
  await expect(page.getByRole('main')).toContainText('The lab could not be loaded');
  await expect(page.getByRole('main')).toContainText('A part of this page did not come.');
  await page.unroute(bundles);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('position')).toHaveText('Step 0 of 0');
});

test('a line that was entered while the lab opened runs once it has', async ({ page }) => {
  await page.goto('/labs');
  const letGo = await hold(page, '**/open');
  await page
    .getByRole('link', { name: /One interface, two instances/ })
    .first()
    .click();
  await field(page).fill('echo patient');
  await field(page).press('Enter');
  letGo();
  await expect(page.getByTestId('terminal')).toContainText('patient');
});
