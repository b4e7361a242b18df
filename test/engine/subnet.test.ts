import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';

const unknown = 'subnet-0123456789abcdef0';

function network() {
  const account = new TestAccount();
  return { account, VpcId: makeVpc(account) };
}

describe('CreateSubnet', () => {
  test('answers the subnet', () => {
    const { account, VpcId } = network();
    const SubnetId = expect.stringMatching(/^subnet-[0-9a-f]{17}$/);
    const output = account.call('CreateSubnet', {
      VpcId,
      CidrBlock: '10.0.1.0/24',
      AvailabilityZone: 'us-east-1b',
      TagSpecifications: [{ ResourceType: 'subnet', Tags: [{ Key: 'Name', Value: 'b' }] }],
    });
    expect(output).toEqual({
      Subnet: {
        AvailabilityZoneId: 'use1-az2',
        MapCustomerOwnedIpOnLaunch: false,
        OwnerId: '111122223333',
        AssignIpv6AddressOnCreation: false,
        Ipv6CidrBlockAssociationSet: [],
        Tags: [{ Key: 'Name', Value: 'b' }],
        SubnetArn: expect.stringMatching(/^arn:aws:ec2:us-east-1:111122223333:subnet\/subnet-/),
        EnableDns64: false,
        Ipv6Native: false,
        PrivateDnsNameOptionsOnLaunch: {
          HostnameType: 'ip-name',
          EnableResourceNameDnsARecord: false,
          EnableResourceNameDnsAAAARecord: false,
        },
        SubnetId,
        State: 'available',
        VpcId,
        CidrBlock: '10.0.1.0/24',
        AvailableIpAddressCount: 251,
        AvailabilityZone: 'us-east-1b',
        DefaultForAz: false,
        MapPublicIpOnLaunch: false,
      },
    });
  });

  test('takes a zone by its id, makes the block canonical and keeps five addresses', () => {
    const { account, VpcId } = network();
    const input = { VpcId, CidrBlock: '10.0.1.9/28', AvailabilityZoneId: 'use1-az3' };
    expect(account.call('CreateSubnet', input)).toMatchObject({
      Subnet: { AvailabilityZone: 'us-east-1c', CidrBlock: '10.0.1.0/28', AvailableIpAddressCount: 11 },
    });
  });

  test.each<[object, string]>([
    [{ CidrBlock: '' }, "MissingParameter: Either 'cidrBlock' or 'ipv6CidrBlock' should be provided."],
    [
      { CidrBlock: '10.0.1.0/33' },
      'InvalidParameterValue: Value (10.0.1.0/33) for parameter cidrBlock is invalid. This is not a valid CIDR block.',
    ],
    [{ CidrBlock: '10.0.0.0/15' }, "InvalidSubnet.Range: The CIDR '10.0.0.0/15' is invalid."],
    [{ CidrBlock: '10.0.1.0/29' }, "InvalidSubnet.Range: The CIDR '10.0.1.0/29' is invalid."],
    [{ CidrBlock: '10.9.1.0/24' }, "InvalidSubnet.Range: The CIDR '10.9.1.0/24' is invalid."],
    [{ CidrBlock: '10.0.1.128/25' }, "InvalidSubnet.Conflict: The CIDR '10.0.1.128/25' conflicts with another subnet"],
    [
      { AvailabilityZone: 'us-west-3a' },
      'InvalidParameterValue: Value (us-west-3a) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f.',
    ],
    [
      { AvailabilityZone: 'us-east-1a', AvailabilityZoneId: 'use1-az1' },
      'InvalidParameterCombination: The parameters availabilityZone and availabilityZoneId cannot be used together.',
    ],
    [{ VpcId: 'vpc-0123456789abcdef0' }, "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist"],
  ])('refuses %j', (input, expected) => {
    const { account, VpcId } = network();
    makeSubnet(account, VpcId, '10.0.1.0/24');
    expect(account.refusal('CreateSubnet', { VpcId, CidrBlock: '10.0.2.0/24', ...input })).toBe(expected);
  });

  test('refuses past the quota of the VPC', () => {
    const account = new TestAccount({ quotas: { subnetsPerVpc: 6 } });
    const input = { VpcId: account.defaultVpcId, CidrBlock: '172.31.128.0/24' };
    expect(account.refusal('CreateSubnet', input)).toContain('SubnetLimitExceeded');
    expect(account.call('CreateSubnet', { VpcId: makeVpc(account), CidrBlock: '10.0.1.0/24' })).toBeTruthy();
  });
});

