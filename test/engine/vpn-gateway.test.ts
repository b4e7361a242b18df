import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeVpc } from '@/test/build/network-interface';
import { makeVpnConnection } from '@/test/build/private-links';

interface Shown {
  VpnGatewayId: string;
}

const Type = 'ipsec.1';
const create = (account: TestAccount, input: object = {}) =>
  account.call<{ VpnGateway: Shown }>('CreateVpnGateway', { Type, ...input }).VpnGateway;
const list = (account: TestAccount, input: object = {}) =>
  account.call<{ VpnGateways: Shown[] }>('DescribeVpnGateways', input).VpnGateways;

function network() {
  const account = new TestAccount();
  const VpcId = makeVpc(account, '10.0.0.0/16');
  return { account, VpcId, VpnGatewayId: create(account).VpnGatewayId };
}

describe('CreateVpnGateway', () => {
  test('answers a gateway that is attached to nothing', () => {
    const account = new TestAccount();
    const made = create(account);
    expect(made).toEqual({
      AmazonSideAsn: 64_512,
      VpnGatewayId: expect.stringMatching(/^vgw-[0-9a-f]{17}$/),
      State: 'available',
      Type,
      VpcAttachments: [],
    });
    expect(list(account)).toEqual([made]);
  });

  test('takes an ASN, a zone and tags', () => {
    const tags = [{ Key: 'Name', Value: 'hq' }];
    const TagSpecifications = [{ ResourceType: 'vpn-gateway', Tags: tags }];
    expect(
      create(new TestAccount(), { AmazonSideAsn: 65_001, AvailabilityZone: 'us-east-1b', TagSpecifications }),
    ).toEqual({
      AmazonSideAsn: 65_001,
      Tags: tags,
      VpnGatewayId: expect.any(String),
      State: 'available',
      Type,
      AvailabilityZone: 'us-east-1b',
      VpcAttachments: [],
    });
  });

  test('refuses other ASNs, types, and a sixth gateway', () => {
    const account = new TestAccount();
    expect(account.refusal('CreateVpnGateway', { Type, AmazonSideAsn: 7 })).toBe(
      'InvalidParameterValue: Value (7) for parameter amazonSideAsn is invalid. The ASN must be in the range 64512 to 65534 or 4200000000 to 4294967294.',
    );
    expect(account.refusal('CreateVpnGateway', { Type: 'ipsec.2' })).toContain('InvalidParameterValue');
    expect(account.refusal('CreateVpnGateway')).toBe('MissingParameter: The request must contain the parameter type');
    for (let count = 0; count < 5; count += 1) create(account);
    expect(account.refusal('CreateVpnGateway', { Type })).toContain('VpnGatewayLimitExceeded');
  });
});

describe('AttachVpnGateway and DetachVpnGateway', () => {
  test('attaching, attached, detaching, detached', () => {
    const { account, VpcId, VpnGatewayId } = network();
    const attachments = () => list(account)[0];
    const state = (State: string) => ({ VpcAttachments: [{ VpcId, State }] });
    expect(account.call('AttachVpnGateway', { VpnGatewayId, VpcId })).toEqual({
      VpcAttachment: { VpcId, State: 'attaching' },
    });
    expect(attachments()).toMatchObject(state('attaching'));
    account.wait(5);
    expect(attachments()).toMatchObject(state('attached'));
    expect(account.call('AttachVpnGateway', { VpnGatewayId, VpcId })).toEqual({
      VpcAttachment: { VpcId, State: 'attached' },
    });
    expect(account.call('DetachVpnGateway', { VpnGatewayId, VpcId })).toEqual({});
    expect(attachments()).toMatchObject(state('detaching'));
    expect(account.refusal('DeleteVpc', { VpcId })).toContain('DependencyViolation');
    account.wait(5);
    expect(attachments()).toMatchObject(state('detached'));
    account.call('DeleteVpc', { VpcId });
    expect(attachments()).toMatchObject(state('detached'));
    const other = makeVpc(account, '10.1.0.0/16');
    account.call('AttachVpnGateway', { VpnGatewayId, VpcId: other });
    expect(attachments()).toMatchObject({ VpcAttachments: [{ VpcId: other, State: 'attaching' }] });
  });

  test('a gateway serves one VPC and a VPC has one gateway', () => {
    const { account, VpcId, VpnGatewayId } = network();
    account.call('AttachVpnGateway', { VpnGatewayId, VpcId });
    expect(account.refusal('AttachVpnGateway', { VpnGatewayId, VpcId: account.defaultVpcId })).toBe(
      'VpnGatewayAttachmentLimitExceeded: The maximum number of virtual private gateway attachments has been reached.',
    );
    const second = create(account).VpnGatewayId;
    expect(account.refusal('AttachVpnGateway', { VpnGatewayId: second, VpcId })).toBe(
      `InvalidVpcState: VPC ${VpcId} is currently attached to the Virtual Private Gateway.`,
    );
    account.call('DetachVpnGateway', { VpnGatewayId, VpcId });
    expect(account.refusal('AttachVpnGateway', { VpnGatewayId, VpcId })).toBe(
      'InvalidVpnGatewayState: The virtual private gateway is not in an available state.',
    );
  });

  test('what is not attached cannot be detached, and what is not there not found', () => {
    const { account, VpcId, VpnGatewayId } = network();
    expect(account.refusal('DetachVpnGateway', { VpnGatewayId, VpcId })).toBe(
      `InvalidVpnGatewayAttachment.NotFound: The attachment with vpn gateway ID '${VpnGatewayId}' and vpc ID '${VpcId}' does not exist`,
    );
    expect(account.refusal('DetachVpnGateway', { VpnGatewayId: 'vgw-0123456789abcdef0', VpcId })).toBe(
      "InvalidVpnGatewayID.NotFound: The vpnGateway ID 'vgw-0123456789abcdef0' does not exist",
    );
    expect(account.refusal('AttachVpnGateway', { VpnGatewayId, VpcId: 'vpc-0123456789abcdef0' })).toBe(
      "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist",
    );
    expect(account.refusal('DeleteVpnGateway', { VpnGatewayId: 'web' })).toBe(
      'InvalidVpnGatewayID.Malformed: Invalid id: "web" (expecting "vgw-...")',
    );
  });
});

