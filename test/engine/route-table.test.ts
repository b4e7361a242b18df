import { describe, expect, test } from 'vitest';
import { fromJson, toJson } from '@/lib/engine/world';
import { TestAccount } from '@/test/build/account';
import { makeGateway, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { mainTable, makeRouteTable, showTable } from '@/test/build/route-table';

const owner = '111122223333';
const unknown = 'rtb-0123456789abcdef0';
const local = { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' };

function network() {
  const account = new TestAccount();
  const VpcId = makeVpc(account);
  const SubnetId = makeSubnet(account, VpcId);
  return { account, VpcId, SubnetId, RouteTableId: makeRouteTable(account, VpcId) };
}

describe('a VPC’s main route table', () => {
  test('is there from the first moment, with the local route', () => {
    const { account, VpcId } = network();
    const main = mainTable(account, VpcId);
    expect(main).toEqual({
      Associations: [
        {
          Main: true,
          RouteTableAssociationId: expect.stringMatching(/^rtbassoc-[0-9a-f]{17}$/),
          RouteTableId: main.RouteTableId,
          AssociationState: { State: 'associated' },
        },
      ],
      PropagatingVgws: [],
      RouteTableId: expect.stringMatching(/^rtb-[0-9a-f]{17}$/),
      Routes: [local],
      Tags: [],
      VpcId,
      OwnerId: owner,
    });
  });

  test('of the default VPC leads to its internet gateway', () => {
    const account = new TestAccount();
    const [gateway] = account.world.internetGateways.list();
    expect(mainTable(account, account.defaultVpcId).Routes).toEqual([
      { ...local, DestinationCidrBlock: '172.31.0.0/16' },
      {
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: gateway?.InternetGatewayId,
        Origin: 'CreateRoute',
        State: 'active',
      },
    ]);
  });

  test('is given to the VPCs of a world that was stored without any', () => {
    const { account, VpcId } = network();
    const before = toJson(account.world);
    const { routeTables: _, networkAcls: __, ...tables } = before.tables;
    const opened = fromJson({ ...before, tables });
    for (const vpc of [VpcId, account.defaultVpcId]) {
      expect(opened.routeTables.by('main', vpc)).toEqual(account.world.routeTables.by('main', vpc));
      expect(opened.networkAcls.by('default', vpc)).toEqual(account.world.networkAcls.by('default', vpc));
    }
    expect(toJson(fromJson(toJson(opened)))).toEqual(toJson(opened));
  });

  test('goes with its VPC', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account);
    account.call('DeleteVpc', { VpcId });
    expect(account.world.routeTables.count('VpcId', VpcId) + account.world.networkAcls.count('VpcId', VpcId)).toBe(0);
  });
});

describe('CreateRouteTable', () => {
  test('answers a table with the local routes alone', () => {
    const { account, VpcId } = network();
    const TagSpecifications = [{ ResourceType: 'route-table', Tags: [{ Key: 'Name', Value: 'public' }] }];
    expect(account.call('CreateRouteTable', { VpcId, ClientToken: 'once', TagSpecifications })).toEqual({
      RouteTable: {
        Associations: [],
        PropagatingVgws: [],
        RouteTableId: expect.stringMatching(/^rtb-[0-9a-f]{17}$/),
        Routes: [local],
        Tags: [{ Key: 'Name', Value: 'public' }],
        VpcId,
        OwnerId: owner,
      },
      ClientToken: 'once',
    });
  });

  test('is idempotent by its token', () => {
    const { account, VpcId } = network();
    const first = account.call('CreateRouteTable', { VpcId, ClientToken: 'once' });
    expect(account.call('CreateRouteTable', { VpcId, ClientToken: 'once' })).toEqual(first);
    expect(account.refusal('CreateRouteTable', { VpcId: account.defaultVpcId, ClientToken: 'once' })).toMatch(
      /^IdempotentParameterMismatch: /,
    );
  });

  test('is refused without a VPC and past the quota', () => {
    const account = new TestAccount({ quotas: { routeTablesPerVpc: 2 } });
    expect(account.refusal('CreateRouteTable', { VpcId: 'vpc-0123456789abcdef0' })).toBe(
      "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist",
    );
    makeRouteTable(account, account.defaultVpcId);
    expect(account.refusal('CreateRouteTable', { VpcId: account.defaultVpcId })).toBe(
      'RouteTableLimitExceeded: The maximum number of route tables has been reached.',
    );
  });
});

