import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, database } from '@/lib/db/database';
import { findAttempt } from '@/lib/db/lab-attempts';
import { undo } from '@/lib/usecases/lab-attempts';
import { forget } from '@/lib/usecases/live-attempts';
import { mostBytes } from '@/lib/usecases/record-step';
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

const deletion = (length: number, letter = 'a') => action('DeleteVpc', { VpcId: `vpc-${letter.repeat(length)}` });

test('a thousand rules at once are no step too large, each a permission of its own', async () => {
  const { credentials } = await server.start();
  const form: Record<string, string> = { GroupId: 'sg-00000000000000001' };
  for (let rule = 1; rule <= 1_000; rule += 1) {
    const permission = `IpPermissions.${rule}`;
    form[`${permission}.IpProtocol`] = 'tcp';
    form[`${permission}.FromPort`] = form[`${permission}.ToPort`] = String(rule);
    form[`${permission}.IpRanges.1.CidrIp`] = `10.100.${rule % 256}.0/24`;
  }
  const { text } = await send(credentials, action('AuthorizeSecurityGroupIngress', form));
  expect(refusalIn(text)).toMatch(/^InvalidGroup.NotFound/);
});

test('the page gets long calls without their middle, with the name of the tool', async () => {
  const { id: attempt, credentials } = await server.start();
  const tool = { headers: { 'user-agent': 'Boto3/1.26.27' } };
  for (const letter of ['a', 'b', 'c']) await send(credentials, deletion(200_000, letter), tool);
  const { steps } = await server.view(attempt);
  expect(steps.map(({ codes }) => codes)).toEqual(Array(3).fill([expect.stringMatching(/^InvalidVpc/)]));
  expect(JSON.stringify(steps).length).toBeLessThan(7_500);
  expect(steps[0]?.text).toMatch(/^aws ec2 delete-vpc --vpc-id vpc-a+ … a+ {2}# Boto3\/1\.26\.27$/);
});

test('a step too large to be kept is refused before anything is done', async () => {
  const { id: attempt, credentials } = await server.start();
  await send(credentials, create);
  const before = await seen(attempt);
  // Each quote takes four characters of a line.
  const { status, text } = await send(credentials, deletion(240_000, "'").replaceAll('%27', "'"));
  expect([status, refusalIn(text)]).toEqual([400, expect.stringMatching(/^StepTooLarge: It takes \d+ kB to keep/)]);
  const line = `id=$(printf '%010000d' 0); for i in $(seq 1 30); do aws ec2 delete-vpc --vpc-id vpc-$id$id 2>/dev/null; done`;
  await expect(server.run(attempt, line)).rejects.toMatchObject({
    code: 'TooLarge',
    message: expect.stringMatching(/^It takes \d+ kB to keep this step, and one may take 512 kB\. Nothing was done/),
  });
  expect(await seen(attempt)).toEqual(before);
});

test('an attempt ends when what it keeps has grown too large', async () => {
  const { id: attempt, credentials } = await server.start();
  const kept = async () => (await findAttempt(attempt, server.user.id))?.bytes ?? 0;
  expect(await kept()).toBe(0);
  await send(credentials, deletion(10_000));
  expect(await kept()).toBeGreaterThan(20_000);
  // The same refusal again takes no room.
  const before = await kept();
  await send(credentials, deletion(10_000));
  expect(await kept()).toBe(before);
  const shell = await server.run(attempt, `x=$(printf '%010000d' 0)`);
  expect(shell.exitCode).toBe(0);
  expect(await kept()).toBeGreaterThan(before + 10_000);
  for (let vpc = 0; vpc < 48; vpc += 1) await send(credentials, deletion(10, String(vpc)));
  const withSnapshot = await kept();
  await undo(server.user, { id: attempt, to: 0 }, () => undefined);
  expect(await kept()).toBe(withSnapshot);
  expect(withSnapshot).toBeGreaterThan(before + 30_000);

  const { prisma } = await database();
  await prisma.labAttempt.update({ where: { id: attempt }, data: { bytes: mostBytes } });
  const full = 'An attempt ends after 20000 steps, or 64 MB of them. Start a new one.';
  expect(refusalIn((await send(credentials, create)).text)).toBe(`AttemptFull: ${full}`);
  expect((await send(credentials, action('DescribeVpcs'))).status).toBe(200);
  await expect(server.run(attempt, 'x=1')).rejects.toMatchObject({ code: 'Conflict', message: full });
});
