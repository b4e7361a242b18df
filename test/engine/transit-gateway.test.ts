import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { attachVpc, makeTransitGateway, makeTransitRouteTable, transitAccount } from '@/test/build/transit-gateway';

const unknown = 'tgw-0123456789abcdef0';

const states = (account: TestAccount, ...ids: string[]) =>
  account
    .call<{ TransitGateways: { State: string }[] }>('DescribeTransitGateways', { TransitGatewayIds: ids })
    .TransitGateways.map(({ State }) => State);

describe('CreateTransitGateway', () => {
  test('answers the gateway with every option, pending, and makes its default route table', () => {
    const account = new TestAccount();
    const table = expect.stringMatching(/^tgw-rtb-[0-9a-f]{17}$/);
    const output = account.call<{ TransitGateway: { TransitGatewayId: string } }>('CreateTransitGateway', {
      Description: 'hub',
    });
    const { TransitGatewayId } = output.TransitGateway;
    expect(TransitGatewayId).toMatch(/^tgw-[0-9a-f]{17}$/);
    const shown = {
      TransitGatewayId,
      TransitGatewayArn: `arn:aws:ec2:us-east-1:111122223333:transit-gateway/${TransitGatewayId}`,
      State: 'pending',
      OwnerId: '111122223333',
      Description: 'hub',
      CreationTime: '2026-01-31T09:30:01.000Z',
      Options: {
        AmazonSideAsn: 64512,
        AutoAcceptSharedAttachments: 'disable',
        DefaultRouteTableAssociation: 'enable',
        AssociationDefaultRouteTableId: table,
        DefaultRouteTablePropagation: 'enable',
        PropagationDefaultRouteTableId: table,
        VpnEcmpSupport: 'enable',
        DnsSupport: 'enable',
        SecurityGroupReferencingSupport: 'disable',
        MulticastSupport: 'disable',
      },
    };
    expect(output).toEqual({ TransitGateway: shown });
    account.wait(60);
    expect(account.call('DescribeTransitGateways')).toEqual({
      TransitGateways: [{ ...shown, State: 'available', Tags: [] }],
    });
    expect(account.call('DescribeTransitGatewayRouteTables')).toMatchObject({
      TransitGatewayRouteTables: [
        {
          TransitGatewayId,
          State: 'available',
          DefaultAssociationRouteTable: true,
          DefaultPropagationRouteTable: true,
        },
      ],
    });
  });

  test('makes no route table when both defaults are off, and takes tags, an ASN and blocks', () => {
    const account = new TestAccount();
    const Tags = [{ Key: 'Name', Value: 'hub' }];
    const { TransitGateway } = account.call<{ TransitGateway: { Options: object; Tags: object[] } }>(
      'CreateTransitGateway',
      {
        Options: {
          AmazonSideAsn: 4200000000,
          DefaultRouteTableAssociation: 'disable',
          DefaultRouteTablePropagation: 'disable',
          TransitGatewayCidrBlocks: ['10.99.0.7/24', 'FD00:0::/64'],
        },
        TagSpecifications: [{ ResourceType: 'transit-gateway', Tags }],
      },
    );
    expect(TransitGateway).toMatchObject({
      Tags,
      Options: { AmazonSideAsn: 4200000000, TransitGatewayCidrBlocks: ['10.99.0.0/24', 'fd00::/64'] },
    });
    expect(TransitGateway.Options).not.toHaveProperty('AssociationDefaultRouteTableId');
    expect(account.call('DescribeTransitGatewayRouteTables')).toEqual({ TransitGatewayRouteTables: [] });
  });

  test.each<[object, string]>([
    [
      { AmazonSideAsn: 65535 },
      'InvalidParameterValue: Value (65535) for parameter AmazonSideAsn is invalid. It must be in the range 64512 to 65534 or 4200000000 to 4294967294.',
    ],
    [
      { TransitGatewayCidrBlocks: ['10.0.0.0/25'] },
      'InvalidParameterValue: Value (10.0.0.0/25) for parameter TransitGatewayCidrBlocks is invalid. It must be a /24 or larger for IPv4, a /64 or larger for IPv6.',
    ],
    [{ MulticastSupport: 'enable' }, 'NotModelled: This simulator does not model multicast on transit gateways.'],
  ])('refuses %j', (Options, expected) => {
    expect(new TestAccount().refusal('CreateTransitGateway', { Options })).toBe(expected);
  });

  test('refuses past the quota, in which a deleted gateway does not count', () => {
    const account = new TestAccount({ quotas: { transitGatewaysPerRegion: 1 } });
    const { TransitGatewayId } = makeTransitGateway(account);
    expect(account.refusal('CreateTransitGateway')).toBe(
      'TransitGatewayLimitExceeded: You have reached the maximum number of transit gateways allowed.',
    );
    account.call('DeleteTransitGateway', { TransitGatewayId });
    expect(account.call('CreateTransitGateway')).toBeTruthy();
  });
});