describe('DeleteRouteTable', () => {
  test('takes the table away', () => {
    const { account, RouteTableId } = network();
    expect(account.call('DeleteRouteTable', { RouteTableId })).toEqual({});
    expect(account.refusal('DeleteRouteTable', { RouteTableId })).toBe(
      `InvalidRouteTableID.NotFound: The routeTable ID '${RouteTableId}' does not exist`,
    );
  });

  test('is refused for the main table and for one with a subnet', () => {
    const { account, VpcId, SubnetId, RouteTableId } = network();
    account.call('AssociateRouteTable', { RouteTableId, SubnetId });
    for (const id of [RouteTableId, mainTable(account, VpcId).RouteTableId]) {
      expect(account.refusal('DeleteRouteTable', { RouteTableId: id })).toBe(
        `DependencyViolation: The routeTable '${id}' has dependencies and cannot be deleted.`,
      );
    }
    account.call('DeleteSubnet', { SubnetId });
    account.call('DeleteRouteTable', { RouteTableId });
  });

  test('knows a malformed id', () => {
    const account = new TestAccount();
    expect(account.refusal('DeleteRouteTable', { RouteTableId: 'main' })).toBe(
      'InvalidRouteTableId.Malformed: Invalid id: "main" (expecting "rtb-...")',
    );
  });
});

describe('associations', () => {
  test('associate, show, disassociate', () => {
    const { account, SubnetId, RouteTableId } = network();
    const answer = account.call<{ AssociationId: string }>('AssociateRouteTable', { RouteTableId, SubnetId });
    const { AssociationId } = answer;
    expect(answer).toEqual({
      AssociationId: expect.stringMatching(/^rtbassoc-[0-9a-f]{17}$/),
      AssociationState: { State: 'associated' },
    });
    expect(showTable(account, RouteTableId).Associations).toEqual([
      {
        Main: false,
        RouteTableAssociationId: AssociationId,
        RouteTableId,
        SubnetId,
        AssociationState: { State: 'associated' },
      },
    ]);
    expect(account.call('AssociateRouteTable', { RouteTableId, SubnetId })).toEqual(answer);
    expect(account.call('DisassociateRouteTable', { AssociationId })).toEqual({});
    expect(showTable(account, RouteTableId).Associations).toEqual([]);
    expect(account.refusal('DisassociateRouteTable', { AssociationId })).toBe(
      `InvalidAssociationID.NotFound: The association ID '${AssociationId}' does not exist`,
    );
  });

  test('a subnet has one table', () => {
    const { account, VpcId, SubnetId, RouteTableId } = network();
    account.call('AssociateRouteTable', { RouteTableId, SubnetId });
    const other = makeRouteTable(account, VpcId);
    expect(account.refusal('AssociateRouteTable', { RouteTableId: other, SubnetId })).toBe(
      `Resource.AlreadyAssociated: the specified association for route table ${other} conflicts with an existing association`,
    );
  });

  test('the main association stays', () => {
    const { account, VpcId } = network();
    const AssociationId = mainTable(account, VpcId).Associations[0]?.RouteTableAssociationId;
    expect(account.refusal('DisassociateRouteTable', { AssociationId })).toBe(
      `InvalidParameterValue: cannot disassociate the main route table association ${AssociationId}`,
    );
  });

  test('refuses nothing, both, other networks and other gateways', () => {
    const { account, RouteTableId, SubnetId } = network();
    const [elsewhere] = account.world.subnets.by('VpcId', account.defaultVpcId);
    const [igw] = account.world.internetGateways.list();
    const refused = (of: object) => account.refusal('AssociateRouteTable', { RouteTableId, ...of });
    expect(refused({})).toBe('MissingParameter: The request must contain either subnetId or gatewayId');
    expect(refused({ SubnetId, GatewayId: igw?.InternetGatewayId })).toBe(
      'InvalidParameterCombination: The parameters subnetId and gatewayId cannot be used together',
    );
    expect(refused({ SubnetId: elsewhere?.SubnetId })).toBe(
      `InvalidParameterValue: route table ${RouteTableId} and subnet ${elsewhere?.SubnetId} belong to different networks`,
    );
    expect(refused({ GatewayId: igw?.InternetGatewayId })).toBe(
      `InvalidParameterValue: route table ${RouteTableId} and network gateway ${igw?.InternetGatewayId} belong to different networks`,
    );
    expect(refused({ GatewayId: 'nat-02263ac47dfedea97' })).toBe(
      'InvalidParameterValue: invalid value for parameter gateway-id: nat-02263ac47dfedea97',
    );
    expect(refused({ RouteTableId: unknown, SubnetId })).toBe(
      `InvalidRouteTableID.NotFound: The routeTable ID '${unknown}' does not exist`,
    );
  });

  test('a gateway’s table has routes inside the VPC only, and goes with the attachment', () => {
    const { account, VpcId, RouteTableId } = network();
    const InternetGatewayId = makeGateway(account, VpcId);
    const of = { RouteTableId, GatewayId: InternetGatewayId };
    account.call('CreateRoute', { ...of, DestinationCidrBlock: '0.0.0.0/0' });
    expect(account.refusal('AssociateRouteTable', of)).toBe(
      `InvalidParameterValue: Route table ${RouteTableId} cannot be associated with a gateway: it has routes that a gateway route table does not support.`,
    );
    account.call('DeleteRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0' });
    account.call('AssociateRouteTable', of);
    expect(showTable(account, RouteTableId).Associations).toMatchObject([
      { Main: false, GatewayId: InternetGatewayId },
    ]);
    expect(account.refusal('CreateRoute', { ...of, DestinationCidrBlock: '0.0.0.0/0' })).toMatch(
      /^InvalidParameterValue: Route table rtb-\w+ is associated with a gateway: /,
    );
    account.call('DetachInternetGateway', { InternetGatewayId, VpcId });
    expect(showTable(account, RouteTableId).Associations).toEqual([]);
  });
});

