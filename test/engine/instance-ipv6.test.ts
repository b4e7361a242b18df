import { beforeAll, describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import { launchInput, runInstance, stopInstance } from '../build/instance';
import { makeInterface, makeSubnet } from '../build/network-interface';

/** The members of an instance that have to do with IPv6 and prefixes. */
interface Shown {
  readonly InstanceId: string;
  readonly Ipv6Address?: string;
  readonly PrivateIpAddress?: string;
  readonly PublicIpAddress?: string;
  readonly PrivateDnsName: string;
  readonly PrivateDnsNameOptions: object;
  readonly NetworkInterfaces: readonly {
    readonly NetworkInterfaceId: string;
    readonly Ipv6Addresses: readonly { Ipv6Address: string; IsPrimaryIpv6: boolean }[];
    readonly PrivateIpAddresses: readonly object[];
    readonly Ipv4Prefixes?: readonly { Ipv4Prefix: string }[];
    readonly Ipv6Prefixes?: readonly { Ipv6Prefix: string }[];
  }[];
}

const account = new TestAccount();
let vpc: string;
/** A dual-stack subnet, one with IPv4 alone, and one with IPv6 alone. */
let both: string;
let four: string;
let six: string;
let prefix: string;

beforeAll(() => {
  const made = account.call<{ Vpc: { VpcId: string } }>('CreateVpc', {
    CidrBlock: '10.0.0.0/16',
    AmazonProvidedIpv6CidrBlock: true,
  });
  vpc = made.Vpc.VpcId;
  account.wait(60);
  const [shown] = account.call<{
    Vpcs: { Ipv6CidrBlockAssociationSet: { Ipv6CidrBlock: string }[] }[];
  }>('DescribeVpcs', { VpcIds: [vpc] }).Vpcs;
  const block = shown?.Ipv6CidrBlockAssociationSet[0]?.Ipv6CidrBlock ?? '';
  prefix = block.replace('00::/56', '');
  const subnet = (input: object) =>
    account.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', {
      VpcId: vpc,
      AvailabilityZone: 'us-east-1a',
      ...input,
    }).Subnet.SubnetId;
  both = subnet({ CidrBlock: '10.0.1.0/24', Ipv6CidrBlock: `${prefix}01::/64` });
  six = subnet({ Ipv6Native: true, Ipv6CidrBlock: `${prefix}02::/64` });
  four = makeSubnet(account, vpc, '10.0.2.0/24');
  account.wait(60);
});

const show = (InstanceId: string) =>
  account.call<{ Reservations: { Instances: Shown[] }[] }>('DescribeInstances', { InstanceIds: [InstanceId] })
    .Reservations[0]?.Instances[0] as Shown;
const run = (more: object) => show(runInstance(account, more).InstanceId);
const refusal = (more: object) => account.refusal('RunInstances', launchInput(more));

