import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeDatabase } from '@/lib/db/database';
import * as attempts from '@/lib/db/lab-attempts';
import { forget } from '@/lib/usecases/live-attempts';
import { type Credentials, type Ec2Server, startEc2Server } from '../clients/ec2-server';
import { action, refusalIn, send } from '../clients/sign';

/** Done right before a step is stored: what another server may do just then. */
let meanwhile: (() => Promise<unknown>) | undefined;
vi.mock('@/lib/db/lab-attempts', async (importOriginal) => {
  const original = await importOriginal<typeof attempts>();
  const appendStep: typeof original.appendStep = async (step) => {
    const work = meanwhile;
    meanwhile = undefined;
    await work?.();
    return original.appendStep(step);
  };
  return { ...original, appendStep };
});

let server: Ec2Server;
beforeAll(async () => {
  server = await startEc2Server();
});
afterAll(async () => {
  await server.close();
  await closeDatabase();
});

const create = (block: number) => action('CreateVpc', { CidrBlock: `10.${block}.0.0/16` });
const blocks = async (key: Credentials) =>
  [...(await send(key, action('DescribeVpcs'))).text.matchAll(/<cidrBlock>(.*?)</g)].map(([, block]) => block);
const seen = async (id: string) => {
  const view = await server.view(id);
  return { ...view, world: { ...(view.world as object), now: 0 } };
};

test('a call whose step comes second is made again on the step that came first', async () => {
  const { id, credentials } = await server.start();
  await send(credentials, create(1));
  await send(credentials, create(2));
  meanwhile = () => attempts.moveHead({ attemptId: id, userId: server.user.id, to: 1 });
  expect((await send(credentials, create(3))).status).toBe(200);
  const view = await seen(id);
  expect(view.steps.map(({ seq, parent }) => [seq, parent])).toEqual([
    [1, 0],
    [2, 1],
    [3, 1],
  ]);
  forget(id);
  expect(await seen(id)).toEqual(view);
});

test('a call that is always second is told to come again, and nothing of it is kept', async () => {
  const { id, credentials } = await server.start();
  await send(credentials, create(1));
  let to = 1;
  const away = async () => {
    to = 1 - to;
    meanwhile = away;
    await attempts.moveHead({ attemptId: id, userId: server.user.id, to });
  };
  meanwhile = away;
  const answer = await send(credentials, create(2));
  meanwhile = undefined;
  expect([answer.status, refusalIn(answer.text)]).toEqual([503, expect.stringMatching(/^Unavailable: /)]);
  expect((await server.view(id)).steps).toHaveLength(1);
});

test('a step that could not be stored has not happened', async () => {
  const { id, credentials } = await server.start();
  await send(credentials, create(1));
  const before = await seen(id);
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  meanwhile = () => Promise.reject(new Error('the disk is full'));
  const answer = await send(credentials, create(2));
  expect([answer.status, refusalIn(answer.text)]).toEqual([500, 'InternalError: An internal error has occurred']);
  expect(answer.text).not.toContain('disk');
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
  expect(await seen(id)).toEqual(before);
});

test('a read that waited for its turn sees the step that it waited for', async () => {
  const { id, credentials } = await server.start();
  await send(credentials, create(1));
  const slow =
    'for i in $(seq 150); do aws ec2 describe-vpcs > /dev/null; done; aws ec2 create-vpc --cidr-block 10.2.0.0/16';
  const line = server.run(id, slow);
  const reads = Array.from({ length: 5 }, () => blocks(credentials));
  expect((await line).exitCode).toBe(0);
  for (const read of await Promise.all(reads)) expect(read).toContain('10.2.0.0/16');
});
