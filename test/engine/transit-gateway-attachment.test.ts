import { describe, expect, test } from 'vitest';
import { begin, commit } from '@/lib/engine/transaction';
import { attachVpn, detachVpn } from '@/lib/engine/transit-gateway-attachment/attach-vpn';
import { makeSubnet } from '@/test/build/network-interface';
import { attachVpc, makeTransitGateway, transitAccount } from '@/test/build/transit-gateway';

const unknown = 'tgw-attach-0123456789abcdef0';

describe('CreateTransitGatewayVpcAttachment', () => {
  test('answers the attachment, pending, and puts its interface into each subnet', () => {
    const { account, gateway, defaultTable, vpcs } = transitAccount();
    const { VpcId = '', a = '', b = '' } = vpcs[0] ?? {};
    const output = account.call<{ TransitGatewayVpcAttachment: { TransitGatewayAttachmentId: string } }>(
      'CreateTransitGatewayVpcAttachment',
      { TransitGatewayId: gateway, VpcId, SubnetIds: [a, b] },
    );
    const { TransitGatewayAttachmentId } = output.TransitGatewayVpcAttachment;
    const shown = {
      TransitGatewayAttachmentId,
      TransitGatewayId: gateway,
      VpcId,
      VpcOwnerId: '111122223333',
      State: 'pending',
      SubnetIds: [a, b],
      CreationTime: expect.stringMatching(/^2026-01-31T/),
      Options: {
        DnsSupport: 'enable',
        SecurityGroupReferencingSupport: 'enable',
        Ipv6Support: 'disable',
        ApplianceModeSupport: 'disable',
      },
    };
    expect(output).toEqual({ TransitGatewayVpcAttachment: shown });
    account.wait(60);
    expect(account.call('DescribeTransitGatewayVpcAttachments')).toEqual({
      TransitGatewayVpcAttachments: [{ ...shown, State: 'available', Tags: [] }],
    });
    expect(account.call('DescribeTransitGatewayAttachments')).toEqual({
      TransitGatewayAttachments: [
        {
          TransitGatewayAttachmentId,
          TransitGatewayId: gateway,
          TransitGatewayOwnerId: '111122223333',
          ResourceOwnerId: '111122223333',
          ResourceType: 'vpc',
          ResourceId: VpcId,
          State: 'available',
          Association: { TransitGatewayRouteTableId: defaultTable, State: 'associated' },
          CreationTime: expect.stringMatching(/^2026-01-31T/),
          Tags: [],
        },
      ],
    });
    const { NetworkInterfaces } = account.call<{ NetworkInterfaces: object[] }>('DescribeNetworkInterfaces', {
      Filters: [{ Name: 'interface-type', Values: ['transit_gateway'] }],
    });
    expect(NetworkInterfaces).toMatchObject(
      [a, b].map((SubnetId) => ({
        SubnetId,
        Description: `Network Interface for Transit Gateway Attachment ${TransitGatewayAttachmentId}`,
        Groups: [],
        RequesterManaged: false,
        SourceDestCheck: false,
        Status: 'in-use',
        Attachment: { InstanceOwnerId: 'amazon-aws', AttachmentId: expect.stringMatching(/^ela-attach-/) },
      })),
    );
  });

  test('is associated and propagates only where the gateway has a default for it', () => {
    const { account, vpcs } = transitAccount();
    const off = { DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' };
    const { TransitGatewayId } = makeTransitGateway(account, { Options: off });
    const id = attachVpc(account, TransitGatewayId, vpcs[0]?.VpcId ?? '', [vpcs[0]?.a ?? '']);
    const { TransitGatewayAttachments } = account.call<{ TransitGatewayAttachments: object[] }>(
      'DescribeTransitGatewayAttachments',
    );
    expect(TransitGatewayAttachments[0]).not.toHaveProperty('Association');
    expect(account.call('GetTransitGatewayAttachmentPropagations', { TransitGatewayAttachmentId: id })).toEqual({
      TransitGatewayAttachmentPropagations: [],
    });
  });

  test('refuses what the gateway, the VPC or the subnets do not allow', () => {
    const { account, gateway, vpcs } = transitAccount();
    const [first, second] = vpcs;
    const inZone = makeSubnet(account, first?.VpcId ?? '', '10.1.3.0/24', 'us-east-1a');
    const input = { TransitGatewayId: gateway, VpcId: first?.VpcId, SubnetIds: [first?.a] };
    const refusal = (more: object) => account.refusal('CreateTransitGatewayVpcAttachment', { ...input, ...more });
    expect(refusal({ SubnetIds: [] })).toBe('MissingParameter: The request must contain the parameter subnetIds');
    expect(refusal({ TransitGatewayId: 'tgw-0123456789abcdef0' })).toBe(
      'InvalidTransitGatewayID.NotFound: Transit Gateway tgw-0123456789abcdef0 was deleted or does not exist.',
    );
    expect(refusal({ VpcId: 'vpc-0123456789abcdef0' })).toBe(
      "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist",
    );
    expect(refusal({ SubnetIds: [second?.a] })).toBe(
      `InvalidSubnetID.NotFound: Subnet ${second?.a} was deleted or does not exist.`,
    );
    expect(refusal({ SubnetIds: [first?.a, inZone] })).toBe(
      'DuplicateSubnetsInSameZone: Duplicate Subnets for same AZ',
    );
    account.call('CreateTransitGatewayVpcAttachment', input);
    expect(refusal({ SubnetIds: [first?.b] })).toBe(
      `DuplicateTransitGatewayAttachment: ${gateway} has non-deleted Transit Gateway Attachments with same VPC ID.`,
    );
    const pending = account.call<{ TransitGateway: { TransitGatewayId: string } }>('CreateTransitGateway')
      .TransitGateway.TransitGatewayId;
    expect(refusal({ TransitGatewayId: pending })).toBe(`IncorrectState: ${pending} is in invalid state`);
  });

  test('is refused past the quota of gateways for a VPC', () => {
    const { account, gateway, vpcs } = transitAccount();
    Object.assign(account.world, { quotas: { ...account.world.quotas, transitGatewayAttachmentsPerVpc: 1 } });
    const { VpcId = '', a = '' } = vpcs[0] ?? {};
    attachVpc(account, gateway, VpcId, [a]);
    const { TransitGatewayId } = makeTransitGateway(account);
    expect(account.refusal('CreateTransitGatewayVpcAttachment', { TransitGatewayId, VpcId, SubnetIds: [a] })).toBe(
      'TransitGatewayAttachmentLimitExceeded: You have reached the maximum number of transit gateway attachments allowed for the VPC.',
    );
  });

  test('keeps its subnets and its VPC from being deleted', () => {
    const { account, gateway, vpcs } = transitAccount();
    const { VpcId = '', a = '', b = '' } = vpcs[0] ?? {};
    attachVpc(account, gateway, VpcId, [a]);
    expect(account.refusal('DeleteSubnet', { SubnetId: a })).toContain('DependencyViolation');
    account.call('DeleteSubnet', { SubnetId: b });
  });
});

describe('ModifyTransitGatewayVpcAttachment', () => {
  test('adds and removes subnets with their interfaces, and changes options', () => {
    const { account, gateway, vpcs } = transitAccount();
    const { VpcId = '', a = '', b = '' } = vpcs[0] ?? {};
    const id = attachVpc(account, gateway, VpcId, [a]);
    const output = account.call('ModifyTransitGatewayVpcAttachment', {
      TransitGatewayAttachmentId: id,
      AddSubnetIds: [b],
      RemoveSubnetIds: [a],
      Options: { ApplianceModeSupport: 'enable' },
    });
    expect(output).toMatchObject({
      TransitGatewayVpcAttachment: {
        State: 'modifying',
        SubnetIds: [b],
        Options: { ApplianceModeSupport: 'enable', DnsSupport: 'enable' },
      },
    });
    expect(account.world.networkInterfaces.count('SubnetId', a)).toBe(0);
    expect(account.world.networkInterfaces.count('SubnetId', b)).toBe(1);
    expect(account.refusal('ModifyTransitGatewayVpcAttachment', { TransitGatewayAttachmentId: id })).toBe(
      `IncorrectState: ${id} is in invalid state`,
    );
  });

  test('refuses subnets that are not attached, to be left with none, and an unknown attachment', () => {
    const { account, gateway, vpcs } = transitAccount();
    const { VpcId = '', a = '', b = '' } = vpcs[0] ?? {};
    const TransitGatewayAttachmentId = attachVpc(account, gateway, VpcId, [a]);
    const refusal = (more: object) =>
      account.refusal('ModifyTransitGatewayVpcAttachment', { TransitGatewayAttachmentId, ...more });
    expect(refusal({ RemoveSubnetIds: [b] })).toBe(
      `InvalidSubnetID.NotFound: ${b} is not attached but supplied in RemoveSubnets`,
    );
    expect(refusal({ RemoveSubnetIds: [a] })).toBe('InsufficientSubnetsException: Insufficient Subnets');
    expect(refusal({ AddSubnetIds: [a] })).toBe('DuplicateSubnetsInSameZone: Duplicate Subnets for same AZ');
    expect(refusal({ TransitGatewayAttachmentId: unknown })).toBe(
      `InvalidTransitGatewayAttachmentID.NotFound: Transit Gateway VPC Attachment ${unknown} was deleted or does not exist.`,
    );
  });
});

describe('DeleteTransitGatewayVpcAttachment', () => {
  test('is deleting, then deleted: interfaces, propagations and associations go, and static routes are blackholes', () => {
    const { account, gateway, defaultTable, vpcs } = transitAccount();
    const { VpcId = '', a = '', b = '' } = vpcs[0] ?? {};
    const TransitGatewayAttachmentId = attachVpc(account, gateway, VpcId, [a, b]);
    account.call('CreateTransitGatewayRoute', {
      DestinationCidrBlock: '10.50.0.0/16',
      TransitGatewayRouteTableId: defaultTable,
      TransitGatewayAttachmentId,
    });
    const { TransitGatewayVpcAttachment } = account.call<{ TransitGatewayVpcAttachment: object }>(
      'DeleteTransitGatewayVpcAttachment',
      { TransitGatewayAttachmentId },
    );
    expect(Object.keys(TransitGatewayVpcAttachment)).toEqual([
      'TransitGatewayAttachmentId',
      'TransitGatewayId',
      'VpcId',
      'VpcOwnerId',
      'State',
      'CreationTime',
    ]);
    expect(TransitGatewayVpcAttachment).toMatchObject({ State: 'deleting' });
    account.wait(60);
    expect(account.call('DescribeTransitGatewayVpcAttachments')).toMatchObject({
      TransitGatewayVpcAttachments: [{ TransitGatewayAttachmentId, State: 'deleted' }],
    });
    expect(account.world.networkInterfaces.count('VpcId', VpcId)).toBe(0);
    expect(
      account.call('SearchTransitGatewayRoutes', {
        TransitGatewayRouteTableId: defaultTable,
        Filters: [{ Name: 'type', Values: ['static', 'propagated'] }],
      }),
    ).toEqual({
      Routes: [{ DestinationCidrBlock: '10.50.0.0/16', Type: 'static', State: 'blackhole' }],
      AdditionalRoutesAvailable: false,
    });
    for (const SubnetId of [a, b]) account.call('DeleteSubnet', { SubnetId });
    account.call('DeleteVpc', { VpcId });
    account.wait(3_700);
    expect(account.call('DescribeTransitGatewayAttachments')).toEqual({ TransitGatewayAttachments: [] });
  });
});

describe('attachments of VPN connections', () => {
  test('are described among all attachments, and are not found as VPC attachments', () => {
    const { account, gateway } = transitAccount();
    begin(account.world);
    const { TransitGatewayAttachmentId } = attachVpn(account.world, gateway, 'vpn-0123456789abcdef0');
    commit(account.world);
    account.wait(60);
    expect(account.call('DescribeTransitGatewayAttachments')).toMatchObject({
      TransitGatewayAttachments: [
        { TransitGatewayAttachmentId, ResourceType: 'vpn', ResourceId: 'vpn-0123456789abcdef0', State: 'available' },
      ],
    });
    expect(account.call('DescribeTransitGatewayVpcAttachments')).toEqual({ TransitGatewayVpcAttachments: [] });
    expect(account.refusal('DeleteTransitGatewayVpcAttachment', { TransitGatewayAttachmentId })).toContain(
      'InvalidTransitGatewayAttachmentID.NotFound: Transit Gateway VPC Attachment',
    );
    expect(account.refusal('DeleteTransitGateway', { TransitGatewayId: gateway })).toBe(
      `IncorrectState: ${gateway} has non-deleted VPN Attachments: ${TransitGatewayAttachmentId}.`,
    );
    const input = { TransitGatewayId: gateway, Options: { AmazonSideAsn: 65000 } };
    expect(account.refusal('ModifyTransitGateway', input)).toContain('IncorrectState');
    begin(account.world);
    detachVpn(account.world, 'vpn-0123456789abcdef0');
    detachVpn(account.world, 'vpn-0123456789abcdef1');
    commit(account.world);
    account.wait(60);
    expect(account.call('DeleteTransitGateway', { TransitGatewayId: gateway })).toBeTruthy();
  });
});

describe('filters', () => {
  test.each<[string, string, string, number]>([
    ['DescribeTransitGatewayAttachments', 'association.state', 'associated', 2],
    ['DescribeTransitGatewayAttachments', 'association.transit-gateway-route-table-id', 'tgw-rtb-*', 2],
    ['DescribeTransitGatewayAttachments', 'resource-id', 'vpc-*', 2],
    ['DescribeTransitGatewayAttachments', 'resource-owner-id', '111122223333', 2],
    ['DescribeTransitGatewayAttachments', 'resource-type', 'vpn', 0],
    ['DescribeTransitGatewayAttachments', 'state', 'available', 2],
    ['DescribeTransitGatewayAttachments', 'transit-gateway-attachment-id', 'tgw-attach-*', 2],
    ['DescribeTransitGatewayAttachments', 'transit-gateway-id', 'tgw-*', 2],
    ['DescribeTransitGatewayAttachments', 'transit-gateway-owner-id', '111122223333', 2],
    ['DescribeTransitGatewayAttachments', 'tag:Name', 'second', 1],
    ['DescribeTransitGatewayVpcAttachments', 'state', 'pending', 0],
    ['DescribeTransitGatewayVpcAttachments', 'transit-gateway-attachment-id', '*', 2],
    ['DescribeTransitGatewayVpcAttachments', 'transit-gateway-id', 'tgw-*', 2],
    ['DescribeTransitGatewayVpcAttachments', 'vpc-id', 'vpc-*', 2],
  ])('%s by %s', (operation, Name, value, expected) => {
    const { account, gateway, vpcs } = transitAccount();
    const [first, second] = vpcs;
    attachVpc(account, gateway, first?.VpcId ?? '', [first?.a ?? '']);
    const Tags = [{ Key: 'Name', Value: 'second' }];
    attachVpc(account, gateway, second?.VpcId ?? '', [second?.a ?? ''], {
      TagSpecifications: [{ ResourceType: 'transit-gateway-attachment', Tags }],
    });
    const output = account.call(operation, { Filters: [{ Name, Values: [value] }] });
    expect(Object.values(output)[0]).toHaveLength(expected);
  });

  test.each([
    [unknown, `Transit Gateway Attachment ${unknown} was deleted or does not exist.`, '.NotFound'],
    ['hub', 'Invalid Transit Gateway Attachment id.', '.Malformed'],
  ])('refuses %s', (id, text, kind) => {
    const { account } = transitAccount();
    expect(account.refusal('DescribeTransitGatewayAttachments', { TransitGatewayAttachmentIds: [id] })).toBe(
      `InvalidTransitGatewayAttachmentID${kind}: ${text}`,
    );
  });
});
