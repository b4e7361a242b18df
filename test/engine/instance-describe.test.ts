import { expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { launch, launchInput, runInstance, showInstance, showInstances, stopInstance } from '@/test/build/instance';
import {
  attachInterface,
  describeInterface,
  makeGroup,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '@/test/build/network-interface';

const account = new TestAccount();
const vpcId = makeVpc(account);
const SubnetId = makeSubnet(account, vpcId);
const groupId = makeGroup(account, vpcId, 'web');
const named = (value: string) => [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: value }] }];
const web = runInstance(account, {
  SubnetId,
  PrivateIpAddress: '10.0.1.10',
  SecurityGroupIds: [groupId],
  ClientToken: 'once',
  TagSpecifications: named('web'),
}).InstanceId;
const db = runInstance(account, { InstanceType: 't3.micro', Monitoring: { Enabled: true } }).InstanceId;
const stoppedOne = runInstance(account, { SubnetId, DisableApiStop: false }).InstanceId;
stopInstance(account, stoppedOne);
const all = [web, db, stoppedOne];
const eth1 = makeInterface(account, SubnetId, { Description: 'second' }).NetworkInterfaceId;
attachInterface(account, eth1, web);
account.wait(10);
const eth0 = describeInterface(account, showInstance(account, web).NetworkInterfaces[0]?.NetworkInterfaceId ?? '');
const publicIp = showInstance(account, db).PublicIpAddress ?? '';
const reservationId = account.world.instances.get(web)?.ReservationId ?? '';
const volumeId = account.world.instances.get(web)?.rootVolumeId ?? '';

const filtered = (Name: string, ...Values: string[]) =>
  showInstances(account, { Filters: [{ Name, Values }] }).map(({ InstanceId }) => InstanceId);

test.each<[string, string | string[], string[]]>([
  ['architecture', 'x86_64', all],
  ['availability-zone', 'us-east-1a', all],
  ['availability-zone-id', 'use1-az1', all],
  ['block-device-mapping.delete-on-termination', 'true', all],
  ['block-device-mapping.device-name', '/dev/xvda', all],
  ['block-device-mapping.status', 'attached', all],
  ['block-device-mapping.volume-id', volumeId, [web]],
  ['boot-mode', 'uefi-preferred', all],
  ['client-token', 'once', [web]],
  ['current-instance-boot-mode', 'uefi', all],
  ['dns-name', 'ec2-*', [db]],
  ['host-id', '*', []],
  ['hypervisor', 'xen', all],
  ['instance-id', web, [web]],
  ['instance-lifecycle', 'spot', []],
  ['instance-state-code', '80', [stoppedOne]],
  ['instance-state-name', ['running', 'pending'], [web, db]],
  ['instance-type', 't3.m*', [db]],
  ['instance.group-id', groupId, [web]],
  ['instance.group-name', 'web', [web]],
  ['ip-address', publicIp, [db]],
  ['launch-index', '0', all],
  ['metadata-options.http-tokens', 'required', all],
  ['monitoring-state', 'enabled', [db]],
  ['network-interface.addresses.private-ip-address', '10.0.1.10', [web]],
  ['network-interface.addresses.association.public-ip', publicIp, [db]],
  ['network-interface.association.ip-owner-id', 'amazon', [db]],
  ['network-interface.attachment.attachment-id', eth0.Attachment?.AttachmentId ?? '', [web]],
  ['network-interface.attachment.device-index', '1', [web]],
  ['network-interface.attachment.instance-id', db, [db]],
  ['network-interface.availability-zone', 'us-east-1a', all],
  ['network-interface.description', 'second', [web]],
  ['network-interface.group-name', 'web', [web]],
  ['network-interface.mac-address', eth0.MacAddress, [web]],
  ['network-interface.network-interface-id', eth1, [web]],
  ['network-interface.subnet-id', SubnetId, [web, stoppedOne]],
  ['network-interface.ipv6-addresses.ipv6-address', '*', []],
  ['operator.managed', 'false', all],
  ['owner-id', account.world.account, all],
  ['platform', 'windows', []],
  ['platform-details', 'Linux/UNIX', all],
  ['private-dns-name', 'ip-10-0-1-10.ec2.internal', [web]],
  ['private-dns-name-options.enable-resource-name-dns-aaaa-record', 'false', all],
  ['private-ip-address', '10.0.1.1?', [web]],
  ['reason', 'User initiated*', [stoppedOne]],
  ['reservation-id', reservationId, [web]],
  ['root-device-type', 'ebs', all],
  ['source-dest-check', 'true', all],
  ['state-reason-code', 'Client.UserInitiatedShutdown', [stoppedOne]],
  ['subnet-id', SubnetId, [web, stoppedOne]],
  ['tag:Name', 'web', [web]],
  ['tag-key', 'Name', [web]],
  ['tenancy', 'default', all],
  ['usage-operation', 'RunInstances', all],
  ['vpc-id', vpcId, [web, stoppedOne]],
])('filter %s = %s', (name, values, expected) => {
  expect(filtered(name, ...[values].flat())).toEqual(expected);
});

