import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '@/lib/db/database';
import { undo } from '@/lib/usecases/lab-attempts';
import { forget } from '@/lib/usecases/live-attempts';
import { type Ec2Server, startEc2Server } from '../clients/ec2-server';
import { action, refusalIn, send } from '../clients/sign';
import { countStatements } from '../db/databases';

let server: Ec2Server;
beforeAll(async () => {
  server = await startEc2Server();
});
afterAll(async () => {
  await server.close();
  await closeDatabase();
});

const create = action('CreateVpc', { CidrBlock: '10.1.0.0/16' });
const seen = async (attempt: string) => {
  const view = await server.view(attempt);
  return { ...view, world: { ...(view.world as object), now: 0 } };
};

test('a change is a step that names its tool, a repeated refusal is counted, a read is nothing', async () => {
  const { id: attempt, credentials } = await server.start();
  const tool = { headers: { 'user-agent': 'Boto3/1.26.27 Python/3.11.2 Linux/6.1 Botocore/1.29.27' } };
  await send(credentials, create, tool);
  await send(credentials, action('DescribeVpcs'));
  await send(credentials, action('DescribeVpcs', { 'VpcId.1': 'vpc-00000000000000001' }));
  for (let times = 0; times < 3; times += 1) {
    const { status } = await send(credentials, action('DeleteVpc', { VpcId: 'vpc-00000000000000001' }));
    expect(status).toBe(400);
  }
  expect((await server.view(attempt)).steps).toMatchObject([
    {
      seq: 1,
      via: 'ec2',
      text: 'aws ec2 create-vpc --cidr-block 10.1.0.0/16  # Boto3/1.26.27',
      outcome: 'changed',
      repeats: 0,
    },
    {
      seq: 2,
      via: 'ec2',
      text: 'aws ec2 delete-vpc --vpc-id vpc-00000000000000001',
      outcome: 'refused',
      codes: ['InvalidVpcID.NotFound'],
      repeats: 2,
    },
  ]);
});

test('a dry run is refused with 412', async () => {
  const { status, text } = await send((await server.start()).credentials, `${create}&DryRun=true`);
  expect([status, refusalIn(text)]).toEqual([
    412,
    'DryRunOperation: Request would have succeeded, but DryRun flag is set.',
  ]);
});

test('a read costs one statement, a change six at most', async () => {
  const { credentials } = await server.start();
  await send(credentials, action('DescribeVpcs'));
  const read = await countStatements(() => send(credentials, action('DescribeVpcs')));
  expect(read.statements, read.statements.join('\n')).toHaveLength(1);
  const change = await countStatements(() => send(credentials, create));
  expect(change.statements.length, change.statements.join('\n')).toBeLessThanOrEqual(6);
});

test('what memory holds is what the log gives back, and undo takes a client’s step back', async () => {
  const { id: attempt, credentials } = await server.start();
  const vpcIds = async () =>
    [...(await send(credentials, action('DescribeVpcs'))).text.matchAll(/<vpcId>(.*?)<\/vpcId>/g)].map(
      ([, vpc]) => vpc,
    );
  await send(credentials, create);
  await server.run(attempt, 'aws ec2 create-vpc --cidr-block 10.2.0.0/16');
  await send(credentials, create);
  const made = await vpcIds();
  expect(made).toHaveLength(4);
  const warm = await seen(attempt);
  forget(attempt);
  expect(await vpcIds()).toEqual(made);
  expect(await seen(attempt)).toEqual(warm);
  await undo(server.user, { id: attempt, to: 1 }, () => undefined);
  expect(await vpcIds()).toEqual(made.slice(0, 2));
  await send(credentials, create);
  const again = await vpcIds();
  expect(again.slice(0, 2)).toEqual(made.slice(0, 2));
  expect(made).not.toContain(again[2]);
});

test('two writers at once lose nothing', async () => {
  const { id: attempt, credentials } = await server.start();
  const client = Array.from({ length: 20 }, (_, index) =>
    send(credentials, action('CreateVpc', { CidrBlock: `10.${index}.0.0/16` })),
  );
  const page = Array.from({ length: 10 }, (_, index) =>
    server.run(attempt, `aws ec2 create-security-group --group-name g${index} --description d`),
  );
  const readers = Array.from({ length: 10 }, () => send(credentials, action('DescribeVpcs')));
  const statuses = (await Promise.all([...client, ...readers])).map(({ status }) => status);
  // Five VPCs an account: the rest are refused, each for itself.
  expect(statuses.filter((status) => status === 200).length).toBe(4 + 10);
  expect((await Promise.all(page)).every(({ exitCode }) => exitCode === 0)).toBe(true);
  const view = await server.view(attempt);
  expect(view.position).toBe(view.steps.length);
  expect(view.steps.reduce((sum, step) => sum + 1 + step.repeats, 0)).toBe(30);
  forget(attempt);
  expect(await seen(attempt)).toEqual({ ...view, world: { ...(view.world as object), now: 0 } });
});

test('the tasks of a lab follow', async () => {
  const { id: attempt, credentials } = await server.start('one-interface-two-instances');
  const before = await server.view(attempt);
  const primary = { 'Filter.1.Name': 'attachment.device-index', 'Filter.1.Value.1': '0' };
  const { text } = await send(credentials, action('DescribeNetworkInterfaces', primary));
  const attachment = /<attachmentId>(eni-attach-\w+)<\/attachmentId>/.exec(text)?.[1] ?? '';
  await send(credentials, action('DetachNetworkInterface', { AttachmentId: attachment }));
  const after = await server.view(attempt);
  expect(after.steps).toHaveLength(1);
  expect(after.tasks).not.toEqual(before.tasks);
});
