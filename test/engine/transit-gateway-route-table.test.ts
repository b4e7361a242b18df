import { describe, expect, test } from 'vitest';
import { findOperation } from '@/lib/engine/execute';
import type { TestAccount } from '@/test/build/account';
import { makeSubnet, makeVpc } from '@/test/build/network-interface';
import { attachVpc, makeTransitGateway, makeTransitRouteTable, transitAccount } from '@/test/build/transit-gateway';

const unknownTable = 'tgw-rtb-0123456789abcdef0';

/** Two VPCs attached to a gateway, and a second route table. */
function attached() {
  const { account, gateway, defaultTable, vpcs } = transitAccount();
  const [one = '', two = ''] = vpcs.map(({ VpcId, a }) => attachVpc(account, gateway, VpcId, [a]));
  return { account, gateway, defaultTable, vpcs, one, two, table: makeTransitRouteTable(account, gateway) };
}

function search(account: TestAccount, table: string, Name = 'type', ...Values: string[]): string[] {
  const { Routes } = account.call<{ Routes: { DestinationCidrBlock: string; Type: string; State: string }[] }>(
    'SearchTransitGatewayRoutes',
    {
      TransitGatewayRouteTableId: table,
      Filters: [{ Name, Values: Values.length > 0 ? Values : ['static', 'propagated'] }],
    },
  );
  return Routes.map((route) => `${route.DestinationCidrBlock} ${route.Type} ${route.State}`);
}

test('a search for routes is a read, which no log keeps', () => {
  expect(findOperation('SearchTransitGatewayRoutes').reads).toBe(true);
});

describe('route tables', () => {
  test('are made empty and no default, listed, and deleted', () => {
    const { account, gateway } = transitAccount();
    const Tags = [{ Key: 'Name', Value: 'spokes' }];
    const { TransitGatewayRouteTable: made } = account.call<{
      TransitGatewayRouteTable: { TransitGatewayRouteTableId: string };
    }>('CreateTransitGatewayRouteTable', {
      TransitGatewayId: gateway,
      TagSpecifications: [{ ResourceType: 'transit-gateway-route-table', Tags }],
    });
    const { TransitGatewayRouteTableId } = made;
    expect(made).toEqual({
      TransitGatewayRouteTableId: expect.stringMatching(/^tgw-rtb-[0-9a-f]{17}$/),
      TransitGatewayId: gateway,
      State: 'pending',
      DefaultAssociationRouteTable: false,
      DefaultPropagationRouteTable: false,
      CreationTime: expect.stringMatching(/^2026-01-31T/),
      Tags,
    });
    expect(account.refusal('DeleteTransitGatewayRouteTable', { TransitGatewayRouteTableId })).toBe(
      `IncorrectState: ${TransitGatewayRouteTableId} is in invalid state`,
    );
    account.wait(60);
    expect(account.call('DeleteTransitGatewayRouteTable', { TransitGatewayRouteTableId })).toMatchObject({
      TransitGatewayRouteTable: { State: 'deleting' },
    });
    account.wait(60);
    expect(account.refusal('DeleteTransitGatewayRouteTable', { TransitGatewayRouteTableId })).toBe(
      `InvalidRouteTableID.NotFound: Transit Gateway Route Table ${TransitGatewayRouteTableId} was deleted or does not exist.`,
    );
    account.wait(3_700);
    expect(account.call('DescribeTransitGatewayRouteTables')).toMatchObject({
      TransitGatewayRouteTables: [{ DefaultAssociationRouteTable: true }],
    });
  });

  test('are not deleted while they are a default or have associations', () => {
    const { account, gateway, defaultTable, one, table } = attached();
    const refusal = (TransitGatewayRouteTableId: string) =>
      account.refusal('DeleteTransitGatewayRouteTable', { TransitGatewayRouteTableId });
    expect(refusal(defaultTable)).toBe(
      `IncorrectState: ${defaultTable} is set as default association route table for ${gateway}`,
    );
    const ids = { TransitGatewayRouteTableId: defaultTable, TransitGatewayAttachmentId: one };
    account.call('DisassociateTransitGatewayRouteTable', ids);
    account.wait(60);
    account.call('AssociateTransitGatewayRouteTable', { ...ids, TransitGatewayRouteTableId: table });
    expect(refusal(table)).toBe(`IncorrectState: ${table} has associated attachments`);
  });

  test('have a quota', () => {
    const { account, gateway } = transitAccount();
    account.world.quotas = { ...account.world.quotas, routeTablesPerTransitGateway: 1 };
    expect(account.refusal('CreateTransitGatewayRouteTable', { TransitGatewayId: gateway })).toContain(
      'TransitGatewayRouteTableLimitExceeded',
    );
  });

  test.each<[string, string, number]>([
    ['default-association-route-table', 'true', 1],
    ['default-propagation-route-table', 'false', 1],
    ['state', 'available', 2],
    ['transit-gateway-id', 'tgw-*', 2],
    ['transit-gateway-route-table-id', 'tgw-rtb-*', 2],
  ])('are filtered by %s', (Name, value, expected) => {
    const { account, gateway } = transitAccount();
    makeTransitRouteTable(account, gateway);
    const output = account.call('DescribeTransitGatewayRouteTables', { Filters: [{ Name, Values: [value] }] });
    expect(Object.values(output)[0]).toHaveLength(expected);
  });

  test.each([
    [
      unknownTable,
      `InvalidRouteTableID.NotFound: Transit Gateway Route Table ${unknownTable} was deleted or does not exist.`,
    ],
    ['main', 'InvalidRouteTableId.Malformed: Invalid Transit Gateway Route Table id main.'],
  ])('refuse %s', (id, expected) => {
    const { account } = transitAccount();
    expect(account.refusal('DescribeTransitGatewayRouteTables', { TransitGatewayRouteTableIds: [id] })).toBe(expected);
  });
});

