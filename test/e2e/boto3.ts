import type { Page } from '@playwright/test';
import { python, runProgram } from '../clients/programs';
import { expect } from './page';

/** What the page gives to paste into a Python program: the client `ec2`. Answers what runs a program after it, and what that printed. */
export async function boto3Of(page: Page): Promise<(program: string) => Promise<string>> {
  await page.getByRole('button', { name: 'Use your own tools' }).click();
  await page.getByRole('tab', { name: 'boto3' }).click();
  const recipe = await page.getByRole('tabpanel', { name: 'boto3' }).locator('pre').textContent();
  await page.keyboard.press('Escape');
  return async (program) => {
    const ran = await runProgram(python, ['-c', `${recipe}\n${program}`]);
    expect(ran, ran.stderr).toMatchObject({ exitCode: 0 });
    return ran.stdout;
  };
}
