import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeSubnet, makeVpc } from '@/test/build/network-interface';

const association = expect.stringMatching(/^vpc-cidr-assoc-[0-9a-f]{17}$/);
const ofUsEast1 = expect.stringMatching(/^2600:1f18:[0-9a-f]{1,3}:[0-9a-f]{1,2}00::\/56$/);

interface Ipv6Association {
  AssociationId: string;
  Ipv6CidrBlock: string;
  Ipv6CidrBlockState: { State: string };
}
interface ShownVpc {
  VpcId: string;
  Ipv6CidrBlockAssociationSet?: Ipv6Association[];
  CidrBlockAssociationSet: { AssociationId: string; CidrBlock: string; CidrBlockState: { State: string } }[];
}

const shown = (account: TestAccount, VpcId: string): ShownVpc => {
  const [vpc] = account.call<{ Vpcs: ShownVpc[] }>('DescribeVpcs', { VpcIds: [VpcId] }).Vpcs;
  return vpc ?? expect.fail('the VPC is listed');
};
const blocksOf = (account: TestAccount, VpcId: string) =>
  shown(account, VpcId).CidrBlockAssociationSet.map(({ CidrBlock, CidrBlockState }) => [
    CidrBlock,
    CidrBlockState.State,
  ]);

function withIpv6(account = new TestAccount()) {
  const { Vpc } = account.call<{ Vpc: ShownVpc }>('CreateVpc', {
    CidrBlock: '10.0.0.0/16',
    AmazonProvidedIpv6CidrBlock: true,
  });
  return { account, Vpc, VpcId: Vpc.VpcId };
}

describe('a VPC with an Amazon-provided IPv6 block', () => {
  test('is answered without the block, which the next call shows', () => {
    const { account, Vpc, VpcId } = withIpv6();
    const about = { NetworkBorderGroup: 'us-east-1', Ipv6Pool: 'Amazon', Ipv6AddressAttribute: 'public' };
    expect(Vpc.Ipv6CidrBlockAssociationSet).toEqual([
      {
        AssociationId: association,
        Ipv6CidrBlock: '',
        Ipv6CidrBlockState: { State: 'associating' },
        ...about,
        IpSource: 'amazon',
      },
    ]);
    expect(shown(account, VpcId).Ipv6CidrBlockAssociationSet).toEqual([
      {
        AssociationId: Vpc.Ipv6CidrBlockAssociationSet?.[0]?.AssociationId,
        Ipv6CidrBlock: ofUsEast1,
        Ipv6CidrBlockState: { State: 'associated' },
        ...about,
        IpSource: 'amazon',
      },
    ]);
  });

  test('lets IPv6 out of its default group and through its default ACL', () => {
    const { account, VpcId } = withIpv6();
    const Filters = [{ Name: 'vpc-id', Values: [VpcId] }];
    expect(account.call('DescribeSecurityGroups', { Filters })).toMatchObject({
      SecurityGroups: [
        { IpPermissionsEgress: [{ IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] }] },
      ],
    });
    const acls = account.world.networkAcls.by('VpcId', VpcId);
    expect(acls[0]?.entries.filter(({ Ipv6CidrBlock }) => Ipv6CidrBlock)).toHaveLength(2);
  });

  test('has a block of its own, by seed and Region', () => {
    const blockOf = (options: object) => {
      const { account, VpcId } = withIpv6(new TestAccount(options));
      return shown(account, VpcId).Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock;
    };
    expect(blockOf({})).toBe(blockOf({}));
    expect(blockOf({})).not.toBe(blockOf({ seed: 'other' }));
    expect(blockOf({ region: 'eu-west-1' })).toMatch(/^2a05:d018:/);
    const account = new TestAccount({ quotas: { vpcsPerRegion: 40 } });
    for (let index = 0; index < 30; index += 1) withIpv6(account);
    const blocks = account.world.vpcs.list().flatMap(({ ipv6Blocks = [] }) => ipv6Blocks);
    expect(new Set(blocks.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock)).size).toBe(30);
  });
});