describe('DescribeSubnets', () => {
  test('counts the addresses that interfaces hold, and says nothing of tags that are not there', () => {
    const { account, VpcId } = network();
    const SubnetId = makeSubnet(account, VpcId);
    makeInterface(account, SubnetId, { SecondaryPrivateIpAddressCount: 2 });
    const { Subnets } = account.call<{ Subnets: object[] }>('DescribeSubnets', { SubnetIds: [SubnetId] });
    expect(Subnets).toMatchObject([
      { SubnetId, AvailableIpAddressCount: 248, BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } },
    ]);
    expect(Subnets[0]).not.toHaveProperty('Tags');
  });

  test.each<[string, string[], number]>([
    ['availability-zone', ['us-east-1a'], 2],
    ['availabilityZone', ['us-east-1b'], 1],
    ['availability-zone-id', ['use1-az1'], 2],
    ['availabilityZoneId', ['use1-az2'], 1],
    ['available-ip-address-count', ['251'], 1],
    ['cidr', ['10.*'], 1],
    ['cidrBlock', ['172.31.0.0/20'], 1],
    ['cidr-block', ['172.31.?.0/20'], 1],
    ['customer-owned-ipv4-pool', ['*'], 0],
    ['default-for-az', ['true'], 6],
    ['defaultForAz', ['false'], 1],
    ['enable-dns64', ['false'], 7],
    ['ipv6-native', ['true'], 0],
    ['map-public-ip-on-launch', ['true'], 6],
    ['outpost-arn', ['*'], 0],
    ['owner-id', ['111122223333'], 7],
    ['private-dns-name-options-on-launch.hostname-type', ['ip-name'], 7],
    ['state', ['available'], 7],
    ['subnet-arn', ['arn:aws:ec2:us-east-1:*:subnet/*'], 7],
    ['tag:Name', ['*'], 0],
  ])('filters by %s %j', (Name, Values, count) => {
    const { account, VpcId } = network();
    makeSubnet(account, VpcId);
    const { Subnets } = account.call<{ Subnets: object[] }>('DescribeSubnets', { Filters: [{ Name, Values }] });
    expect(Subnets).toHaveLength(count);
  });

  test('pages through all of them once', () => {
    const account = new TestAccount();
    interface Page {
      NextToken?: string;
      Subnets: { SubnetId: string }[];
    }
    const first = account.call<Page>('DescribeSubnets', { MaxResults: 5 });
    const second = account.call<Page>('DescribeSubnets', { MaxResults: 5, NextToken: first.NextToken });
    expect(second).not.toHaveProperty('NextToken');
    expect([...first.Subnets, ...second.Subnets].map(({ SubnetId }) => SubnetId)).toEqual(
      account.world.subnets.list().map(({ SubnetId }) => SubnetId),
    );
    expect(account.refusal('DescribeSubnets', { MaxResults: 4 })).toBe(
      'InvalidParameterValue: Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.',
    );
    expect(account.refusal('DescribeSubnets', { NextToken: 'x' })).toContain('InvalidNextToken');
  });

  test('refuses unknown ids', () => {
    expect(new TestAccount().refusal('DescribeSubnets', { SubnetIds: [unknown] })).toBe(
      `InvalidSubnetID.NotFound: The subnet ID '${unknown}' does not exist`,
    );
    expect(new TestAccount().refusal('DescribeSubnets', { SubnetIds: ['a'] })).toBe(
      'InvalidSubnetID.Malformed: Invalid id: "a" (expecting "subnet-...")',
    );
  });
});

