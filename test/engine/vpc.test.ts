import { describe, expect, test } from 'vitest';
import { mainRouteTable } from '@/lib/engine/route-table/route-table';
import { defaultGroupOf } from '@/lib/engine/security-group/security-group';
import { TestAccount } from '@/test/build/account';
import { makeGateway, makeGroup, makeSubnet, makeVpc } from '@/test/build/network-interface';

const unknown = 'vpc-0123456789abcdef0';

describe('a new account', () => {
  test('has a default VPC', () => {
    const account = new TestAccount();
    const described = account.call('DescribeVpcs');
    expect(described).toEqual({
      Vpcs: [
        {
          OwnerId: '111122223333',
          InstanceTenancy: 'default',
          CidrBlockAssociationSet: [
            {
              AssociationId: expect.stringMatching(/^vpc-cidr-assoc-[0-9a-f]{17}$/),
              CidrBlock: '172.31.0.0/16',
              CidrBlockState: { State: 'associated' },
            },
          ],
          IsDefault: true,
          BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
          VpcId: expect.stringMatching(/^vpc-[0-9a-f]{17}$/),
          State: 'available',
          CidrBlock: '172.31.0.0/16',
          DhcpOptionsId: expect.stringMatching(/^dopt-[0-9a-f]{17}$/),
        },
      ],
    });
    expect(
      account.call('DescribeVpcAttribute', { VpcId: account.defaultVpcId, Attribute: 'enableDnsHostnames' }),
    ).toEqual({ EnableDnsHostnames: { Value: true }, VpcId: account.defaultVpcId });
  });

  test('has a default subnet in every zone, one group and an attached internet gateway', () => {
    const account = new TestAccount();
    const VpcId = account.defaultVpcId;
    expect(account.call('DescribeSubnets')).toEqual({
      Subnets: [...'abcdef'].map((letter, index) =>
        expect.objectContaining({
          VpcId,
          AvailabilityZone: `us-east-1${letter}`,
          CidrBlock: `172.31.${16 * index}.0/20`,
          DefaultForAz: true,
          MapPublicIpOnLaunch: true,
          AvailableIpAddressCount: 4091,
        }),
      ),
    });
    expect(account.call('DescribeSecurityGroups')).toMatchObject({ SecurityGroups: [{ VpcId, GroupName: 'default' }] });
    expect(account.call('DescribeInternetGateways')).toMatchObject({
      InternetGateways: [{ Attachments: [{ State: 'available', VpcId }] }],
    });
  });
});