describe('IPv6 addresses at launch', () => {
  test('by count, at the top level and on an interface', () => {
    const top = run({ SubnetId: both, Ipv6AddressCount: 2 });
    const [eth0] = top.NetworkInterfaces;
    expect(eth0?.Ipv6Addresses).toHaveLength(2);
    expect(top.Ipv6Address).toBe(eth0?.Ipv6Addresses[0]?.Ipv6Address);
    expect(top.Ipv6Address?.startsWith(prefix)).toBe(true);
    const nested = run({ NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: both, Ipv6AddressCount: 1 }] });
    expect(nested.NetworkInterfaces[0]?.Ipv6Addresses).toHaveLength(1);
    expect(run({ SubnetId: both })).not.toHaveProperty('Ipv6Address');
  });

  test('by name, with a primary one, found by the filter, kept through a stop', () => {
    const Ipv6Address = `${prefix}01::42`;
    const { InstanceId, NetworkInterfaces } = run({
      SubnetId: both,
      Ipv6Addresses: [{ Ipv6Address }],
      EnablePrimaryIpv6: true,
    });
    expect(NetworkInterfaces[0]?.Ipv6Addresses).toEqual([{ Ipv6Address, IsPrimaryIpv6: true }]);
    for (const Name of ['ipv6-address', 'network-interface.ipv6-addresses.ipv6-address']) {
      expect(account.call('DescribeInstances', { Filters: [{ Name, Values: [Ipv6Address] }] })).toMatchObject({
        Reservations: [{ Instances: [{ InstanceId }] }],
      });
    }
    stopInstance(account, InstanceId);
    expect(show(InstanceId).Ipv6Address).toBe(Ipv6Address);
    expect(refusal({ SubnetId: both, Ipv6Addresses: [{ Ipv6Address }] })).toBe(
      `InvalidIPAddress.InUse: Address ${Ipv6Address} is in use.`,
    );
  });

  test('by the subnet’s setting, which a count of 0 overrides', () => {
    account.call('ModifySubnetAttribute', { SubnetId: both, AssignIpv6AddressOnCreation: { Value: true } });
    expect(run({ SubnetId: both }).NetworkInterfaces[0]?.Ipv6Addresses).toHaveLength(1);
    expect(run({ SubnetId: both, Ipv6AddressCount: 0 }).NetworkInterfaces[0]?.Ipv6Addresses).toEqual([]);
    account.call('ModifySubnetAttribute', { SubnetId: both, AssignIpv6AddressOnCreation: { Value: false } });
  });

  test('in an IPv6-only subnet: no IPv4 at all, and named by the instance’s id', () => {
    const shown = run({ NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: six, AssociatePublicIpAddress: true }] });
    expect(shown.PrivateDnsName).toBe(`${shown.InstanceId}.ec2.internal`);
    expect(shown.PrivateDnsNameOptions).toMatchObject({ HostnameType: 'resource-name' });
    expect(shown.NetworkInterfaces[0]).toMatchObject({ PrivateIpAddresses: [], Ipv6Addresses: [{}] });
    expect(shown).not.toHaveProperty('PrivateIpAddress');
    expect(shown).not.toHaveProperty('PublicIpAddress');
    expect(shown.NetworkInterfaces[0]).not.toHaveProperty('PrivateIpAddress');
    const eni = account.world.networkInterfaces.get(shown.NetworkInterfaces[0]?.NetworkInterfaceId ?? '');
    expect(eni).not.toHaveProperty('publicIp');
  });

  test('several instances, each with its own', () => {
    const input = launchInput({ SubnetId: six, MinCount: 2, MaxCount: 2 });
    const { Instances } = account.call<{ Instances: Shown[] }>('RunInstances', input);
    expect(new Set(Instances.map(({ Ipv6Address }) => Ipv6Address)).size).toBe(2);
  });

  test('refusals', () => {
    const Ipv6Addresses = [{ Ipv6Address: `${prefix}01::99` }];
    expect(refusal({ SubnetId: four, Ipv6AddressCount: 1 })).toBe(
      `InvalidParameterValue: The subnet (${four}) does not have an IPv6 CIDR block associated with it.`,
    );
    expect(refusal({ SubnetId: both, Ipv6AddressCount: 1, Ipv6Addresses })).toMatch(/^InvalidParameterCombination: /);
    expect(refusal({ SubnetId: both, Ipv6Addresses, MaxCount: 2 })).toMatch(
      /^InvalidParameterCombination: Multiple instances creation/,
    );
    const NetworkInterfaces = [{ DeviceIndex: 0, SubnetId: both }];
    expect(refusal({ NetworkInterfaces, Ipv6AddressCount: 1 })).toBe(
      'InvalidParameterCombination: Network interfaces and an instance-level IPv6 address may not be specified on the same request',
    );
    const { NetworkInterfaceId } = makeInterface(account, both);
    expect(refusal({ NetworkInterfaces: [{ DeviceIndex: 0, NetworkInterfaceId, Ipv6AddressCount: 1 }] })).toBe(
      'InvalidParameterCombination: A network interface may not specify both a network interface ID and an IPv6 address',
    );
    expect(refusal({ SubnetId: both, Ipv6AddressCount: 1, InstanceType: 'm3.medium' })).toMatch(
      /m3.medium instances do not support IPv6/,
    );
  });
});

describe('prefixes at launch', () => {
  test('of both kinds, by count and by name, on several interfaces', () => {
    const { NetworkInterfaces } = run({
      NetworkInterfaces: [
        { DeviceIndex: 0, SubnetId: both, Ipv4Prefixes: [{ Ipv4Prefix: '10.0.1.64/28' }] },
        { DeviceIndex: 1, SubnetId: both, Ipv6PrefixCount: 1 },
      ],
    });
    expect(NetworkInterfaces[0]?.Ipv4Prefixes).toEqual([{ Ipv4Prefix: '10.0.1.64/28' }]);
    expect(NetworkInterfaces[1]?.Ipv6Prefixes).toHaveLength(1);
    expect(NetworkInterfaces[1]).not.toHaveProperty('Ipv4Prefixes');
  });

  test('launch as many instances as there is room for', () => {
    const small = makeSubnet(account, vpc, '10.0.9.0/26');
    const NetworkInterfaces = [{ DeviceIndex: 0, SubnetId: small, Ipv4PrefixCount: 1 }];
    const input = launchInput({ NetworkInterfaces, MinCount: 1, MaxCount: 5 });
    expect(account.call<{ Instances: unknown[] }>('RunInstances', input).Instances).toHaveLength(2);
    expect(refusal({ NetworkInterfaces })).toMatch(/^InsufficientCidrBlocks: /);
  });
});

test('the name of an instance is the call’s choice, then the subnet’s', () => {
  const PrivateDnsNameOptions = { HostnameType: 'resource-name', EnableResourceNameDnsARecord: true };
  const shown = run({ SubnetId: both, PrivateDnsNameOptions });
  expect(shown.PrivateDnsName).toBe(`${shown.InstanceId}.ec2.internal`);
  expect(shown.PrivateDnsNameOptions).toEqual({ ...PrivateDnsNameOptions, EnableResourceNameDnsAAAARecord: false });
  expect(run({ SubnetId: both }).PrivateDnsName).toMatch(/^ip-10-0-1-\d+\.ec2\.internal$/);
});

test('an interface’s connection tracking is shown with the instance', () => {
  const ConnectionTrackingSpecification = { TcpEstablishedTimeout: 600 };
  const { NetworkInterfaces } = run({
    NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: both, ConnectionTrackingSpecification }],
  });
  expect(NetworkInterfaces[0]).toMatchObject({ ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 600 } });
});

test('a zone is named by name or by id, not by both', () => {
  expect(
    refusal({ SubnetId: both, Placement: { AvailabilityZone: 'us-east-1a', AvailabilityZoneId: 'use1-az1' } }),
  ).toMatch(/^InvalidParameterCombination: /);
  expect(run({ SubnetId: both, Placement: { Tenancy: 'default', AvailabilityZoneId: 'use1-az1' } })).toBeDefined();
});
