import { describe, expect, test } from 'vitest';
import { type PlacedService, placeServiceInterface } from '@/lib/engine/network-interface/place-service-interface';
import { TestAccount } from '../build/account';
import {
  describeInterface,
  makeGroup,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '../build/network-interface';

function network() {
  const account = new TestAccount();
  const vpc = makeVpc(account);
  const subnet = makeSubnet(account, vpc);
  const group = makeGroup(account, vpc, 'service');
  const place = (service: PlacedService, name = 'thing', more: object = {}) => {
    const row = account.world.subnets.get(subnet);
    if (!row) throw new Error('no subnet');
    return placeServiceInterface(account.world, { service, subnet: row, name, groups: [group], ...more });
  };
  return { account, vpc, subnet, group, place };
}

const notYours = 'AuthFailure: You do not have permission to access the specified resource.';
const notManaged = "OperationNotPermitted: You are not allowed to manage 'ela-attach' attachments.";

describe('an interface that a service made', () => {
  test('is shown as AWS shows it', () => {
    const { account, vpc, subnet, group, place } = network();
    const { networkInterface, changes } = place('lambda', 'resize-1a2b', { privateIpAddress: '10.0.1.77' });
    const shown = describeInterface(account, networkInterface.NetworkInterfaceId);
    expect(shown).toEqual({
      Attachment: {
        AttachmentId: expect.stringMatching(/^ela-attach-0[0-9a-f]{16}$/),
        DeleteOnTermination: false,
        DeviceIndex: 1,
        NetworkCardIndex: 0,
        InstanceOwnerId: 'amazon-aws',
        Status: 'attached',
      },
      AvailabilityZone: 'us-east-1a',
      Description: 'AWS Lambda VPC ENI-resize-1a2b',
      Groups: [{ GroupId: group, GroupName: 'service' }],
      InterfaceType: 'lambda',
      Ipv6Addresses: [],
      MacAddress: networkInterface.MacAddress,
      NetworkInterfaceId: networkInterface.NetworkInterfaceId,
      OwnerId: '111122223333',
      PublicDnsName: '',
      PrivateIpAddress: '10.0.1.77',
      PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.1.77' }],
      RequesterId: expect.stringMatching(/^AROA[A-Z0-9]{17}:111122223333$/),
      RequesterManaged: false,
      SourceDestCheck: true,
      Status: 'in-use',
      SubnetId: subnet,
      TagSet: [],
      VpcId: vpc,
      Operator: { Managed: false },
      AvailabilityZoneId: 'use1-az1',
    });
    expect(changes.map(({ table }) => table)).toContain('networkInterfaces');
  });

  test.each<[PlacedService, object, RegExp, object]>([
    ['efs', { InterfaceType: 'efs', RequesterManaged: true }, /^ela-/, { InstanceOwnerId: 'amazon-aws' }],
    [
      'rds',
      { Description: 'RDSNetworkInterface', RequesterId: 'amazon-rds' },
      /^eni-/,
      { InstanceOwnerId: 'amazon-rds' },
    ],
    ['classic-load-balancer', { Description: 'ELB thing' }, /^eni-/, { InstanceOwnerId: 'amazon-elb' }],
    ['application-load-balancer', { RequesterId: 'amazon-elb' }, /^eni-/, { DeviceIndex: 1 }],
    ['network-load-balancer', { SourceDestCheck: false }, /^ela-/, { InstanceOwnerId: 'amazon-aws' }],
    ['ecs-task', { Description: 'arn:aws:ecs:us-east-1:111122223333:attachment/thing' }, /^eni-/, {}],
    ['directory-service', { RequesterManaged: true }, /^eni-/, {}],
  ])('%s', (service, members, attachmentId, attachment) => {
    const { account, place } = network();
    const shown = describeInterface(account, place(service).networkInterface.NetworkInterfaceId);
    expect(shown).toMatchObject({ ...members, Status: 'in-use', Attachment: attachment });
    expect(shown.Attachment?.AttachmentId).toMatch(attachmentId);
    expect(shown.Attachment).not.toHaveProperty('InstanceId');
    expect('AttachTime' in (shown.Attachment ?? {})).toBe(shown.Attachment?.AttachmentId.startsWith('eni-'));
  });

  test.each<PlacedService>(['lambda', 'rds'])(
    'may be tagged, and not be changed, detached or deleted: %s',
    (service) => {
      const { account, subnet, place } = network();
      const { NetworkInterfaceId: id, Attachment } = place(service).networkInterface;
      const { id: instance } = makeInstance(account, subnet);
      const AttachmentId = Attachment?.AttachmentId;
      for (const Force of [false, true]) {
        expect(account.refusal('DetachNetworkInterface', { AttachmentId, Force })).toBe(
          service === 'lambda' ? notManaged : notYours,
        );
      }
      for (const [operation, input] of [
        ['ModifyNetworkInterfaceAttribute', { Description: { Value: 'mine' } }],
        ['ResetNetworkInterfaceAttribute', { SourceDestCheck: '' }],
        ['AttachNetworkInterface', { InstanceId: instance, DeviceIndex: 1 }],
        ['AssignPrivateIpAddresses', { SecondaryPrivateIpAddressCount: 1 }],
        ['UnassignPrivateIpAddresses', { PrivateIpAddresses: ['10.0.1.9'] }],
        ['AssignIpv6Addresses', { Ipv6AddressCount: 1 }],
        ['UnassignIpv6Addresses', { Ipv6Addresses: ['2001:db8::1'] }],
        ['CreateNetworkInterfacePermission', { AwsAccountId: '444455556666', Permission: 'INSTANCE-ATTACH' }],
      ] as const) {
        expect(account.refusal(operation, { NetworkInterfaceId: id, ...input }), operation).toBe(notYours);
      }
      expect(account.refusal('DeleteNetworkInterface', { NetworkInterfaceId: id })).toBe(
        `InvalidParameterValue: Network interface '${id}' is currently in use.`,
      );
      expect(account.refusal('DeleteSubnet', { SubnetId: subnet })).toMatch(/^DependencyViolation: /);
      account.call('CreateTags', { Resources: [id], Tags: [{ Key: 'Name', Value: 'theirs' }] });
      expect(describeInterface(account, id)).toMatchObject({ TagSet: [{ Key: 'Name', Value: 'theirs' }] });
    },
  );

  test('a branch interface is in use without an attachment', () => {
    const { account, place } = network();
    const { NetworkInterfaceId: id } = place('eks-branch').networkInterface;
    const shown = describeInterface(account, id);
    expect(shown).toMatchObject({ Status: 'in-use', InterfaceType: 'branch', RequesterManaged: false });
    expect(shown).not.toHaveProperty('Attachment');
    expect(account.refusal('DeleteNetworkInterface', { NetworkInterfaceId: id })).toMatch(/is currently in use\.$/);
  });

  test('what cannot be placed leaves the world as it was', () => {
    const { account, subnet, place } = network();
    makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.77' });
    const before = account.bytes();
    expect(() => place('efs', 'fs', { privateIpAddress: '10.0.1.77' })).toThrow('already in use');
    expect(account.bytes()).toBe(before);
    account.call('DescribeVpcs');
  });
});

describe('permissions', () => {
  const granted = (account: TestAccount, id: string, more: object = {}) =>
    account.call<{ InterfacePermission: { NetworkInterfacePermissionId: string } }>(
      'CreateNetworkInterfacePermission',
      {
        NetworkInterfaceId: id,
        AwsAccountId: '444455556666',
        Permission: 'INSTANCE-ATTACH',
        ...more,
      },
    ).InterfacePermission;
  const described = (account: TestAccount, input: object = {}) =>
    account.call<{ NetworkInterfacePermissions: object[]; NextToken?: string }>(
      'DescribeNetworkInterfacePermissions',
      input,
    );

  test('are granted, described and taken back', () => {
    const { account, subnet } = network();
    const id = makeInterface(account, subnet).NetworkInterfaceId;
    const first = granted(account, id);
    expect(first).toEqual({
      NetworkInterfacePermissionId: expect.stringMatching(/^eni-perm-0[0-9a-f]{16}$/),
      NetworkInterfaceId: id,
      AwsAccountId: '444455556666',
      Permission: 'INSTANCE-ATTACH',
      PermissionState: { State: 'granted' },
    });
    expect(granted(account, id)).toEqual(first);
    const second = granted(account, id, { Permission: 'EIP-ASSOCIATE', AwsAccountId: '777788889999' });
    expect(described(account)).toEqual({ NetworkInterfacePermissions: [first, second] });
    for (const [name, value] of [
      ['network-interface-permission-id', second.NetworkInterfacePermissionId],
      ['aws-account-id', '7777*'],
      ['permission', 'EIP-ASSOCIATE'],
    ]) {
      const Filters = [{ Name: `network-interface-permission.${name}`, Values: [value] }];
      expect(described(account, { Filters }).NetworkInterfacePermissions, name).toEqual([second]);
    }
    const filtered = (Name: string) => described(account, { Filters: [{ Name, Values: ['*'] }] });
    expect(filtered('network-interface-permission.network-interface-id').NetworkInterfacePermissions).toHaveLength(2);
    expect(filtered('network-interface-permission.aws-service').NetworkInterfacePermissions).toEqual([]);
    const ids = { NetworkInterfacePermissionIds: [first.NetworkInterfacePermissionId] };
    expect(described(account, ids).NetworkInterfacePermissions).toEqual([first]);
    expect(
      account.call('DeleteNetworkInterfacePermission', {
        NetworkInterfacePermissionId: first.NetworkInterfacePermissionId,
        Force: true,
      }),
    ).toEqual({ Return: true });
    expect(described(account).NetworkInterfacePermissions).toEqual([second]);
    account.wait(5);
    account.call('DeleteNetworkInterface', { NetworkInterfaceId: id });
    expect(described(account)).toEqual({ NetworkInterfacePermissions: [] });
  });

  test('come in pages of fifty', () => {
    const { account, subnet } = network();
    const id = makeInterface(account, subnet).NetworkInterfaceId;
    for (let number = 0; number < 51; number += 1) granted(account, id, { AwsAccountId: `4444555560${10 + number}` });
    const { NetworkInterfacePermissions, NextToken } = described(account);
    expect(NetworkInterfacePermissions).toHaveLength(50);
    expect(described(account, { NextToken }).NetworkInterfacePermissions).toHaveLength(1);
    expect(account.refusal('DescribeNetworkInterfacePermissions', { MaxResults: 256 })).toMatch(
      /^InvalidParameterValue: /,
    );
  });

  test('refuses', () => {
    const { account, subnet } = network();
    const id = makeInterface(account, subnet).NetworkInterfaceId;
    const refused = (input: object) =>
      account.refusal('CreateNetworkInterfacePermission', { NetworkInterfaceId: id, ...input });
    expect(refused({ AwsAccountId: '444455556666' })).toBe(
      'MissingParameter: The request must contain the parameter permission',
    );
    expect(refused({ Permission: 'INSTANCE-ATTACH' })).toMatch(/^MissingParameter: /);
    expect(refused({ Permission: 'INSTANCE-ATTACH', AwsAccountId: '12' })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ Permission: 'ALL', AwsAccountId: '444455556666' })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ Permission: 'INSTANCE-ATTACH', AwsService: 'lambda' })).toMatch(/^NotModelled: /);
    expect(
      refused({
        NetworkInterfaceId: 'eni-0123456789abcdef0',
        Permission: 'INSTANCE-ATTACH',
        AwsAccountId: '444455556666',
      }),
    ).toMatch(/^InvalidNetworkInterfaceID.NotFound: /);
    const unknown = 'eni-perm-0123456789abcdef0';
    const notFound = `InvalidNetworkInterfacePermissionID.NotFound: The networkInterfacePermission ID '${unknown}' does not exist`;
    expect(account.refusal('DeleteNetworkInterfacePermission', { NetworkInterfacePermissionId: unknown })).toBe(
      notFound,
    );
    expect(account.refusal('DescribeNetworkInterfacePermissions', { NetworkInterfacePermissionIds: [unknown] })).toBe(
      notFound,
    );
  });
});