describe('ModifyTransitGateway', () => {
  test('is modifying for a while; turning a default off drops its table, turning it on needs one', () => {
    const account = new TestAccount();
    const { TransitGatewayId, Options } = makeTransitGateway(account);
    const { TransitGateway } = account.call<{ TransitGateway: { State: string; Options: object } }>(
      'ModifyTransitGateway',
      {
        TransitGatewayId,
        Description: 'new',
        Options: { DefaultRouteTableAssociation: 'disable', AddTransitGatewayCidrBlocks: ['10.99.0.0/24'] },
      },
    );
    expect(TransitGateway).toMatchObject({ State: 'modifying', Description: 'new' });
    expect(TransitGateway.Options).not.toHaveProperty('AssociationDefaultRouteTableId');
    expect(account.refusal('ModifyTransitGateway', { TransitGatewayId })).toBe(
      `IncorrectState: ${TransitGatewayId} is in invalid state`,
    );
    account.wait(60);
    expect(account.call('DescribeTransitGatewayRouteTables')).toMatchObject({
      TransitGatewayRouteTables: [{ DefaultAssociationRouteTable: false, DefaultPropagationRouteTable: true }],
    });
    const enable = { DefaultRouteTableAssociation: 'enable' };
    expect(account.refusal('ModifyTransitGateway', { TransitGatewayId, Options: enable })).toBe(
      'InvalidParameterCombination: enable DefaultRouteTableAssociation conflicts with AssociationDefaultRouteTableId null',
    );
    const id = Options.PropagationDefaultRouteTableId;
    expect(
      account.call('ModifyTransitGateway', {
        TransitGatewayId,
        Options: { ...enable, AssociationDefaultRouteTableId: id, RemoveTransitGatewayCidrBlocks: ['10.99.0.0/24'] },
      }),
    ).toMatchObject({ TransitGateway: { Options: { AssociationDefaultRouteTableId: id } } });
  });

  test('refuses a table with a default that is off, and a table of another gateway', () => {
    const account = new TestAccount();
    const { TransitGatewayId } = makeTransitGateway(account, { Options: { DefaultRouteTableAssociation: 'disable' } });
    const other = makeTransitGateway(account).Options.AssociationDefaultRouteTableId;
    expect(
      account.refusal('ModifyTransitGateway', { TransitGatewayId, Options: { AssociationDefaultRouteTableId: other } }),
    ).toBe(
      `InvalidParameterCombination: disable DefaultRouteTableAssociation conflicts with AssociationDefaultRouteTableId ${other}`,
    );
    expect(
      account.refusal('ModifyTransitGateway', { TransitGatewayId, Options: { PropagationDefaultRouteTableId: other } }),
    ).toBe(
      `InvalidRouteTableID.NotFound: Transit Gateway Route Table ${other} was deleted or does not exist in Transit Gateway ${TransitGatewayId}.`,
    );
  });

  test('refuses to remove a block that is not there', () => {
    const account = new TestAccount();
    const { TransitGatewayId } = makeTransitGateway(account);
    expect(
      account.refusal('ModifyTransitGateway', {
        TransitGatewayId,
        Options: { RemoveTransitGatewayCidrBlocks: ['10.99.0.0/24'] },
      }),
    ).toBe(
      'InvalidParameterValue: Value (10.99.0.0/24) for parameter RemoveTransitGatewayCidrBlocks is invalid. The transit gateway does not have it.',
    );
  });
});

