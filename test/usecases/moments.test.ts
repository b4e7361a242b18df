import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { closeDatabase } from '@/lib/db/database';
import { findAttempt } from '@/lib/db/lab-attempts';
import { createGuest, type User } from '@/lib/db/users';
import type { WorldJson } from '@/lib/engine/world';
import { ComparisonView, MomentView } from '@/lib/labs/moment-views';
import { callEc2 } from '@/lib/usecases/ec2-call';
import { getAttempt, startAttempt, undo } from '@/lib/usecases/lab-attempts';
import { forget } from '@/lib/usecases/live-attempts';
import { Compare, comparison, GetMoment, moment } from '@/lib/usecases/moments';
import { runCommand } from '@/lib/usecases/run-command';
import { countStatements, freshDatabase } from '../db/databases';
import { longAttempt } from './long-attempt';

const once = () => undefined;
let database: Database;
let ada: User;
let eve: User;
let id: string;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 5, 1) });
  database = await freshDatabase();
  await store(await labVersions());
  ada = await createGuest();
  eve = await createGuest();
});
beforeEach(async () => {
  ({ id } = await startAttempt(ada, { slug: 'sandbox', seed: 'moments' }, once));
});
afterAll(async () => {
  vi.useRealTimers();
  await closeDatabase();
});

const call = async <T = unknown>(operation: string, input: object): Promise<T> => {
  const header = await findAttempt(id, ada.id);
  if (!header) throw new Error('the attempt is gone');
  const outcome = await callEc2(header, { operation, input }, undefined);
  if (!outcome.ok) throw outcome.error;
  return outcome.output as T;
};
const look = async (seq: number) => MomentView.parse(await moment(ada, { id, seq }));
const compared = async (left: number, right: number) =>
  ComparisonView.parse(await comparison(ada, { id, left, right }));

/** An interface on an instance, in three steps. */
async function attached() {
  const { Subnets } = await call<{ Subnets: { SubnetId: string }[] }>('DescribeSubnets', {});
  const SubnetId = Subnets[0]?.SubnetId;
  const { Images } = await call<{ Images: { ImageId: string; Architecture: string }[] }>('DescribeImages', {});
  const ImageId = Images.find(({ Architecture }) => Architecture === 'x86_64')?.ImageId;
  const launch = { ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1, SubnetId };
  const { Instances } = await call<{ Instances: { InstanceId: string }[] }>('RunInstances', launch);
  const { NetworkInterface } = await call<{ NetworkInterface: { NetworkInterfaceId: string } }>(
    'CreateNetworkInterface',
    { SubnetId },
  );
  const { NetworkInterfaceId } = NetworkInterface;
  vi.setSystemTime(Date.now() + 60_000);
  const attachment = { NetworkInterfaceId, InstanceId: Instances[0]?.InstanceId, DeviceIndex: 1 };
  const { AttachmentId } = await call<{ AttachmentId: string }>('AttachNetworkInterface', attachment);
  return { NetworkInterfaceId, InstanceId: Instances[0]?.InstanceId, AttachmentId };
}

test('a moment is the account as it was at its step; looking moves nothing, and time does not go on in it', async () => {
  const { NetworkInterfaceId, AttachmentId } = await attached();
  await call('DetachNetworkInterface', { AttachmentId });
  const detaching = await look(4);
  expect(detaching).toMatchObject({ position: 4, tasks: [], changed: [NetworkInterfaceId] });
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(await look(4)).toEqual(detaching);
  const attachmentIn = (world: unknown) =>
    (world as WorldJson).tables.networkInterfaces?.find(
      (row) => (row as { NetworkInterfaceId?: string }).NetworkInterfaceId === NetworkInterfaceId,
    );
  expect(attachmentIn(detaching.world)).toMatchObject({ Attachment: { detaching: true } });
  const now = await getAttempt(ada, { id });
  expect(now.position).toBe(4);
  expect(attachmentIn(now.world), 'while the attempt itself went on').not.toHaveProperty('Attachment');
  forget(id);
  expect(await look(4)).toEqual(detaching);
});

test('a moment says which records its step touched, also what came due in it, and none of ours', async () => {
  const { NetworkInterfaceId, InstanceId, AttachmentId } = await attached();
  expect((await look(0)).changed).toEqual([]);
  expect(new Set((await look(1)).changed)).toEqual(new Set([InstanceId, expect.stringMatching(/^eni-/)]));
  expect((await look(2)).changed).toEqual([NetworkInterfaceId]);
  await call('DetachNetworkInterface', { AttachmentId });
  await runCommand(ada, { id, line: 'sleep 60' }, once);
  expect((await look(5)).changed, 'a line that only waits').toEqual([NetworkInterfaceId]);
});