describe('associations', () => {
  test('move from one table to another by way of none', () => {
    const { account, defaultTable, vpcs, one, table } = attached();
    const ids = { TransitGatewayRouteTableId: table, TransitGatewayAttachmentId: one };
    expect(account.refusal('AssociateTransitGatewayRouteTable', ids)).toBe(
      `Resource.AlreadyAssociated: Transit Gateway Attachment ${one} is already associated to a route table.`,
    );
    expect(account.refusal('DisassociateTransitGatewayRouteTable', ids)).toBe(
      `InvalidAssociation.NotFound: Transit Gateway Attachment ${one} is not associated with route table ${table}.`,
    );
    const resource = { ResourceId: vpcs[0]?.VpcId, ResourceType: 'vpc' };
    expect(
      account.call('DisassociateTransitGatewayRouteTable', { ...ids, TransitGatewayRouteTableId: defaultTable }),
    ).toEqual({
      Association: {
        TransitGatewayRouteTableId: defaultTable,
        TransitGatewayAttachmentId: one,
        ...resource,
        State: 'disassociating',
      },
    });
    expect(account.refusal('AssociateTransitGatewayRouteTable', ids)).toContain('Resource.AlreadyAssociated');
    account.wait(60);
    expect(account.call('AssociateTransitGatewayRouteTable', ids)).toEqual({
      Association: { ...ids, ...resource, State: 'associating' },
    });
    account.wait(60);
    const of = (TransitGatewayRouteTableId: string, more: object = {}) =>
      account.call('GetTransitGatewayRouteTableAssociations', { TransitGatewayRouteTableId, ...more });
    expect(of(table)).toEqual({
      Associations: [{ TransitGatewayAttachmentId: one, ...resource, State: 'associated' }],
    });
    expect(of(defaultTable)).toMatchObject({ Associations: [{ ResourceId: vpcs[1]?.VpcId }] });
    for (const [Name, value] of [
      ['resource-id', 'vpc-*'],
      ['resource-type', 'vpc'],
      ['transit-gateway-attachment-id', one],
    ]) {
      expect(of(table, { Filters: [{ Name, Values: [value] }] })).toMatchObject({ Associations: [{}] });
    }
    expect(of(table, { Filters: [{ Name: 'resource-type', Values: ['vpn'] }] })).toEqual({ Associations: [] });
  });

  test('and routes refuse an attachment of another gateway as if it did not exist', () => {
    const { account, one } = attached();
    const other = makeTransitGateway(account).Options.AssociationDefaultRouteTableId;
    const ids = { TransitGatewayRouteTableId: other, TransitGatewayAttachmentId: one };
    const expected = `InvalidTransitGatewayAttachmentID.NotFound: Transit Gateway Attachment ${one} was deleted or does not exist.`;
    expect(account.refusal('AssociateTransitGatewayRouteTable', ids)).toBe(expected);
    expect(account.refusal('EnableTransitGatewayRouteTablePropagation', ids)).toBe(expected);
    expect(account.refusal('CreateTransitGatewayRoute', { ...ids, DestinationCidrBlock: '10.0.0.0/8' })).toBe(expected);
  });
});

