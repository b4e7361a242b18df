import { afterAll, beforeAll, expect, test } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { closeDatabase, database } from '@/lib/db/database';
import { KeyTaken } from '@/lib/db/errors';
import { findAnswer } from '@/lib/db/idempotency';
import { createGuest, type User } from '@/lib/db/users';
import { fromJson, type WorldJson } from '@/lib/engine/world';
import { CallAnswer } from '@/lib/labs/views';
import type { Keep } from '@/lib/usecases/attempt-view';
import { getAttempt, startAttempt, undo } from '@/lib/usecases/lab-attempts';
import { forget } from '@/lib/usecases/live-attempts';
import { mostBytes } from '@/lib/usecases/record-step';
import { runCall } from '@/lib/usecases/run-call';
import { runCommand } from '@/lib/usecases/run-command';
import { countStatements, freshDatabase } from '../db/databases';

const once = () => undefined;
let ada: User;
let eve: User;

beforeAll(async () => {
  await freshDatabase();
  await store(await labVersions());
  ada = await createGuest();
  eve = await createGuest();
});
afterAll(closeDatabase);

const sandbox = async (slug = 'sandbox') => (await startAttempt(ada, { slug, seed: 's' }, once)).id;
const call = (id: string, operation: string, input: Record<string, unknown>, position?: number, keep: Keep = once) =>
  runCall(ada, { id, operation, input, ...(position !== undefined && { position }) }, keep);
const seen = async (id: string) => {
  const view = await getAttempt(ada, { id });
  return { ...view, world: { ...(view.world as object), now: 0 } };
};
const network = { CidrBlock: '10.1.0.0/16' };

test('a form is a step that a replay takes again, and it answers as its contract says', async () => {
  const id = await sandbox();
  const answer = await call(id, 'CreateVpc', network, 0);
  expect(CallAnswer.parse(JSON.parse(JSON.stringify(answer)))).toEqual(JSON.parse(JSON.stringify(answer)));
  expect(answer).toMatchObject({
    position: 1,
    command: 'aws ec2 create-vpc --cidr-block 10.1.0.0/16',
    step: { seq: 1, via: 'form', outcome: 'changed', text: 'aws ec2 create-vpc --cidr-block 10.1.0.0/16' },
  });
  expect(answer.refusal).toBeUndefined();
  expect(answer.changes.map(({ table }) => table)).toContain('vpcs');
  const warm = await seen(id);
  forget(id);
  expect(await seen(id)).toEqual(warm);
});

test('the same call by form and by line makes the same', async () => {
  const [byForm, byLine] = [await sandbox(), await sandbox()];
  const networks = async (id: string) =>
    fromJson((await getAttempt(ada, { id })).world as WorldJson)
      .vpcs.list()
      .map(({ VpcId, CidrBlock }) => [VpcId, CidrBlock]);
  const answer = await call(byForm, 'CreateVpc', network);
  await runCommand(ada, { id: byLine, line: answer.command }, once);
  expect(await networks(byForm)).toHaveLength(2);
  expect(await networks(byForm)).toEqual(await networks(byLine));
});

test('a page’s copy follows by what the answer says was touched', async () => {
  const id = await sandbox();
  const world = fromJson((await getAttempt(ada, { id })).world as WorldJson);
  const { changes } = await call(id, 'CreateVpc', network);
  for (const { table, id: row, after } of changes) {
    // The tables of a world and what is said of them have the same names and records.
    (world as unknown as Record<string, { restore: (id: string, row: unknown) => void }>)[table]?.restore(row, after);
  }
  expect(world.vpcs.list()).toEqual(fromJson((await getAttempt(ada, { id })).world as WorldJson).vpcs.list());
});

test('what came due meanwhile is told too, also by a refusal', async () => {
  const id = await sandbox('one-interface-two-instances');
  const world = fromJson((await getAttempt(ada, { id })).world as WorldJson);
  const [instance] = world.instances.list();
  await call(id, 'StopInstances', { InstanceIds: [instance?.InstanceId] });
  await call(id, 'TerminateInstances', { InstanceIds: [instance?.InstanceId] });
  const eni = world.networkInterfaces.first('InstanceId', instance?.InstanceId ?? '')?.NetworkInterfaceId;
  const removed: string[] = [];
  // Each takes a second of simulated time, and is refused.
  for (let second = 0; second < 60 && removed.length === 0; second += 1) {
    const { changes } = await call(id, 'DeleteVpc', { VpcId: `vpc-${second}` });
    removed.push(...changes.filter(({ after }) => !after).map((change) => change.id));
  }
  expect(removed).toContain(eni);
});

test('a refusal is a step with AWS’s code and words, and with how it is known', async () => {
  const id = await sandbox('one-interface-two-instances');
  const world = fromJson((await getAttempt(ada, { id })).world as WorldJson);
  const attachment = world.networkInterfaces.list().find((eni) => eni.Attachment?.DeviceIndex === 0)?.Attachment;
  const input = { AttachmentId: attachment?.AttachmentId };
  const answer = await call(id, 'DetachNetworkInterface', input);
  expect(answer).toMatchObject({
    position: 1,
    step: { outcome: 'refused', codes: ['OperationNotPermitted'], repeats: 0 },
    refusal: {
      code: 'OperationNotPermitted',
      message: 'The network interface at device index 0 and networkCard index 0 cannot be detached.',
      rule: {
        provenance: 'observed',
        title: 'Network interface',
        href: '/fidelity/network-interface#attachmentErrors.primary',
      },
    },
  });
  expect(await call(id, 'DetachNetworkInterface', input)).toMatchObject({ position: 1, step: { repeats: 1 } });
  expect((await getAttempt(ada, { id })).tasks).not.toEqual([]);
});