describe('connection tracking', () => {
  test('shows the timeouts that were set, and keeps to AWS’s bounds', () => {
    const { account, subnet } = network();
    const made = makeInterface(account, subnet, {
      ConnectionTrackingSpecification: { TcpEstablishedTimeout: 86_400, UdpTimeout: 60 },
    });
    expect(made).toMatchObject({ ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 86_400, UdpTimeout: 60 } });
    const id = { NetworkInterfaceId: made.NetworkInterfaceId };
    const modify = (set: object) => ({ ...id, ConnectionTrackingSpecification: set });
    account.call('ModifyNetworkInterfaceAttribute', modify({ UdpStreamTimeout: 90, UdpTimeout: 45 }));
    expect(
      Object.entries(describeInterface(account, made.NetworkInterfaceId).ConnectionTrackingConfiguration ?? {}),
    ).toEqual([
      ['TcpEstablishedTimeout', 86_400],
      ['UdpStreamTimeout', 90],
      ['UdpTimeout', 45],
    ]);
    for (const bad of [{ TcpEstablishedTimeout: 59 }, { UdpStreamTimeout: 181 }, { UdpTimeout: 29 }]) {
      expect(account.refusal('ModifyNetworkInterfaceAttribute', modify(bad))).toMatch(/^InvalidParameterValue: /);
    }
    expect(account.refusal('ModifyNetworkInterfaceAttribute', modify({}))).toMatch(/^MissingParameter: /);
    expect(
      account.refusal('ModifyNetworkInterfaceAttribute', {
        ...modify({ UdpTimeout: 40 }),
        Description: { Value: 'x' },
      }),
    ).toBe(
      'InvalidParameterCombination: Fields for multiple attribute types specified: description, connectionTrackingSpecification',
    );
    expect(
      account.refusal('ModifyNetworkInterfaceAttribute', { ...id, EnaSrdSpecification: { EnaSrdEnabled: true } }),
    ).toBe('NotModelled: This simulator does not model the parameter EnaSrdSpecification.');
  });
});