describe('DeleteVpnGateway', () => {
  test('lists it as deleted for an hour', () => {
    const { account, VpcId, VpnGatewayId } = network();
    expect(account.call('DeleteVpnGateway', { VpnGatewayId })).toEqual({});
    expect(list(account)).toMatchObject([{ VpnGatewayId, State: 'deleted' }]);
    expect(account.refusal('DeleteVpnGateway', { VpnGatewayId })).toContain('InvalidVpnGatewayID.NotFound');
    expect(account.refusal('AttachVpnGateway', { VpnGatewayId, VpcId })).toContain('InvalidVpnGatewayState');
    account.wait(3_600);
    expect(list(account)).toEqual([]);
  });

  test('is refused while it is attached, or a VPN connection uses it', () => {
    const inUse = 'IncorrectState: The VPN gateway is in use.';
    const { account, VpcId, VpnGatewayId } = network();
    account.call('AttachVpnGateway', { VpnGatewayId, VpcId });
    expect(account.refusal('DeleteVpnGateway', { VpnGatewayId })).toBe(inUse);
    account.call('DetachVpnGateway', { VpnGatewayId, VpcId });
    expect(account.refusal('DeleteVpnGateway', { VpnGatewayId })).toBe(inUse);
    account.wait(5);
    account.call('DeleteVpnGateway', { VpnGatewayId });

    const vpn = makeVpnConnection(account);
    expect(account.refusal('DeleteVpnGateway', { VpnGatewayId: vpn.VpnGatewayId })).toBe(inUse);
    account.call('DeleteVpnConnection', { VpnConnectionId: vpn.VpnConnectionId });
    expect(account.refusal('DeleteVpnGateway', { VpnGatewayId: vpn.VpnGatewayId })).toBe(inUse);
    account.wait(30);
    expect(account.call('DeleteVpnGateway', { VpnGatewayId: vpn.VpnGatewayId })).toEqual({});
  });
});

test.each<[string, string, number]>([
  ['amazon-side-asn', '64512', 2],
  ['attachment.state', 'attaching', 1],
  ['attachment.vpc-id', 'vpc-*', 1],
  ['availability-zone', 'us-east-1b', 1],
  ['state', 'available', 2],
  ['type', 'ipsec.1', 2],
  ['vpn-gateway-id', 'vgw-*', 2],
  ['tag:Name', 'hq', 1],
  ['tag-key', 'Name', 1],
])('DescribeVpnGateways filters by %s %s', (Name, value, count) => {
  const { account, VpcId, VpnGatewayId } = network();
  account.call('AttachVpnGateway', { VpnGatewayId, VpcId });
  create(account, { AvailabilityZone: 'us-east-1b' });
  account.call('CreateTags', { Resources: [VpnGatewayId], Tags: [{ Key: 'Name', Value: 'hq' }] });
  expect(list(account, { Filters: [{ Name, Values: [value] }] })).toHaveLength(count);
});