describe('DeleteSubnet', () => {
  test('is refused while an interface lies in it', () => {
    const { account, VpcId } = network();
    const SubnetId = makeSubnet(account, VpcId);
    const { NetworkInterfaceId } = makeInterface(account, SubnetId);
    expect(account.refusal('DeleteSubnet', { SubnetId })).toBe(
      `DependencyViolation: The subnet '${SubnetId}' has dependencies and cannot be deleted.`,
    );
    account.call('DeleteNetworkInterface', { NetworkInterfaceId });
    expect(account.call('DeleteSubnet', { SubnetId })).toEqual({});
    expect(account.refusal('DeleteSubnet', { SubnetId })).toContain('InvalidSubnetID.NotFound');
  });
});

describe('ModifySubnetAttribute', () => {
  test('sets whether launched instances get a public address', () => {
    const { account, VpcId } = network();
    const SubnetId = makeSubnet(account, VpcId);
    const shown = () => account.call('DescribeSubnets', { SubnetIds: [SubnetId] });
    expect(account.call('ModifySubnetAttribute', { SubnetId, MapPublicIpOnLaunch: { Value: true } })).toEqual({});
    expect(shown()).toMatchObject({ Subnets: [{ MapPublicIpOnLaunch: true }] });
    account.call('ModifySubnetAttribute', { SubnetId, MapPublicIpOnLaunch: { Value: false } });
    expect(shown()).toMatchObject({ Subnets: [{ MapPublicIpOnLaunch: false }] });
  });

  test('is refused without an attribute, for what is not modelled and for what is not there', () => {
    const { account, VpcId } = network();
    const SubnetId = makeSubnet(account, VpcId);
    expect(account.refusal('ModifySubnetAttribute', { SubnetId })).toBe(
      'InvalidParameterCombination: No attributes specified.',
    );
    expect(account.refusal('ModifySubnetAttribute', { SubnetId, MapCustomerOwnedIpOnLaunch: { Value: true } })).toBe(
      'NotModelled: This simulator does not model the parameter MapCustomerOwnedIpOnLaunch.',
    );
    expect(
      account.refusal('ModifySubnetAttribute', { SubnetId: unknown, MapPublicIpOnLaunch: { Value: true } }),
    ).toContain('InvalidSubnetID.NotFound');
  });
});

describe('CreateDefaultSubnet', () => {
  test('makes the zone’s default subnet again, in the first free /20', () => {
    const account = new TestAccount();
    const [first] = account.world.subnets.list();
    account.call('DeleteSubnet', { SubnetId: first?.SubnetId });
    expect(account.call('CreateDefaultSubnet', { AvailabilityZone: 'us-east-1a' })).toMatchObject({
      Subnet: {
        AvailabilityZone: 'us-east-1a',
        CidrBlock: '172.31.0.0/20',
        DefaultForAz: true,
        MapPublicIpOnLaunch: true,
        AvailableIpAddressCount: 4091,
      },
    });
  });

  test('is refused where there is one, without a zone, and in no free block', () => {
    const account = new TestAccount();
    const [first] = account.world.subnets.list();
    expect(account.refusal('CreateDefaultSubnet', { AvailabilityZone: 'us-east-1a' })).toBe(
      `DefaultSubnetAlreadyExistsInAvailabilityZone: '${first?.SubnetId}' is already the default subnet in us-east-1a.`,
    );
    expect(account.refusal('CreateDefaultSubnet')).toBe(
      'MissingParameter: The request must contain the parameter availabilityZone',
    );
    account.call('DeleteSubnet', { SubnetId: first?.SubnetId });
    for (const CidrBlock of ['172.31.0.0/24', '172.31.96.0/19', '172.31.128.0/17']) {
      account.call('CreateSubnet', { VpcId: account.defaultVpcId, CidrBlock });
    }
    expect(account.refusal('CreateDefaultSubnet', { AvailabilityZone: 'us-east-1a' })).toContain(
      'InvalidSubnet.Conflict',
    );
  });
});