describe('CreateVpc', () => {
  test('answers a pending VPC; the next call sees it available', () => {
    const account = new TestAccount();
    const output = account.call<{ Vpc: { VpcId: string } }>('CreateVpc', {
      CidrBlock: '10.0.0.0/16',
      TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'lab' }] }],
    });
    expect(output).toEqual({
      Vpc: {
        OwnerId: '111122223333',
        InstanceTenancy: 'default',
        Ipv6CidrBlockAssociationSet: [],
        CidrBlockAssociationSet: [
          {
            AssociationId: expect.stringMatching(/^vpc-cidr-assoc-[0-9a-f]{17}$/),
            CidrBlock: '10.0.0.0/16',
            CidrBlockState: { State: 'associated' },
          },
        ],
        IsDefault: false,
        Tags: [{ Key: 'Name', Value: 'lab' }],
        VpcId: expect.stringMatching(/^vpc-[0-9a-f]{17}$/),
        State: 'pending',
        CidrBlock: '10.0.0.0/16',
        DhcpOptionsId: account.world.vpcs.get(account.defaultVpcId)?.DhcpOptionsId,
      },
    });
    const { VpcId } = output.Vpc;
    expect(account.call('DescribeVpcs', { VpcIds: [VpcId] })).toMatchObject({ Vpcs: [{ VpcId, State: 'available' }] });
  });

  test('comes with a default group that lets its members in and everything out', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    const filters = [{ Name: 'vpc-id', Values: [VpcId] }];
    const GroupId = defaultGroupOf(account.world, VpcId).GroupId;
    const none = { Ipv6Ranges: [], PrefixListIds: [] };
    expect(account.call('DescribeSecurityGroups', { Filters: filters })).toEqual({
      SecurityGroups: [
        {
          GroupId,
          IpPermissionsEgress: [
            { IpProtocol: '-1', UserIdGroupPairs: [], IpRanges: [{ CidrIp: '0.0.0.0/0' }], ...none },
          ],
          VpcId,
          SecurityGroupArn: `arn:aws:ec2:us-east-1:111122223333:security-group/${GroupId}`,
          OwnerId: '111122223333',
          GroupName: 'default',
          Description: 'default VPC security group',
          IpPermissions: [
            { IpProtocol: '-1', UserIdGroupPairs: [{ UserId: '111122223333', GroupId }], IpRanges: [], ...none },
          ],
        },
      ],
    });
  });

  test('makes a block canonical', () => {
    const account = new TestAccount();
    expect(account.call('CreateVpc', { CidrBlock: '100.68.0.18/18' })).toMatchObject({
      Vpc: { CidrBlock: '100.68.0.0/18' },
    });
  });

  test.each([
    [{}, "MissingParameter: Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."],
    [
      { CidrBlock: '10.0.0.0' },
      'InvalidParameterValue: Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a valid CIDR block.',
    ],
    [{ CidrBlock: '10.0.0.0/15' }, "InvalidVpc.Range: The CIDR '10.0.0.0/15' is invalid."],
    [{ CidrBlock: '10.0.0.0/29' }, "InvalidVpc.Range: The CIDR '10.0.0.0/29' is invalid."],
    [
      { CidrBlock: '10.0.0.0/16', InstanceTenancy: 'host' },
      'UnsupportedTenancy: The tenancy value host is not supported.',
    ],
    [{ CidrBlock: '127.0.0.0/16' }, "InvalidVpc.Range: The CIDR '127.0.0.0/16' is invalid."],
    [
      { CidrBlock: '10.0.0.0/16', Ipv6IpamPoolId: 'ipam-pool-0123456789abcdef0' },
      'NotModelled: This simulator does not model the parameter Ipv6IpamPoolId.',
    ],
    [
      { CidrBlock: '10.0.0.0/16', Ipv6CidrBlockNetworkBorderGroup: 'us-east-1' },
      'InvalidParameterCombination: The parameter ipv6CidrBlockNetworkBorderGroup requires amazonProvidedIpv6CidrBlock to be true.',
    ],
    [
      {
        CidrBlock: '10.0.0.0/16',
        AmazonProvidedIpv6CidrBlock: true,
        Ipv6CidrBlockNetworkBorderGroup: 'us-west-2-lax-1',
      },
      'NotModelled: This simulator does not model the network border group us-west-2-lax-1.',
    ],
  ])('refuses %j', (input, expected) => {
    expect(new TestAccount().refusal('CreateVpc', input)).toBe(expected);
  });

  test('refuses past the quota', () => {
    const account = new TestAccount();
    for (const second of [1, 2, 3, 4]) makeVpc(account, `10.${second}.0.0/16`);
    expect(account.refusal('CreateVpc', { CidrBlock: '10.5.0.0/16' })).toBe(
      'VpcLimitExceeded: The maximum number of VPCs has been reached.',
    );
  });
});

