import { axe, expect, test } from './page';

test('a contradiction is predicted, run and judged, and its claims lead into the ledger', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Where the course comes from' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sources');
  await page.getByRole('link', { name: 'Can the primary interface be detached?' }).click();

  const verdict = page.getByText('Documents 2 and 3 are right: Never.');
  await expect(verdict).toBeHidden();
  const experiment = page.getByRole('region', { name: 'Experiment · Pull both interfaces out' });
  await experiment.getByRole('radio', { name: /the primary one never/ }).check();
  for (let command = 1; command <= 6; command += 1) {
    await expect(experiment).toContainText(`Command ${command} of 6`);
    await experiment.getByRole('button', { name: 'Run' }).click();
  }
  await expect(experiment).toContainText('That is how it is.');
  await page.getByText('The verdict, after the experiment').click();
  await expect(verdict).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await page.getByRole('link', { name: '27', exact: true }).click();
  await expect(page).toHaveURL(/\/sources\/claims\/attachments#claim-27$/);
  const claim = page.locator('#claim-27');
  await expect(claim).toContainText('Wrong.');
  await claim.getByRole('link', { name: 'Pull both interfaces out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Experiment · Pull both interfaces out');
});

test('what is to come says what it waits for', async ({ page }) => {
  await page.goto('/sources/experiments');
  await expect(page.getByText('Needs load balancers')).toBeVisible();
  await page.goto('/sources/C8');
  await expect(page.getByText('the simulator has no load balancers yet')).toBeVisible();
  await page.getByText('The verdict', { exact: true }).click();
  await expect(page.getByText('Both hold, each for its part.')).toBeVisible();
});