describe('propagations', () => {
  test('are enabled and disabled at once, each only when it changes something', () => {
    const { account, vpcs, one, table } = attached();
    const ids = { TransitGatewayRouteTableId: table, TransitGatewayAttachmentId: one };
    const resource = { ResourceId: vpcs[0]?.VpcId, ResourceType: 'vpc' };
    expect(account.refusal('DisableTransitGatewayRouteTablePropagation', ids)).toBe(
      `TransitGatewayRouteTablePropagation.NotFound: Propagation ${one} does not exist in Transit Gateway Route Table ${table}.`,
    );
    expect(account.call('EnableTransitGatewayRouteTablePropagation', ids)).toEqual({
      Propagation: { ...ids, ...resource, State: 'enabled' },
    });
    expect(account.refusal('EnableTransitGatewayRouteTablePropagation', ids)).toBe(
      `TransitGatewayRouteTablePropagation.Duplicate: Propagation ${one} already exists in Transit Gateway Route Table ${table}.`,
    );
    expect(search(account, table)).toEqual(['10.1.0.0/16 propagated active']);
    expect(account.call('GetTransitGatewayRouteTablePropagations', { TransitGatewayRouteTableId: table })).toEqual({
      TransitGatewayRouteTablePropagations: [{ TransitGatewayAttachmentId: one, ...resource, State: 'enabled' }],
    });
    const { TransitGatewayAttachmentPropagations } = account.call<{ TransitGatewayAttachmentPropagations: object[] }>(
      'GetTransitGatewayAttachmentPropagations',
      {
        TransitGatewayAttachmentId: one,
        Filters: [{ Name: 'transit-gateway-route-table-id', Values: [table] }],
      },
    );
    expect(TransitGatewayAttachmentPropagations).toEqual([{ TransitGatewayRouteTableId: table, State: 'enabled' }]);
    expect(account.call('DisableTransitGatewayRouteTablePropagation', ids)).toEqual({
      Propagation: { ...ids, ...resource, State: 'disabled' },
    });
    expect(search(account, table)).toEqual([]);
    expect(account.refusal('EnableTransitGatewayRouteTablePropagation', { TransitGatewayRouteTableId: table })).toBe(
      'MissingParameter: The request must contain the parameter transitGatewayAttachmentId',
    );
  });

  test('follow the blocks of the VPC, and of two VPCs with the same block only the first counts', () => {
    const { account, gateway, defaultTable, vpcs } = attached();
    expect(search(account, defaultTable)).toEqual(['10.1.0.0/16 propagated active', '10.2.0.0/16 propagated active']);
    account.call('AssociateVpcCidrBlock', { VpcId: vpcs[0]?.VpcId, CidrBlock: '10.3.0.0/16' });
    account.wait(60);
    const twin = makeVpc(account, '10.2.0.0/17');
    attachVpc(account, gateway, twin, [makeSubnet(account, twin, '10.2.1.0/24')]);
    expect(search(account, defaultTable)).toEqual([
      '10.1.0.0/16 propagated active',
      '10.2.0.0/16 propagated active',
      '10.3.0.0/16 propagated active',
    ]);
  });
});

describe('static routes', () => {
  test('are created, replaced and deleted, and hide a propagated one', () => {
    const { account, defaultTable, vpcs, one, two } = attached();
    const key = { TransitGatewayRouteTableId: defaultTable, DestinationCidrBlock: '10.1.0.0/16' };
    const to = (id: string, index: number) => [
      { ResourceId: vpcs[index]?.VpcId, TransitGatewayAttachmentId: id, ResourceType: 'vpc' },
    ];
    expect(account.call('CreateTransitGatewayRoute', { ...key, TransitGatewayAttachmentId: two })).toEqual({
      Route: {
        DestinationCidrBlock: '10.1.0.0/16',
        TransitGatewayAttachments: to(two, 1),
        Type: 'static',
        State: 'active',
      },
    });
    expect(search(account, defaultTable)).toEqual(['10.1.0.0/16 static active', '10.2.0.0/16 propagated active']);
    expect(account.refusal('CreateTransitGatewayRoute', { ...key, Blackhole: true })).toBe(
      `RouteAlreadyExists: Route 10.1.0.0/16 already exists in Transit Gateway Route Table ${defaultTable}.`,
    );
    const blackhole = { DestinationCidrBlock: '10.1.0.0/16', Type: 'static', State: 'blackhole' };
    const nowhere = { ...key, Blackhole: true, TransitGatewayAttachmentId: one };
    expect(account.call('ReplaceTransitGatewayRoute', nowhere)).toEqual({ Route: blackhole });
    expect(account.call('DeleteTransitGatewayRoute', key)).toEqual({ Route: { ...blackhole, State: 'deleted' } });
    expect(account.refusal('DeleteTransitGatewayRoute', key)).toBe(
      `InvalidRoute.NotFound: The route 10.1.0.0/16 does not exist in Transit Gateway Route Table ${defaultTable}.`,
    );
    account.call('ReplaceTransitGatewayRoute', { ...key, TransitGatewayAttachmentId: one });
    expect(search(account, defaultTable, 'type', 'static')).toEqual(['10.1.0.0/16 static active']);
  });

  test.each<[object, string]>([
    [
      { DestinationCidrBlock: '10.0.0.0/33' },
      'InvalidParameterValue: Value (10.0.0.0/33) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.',
    ],
    [{}, 'MissingParameter: The request must contain the parameter transitGatewayAttachmentId'],
    [
      { TransitGatewayRouteTableId: unknownTable },
      `InvalidRouteTableID.NotFound: Transit Gateway Route Table ${unknownTable} was deleted or does not exist.`,
    ],
  ])('refuse %j', (more, expected) => {
    const { account, defaultTable } = transitAccount();
    expect(
      account.refusal('CreateTransitGatewayRoute', {
        DestinationCidrBlock: '10.0.0.0/8',
        TransitGatewayRouteTableId: defaultTable,
        ...more,
      }),
    ).toBe(expected);
  });
});