test('a filter that AWS does not have', () => {
  const refusal = (Name: string) => account.refusal('DescribeInstances', { Filters: [{ Name, Values: ['x'] }] });
  for (const name of ['colour', 'network-interface.colour', '__proto__']) {
    expect(refusal(name)).toBe(`InvalidParameterValue: The filter '${name}' is invalid`);
  }
});

test('a call compares up to 200 values', () => {
  const values = Array.from({ length: 150 }, (_, at) => `vpc-${at}`);
  const Filters = [
    { Name: 'vpc-id', Values: [...values, vpcId] },
    { Name: 'tag:Name', Values: ['web', ...values.slice(0, 48)] },
  ];
  expect(showInstances(account, { Filters }).map(({ InstanceId }) => InstanceId)).toEqual([web]);
  expect(account.refusal('DescribeInstances', { Filters: [...Filters, { Name: 'tag-key', Values: ['Name'] }] })).toBe(
    'FilterLimitExceeded: The maximum number of filter values specified on a single call is 200',
  );
});

test('by id: in order of creation, each once; ids and MaxResults exclude each other', () => {
  expect(showInstances(account, { InstanceIds: [db, web, db] }).map(({ InstanceId }) => InstanceId)).toEqual([web, db]);
  const refusal = (input: object) => account.refusal('DescribeInstances', input);
  expect(refusal({ InstanceIds: [web], MaxResults: 5 })).toBe(
    'InvalidParameterCombination: The parameter instancesSet cannot be used with the parameter maxResults',
  );
  expect(refusal({ MaxResults: 3 })).toBe(
    'InvalidParameterValue: Value ( 3 ) for parameter maxResults is invalid. Expecting a value greater than 5.',
  );
  expect(refusal({ InstanceIds: [web, 'i-0123456789abcdef0', 'i-12345678'] })).toBe(
    "InvalidInstanceID.NotFound: The instance IDs 'i-0123456789abcdef0, i-12345678' do not exist",
  );
  expect(refusal({ InstanceIds: ['web'] })).toBe('InvalidInstanceID.Malformed: Invalid id: "web"');
  expect(refusal({ InstanceIds: [web, ''] })).toBe(
    'MissingParameter: The request must contain the parameter InstanceId',
  );
});

test('pages count instances, and a reservation may go on in the next', () => {
  const fresh = new TestAccount();
  launch(fresh, { MinCount: 4, MaxCount: 4 });
  launch(fresh, { MinCount: 4, MaxCount: 4 });
  const page = (input: object) =>
    fresh.call<{ NextToken?: string; Reservations: { Instances: object[] }[] }>('DescribeInstances', input);
  const first = page({ MaxResults: 5 });
  expect(Object.keys(first)).toEqual(['NextToken', 'Reservations']);
  expect(first.Reservations.map(({ Instances }) => Instances.length)).toEqual([4, 1]);
  const second = page({ MaxResults: 5, NextToken: first.NextToken });
  expect(Object.keys(second)).toEqual(['Reservations']);
  expect(second.Reservations.map(({ Instances }) => Instances.length)).toEqual([3]);
});