describe('DescribeVpcs', () => {
  test.each<[string, string[], number]>([
    ['cidr', ['10.0.*'], 1],
    ['cidr-block-association.cidr-block', ['172.31.0.0/16'], 1],
    ['cidr-block-association.state', ['associated'], 2],
    ['ipv6-cidr-block-association.state', ['associated'], 0],
    ['is-default', ['false'], 1],
    ['isDefault', ['true'], 1],
    ['owner-id', ['111122223333'], 2],
    ['state', ['available'], 2],
    ['state', ['pending'], 0],
    ['dhcp-options-id', ['dopt-*'], 2],
    ['tag:Name', ['a', 'b'], 0],
    ['tag-key', ['Name'], 0],
  ])('filters by %s %j', (Name, Values, count) => {
    const account = new TestAccount();
    makeVpc(account);
    const { Vpcs } = account.call('DescribeVpcs', { Filters: [{ Name, Values }] }) as { Vpcs: object[] };
    expect(Vpcs).toHaveLength(count);
  });

  test('refuses an unknown id, an id of another form and an unknown filter', () => {
    const account = new TestAccount();
    expect(account.refusal('DescribeVpcs', { VpcIds: [account.defaultVpcId, unknown] })).toBe(
      `InvalidVpcID.NotFound: The vpc ID '${unknown}' does not exist`,
    );
    expect(account.refusal('DescribeVpcs', { VpcIds: ['lab'] })).toBe(
      'InvalidVpcID.Malformed: Invalid id: "lab" (expecting "vpc-...")',
    );
    expect(account.refusal('DescribeVpcs', { Filters: [{ Name: 'colour', Values: ['red'] }] })).toBe(
      "InvalidParameterValue: The filter 'colour' is invalid",
    );
  });
});

describe('DeleteVpc', () => {
  test('takes the default group along', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    expect(account.call('DeleteVpc', { VpcId })).toEqual({});
    expect(account.refusal('DescribeVpcs', { VpcIds: [VpcId] })).toContain('InvalidVpcID.NotFound');
    expect(account.call('DescribeSecurityGroups', { Filters: [{ Name: 'vpc-id', Values: [VpcId] }] })).toEqual({
      SecurityGroups: [],
    });
    expect(account.world.routeTables.count('VpcId', VpcId)).toBe(0);
    expect(account.world.networkAcls.count('VpcId', VpcId)).toBe(0);
  });

  test.each<[string, (account: TestAccount, vpcId: string) => unknown]>([
    ['a subnet', makeSubnet],
    ['a group', (account, vpcId) => makeGroup(account, vpcId, 'web')],
    ['a gateway', makeGateway],
    ['a way out for IPv6', (account, VpcId) => account.call('CreateEgressOnlyInternetGateway', { VpcId })],
    ['a route table', (account, VpcId) => account.call('CreateRouteTable', { VpcId })],
    ['a network ACL', (account, VpcId) => account.call('CreateNetworkAcl', { VpcId })],
    [
      'a peer',
      (account, VpcId) => account.call('CreateVpcPeeringConnection', { VpcId, PeerVpcId: account.defaultVpcId }),
    ],
  ])('is refused with %s', (_, add) => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    add(account, VpcId);
    expect(account.refusal('DeleteVpc', { VpcId })).toBe(
      `DependencyViolation: The vpc '${VpcId}' has dependencies and cannot be deleted.`,
    );
  });

  test('is refused for what is not there', () => {
    expect(new TestAccount().refusal('DeleteVpc', { VpcId: unknown })).toBe(
      `InvalidVpcID.NotFound: The vpc ID '${unknown}' does not exist`,
    );
    expect(new TestAccount().refusal('DeleteVpc')).toBe(
      'MissingParameter: The request must contain the parameter vpcId',
    );
  });
});

