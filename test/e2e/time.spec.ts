import type { Page } from '@playwright/test';
import { solution } from './first-lab';
import { axe, expect, shown, squeezed, test, type } from './page';

const position = (page: Page) => page.getByTestId('position');
const timeline = (page: Page) => page.getByRole('button', { name: /^Timeline: / });
const slider = (page: Page) => page.getByRole('slider', { name: 'Look at a step' });
const vpc = (number: number) => `aws ec2 create-vpc --cidr-block 10.${number}.0.0/16 --query Vpc.VpcId`;
/** What stands in the tables of the account as it is shown. */
const tables = (page: Page) => page.getByRole('tabpanel', { name: 'Table' });

test('time is walked by keyboard: looked at, forked, compared and shared', async ({ page, browser, baseURL }) => {
  test.setTimeout(180_000);
  await page.goto('/labs/sandbox');
  await expect(position(page)).toHaveText('Step 0 of 0');
  for (const number of [11, 12, 13]) await type(page, vpc(number));
  await expect(position(page)).toHaveText('Step 3 of 3');
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(tables(page)).toContainText('10.13.0.0/16');

  await test.step('looking moves nothing', async () => {
    await slider(page).focus();
    await page.keyboard.press('Home');
    await expect(page.getByText('You look at the start. The lab stands at step 3.')).toBeVisible();
    await expect(slider(page)).toHaveAttribute('aria-valuetext', 'The start');
    await expect(tables(page)).not.toContainText('10.11.0.0/16');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Step 2 of 3: aws ec2 create-vpc .*12\.0\.0/);
    await expect(tables(page)).toContainText('10.12.0.0/16');
    await expect(tables(page)).not.toContainText('10.13.0.0/16');
    await expect(position(page)).toHaveText('Step 3 of 3');
    expect(await axe(page), 'a moment of before').toEqual([]);
  });

  await test.step('a fork goes on from there, and leaves the other timeline as it was', async () => {
    await page.getByRole('button', { name: 'Fork from here' }).click();
    await page.getByRole('textbox', { name: 'Fork at step 2, as' }).fill('Another way');
    expect(await axe(page), 'the dialog').toEqual([]);
    await page.keyboard.press('Enter');
    await expect(timeline(page)).toHaveAccessibleName('Timeline: Another way');
    await expect(position(page)).toHaveText('Step 2 of 2');
    // What is typed before the dialog has handed the focus on would go to its button.
    await expect(timeline(page)).toBeFocused();
    await type(page, vpc(14));
    await expect(position(page)).toHaveText('Step 3 of 3');
    await timeline(page).click();
    await expect(page.getByRole('dialog')).toContainText('Another way at step 3, forked at step 2 · you are here');
    await page.getByRole('button', { name: 'Fork', exact: true }).click();
    await expect(timeline(page), 'a fork of a fork').toHaveAccessibleName('Timeline: Fork');
    await timeline(page).click();
    await page.getByRole('textbox', { name: 'Fork at step 3, as' }).fill('main');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert'), 'a name that is taken').toBeVisible();
    await page.getByRole('button', { name: 'Go to Another way' }).click();
    await expect(timeline(page)).toHaveAccessibleName('Timeline: Another way');
  });

  await test.step('two timelines are compared', async () => {
    await timeline(page).click();
    await page.getByRole('button', { name: 'Compare Another way with main' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Compare' });
    await expect(panel).toContainText('10.13.0.0/16');
    await expect(panel).toContainText('10.14.0.0/16');
    await expect(panel).not.toContainText('10.12.0.0/16');
    expect(await axe(page), 'the comparison').toEqual([]);
    await panel.getByLabel('Right', { exact: true }).selectOption('Another way and Fork, step 3');
    await expect(panel).toContainText('Nothing differs');
  });

  await test.step('a line that is typed while one looks runs where the lab stands, and that is shown', async () => {
    await page.getByRole('tab', { name: 'Table' }).click();
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByText('You look at step 2 of 3. The lab stands at step 3.')).toBeVisible();
    await type(page, vpc(15));
    await expect(page.getByRole('button', { name: 'Back to now' })).toHaveCount(0);
    await expect(tables(page)).toContainText('10.15.0.0/16');
    await expect(position(page)).toHaveText('Step 4 of 4');
  });

  await test.step('a link shows the moment to a stranger until it is revoked', async () => {
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Make a link to step 4' }).click();
    const url = await page.getByRole('textbox', { name: 'Link to step 4' }).inputValue();
    expect(await axe(page), 'the dialog').toEqual([]);
    const stranger = await browser.newContext(baseURL ? { baseURL } : {});
    expect((await stranger.request.get(url)).status()).toBe(200);
    await page.getByRole('button', { name: 'Revoke the link to step 4' }).click();
    await expect(page.getByRole('button', { name: 'Make a link to step 4' })).toBeVisible();
    expect((await stranger.request.get(url)).status()).toBe(404);
    await stranger.close();
  });

  await test.step('a link to a step that is gone says so, and changes nothing', async () => {
    await page.goto('/labs/sandbox?step=99');
    await expect(page.getByText('There is no step 99 in this attempt.')).toBeVisible();
    await expect(position(page)).toHaveText('Step 4 of 4');
    await page.goto('/labs/sandbox?step=1');
    await expect(page.getByText('You look at step 1 of 4. The lab stands at step 4.')).toBeVisible();
    await page.getByRole('button', { name: 'Go on from here' }).click();
    await expect(position(page)).toHaveText('Step 1 of 4');
  });
});

