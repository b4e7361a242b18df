import { createServer, type Server } from 'node:http';
import { expect, type Page, test } from '@playwright/test';

const ours = (page: Page) => new URL(test.info().project.use.baseURL ?? page.url()).origin;
const allowedPort = () => Number(new URL(test.info().project.use.baseURL ?? '').port) + 1_000;

/** A site with one page, which has `src` in a frame. Its host is 127.0.0.1, another site than localhost. */
async function siteWithFrame(src: string, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>School</title><iframe title="Lab" src="${src}" width="1200" height="800"></iframe>`,
    );
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/` };
}

test('a lab in a frame of a site that may: it works, is kept, and its links open outside', async ({
  page,
  context,
}) => {
  const { server, url } = await siteWithFrame(`${ours(page)}/embed/labs/one-interface-two-instances`, allowedPort());
  try {
    await page.goto(url);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByTestId('position')).toHaveText(/Step 0 of 0/);
    await expect(frame.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
    await frame.getByRole('button', { name: 'Plain input' }).click();
    const line = frame.getByRole('textbox', { name: 'Command' });
    await line.fill('aws ec2 create-vpc --cidr-block 10.9.0.0/16');
    await line.press('Enter');
    await expect(frame.getByTestId('position')).toHaveText(/Step 1 of 1/);

    const [cookie] = (await context.cookies(ours(page))).filter(({ name }) => name.includes('session-token'));
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'None' });
    expect(cookie?.partitionKey).toContain('127.0.0.1');
    await page.reload();
    await expect(frame.getByTestId('position')).toHaveText(/Step 1 of 1/);

    const opened = context.waitForEvent('page');
    await frame.getByRole('link', { name: 'Open in Patchbay' }).click();
    await expect(await opened).toHaveURL(`${ours(page)}/labs/one-interface-two-instances`);
    // Who is in a frame is nobody elsewhere.
    await expect((await opened).getByTestId('position')).toHaveText(/Step 0 of 0/);
  } finally {
    server.close();
  }
});

for (const [what, path, allowed] of [
  ['a site that may not', '/embed/labs/one-interface-two-instances', false],
  ['a site that may, of a page that is not for frames', '/labs/one-interface-two-instances', true],
] as const) {
  test(`${what}: nothing is shown`, async ({ page }) => {
    const { server, url } = await siteWithFrame(`${ours(page)}${path}`, allowed ? allowedPort() : 0);
    try {
      const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
      await page.goto(url);
      await refused;
      await expect(page.frameLocator('iframe').getByTestId('position')).toHaveCount(0);
    } finally {
      server.close();
    }
  });
}