test('the tasks of a lab follow', async () => {
  const id = await sandbox('one-interface-two-instances');
  const { subnets } = fromJson((await getAttempt(ada, { id })).world as WorldJson);
  const subnet = subnets.list().find(({ Tags }) => Tags.some(({ Value }) => Value === 'subnet-a'))?.SubnetId;
  const made = await call(id, 'CreateNetworkInterface', { SubnetId: subnet });
  expect(made.tasks.map((task) => task.id)).toEqual((await getAttempt(ada, { id })).tasks.map((task) => task.id));
});

test.each([
  ['DescribeVpcs', /^DescribeVpcs changes nothing/],
  ['CreateCarrierGateway', /does not model the operation CreateCarrierGateway/],
  ['MakeCoffee', /MakeCoffee is not valid for this web service/],
])('%s is no form, and no step', async (operation, message) => {
  const id = await sandbox();
  await expect(call(id, operation, {})).rejects.toMatchObject({
    code: 'InvalidInput',
    message: expect.stringMatching(message),
  });
  expect((await getAttempt(ada, { id })).steps).toEqual([]);
});

test('what is no input of the operation is refused as AWS refuses it', async () => {
  const id = await sandbox();
  expect((await call(id, 'CreateVpc', { ...network, Colour: 'red' })).refusal?.code).toBe('UnknownParameter');
  expect((await call(id, 'CreateVpc', { CidrBlock: 7 })).refusal?.code).toBe('InvalidParameterValue');
  expect((await call(id, 'CreateVpc', { constructor: 'x' })).refusal?.code).toBe('UnknownParameter');
  expect((await call(id, 'CreateVpc', { ...network, Ipv4IpamPoolId: 'x' })).refusal?.code).toBe('NotModelled');
});

test('with a stale position nothing runs; without one it runs where the head is', async () => {
  const id = await sandbox();
  await call(id, 'CreateVpc', network, 0);
  await expect(call(id, 'CreateVpc', network, 0)).rejects.toMatchObject({
    code: 'Conflict',
    details: { current: { position: 1 } },
  });
  expect((await call(id, 'AllocateAddress', {})).position).toBe(2);
  expect((await getAttempt(ada, { id })).steps).toHaveLength(2);
  await undo(ada, { id, to: 0 }, once);
  expect((await call(id, 'AllocateAddress', {})).step).toMatchObject({ seq: 3, parent: 0 });
});

test('a form sent twice with one key runs once, and the second is answered as the first', async () => {
  const id = await sandbox();
  const keep: Keep = (toBody) => ({
    key: 'form-1',
    request: 'digest',
    answer: (result) => ({ status: 200, body: JSON.stringify(toBody(result)) }),
  });
  const both = await Promise.allSettled([
    call(id, 'AllocateAddress', {}, undefined, keep),
    call(id, 'AllocateAddress', {}, undefined, keep),
  ]);
  const [done] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(lost).toBeInstanceOf(KeyTaken);
  expect(JSON.parse((await findAnswer(ada.id, 'form-1'))?.body ?? '')).toEqual(JSON.parse(JSON.stringify(done)));
  expect((await getAttempt(ada, { id })).steps).toHaveLength(1);
});

test('forms, lines and forms at once lose nothing', async () => {
  const id = await sandbox();
  const forms = Array.from({ length: 10 }, (_, index) =>
    call(id, 'CreateSecurityGroup', { GroupName: `f${index}`, Description: 'd' }),
  );
  const lines = Array.from({ length: 5 }, (_, index) =>
    runCommand(ada, { id, line: `aws ec2 create-security-group --group-name l${index} --description d` }, once),
  );
  await Promise.all([...forms, ...lines]);
  const view = await seen(id);
  expect(view.steps).toHaveLength(15);
  forget(id);
  expect(await seen(id)).toEqual(view);
});

test('limits hold as for lines', async () => {
  const id = await sandbox();
  const long = { VpcId: `vpc-${"'".repeat(240_000)}` };
  await expect(call(id, 'DeleteVpc', long)).rejects.toMatchObject({ code: 'TooLarge' });
  const { prisma } = await database();
  await prisma.labAttempt.update({ where: { id }, data: { bytes: mostBytes } });
  await expect(call(id, 'AllocateAddress', {})).rejects.toMatchObject({
    code: 'Conflict',
    message: 'An attempt ends after 20000 steps, or 64 MB of them. Start a new one.',
  });
  expect((await getAttempt(ada, { id })).steps).toEqual([]);
});

test('another’s attempt and an absent one are answered alike', async () => {
  const id = await sandbox();
  const input = { operation: 'AllocateAddress', input: {} };
  const theirs = await runCall(eve, { id, ...input }, once).catch((error: unknown) => error);
  const none = await runCall(eve, { id: '00000000-0000-4000-8000-000000000000', ...input }, once).catch(
    (error: unknown) => error,
  );
  expect(theirs).toMatchObject({ code: 'NotFound' });
  expect(theirs).toEqual(none);
});

test('a form costs no more statements than a line', async () => {
  const id = await sandbox();
  await call(id, 'AllocateAddress', {});
  const { statements } = await countStatements(() => call(id, 'AllocateAddress', {}));
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(5);
});