describe('ReplaceRouteTableAssociation', () => {
  test('moves a subnet to another table under a new id', () => {
    const { account, VpcId, SubnetId, RouteTableId } = network();
    const { AssociationId } = account.call<{ AssociationId: string }>('AssociateRouteTable', {
      RouteTableId,
      SubnetId,
    });
    const other = makeRouteTable(account, VpcId);
    const { NewAssociationId, ...rest } = account.call<{ NewAssociationId: string }>('ReplaceRouteTableAssociation', {
      AssociationId,
      RouteTableId: other,
    });
    expect(NewAssociationId).not.toBe(AssociationId);
    expect(rest).toEqual({ AssociationState: { State: 'associated' } });
    expect(showTable(account, RouteTableId).Associations).toEqual([]);
    expect(showTable(account, other).Associations).toMatchObject([
      { RouteTableAssociationId: NewAssociationId, SubnetId },
    ]);
  });

  test('makes another table the main one', () => {
    const { account, VpcId, RouteTableId } = network();
    const main = mainTable(account, VpcId);
    const AssociationId = main.Associations[0]?.RouteTableAssociationId;
    account.call('ReplaceRouteTableAssociation', { AssociationId, RouteTableId });
    expect(mainTable(account, VpcId).RouteTableId).toBe(RouteTableId);
    account.call('DeleteRouteTable', { RouteTableId: main.RouteTableId });
  });

  test('is refused across networks, and changes nothing for the table it has', () => {
    const { account, VpcId, RouteTableId } = network();
    const [association] = mainTable(account, VpcId).Associations;
    const AssociationId = association?.RouteTableAssociationId;
    const elsewhere = mainTable(account, account.defaultVpcId).RouteTableId;
    expect(account.refusal('ReplaceRouteTableAssociation', { AssociationId, RouteTableId: elsewhere })).toBe(
      `InvalidParameterValue: route table ${elsewhere} and network ${VpcId} belong to different networks`,
    );
    expect(
      account.call('ReplaceRouteTableAssociation', { AssociationId, RouteTableId: association?.RouteTableId }),
    ).toMatchObject({ NewAssociationId: AssociationId });
    expect(account.refusal('ReplaceRouteTableAssociation', { AssociationId: 'rtbassoc-0', RouteTableId })).toBe(
      "InvalidAssociationID.NotFound: The association ID 'rtbassoc-0' does not exist",
    );
  });
});