test('tasks are those that held at the step, on its path', async () => {
  ({ id } = await startAttempt(ada, { slug: 'one-interface-two-instances' }, once));
  const line =
    'aws ec2 detach-network-interface --attachment-id $(aws ec2 describe-network-interfaces --filters Name=attachment.device-index,Values=0 --query "NetworkInterfaces[0].Attachment.AttachmentId" --output text)';
  await runCommand(ada, { id, line }, once);
  await runCommand(ada, { id, line: 'aws ec2 create-vpc --cidr-block 10.77.0.0/16' }, once);
  const view = await getAttempt(ada, { id });
  expect((await look(2)).tasks).toEqual(view.tasks);
  expect((await look(0)).tasks.map((task) => task.passed)).toEqual(view.tasks.map(() => false));
});

test('two moments are compared in AWS’s words, from where their paths parted', async () => {
  await call('CreateVpc', { CidrBlock: '10.1.0.0/16' });
  const { Vpc } = await call<{ Vpc: { VpcId: string } }>('CreateVpc', { CidrBlock: '10.2.0.0/16' });
  await undo(ada, { id, to: 1 }, once);
  const other = await call<{ Vpc: { VpcId: string } }>('CreateVpc', { CidrBlock: '10.3.0.0/16' });
  const answer = await compared(2, 3);
  expect(answer).toMatchObject({ left: 2, right: 3, common: 1 });
  expect(answer.differences.slice(0, 2)).toEqual([
    { resource: 'Vpc', id: Vpc.VpcId, side: 'left', attributes: [{ name: 'CidrBlock', left: '10.2.0.0/16' }] },
    { resource: 'Vpc', id: other.Vpc.VpcId, side: 'right', attributes: [{ name: 'CidrBlock', right: '10.3.0.0/16' }] },
  ]);
  expect(await compared(3, 3)).toEqual({ left: 3, right: 3, common: 3, differences: [] });
  expect(await compared(0, 1)).toMatchObject({ common: 0, differences: [{ resource: 'Vpc' }, {}, {}, {}] });
});

test('a step that is not there, a number that is none and another person’s attempt are told in one sentence', async () => {
  await expect(moment(ada, { id, seq: 7 })).rejects.toMatchObject({
    code: 'NotFound',
    message: 'This attempt has no step 7.',
  });
  for (const [left, right] of [
    [0, 7],
    [7, 0],
    [7, 7],
  ] as const)
    await expect(comparison(ada, { id, left, right })).rejects.toMatchObject({
      code: 'InvalidInput',
      message: 'This attempt has no step 7.',
    });
  for (const seq of ['-1', '01', '1.5', '1e2', '', ' 1', '0x1', '9999999999'])
    expect(GetMoment.safeParse({ id, seq }).success, seq).toBe(false);
  expect(Compare.parse({ id, left: '0', right: '12' })).toEqual({ id, left: 0, right: 12 });
  for (const act of [
    (attempt: string) => moment(eve, { id: attempt, seq: 0 }),
    (attempt: string) => comparison(eve, { id: attempt, left: 0, right: 0 }),
  ]) {
    const [theirs, none] = await Promise.all(
      [act(id), act(randomUUID())].map((promise) => promise.catch((error: unknown) => error)),
    );
    expect(theirs).toMatchObject({ code: 'NotFound' });
    expect(theirs).toEqual(none);
  }
});

test('on a long log a look replays at most fifty steps, and costs no more at its end than at its beginning', async () => {
  id = await longAttempt(ada, 1_000);
  await look(1);
  // What a snapshot spares is not read: rows are the steps that are replayed, one snapshot's, and the attempt's.
  for (const seq of [1, 49, 50, 51, 99, 500, 501, 949, 999, 1_000]) {
    const { statements, rows } = await countStatements(() => look(seq));
    expect(statements.length, `step ${seq}`).toBeLessThanOrEqual(3);
    expect(rows, `step ${seq}`).toBeLessThanOrEqual(53);
  }
  const { statements, rows } = await countStatements(() => compared(120, 999));
  expect(statements.length).toBeLessThanOrEqual(6);
  expect(rows).toBeLessThanOrEqual(2 * 53 + 1);
  forget(id);
  const view = await countStatements(() => getAttempt(ada, { id }));
  expect(view.statements.length).toBeLessThanOrEqual(4);
  expect(view.result.steps).toHaveLength(1_000);
});

test('a log with too few snapshots is given one by the first look, and the next looks are short', async () => {
  id = await longAttempt(ada, 180);
  await database.prisma.labSnapshot.deleteMany({ where: { attemptId: id, seq: { gt: 0 } } });
  const first = await countStatements(() => look(170));
  expect(first.rows).toBeGreaterThan(170);
  const again = await countStatements(() => look(170));
  expect(again.rows).toBeLessThanOrEqual(53);
  expect(again.result).toEqual(first.result);
});