describe('DeleteTransitGateway', () => {
  test('is deleting, deleted and at last not listed, its route tables with it', () => {
    const account = new TestAccount();
    const { TransitGatewayId } = makeTransitGateway(account);
    makeTransitRouteTable(account, TransitGatewayId);
    expect(account.call('DeleteTransitGateway', { TransitGatewayId })).toMatchObject({
      TransitGateway: { State: 'deleting' },
    });
    account.wait(60);
    expect(states(account, TransitGatewayId)).toEqual(['deleted']);
    expect(account.call('DescribeTransitGatewayRouteTables')).toMatchObject({
      TransitGatewayRouteTables: [{ State: 'deleted' }, { State: 'deleted' }],
    });
    expect(account.refusal('DeleteTransitGateway', { TransitGatewayId })).toBe(
      `InvalidTransitGatewayID.NotFound: Transit Gateway ${TransitGatewayId} was deleted or does not exist.`,
    );
    account.wait(3_700);
    expect(account.call('DescribeTransitGateways')).toEqual({ TransitGateways: [] });
    expect(account.world.transitGateways.size + account.world.transitGatewayRouteTables.size).toBe(0);
  });

  test('refuses while it has attachments, naming them, also those on their way out', () => {
    const { account, gateway, vpcs } = transitAccount();
    const ids = vpcs.map(({ VpcId, a }) => attachVpc(account, gateway, VpcId, [a]));
    const refused = `IncorrectState: ${gateway} has non-deleted VPC Attachments: ${ids.join(', ')}.`;
    expect(account.refusal('DeleteTransitGateway', { TransitGatewayId: gateway })).toBe(refused);
    for (const TransitGatewayAttachmentId of ids)
      account.call('DeleteTransitGatewayVpcAttachment', { TransitGatewayAttachmentId });
    expect(account.refusal('DeleteTransitGateway', { TransitGatewayId: gateway })).toBe(refused);
    account.wait(60);
    expect(account.call('DeleteTransitGateway', { TransitGatewayId: gateway })).toBeTruthy();
  });
});

describe('DescribeTransitGateways', () => {
  test.each<[string, (options: Record<string, string>) => string, number]>([
    ['options.propagation-default-route-table-id', (options) => options.PropagationDefaultRouteTableId ?? '', 1],
    ['options.amazon-side-asn', () => '65000', 1],
    ['options.association-default-route-table-id', (options) => options.AssociationDefaultRouteTableId ?? '', 1],
    ['options.auto-accept-shared-attachments', () => 'disable', 2],
    ['options.default-route-table-association', () => 'disable', 1],
    ['options.default-route-table-propagation', () => 'enable', 2],
    ['options.dns-support', () => 'enable', 2],
    ['options.vpn-ecmp-support', () => 'disable', 0],
    ['owner-id', () => '111122223333', 2],
    ['state', () => 'available', 2],
    ['transit-gateway-id', () => 'tgw-*', 2],
    ['tag:Name', () => 'second', 1],
    ['tag-key', () => 'Name', 1],
  ])('filters by %s', (Name, value, expected) => {
    const account = new TestAccount();
    const { Options } = makeTransitGateway(account);
    makeTransitGateway(account, {
      Options: { AmazonSideAsn: 65000, DefaultRouteTableAssociation: 'disable' },
      TagSpecifications: [{ ResourceType: 'transit-gateway', Tags: [{ Key: 'Name', Value: 'second' }] }],
    });
    const { TransitGateways } = account.call<{ TransitGateways: object[] }>('DescribeTransitGateways', {
      Filters: [{ Name, Values: [value(Options as Record<string, string>)] }],
    });
    expect(TransitGateways).toHaveLength(expected);
  });

  test.each([
    [unknown, `InvalidTransitGatewayID.NotFound: Transit Gateway ${unknown} was deleted or does not exist.`],
    ['hub', 'InvalidTransitGatewayID.Malformed: Invalid Transit Gateway id hub.'],
  ])('refuses %s', (id, expected) => {
    expect(new TestAccount().refusal('DescribeTransitGateways', { TransitGatewayIds: [id] })).toBe(expected);
  });
});