describe('DescribeRouteTables', () => {
  const ids = (account: TestAccount, Name: string, Values: string[]) =>
    account
      .call<{ RouteTables: { RouteTableId: string }[] }>('DescribeRouteTables', { Filters: [{ Name, Values }] })
      .RouteTables.map(({ RouteTableId }) => RouteTableId);

  test('has every documented filter', () => {
    const { account, VpcId, SubnetId, RouteTableId } = network();
    const igw = makeGateway(account, VpcId);
    account.call('CreateRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId: igw });
    account.call('AssociateRouteTable', { RouteTableId, SubnetId });
    account.call('CreateTags', { Resources: [RouteTableId], Tags: [{ Key: 'Name', Value: 'public' }] });
    const [association] = showTable(account, RouteTableId).Associations;
    const only: [string, string][] = [
      ['association.route-table-association-id', association?.RouteTableAssociationId ?? ''],
      ['association.route-table-id', RouteTableId],
      ['association.subnet-id', SubnetId],
      ['association.main', 'false'],
      ['route-table-id', RouteTableId],
      ['route.gateway-id', igw],
      ['tag:Name', 'public'],
      ['tag-key', 'Name'],
    ];
    for (const [name, value] of only) expect(ids(account, name, [value]), name).toEqual([RouteTableId]);
    const main = mainTable(account, VpcId).RouteTableId;
    const both: [string, string][] = [
      ['vpc-id', VpcId],
      ['route.destination-cidr-block', '10.0.0.0/16'],
    ];
    for (const [name, value] of both) expect(ids(account, name, [value]), name).toEqual([main, RouteTableId]);
    const every: [string, string][] = [
      ['owner-id', owner],
      ['route.origin', 'CreateRouteTable'],
      ['route.state', 'active'],
    ];
    for (const [name, value] of every) expect(ids(account, name, [value]), name).toHaveLength(3);
    for (const name of [
      'association.gateway-id',
      'route.destination-ipv6-cidr-block',
      'route.destination-prefix-list-id',
      'route.egress-only-internet-gateway-id',
      'route.instance-id',
      'route.nat-gateway-id',
      'route.transit-gateway-id',
      'route.vpc-peering-connection-id',
    ]) {
      expect(ids(account, name, ['*']), name).toEqual([]);
    }
    expect(ids(account, 'association.main', ['true'])).toHaveLength(2);
  });

  test('answers in pages of 5 to 100', () => {
    const { account, VpcId } = network();
    for (let made = 0; made < 5; made += 1) makeRouteTable(account, VpcId);
    const all = ids(account, 'vpc-id', ['*']);
    const first = account.call<{ RouteTables: { RouteTableId: string }[]; NextToken: string }>('DescribeRouteTables', {
      MaxResults: 5,
    });
    const rest = account.call<{ RouteTables: { RouteTableId: string }[] }>('DescribeRouteTables', {
      MaxResults: 100,
      NextToken: first.NextToken,
    });
    expect([...first.RouteTables, ...rest.RouteTables].map(({ RouteTableId }) => RouteTableId)).toEqual(all);
    for (const [MaxResults, bound] of [
      [4, 'greater than 5'],
      [101, 'less than 100'],
    ]) {
      expect(account.refusal('DescribeRouteTables', { MaxResults })).toBe(
        `InvalidParameterValue: Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value ${bound}.`,
      );
    }
  });
});