test('a solution is played on a timeline of its own, a lab is done without the diagram, and shows what it showed', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/labs/one-interface-two-instances');
  await expect(position(page)).toHaveText('Step 0 of 0');

  await test.step('the solution', async () => {
    await type(page, vpc(11));
    await page.getByRole('button', { name: 'Show solution' }).click();
    await expect(page.getByRole('dialog')).toContainText('a finish of this attempt is not recorded');
    await page.getByRole('button', { name: 'Show the solution' }).click();
    const player = page.getByRole('region', { name: 'Solution' });
    await expect(player).toContainText(/line 1 of \d+/);
    await expect(timeline(page)).toHaveAccessibleName('Timeline: Solution');
    await expect(player.getByRole('button', { name: 'Play' }), 'nothing moves by itself').toHaveCount(0);
    expect(await axe(page), 'the player').toEqual([]);
    const answered = page.waitForResponse((response) => response.url().endsWith('/commands'));
    await player.getByRole('button', { name: 'Next' }).click();
    await answered;
    await expect.poll(() => shown(page)).toContain(squeezed('WEB_1=$(aws ec2 describe-instances'));
    await expect(player).toContainText(/line 2 of \d+/);
    await player.getByRole('button', { name: 'Back to main' }).click();
    await expect(position(page)).toHaveText('Step 1 of 1');
    await expect(player.getByRole('button', { name: 'Go on with the solution' })).toBeVisible();
    await player.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByText('You have seen the solution')).toBeVisible();
  });

  await test.step('a new attempt, with the diagram hidden', async () => {
    await page.getByRole('button', { name: 'New attempt' }).click();
    await page.getByRole('button', { name: 'Start a new attempt' }).click();
    await expect(position(page)).toHaveText('Step 0 of 0');
    await page.getByRole('button', { name: 'Terminal settings' }).click();
    await page.getByRole('checkbox', { name: /Hide the diagram/ }).check();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tab', { name: 'Diagram' })).toHaveCount(0);
    await expect(tables(page)).toContainText('web-1');
    for (const line of solution) await type(page, line);
    await expect(page.getByText('Finished')).toBeVisible();
  });

  await test.step('before and after, and what it took', async () => {
    await page.getByRole('button', { name: 'See what you showed' }).click();
    const outcome = page.getByRole('tabpanel', { name: 'Outcome' });
    await expect(outcome).toContainText(/It took you \d+ accepted calls/);
    await expect(outcome.getByRole('tabpanel', { name: 'After' })).toContainText('port 1');
    await outcome.getByRole('tab', { name: 'Before' }).click();
    await expect(outcome.getByRole('tabpanel', { name: 'Before' })).not.toContainText('port 1');
    expect(await axe(page), 'the outcome as tables').toEqual([]);
    await page.getByRole('button', { name: 'Terminal settings' }).click();
    await page.getByRole('checkbox', { name: /Hide the diagram/ }).uncheck();
    await page.keyboard.press('Escape');
    await expect(outcome.getByRole('region', { name: 'Before' })).toBeVisible();
    await expect(outcome.getByRole('region', { name: 'After' })).toBeVisible();
    expect(await axe(page), 'the outcome').toEqual([]);
  });

  await test.step('the attempt of before is resumed, and a reload stays with it', async () => {
    await page.getByRole('button', { name: 'Your attempts' }).click();
    await expect(page.getByRole('dialog')).toContainText('Finished');
    expect(await axe(page), 'the attempts').toEqual([]);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(position(page)).toHaveText('Step 1 of 1');
    await page.reload();
    await expect(position(page)).toHaveText('Step 1 of 1');
    const transcript = await page.getByRole('link', { name: 'Transcript' }).getAttribute('href');
    const text = await (await page.request.get(transcript ?? '')).text();
    expect(text).toContain('10.11.0.0/16');
  });
});
