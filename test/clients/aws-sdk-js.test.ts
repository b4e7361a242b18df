import {
  AttachNetworkInterfaceCommand,
  CreateNetworkInterfaceCommand,
  CreateTagsCommand,
  CreateVpcCommand,
  DescribeInstancesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeTagsCommand,
  DescribeVpcsCommand,
  DetachNetworkInterfaceCommand,
  EC2Client,
  EC2ServiceException,
  paginateDescribeSubnets,
  StartInstancesCommand,
  StopInstancesCommand,
  waitUntilInstanceRunning,
  waitUntilInstanceStopped,
  waitUntilNetworkInterfaceAvailable,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '@/lib/db/database';
import { type Credentials, type Ec2Server, startEc2Server } from './ec2-server';

let server: Ec2Server;
beforeAll(async () => {
  server = await startEc2Server();
});
afterAll(async () => {
  await server.close();
  await closeDatabase();
});

const clientOf = ({ endpointUrl, region, ...credentials }: Credentials): EC2Client =>
  new EC2Client({ endpoint: endpointUrl, region, credentials });

const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof EC2ServiceException) return [error.$metadata.httpStatusCode, error.name, error.message];
    throw error;
  }
  return undefined;
};

test('runs the solution of the first lab', { timeout: 120_000 }, async () => {
  const { id, credentials } = await server.start('one-interface-two-instances');
  const client = clientOf(credentials);
  const waiter = { client, maxWaitTime: 60, minDelay: 0.01, maxDelay: 0.01 };
  const named = async (name: string) => {
    const found = await client.send(new DescribeInstancesCommand({ Filters: [{ Name: 'tag:Name', Values: [name] }] }));
    return found.Reservations?.[0]?.Instances?.[0];
  };
  const [one, two] = [await named('web-1'), await named('web-2')];
  const [first = '', second = ''] = [one?.InstanceId, two?.InstanceId];
  const AttachmentId = one?.NetworkInterfaces?.[0]?.Attachment?.AttachmentId;
  const detach = () => refusal(client.send(new DetachNetworkInterfaceCommand({ AttachmentId })));
  const primary = [400, 'OperationNotPermitted', expect.stringContaining('device index 0')];
  expect(await detach()).toEqual(primary);
  await client.send(new StopInstancesCommand({ InstanceIds: [first] }));
  await waitUntilInstanceStopped(waiter, { InstanceIds: [first] });
  expect(await detach()).toEqual(primary);
  await client.send(new StartInstancesCommand({ InstanceIds: [first] }));
  await waitUntilInstanceRunning(waiter, { InstanceIds: [first] });
  const made = await client.send(new CreateNetworkInterfaceCommand({ SubnetId: one?.SubnetId }));
  const NetworkInterfaceId = made.NetworkInterface?.NetworkInterfaceId ?? '';
  const available = () => waitUntilNetworkInterfaceAvailable(waiter, { NetworkInterfaceIds: [NetworkInterfaceId] });
  const shown = async () => {
    const found = await client.send(
      new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [NetworkInterfaceId] }),
    );
    return found.NetworkInterfaces?.[0];
  };
  const attach = (InstanceId: string) =>
    client.send(new AttachNetworkInterfaceCommand({ NetworkInterfaceId, InstanceId, DeviceIndex: 1 }));
  await available();
  const attached = await attach(first);
  const before = await shown();
  expect(before?.Attachment?.AttachTime).toBeInstanceOf(Date);
  await client.send(new DetachNetworkInterfaceCommand({ AttachmentId: attached.AttachmentId }));
  await available();
  await attach(second);
  expect(await shown()).toMatchObject({ PrivateIpAddress: before?.PrivateIpAddress, MacAddress: before?.MacAddress });
  const view = await server.view(id);
  expect(view.tasks.filter(({ passed }) => !passed)).toEqual([]);
  expect(view.steps.every(({ via, text }) => via === 'ec2' && /# aws-sdk-js\/\d/.test(text))).toBe(true);
});

test('pages, texts, empty lists and wrong credentials', { timeout: 60_000 }, async () => {
  const { credentials } = await server.start();
  const client = clientOf(credentials);
  const sizes: (number | undefined)[] = [];
  for await (const page of paginateDescribeSubnets({ client, pageSize: 5 }, {})) sizes.push(page.Subnets?.length);
  expect(sizes).toEqual([5, 1]);
  const { Vpc } = await client.send(new CreateVpcCommand({ CidrBlock: '10.9.0.0/16' }));
  const value = 'a ]]> & <b c="d"> é 😀 %41+';
  await client.send(
    new CreateTagsCommand({ Resources: [Vpc?.VpcId ?? ''], Tags: [{ Key: '__proto__', Value: value }] }),
  );
  const { Tags } = await client.send(new DescribeTagsCommand({ Filters: [{ Name: 'key', Values: ['__proto__'] }] }));
  expect(Tags).toMatchObject([{ Key: '__proto__', Value: value }]);
  expect((await client.send(new DescribeVpcsCommand({ VpcIds: [], Filters: [] }))).Vpcs).toHaveLength(2);
  const { Tags: none } = await client.send(new DescribeTagsCommand({ Filters: [{ Name: 'key', Values: ['x'] }] }));
  expect(none ?? []).toEqual([]);
  const wrong = clientOf({ ...credentials, secretAccessKey: 'wrong' });
  expect((await refusal(wrong.send(new DescribeVpcsCommand({}))))?.slice(0, 2)).toEqual([403, 'SignatureDoesNotMatch']);
});