describe('SearchTransitGatewayRoutes', () => {
  test.each<[string, string[], string[]]>([
    ['route-search.exact-match', ['10.1.0.0/16'], ['10.1.0.0/16']],
    ['route-search.exact-match', ['10.1.0.0/17'], []],
    ['route-search.subnet-of-match', ['10.0.0.0/8'], ['10.0.0.0/8', '10.1.0.0/16', '10.1.9.0/24', '10.2.0.0/16']],
    ['route-search.supernet-of-match', ['10.1.9.0/30'], ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.1.9.0/24']],
    ['route-search.longest-prefix-match', ['10.1.9.7'], ['10.1.9.0/24']],
    ['route-search.longest-prefix-match', ['10.1.9.0/24'], []],
    ['route-search.longest-prefix-match', ['fd00::7', '192.0.2.1'], ['0.0.0.0/0', 'fd00::/64']],
    ['attachment.resource-type', ['vpc'], ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16', 'fd00::/64']],
    ['attachment.resource-id', ['nothing'], []],
    [
      'attachment.transit-gateway-attachment-id',
      ['tgw-attach-*'],
      ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16', 'fd00::/64'],
    ],
    ['prefix-list-id', ['*'], []],
    ['state', ['blackhole'], ['10.1.9.0/24']],
    ['type', ['propagated'], ['10.1.0.0/16', '10.2.0.0/16']],
  ])('by %s %j', (Name, Values, expected) => {
    const { account, defaultTable, one } = attached();
    for (const DestinationCidrBlock of ['0.0.0.0/0', '10.0.0.0/8', '10.1.9.0/24', 'fd00::/64']) {
      account.call('CreateTransitGatewayRoute', {
        TransitGatewayRouteTableId: defaultTable,
        DestinationCidrBlock,
        ...(DestinationCidrBlock === '10.1.9.0/24' ? { Blackhole: true } : { TransitGatewayAttachmentId: one }),
      });
    }
    expect(search(account, defaultTable, Name, ...Values).map((route) => route.split(' ')[0])).toEqual(expected);
  });

  test('answers in pages, says when there is more, and refuses other filters', () => {
    const { account, defaultTable } = transitAccount();
    for (let number = 1; number <= 7; number += 1) {
      account.call('CreateTransitGatewayRoute', {
        TransitGatewayRouteTableId: defaultTable,
        DestinationCidrBlock: `10.${number}.0.0/16`,
        Blackhole: true,
      });
    }
    const input = {
      TransitGatewayRouteTableId: defaultTable,
      Filters: [{ Name: 'type', Values: ['static'] }],
      MaxResults: 5,
    };
    const first = account.call<{ Routes: object[]; NextToken: string }>('SearchTransitGatewayRoutes', input);
    expect(first).toMatchObject({ AdditionalRoutesAvailable: true });
    expect(first.Routes).toHaveLength(5);
    const second = account.call<{ Routes: object[] }>('SearchTransitGatewayRoutes', {
      ...input,
      NextToken: first.NextToken,
    });
    expect(second.Routes).toHaveLength(2);
    expect(second).toMatchObject({ AdditionalRoutesAvailable: false });
    const asked = { ...input, Filters: [{ Name: 'vpc-id', Values: ['x'] }] };
    expect(account.refusal('SearchTransitGatewayRoutes', asked)).toBe(
      'InvalidParameterValue: Value (vpc-id) for parameter Filter is invalid. ',
    );
    expect(account.refusal('SearchTransitGatewayRoutes', { TransitGatewayRouteTableId: defaultTable })).toBe(
      'MissingParameter: The request must contain the parameter filters',
    );
  });
});