test('status: of the running ones, or of all', () => {
  const fresh = new TestAccount();
  const { InstanceId } = runInstance(fresh);
  const other = runInstance(fresh).InstanceId;
  stopInstance(fresh, other);
  const status = (input: object = {}) =>
    fresh.call<{ InstanceStatuses: { InstanceId: string }[] }>('DescribeInstanceStatus', input).InstanceStatuses;
  fresh.wait(120);

  const checks = { Details: [{ Name: 'reachability', Status: 'passed' }], Status: 'ok' };
  expect(JSON.stringify(status())).toBe(
    JSON.stringify([
      {
        AvailabilityZone: 'us-east-1a',
        AvailabilityZoneId: 'use1-az1',
        Operator: { Managed: false, HiddenByDefault: false },
        InstanceId,
        InstanceState: { Code: 16, Name: 'running' },
        InstanceStatus: checks,
        SystemStatus: checks,
        AttachedEbsStatus: checks,
      },
    ]),
  );
  expect(status({ InstanceIds: [other] })).toEqual([]);
  expect(status({ InstanceIds: [other], IncludeAllInstances: true })).toMatchObject([
    { InstanceState: { Name: 'stopped' }, InstanceStatus: { Status: 'not-applicable' } },
  ]);
  const filter = (Name: string, ...Values: string[]) =>
    status({ IncludeAllInstances: true, Filters: [{ Name, Values }] }).map((shown) => shown.InstanceId);
  expect(filter('instance-status.status', 'ok')).toEqual([InstanceId]);
  expect(filter('system-status.reachability', 'passed')).toEqual([InstanceId]);
  expect(filter('instance-state-name', 'stopped')).toEqual([other]);
  expect(filter('event.code', '*')).toEqual([]);
  const refusal = (input: object) => fresh.refusal('DescribeInstanceStatus', input);
  for (const Name of ['tag:Name', 'tag-key']) {
    expect(refusal({ Filters: [{ Name, Values: ['*'] }] })).toBe(
      `InvalidParameterValue: The filter '${Name}' is invalid`,
    );
  }
  const ids = Array.from({ length: 101 }, (_, at) => `i-${at.toString(16).padStart(17, '0')}`);
  expect(refusal({ InstanceIds: ids })).toBe(
    'InvalidRequest: 101 exceeds the maximum number of instance IDs that can be specificied (100). Please specify fewer than 100 instance IDs.',
  );
  expect(refusal({ InstanceIds: ids.slice(1) })).toMatch(/^InvalidInstanceID.NotFound:/);

  fresh.call('StartInstances', { InstanceIds: [other] });
  fresh.wait(10);
  expect(status({ InstanceIds: [other] })).toMatchObject([
    { InstanceStatus: { Status: 'initializing', Details: [{ Status: 'initializing' }] } },
  ]);
});

test('attributes, to the member', () => {
  const show = (Attribute: string) =>
    JSON.stringify(account.call('DescribeInstanceAttribute', { InstanceId: web, Attribute }));
  const InstanceId = web;
  expect(show('disableApiTermination')).toBe(JSON.stringify({ DisableApiTermination: { Value: false }, InstanceId }));
  expect(show('disableApiStop')).toBe(JSON.stringify({ InstanceId, DisableApiStop: { Value: false } }));
  expect(show('sourceDestCheck')).toBe(JSON.stringify({ InstanceId, SourceDestCheck: { Value: true } }));
  expect(show('groupSet')).toBe(JSON.stringify({ InstanceId, Groups: [{ GroupId: groupId, GroupName: 'web' }] }));
  expect(show('instanceType')).toBe(JSON.stringify({ InstanceId, InstanceType: { Value: 't3.small' } }));
  expect(show('rootDeviceName')).toBe(JSON.stringify({ InstanceId, RootDeviceName: { Value: '/dev/xvda' } }));
  expect(show('instanceInitiatedShutdownBehavior')).toBe(
    JSON.stringify({ InstanceId, InstanceInitiatedShutdownBehavior: { Value: 'stop' } }),
  );
  expect(show('ebsOptimized')).toBe(JSON.stringify({ EbsOptimized: { Value: false }, InstanceId }));

  const refusal = (input: object) => account.refusal('DescribeInstanceAttribute', { InstanceId, ...input });
  expect(refusal({ Attribute: 'colour' })).toBe(
    'InvalidParameterValue: Value (colour) for parameter attribute is invalid. Unknown attribute.',
  );
  expect(account.call('DescribeInstanceAttribute', { InstanceId, Attribute: 'userData' })).toEqual({
    InstanceId,
    UserData: {},
  });
  expect(refusal({ Attribute: 'groupSet', InstanceId: 'i-0123456789abcdef0' })).toBe(
    "InvalidInstanceID.NotFound: The instance ID 'i-0123456789abcdef0' does not exist",
  );
});