describe('VPC attributes', () => {
  const attribute = (account: TestAccount, VpcId: string, Attribute: string) =>
    account.call('DescribeVpcAttribute', { VpcId, Attribute });

  test('a new VPC has DNS support and no hostnames; both can be changed', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    expect(attribute(account, VpcId, 'enableDnsSupport')).toEqual({ EnableDnsSupport: { Value: true }, VpcId });
    expect(attribute(account, VpcId, 'enableDnsHostnames')).toEqual({ EnableDnsHostnames: { Value: false }, VpcId });
    expect(account.call('ModifyVpcAttribute', { VpcId, EnableDnsHostnames: { Value: true } })).toEqual({});
    expect(attribute(account, VpcId, 'enableDnsHostnames')).toEqual({ EnableDnsHostnames: { Value: true }, VpcId });
    account.call('ModifyVpcAttribute', { VpcId, EnableDnsSupport: { Value: false } });
    expect(attribute(account, VpcId, 'enableDnsSupport')).toEqual({ EnableDnsSupport: { Value: false }, VpcId });
    const metrics = () => attribute(account, VpcId, 'enableNetworkAddressUsageMetrics');
    expect(metrics()).toEqual({ EnableNetworkAddressUsageMetrics: { Value: false }, VpcId });
    account.call('ModifyVpcAttribute', { VpcId, EnableNetworkAddressUsageMetrics: { Value: true } });
    expect(metrics()).toEqual({ EnableNetworkAddressUsageMetrics: { Value: true }, VpcId });
  });

  test('one attribute in a call, hostnames only with support', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    expect(account.refusal('ModifyVpcAttribute', { VpcId })).toBe(
      'InvalidParameterCombination: No attributes specified.',
    );
    const both = { EnableDnsHostnames: { Value: true }, EnableDnsSupport: { Value: true } };
    expect(account.refusal('ModifyVpcAttribute', { VpcId, ...both })).toBe(
      'InvalidParameterCombination: Fields for multiple attribute types specified: enableDnsHostnames, enableDnsSupport',
    );
    account.call('ModifyVpcAttribute', { VpcId, EnableDnsSupport: { Value: false } });
    expect(account.refusal('ModifyVpcAttribute', { VpcId, EnableDnsHostnames: { Value: true } })).toContain(
      'InvalidParameterCombination',
    );
    expect(account.refusal('DescribeVpcAttribute', { VpcId, Attribute: 'colour' })).toBe(
      'InvalidParameterValue: Value (colour) for parameter attribute is invalid. Unknown attribute.',
    );
    expect(account.refusal('ModifyVpcAttribute', { VpcId, DryRun: true })).toBe(
      'UnknownParameter: The parameter DryRun is not recognized',
    );
  });
});

describe('CreateDefaultVpc', () => {
  test('is refused while there is one', () => {
    expect(new TestAccount().refusal('CreateDefaultVpc')).toBe(
      'DefaultVpcAlreadyExists: A Default VPC already exists for this account in this region.',
    );
  });

  test('makes what a new account has', () => {
    const account = new TestAccount();
    emptyDefaultVpc(account);
    expect(account.refusal('CreateDefaultSubnet', { AvailabilityZone: 'us-east-1a' })).toBe(
      'DefaultVpcDoesNotExist: No default VPC exists for this account in this region.',
    );
    expect(account.call('CreateDefaultVpc')).toMatchObject({
      Vpc: { IsDefault: true, CidrBlock: '172.31.0.0/16', State: 'pending' },
    });
    expect(account.world.subnets.size).toBe(6);
    expect(account.world.internetGateways.size).toBe(1);
    const gateway = account.world.internetGateways.list()[0]?.InternetGatewayId;
    expect(mainRouteTable(account.world, account.defaultVpcId).routes).toEqual([
      { DestinationCidrBlock: '0.0.0.0/0', target: { GatewayId: gateway }, Origin: 'CreateRoute' },
    ]);
  });
});

function emptyDefaultVpc(account: TestAccount): void {
  const VpcId = account.defaultVpcId;
  for (const { SubnetId } of account.world.subnets.list()) account.call('DeleteSubnet', { SubnetId });
  for (const { InternetGatewayId } of account.world.internetGateways.list()) {
    account.call('DetachInternetGateway', { InternetGatewayId, VpcId });
    account.call('DeleteInternetGateway', { InternetGatewayId });
  }
  account.call('DeleteVpc', { VpcId });
}