describe('AssociateVpcCidrBlock and DisassociateVpcCidrBlock', () => {
  test('a secondary block comes, is used and goes', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    const output = account.call<{ CidrBlockAssociation: { AssociationId: string } }>('AssociateVpcCidrBlock', {
      VpcId,
      CidrBlock: '10.2.0.9/16',
    });
    expect(output).toEqual({
      CidrBlockAssociation: {
        AssociationId: association,
        CidrBlock: '10.2.0.0/16',
        CidrBlockState: { State: 'associating' },
      },
      VpcId,
    });
    const both = [
      ['10.0.0.0/16', 'associated'],
      ['10.2.0.0/16', 'associated'],
    ];
    expect(blocksOf(account, VpcId)).toEqual(both);
    const SubnetId = makeSubnet(account, VpcId, '10.2.1.0/24');
    const { AssociationId } = output.CidrBlockAssociation;
    expect(account.refusal('DisassociateVpcCidrBlock', { AssociationId })).toBe(
      `InvalidCidrBlock.InUse: The vpc ${VpcId} currently has a subnet within CIDR block 10.2.0.0/16`,
    );
    account.call('DeleteSubnet', { SubnetId });
    expect(account.call('DisassociateVpcCidrBlock', { AssociationId })).toEqual({
      CidrBlockAssociation: { AssociationId, CidrBlock: '10.2.0.0/16', CidrBlockState: { State: 'disassociating' } },
      VpcId,
    });
    expect(account.refusal('CreateSubnet', { VpcId, CidrBlock: '10.2.1.0/24' })).toBe(
      "InvalidSubnet.Range: The CIDR '10.2.1.0/24' is invalid.",
    );
    expect(account.refusal('DisassociateVpcCidrBlock', { AssociationId })).toContain('NotFound');
    account.wait(3);
    expect(blocksOf(account, VpcId)[1]).toEqual(['10.2.0.0/16', 'disassociated']);
    account.wait(3_600);
    expect(blocksOf(account, VpcId)).toHaveLength(1);
  });

  test('an IPv6 block comes and goes', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    expect(shown(account, VpcId)).not.toHaveProperty('Ipv6CidrBlockAssociationSet');
    const output = account.call<{ Ipv6CidrBlockAssociation: Ipv6Association }>('AssociateVpcCidrBlock', {
      VpcId,
      AmazonProvidedIpv6CidrBlock: true,
    });
    expect(output).toMatchObject({
      Ipv6CidrBlockAssociation: { Ipv6CidrBlock: '', Ipv6CidrBlockState: { State: 'associating' } },
      VpcId,
    });
    const [block] = shown(account, VpcId).Ipv6CidrBlockAssociationSet ?? [];
    const acls = account.world.networkAcls.by('VpcId', VpcId);
    expect(acls[0]?.entries.filter(({ Ipv6CidrBlock }) => Ipv6CidrBlock)).toHaveLength(2);
    const { AssociationId } = output.Ipv6CidrBlockAssociation;
    const Ipv6CidrBlock = block?.Ipv6CidrBlock.replace('/56', '/64');
    const { Subnet } = account.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', {
      VpcId,
      CidrBlock: '10.0.1.0/24',
      Ipv6CidrBlock,
    });
    expect(account.refusal('DisassociateVpcCidrBlock', { AssociationId })).toBe(
      `InvalidCidrBlock.InUse: The vpc ${VpcId} currently has a subnet within CIDR block ${block?.Ipv6CidrBlock}`,
    );
    account.call('DeleteSubnet', { SubnetId: Subnet.SubnetId });
    expect(account.call('DisassociateVpcCidrBlock', { AssociationId })).toMatchObject({
      Ipv6CidrBlockAssociation: {
        AssociationId,
        Ipv6CidrBlock: block?.Ipv6CidrBlock,
        Ipv6CidrBlockState: { State: 'disassociating' },
      },
      VpcId,
    });
  });

  const page = 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html';
  test.each<[string, string, boolean]>([
    ['10.5.0.0/16', '10.0.0.0/16', true],
    ['10.1.0.0/16', '10.0.0.0/16', false],
    ['10.0.0.0/20', '10.0.64.0/20', false],
    ['10.5.0.0/16', '172.16.0.0/16', false],
    ['10.5.0.0/16', '192.168.0.0/24', false],
    ['10.5.0.0/16', '100.64.0.0/16', true],
    ['10.5.0.0/16', '8.8.0.0/16', true],
    ['10.5.0.0/16', '198.19.0.0/20', false],
    ['172.16.0.0/16', '172.17.0.0/16', true],
    ['172.16.0.0/16', '172.31.1.0/24', false],
    ['192.168.0.0/20', '192.168.16.0/20', true],
    ['192.168.0.0/20', '10.5.0.0/16', false],
    ['198.19.0.0/20', '198.19.16.0/20', true],
    ['8.8.0.0/16', '10.5.0.0/16', false],
    ['8.8.0.0/16', '198.19.16.0/20', false],
    ['100.64.0.0/16', '100.65.0.0/16', true],
  ])('in a VPC of %s the block %s is permitted: %s', (primary, CidrBlock, permitted) => {
    const account = new TestAccount();
    const input = { VpcId: makeVpc(account, primary), CidrBlock };
    if (permitted) account.call('AssociateVpcCidrBlock', input);
    else {
      expect(account.refusal('AssociateVpcCidrBlock', input)).toBe(
        `InvalidVpc.Range: The CIDR '${CidrBlock}' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR. For additional restrictions, see ${page}`,
      );
    }
  });

  test('blocks of the wrong size, of another block, of a route and past the quota are refused', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account, '10.4.0.0/16');
    const refusal = (input: object) => account.refusal('AssociateVpcCidrBlock', { VpcId, ...input });
    expect(refusal({ CidrBlock: '10.8.0.0/15' })).toBe("InvalidVpc.Range: The CIDR '10.8.0.0/15' is invalid.");
    expect(refusal({ CidrBlock: '10.4.8.0/24' })).toContain("InvalidVpc.Range: The CIDR '10.4.8.0/24' conflicts");
    expect(refusal({})).toContain('MissingParameter');
    expect(refusal({ CidrBlock: '10.5.0.0/16', AmazonProvidedIpv6CidrBlock: true })).toContain(
      'InvalidParameterCombination',
    );
    expect(refusal({ CidrBlock: '10.5.0.0/16', DryRun: true })).toBe(
      'UnknownParameter: The parameter DryRun is not recognized',
    );
    const { InternetGatewayId } = account.call<{ InternetGateway: { InternetGatewayId: string } }>(
      'CreateInternetGateway',
    ).InternetGateway;
    account.call('AttachInternetGateway', { InternetGatewayId, VpcId });
    const RouteTableId = account.world.routeTables.first('main', VpcId)?.RouteTableId;
    account.call('CreateRoute', { RouteTableId, DestinationCidrBlock: '10.9.1.0/24', GatewayId: InternetGatewayId });
    expect(refusal({ CidrBlock: '10.9.0.0/16' })).toContain('InvalidVpc.Range');
    account.call('AssociateVpcCidrBlock', { VpcId, CidrBlock: '10.9.1.0/25' });
    for (const second of [5, 6, 7]) {
      account.call('AssociateVpcCidrBlock', { VpcId, CidrBlock: `10.${second}.0.0/16` });
    }
    expect(refusal({ CidrBlock: '10.10.0.0/16' })).toBe(
      `CidrLimitExceeded: This network '${VpcId}' has met its maximum number of allowed CIDRs: 5`,
    );
    for (const _ of [1, 2, 3, 4, 5])
      account.call('AssociateVpcCidrBlock', { VpcId, AmazonProvidedIpv6CidrBlock: true });
    expect(refusal({ AmazonProvidedIpv6CidrBlock: true })).toContain('CidrLimitExceeded');
  });

  test('a VPC that waits for a peer gets no block, and later none of the peer’s', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account, '10.4.0.0/16');
    const PeerVpcId = makeVpc(account, '10.5.0.0/16');
    const { VpcPeeringConnectionId } = account.call<{ VpcPeeringConnection: { VpcPeeringConnectionId: string } }>(
      'CreateVpcPeeringConnection',
      { VpcId, PeerVpcId },
    ).VpcPeeringConnection;
    account.wait(5);
    const asked = { VpcId, CidrBlock: '10.6.0.0/16' };
    expect(account.refusal('AssociateVpcCidrBlock', asked)).toContain(VpcPeeringConnectionId);
    account.call('AcceptVpcPeeringConnection', { VpcPeeringConnectionId });
    account.wait(5);
    account.call('AssociateVpcCidrBlock', asked);
    expect(account.refusal('AssociateVpcCidrBlock', { VpcId, CidrBlock: '10.5.0.0/20' })).toContain(
      `InvalidVpc.Range: The CIDR '10.5.0.0/20' conflicts`,
    );
  });

  test('the primary block stays; what is no association is refused', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    const AssociationId = shown(account, VpcId).CidrBlockAssociationSet[0]?.AssociationId;
    expect(account.refusal('DisassociateVpcCidrBlock', { AssociationId })).toBe(
      `OperationNotPermitted: The vpc CIDR block with association ID ${AssociationId} may not be disassociated. It is the primary IPv4 CIDR block of the VPC`,
    );
    const unknown = 'vpc-cidr-assoc-0123456789abcdef0';
    expect(account.refusal('DisassociateVpcCidrBlock', { AssociationId: unknown })).toBe(
      `InvalidVpcCidrBlockAssociationID.NotFound: The vpc CIDR block association ID '${unknown}' does not exist`,
    );
    expect(account.refusal('DisassociateVpcCidrBlock', { AssociationId: 'a' })).toContain('Malformed');
  });
});

test.each<[string, string, number]>([
  ['cidr', '100.64.0.0/16', 0],
  ['cidr-block-association.cidr-block', '100.64.0.0/16', 1],
  ['cidr-block-association.association-id', 'vpc-cidr-assoc-*', 2],
  ['cidr-block-association.state', 'disassociated', 0],
  ['ipv6-cidr-block-association.ipv6-cidr-block', '2600:1f18:*', 1],
  ['ipv6-cidr-block-association.association-id', 'vpc-cidr-assoc-*', 1],
  ['ipv6-cidr-block-association.ipv6-pool', 'Amazon', 1],
  ['ipv6-cidr-block-association.state', 'associated', 1],
])('DescribeVpcs filters by %s %s', (Name, value, count) => {
  const { account, VpcId } = withIpv6();
  account.call('AssociateVpcCidrBlock', { VpcId, CidrBlock: '100.64.0.0/16' });
  const { Vpcs } = account.call<{ Vpcs: object[] }>('DescribeVpcs', { Filters: [{ Name, Values: [value] }] });
  expect(Vpcs).toHaveLength(count);
});
