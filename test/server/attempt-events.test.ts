import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from './browser';
import { startServer, type TestServer } from './start-server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const begin = async (browser: Browser) => (await browser.post('/api/v1/labs/sandbox/attempts', {})).json.id as string;
const run = (browser: Browser, id: string, line: string) =>
  browser.post(`/api/v1/lab-attempts/${id}/commands`, { line });

test('every page of a person hears of each move of their attempts, and of nobody else’s', async () => {
  const [mine, other] = [new Browser(server.url), new Browser(server.url)];
  const id = await begin(mine);
  const foreign = await begin(other);
  const streams = [
    await mine.events('/api/v1/lab-attempts/events'),
    await mine.copy().events('/api/v1/lab-attempts/events'),
  ];

  await run(other, foreign, 'aws ec2 create-vpc --cidr-block 10.0.0.0/16');
  await run(mine, id, 'aws ec2 describe-vpcs');
  await run(mine, id, 'aws ec2 create-vpc --cidr-block 10.0.0.0/16');
  for (const stream of streams) expect(await stream.next()).toEqual({ id, position: 1, timeline: 0 });
  await run(mine, id, 'aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0');
  await run(mine, id, 'aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0');
  await mine.post(`/api/v1/lab-attempts/${id}/undo`, { to: 0 });
  await mine.post(`/api/v1/lab-attempts/${id}/timelines`, { name: 'What if' });
  for (const stream of streams) {
    const heard = [await stream.next(), await stream.next(), await stream.next()];
    expect(heard, 'a refusal, the same again, an undo').toEqual(
      [2, 2, 0].map((position) => ({ id, position, timeline: 0 })),
    );
    expect(await stream.next(), 'a fork on the spot').toEqual({ id, position: 0, timeline: 1 });
    await stream.close();
  }
});

test('a thirteenth stream of one person ends the first, and a stop of the server does not wait for them', async () => {
  const mine = new Browser(server.url);
  const id = await begin(mine);
  const streams = [];
  for (let count = 0; count < 13; count += 1) streams.push(await mine.events('/api/v1/lab-attempts/events'));
  expect(await streams[0]?.next(), 'ended').toBeUndefined();
  await run(mine, id, 'aws ec2 create-vpc --cidr-block 10.0.0.0/16');
  for (const stream of streams.slice(1)) expect(await stream.next()).toEqual({ id, position: 1, timeline: 0 });
  await server.stop();
  expect(server.process.exitCode ?? server.process.signalCode).not.toBeNull();
});