test('changing attributes', () => {
  const { InstanceId, NetworkInterfaces } = runInstance(account, { SubnetId });
  const eni = NetworkInterfaces[0]?.NetworkInterfaceId ?? '';
  const change = (input: object) => account.call('ModifyInstanceAttribute', { InstanceId, ...input });

  expect(change({ SourceDestCheck: { Value: false } })).toEqual({});
  expect(showInstance(account, InstanceId).SourceDestCheck).toBe(false);
  expect(describeInterface(account, eni)).toMatchObject({ SourceDestCheck: false });
  change({ Groups: [groupId] });
  expect(showInstance(account, InstanceId).SecurityGroups).toEqual([{ GroupId: groupId, GroupName: 'web' }]);
  expect(describeInterface(account, eni).Groups).toEqual([{ GroupId: groupId, GroupName: 'web' }]);
  change({ DisableApiStop: { Value: true } });
  change({ Attribute: 'disableApiTermination', Value: 'true' });
  expect(account.world.instances.get(InstanceId)).toMatchObject({ disableApiStop: true, disableApiTermination: true });
});

test('refusals of changing attributes', () => {
  const InstanceId = stoppedOne;
  const refusal = (input: object) => account.refusal('ModifyInstanceAttribute', { InstanceId, ...input });
  expect(refusal({})).toBe('InvalidParameterCombination: No attributes specified.');
  expect(refusal({ SourceDestCheck: { Value: true }, DisableApiStop: { Value: true } })).toBe(
    'InvalidParameterCombination: Fields for multiple attribute types specified: sourceDestCheck, disableApiStop',
  );
  expect(refusal({ InstanceType: { Value: 't3.huge' } })).toBe(
    "InvalidInstanceAttributeValue: Invalid value 't3.huge' for InstanceType.",
  );
  expect(refusal({ Attribute: 'userData', Value: '' })).toBe(
    'NotModelled: This simulator does not model the attribute userData by Attribute and Value.',
  );
  expect(refusal({ Groups: ['sg-0123456789abcdef0'] })).toBe(
    "InvalidGroup.NotFound: The security group 'sg-0123456789abcdef0' does not exist",
  );
  expect(refusal({ Groups: [makeGroup(account, makeVpc(account, '10.9.0.0/16'), 'other')] })).toBe(
    'InvalidGroup.NotFound: You have specified two resources that belong to different networks.',
  );
  expect(refusal({ Groups: [1, 2, 3, 4, 5, 6].map((n) => makeGroup(account, vpcId, `group-${n}`)) })).toBe(
    'SecurityGroupsPerInstanceLimitExceeded: The maximum number of security groups per instance has been reached.',
  );
  const several = `InvalidInstanceID: There are multiple interfaces attached to instance '${web}'. Please specify an interface ID for the operation instead.`;
  expect(refusal({ InstanceId: web, SourceDestCheck: { Value: false } })).toBe(several);
  expect(refusal({ InstanceId: web, Groups: [groupId] })).toBe(several);
  expect(refusal({ InstanceId: 'i-0123456789abcdef0', DisableApiStop: { Value: true } })).toBe(
    "InvalidInstanceID.NotFound: The instance ID 'i-0123456789abcdef0' does not exist",
  );
  const gone = runInstance(account, { SubnetId }).InstanceId;
  account.call('TerminateInstances', { InstanceIds: [gone] });
  account.wait(60);
  expect(refusal({ InstanceId: gone, DisableApiStop: { Value: true } })).toBe(
    `InvalidInstanceID: The terminated instance '${gone}' is not in a valid state for this operation.`,
  );
});

test('DryRun of a change', () => {
  expect(account.refusal('StopInstances', { InstanceIds: [web], DryRun: true })).toMatch(/^DryRunOperation: /);
  expect(account.refusal('RunInstances', launchInput({ DryRun: true }))).toMatch(/^DryRunOperation: /);
});
