import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeVpc } from '@/test/build/network-interface';
import { makeVpnConnection } from '@/test/build/private-links';

interface Tunnel {
  OutsideIpAddress: string;
  TunnelInsideCidr: string;
  PreSharedKey: string;
}
interface Shown {
  VpnConnectionId: string;
  State: string;
  Options: { TunnelOptions: Tunnel[] };
  Routes: object[];
  CustomerGatewayConfiguration?: string;
}

const Type = 'ipsec.1';
const list = (account: TestAccount, input: object = {}) =>
  account.call<{ VpnConnections: Shown[] }>('DescribeVpnConnections', input).VpnConnections;

function gateways(account = new TestAccount()) {
  const { CustomerGateway } = account.call<{ CustomerGateway: { CustomerGatewayId: string } }>(
    'CreateCustomerGateway',
    { Type, IpAddress: '203.0.113.12' },
  );
  const { VpnGateway } = account.call<{ VpnGateway: { VpnGatewayId: string } }>('CreateVpnGateway', {
    Type,
    AmazonSideAsn: 65_001,
  });
  const { CustomerGatewayId } = CustomerGateway;
  const { VpnGatewayId } = VpnGateway;
  const input = { Type, CustomerGatewayId, VpnGatewayId };
  const create = (more: object = {}) =>
    account.call<{ VpnConnection: Shown }>('CreateVpnConnection', { ...input, ...more }).VpnConnection;
  const refusal = (more: object = {}) => account.refusal('CreateVpnConnection', { ...input, ...more });
  return { account, CustomerGatewayId, VpnGatewayId, create, refusal };
}

const insideCidr = expect.stringMatching(/^169\.254\.\d+\.\d+\/30$/);
const key = expect.stringMatching(/^[a-zA-Z1-9._][a-zA-Z0-9._]{31}$/);
const ip = expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/);

describe('CreateVpnConnection', () => {
  test('answers a pending connection with two tunnels, which is available in a minute', () => {
    const { account, CustomerGatewayId, VpnGatewayId, create } = gateways();
    const tags = [{ Key: 'Name', Value: 'BGP-VPN' }];
    const made = create({ TagSpecifications: [{ ResourceType: 'vpn-connection', Tags: tags }] });
    const tunnel = { OutsideIpAddress: ip, TunnelInsideCidr: insideCidr, PreSharedKey: key };
    const expected = {
      Category: 'VPN',
      GatewayAssociationState: 'associated',
      Options: {
        EnableAcceleration: false,
        StaticRoutesOnly: false,
        LocalIpv4NetworkCidr: '0.0.0.0/0',
        RemoteIpv4NetworkCidr: '0.0.0.0/0',
        OutsideIpAddressType: 'PublicIpv4',
        TunnelInsideIpVersion: 'ipv4',
        TunnelOptions: [tunnel, tunnel],
      },
      Routes: [],
      Tags: tags,
      VpnConnectionId: expect.stringMatching(/^vpn-[0-9a-f]{17}$/),
      State: 'pending',
      CustomerGatewayConfiguration: expect.stringContaining('<vpn_connection id="vpn-'),
      Type,
      CustomerGatewayId,
      VpnGatewayId,
    };
    expect(made).toEqual(expected);
    const [one, two] = made.Options.TunnelOptions;
    expect(one?.TunnelInsideCidr).not.toBe(two?.TunnelInsideCidr);
    expect(one?.OutsideIpAddress).not.toBe(two?.OutsideIpAddress);
    account.wait(60);
    const down = {
      AcceptedRouteCount: 0,
      LastStatusChange: '2026-01-31T09:31:03.000Z',
      Status: 'DOWN',
      StatusMessage: 'IPSEC IS DOWN',
    };
    expect(list(account)).toEqual([
      {
        ...expected,
        State: 'available',
        VgwTelemetry: [
          { ...down, OutsideIpAddress: one?.OutsideIpAddress },
          { ...down, OutsideIpAddress: two?.OutsideIpAddress },
        ],
      },
    ]);
  });

  test('writes the configuration of the device', () => {
    const { create } = gateways();
    const made = create({
      Options: {
        TunnelOptions: [
          { TunnelInsideCidr: '169.254.12.0/30', PreSharedKey: 'ExamplePreSharedKey1', Phase1LifetimeSeconds: 3_600 },
          { TunnelInsideCidr: '169.254.13.0/30', PreSharedKey: 'ExamplePreSharedKey2' },
        ],
      },
    });
    const xml = made.CustomerGatewayConfiguration ?? '';
    const [outside] = made.Options.TunnelOptions;
    expect(xml.split('\n').slice(0, 40)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<vpn_connection id="${made.VpnConnectionId}">`,
      expect.stringMatching(/^ {2}<customer_gateway_id>cgw-[0-9a-f]+<\/customer_gateway_id>$/),
      expect.stringMatching(/^ {2}<vpn_gateway_id>vgw-[0-9a-f]+<\/vpn_gateway_id>$/),
      '  <vpn_connection_type>ipsec.1</vpn_connection_type>',
      '  <ipsec_tunnel>',
      '    <customer_gateway>',
      '      <tunnel_outside_address>',
      '        <ip_address>203.0.113.12</ip_address>',
      '      </tunnel_outside_address>',
      '      <tunnel_inside_address>',
      '        <ip_address>169.254.12.2</ip_address>',
      '        <network_mask>255.255.255.252</network_mask>',
      '        <network_cidr>30</network_cidr>',
      '      </tunnel_inside_address>',
      '      <bgp>',
      '        <asn>65000</asn>',
      '        <hold_time>30</hold_time>',
      '      </bgp>',
      '    </customer_gateway>',
      '    <vpn_gateway>',
      '      <tunnel_outside_address>',
      `        <ip_address>${outside?.OutsideIpAddress}</ip_address>`,
      '      </tunnel_outside_address>',
      '      <tunnel_inside_address>',
      '        <ip_address>169.254.12.1</ip_address>',
      '        <network_mask>255.255.255.252</network_mask>',
      '        <network_cidr>30</network_cidr>',
      '      </tunnel_inside_address>',
      '      <bgp>',
      '        <asn>65001</asn>',
      '        <hold_time>30</hold_time>',
      '      </bgp>',
      '    </vpn_gateway>',
      '    <ike>',
      '      <authentication_protocol>sha1</authentication_protocol>',
      '      <encryption_protocol>aes-128-cbc</encryption_protocol>',
      '      <lifetime>3600</lifetime>',
      '      <perfect_forward_secrecy>group2</perfect_forward_secrecy>',
      '      <mode>main</mode>',
    ]);
    expect(xml).toContain('<pre_shared_key>ExamplePreSharedKey2</pre_shared_key>');
    expect(xml.split('<ipsec_tunnel>')).toHaveLength(3);
  });

  test('with static routes only, the configuration has no BGP', () => {
    const xml = gateways().create({ Options: { StaticRoutesOnly: true } }).CustomerGatewayConfiguration;
    expect(xml).toContain('<vpn_connection_attributes>NoBGPVPNConnection</vpn_connection_attributes>');
    expect(xml).not.toContain('<bgp>');
  });

  test('shows the options that were given, in AWS’s spelling', () => {
    const { create } = gateways();
    const made = create({
      Options: {
        LocalIpv4NetworkCidr: '10.7.1.9/16',
        TunnelOptions: [
          {
            DPDTimeoutSeconds: 40,
            DPDTimeoutAction: 'restart',
            Phase1DHGroupNumbers: [{ Value: 14 }],
            IKEVersions: [{ Value: 'ikev2' }],
            StartupAction: 'start',
          },
        ],
      },
    });
    expect(made.Options).toMatchObject({ LocalIpv4NetworkCidr: '10.7.0.0/16' });
    expect(made.Options.TunnelOptions[0]).toEqual({
      OutsideIpAddress: ip,
      TunnelInsideCidr: insideCidr,
      PreSharedKey: key,
      DpdTimeoutSeconds: 40,
      DpdTimeoutAction: 'restart',
      Phase1DHGroupNumbers: [{ Value: 14 }],
      IkeVersions: [{ Value: 'ikev2' }],
      StartupAction: 'start',
    });
  });

  test('between the same two gateways it answers the connection that is there', () => {
    const { account, create } = gateways();
    const { VpnConnectionId } = create();
    expect(create().VpnConnectionId).toBe(VpnConnectionId);
    account.call('DeleteVpnConnection', { VpnConnectionId });
    expect(create().VpnConnectionId).not.toBe(VpnConnectionId);
  });

  test('needs no gateway of AWS’s yet', () => {
    const { account, CustomerGatewayId } = gateways();
    const { VpnConnection } = account.call<{ VpnConnection: object }>('CreateVpnConnection', {
      Type,
      CustomerGatewayId,
    });
    expect(VpnConnection).toMatchObject({ GatewayAssociationState: 'not-associated' });
    expect(VpnConnection).not.toHaveProperty('VpnGatewayId');
  });

  test('to a transit gateway it is an attachment there, until it is deleted', () => {
    const { account, CustomerGatewayId } = gateways();
    const { TransitGateway } = account.call<{ TransitGateway: { TransitGatewayId: string } }>('CreateTransitGateway');
    const { TransitGatewayId } = TransitGateway;
    const input = { Type, CustomerGatewayId, TransitGatewayId };
    expect(account.refusal('CreateVpnConnection', input)).toContain('IncorrectState');
    account.wait(120);
    const { VpnConnection } = account.call<{ VpnConnection: Shown }>('CreateVpnConnection', input);
    expect(VpnConnection).toMatchObject({ TransitGatewayId, GatewayAssociationState: 'associated' });
    const attachments = () => account.world.transitGatewayAttachments.by('TransitGatewayId', TransitGatewayId);
    expect(attachments()).toMatchObject([{ ResourceType: 'vpn', ResourceId: VpnConnection.VpnConnectionId }]);
    account.wait(120);
    account.call('DeleteVpnConnection', { VpnConnectionId: VpnConnection.VpnConnectionId });
    account.wait(120);
    list(account);
    expect(attachments()).toEqual([]);
  });

  test('refuses what is not there or does not go together', () => {
    const { refusal } = gateways();
    expect(refusal({ CustomerGatewayId: 'cgw-0123456789abcdef0' })).toBe(
      "InvalidCustomerGatewayID.NotFound: The customerGateway ID 'cgw-0123456789abcdef0' does not exist",
    );
    expect(refusal({ VpnGatewayId: 'vgw-0123456789abcdef0' })).toBe(
      "InvalidVpnGatewayID.NotFound: The vpnGateway ID 'vgw-0123456789abcdef0' does not exist",
    );
    expect(refusal({ TransitGatewayId: 'tgw-0123456789abcdef0' })).toBe(
      'InvalidParameterCombination: The parameters vpnGatewayId and transitGatewayId cannot be used together.',
    );
    expect(refusal({ Type: 'ipsec.2' })).toContain('InvalidParameterValue');
    expect(refusal({ Options: { EnableAcceleration: true } })).toContain('NotModelled');
    expect(refusal({ Options: { TunnelInsideIpVersion: 'ipv6' } })).toContain('NotModelled');
    expect(refusal({ Options: { OutsideIpAddressType: 'PrivateIpv4' } })).toContain('NotModelled');
    expect(refusal({ Options: { LocalIpv4NetworkCidr: 'x' } })).toContain('LocalIpv4NetworkCidr');
    expect(refusal({ Options: { TunnelOptions: [{}, {}, {}] } })).toContain('No more than two');
  });

  test.each<[object, string]>([
    [{ PreSharedKey: '0bcdefgh' }, 'InvalidParameterValue: Value for parameter PreSharedKey is invalid.'],
    [{ PreSharedKey: 'short' }, 'InvalidParameterValue: Value for parameter PreSharedKey is invalid.'],
    [{ PreSharedKey: 'with+plus' }, 'InvalidParameterValue: Value for parameter PreSharedKey is invalid.'],
    [{ TunnelInsideCidr: '169.254.5.0/30' }, 'InvalidParameterValue: Value for parameter TunnelInsideCidr is invalid.'],
    [{ TunnelInsideCidr: '10.0.0.0/30' }, 'InvalidParameterValue: Value for parameter TunnelInsideCidr is invalid.'],
    [{ TunnelInsideCidr: '169.254.9.0/29' }, 'InvalidParameterValue: Value for parameter TunnelInsideCidr is invalid.'],
    [
      { TunnelInsideIpv6Cidr: 'fd00::/126' },
      'InvalidParameterCombination: An ipv6 inside cidr is not allowed for VPNs using an ipv4 inside ip version',
    ],
    [{ Phase1LifetimeSeconds: 1 }, 'InvalidParameterValue: Value for parameter Phase1LifetimeSeconds is invalid.'],
    [
      { Phase1LifetimeSeconds: 900, Phase2LifetimeSeconds: 900 },
      'InvalidParameterValue: Value for parameter Phase2LifetimeSeconds is invalid.',
    ],
    [
      { RekeyMarginTimeSeconds: 1_801 },
      'InvalidParameterValue: Value for parameter RekeyMarginTimeSeconds is invalid.',
    ],
    [{ RekeyFuzzPercentage: 101 }, 'InvalidParameterValue: Value for parameter RekeyFuzzPercentage is invalid.'],
    [{ ReplayWindowSize: 63 }, 'InvalidParameterValue: Value for parameter ReplayWindowSize is invalid.'],
    [{ DPDTimeoutSeconds: 29 }, 'InvalidParameterValue: Value for parameter DPDTimeoutSeconds is invalid.'],
    [{ DPDTimeoutAction: 'wait' }, 'InvalidParameterValue: Value for parameter DPDTimeoutAction is invalid.'],
    [
      { Phase1EncryptionAlgorithms: [{ Value: 'DES' }] },
      'InvalidParameterValue: Value for parameter Phase1EncryptionAlgorithms is invalid.',
    ],
    [
      { Phase1DHGroupNumbers: [{ Value: 5 }] },
      'InvalidParameterValue: Value for parameter Phase1DHGroupNumbers is invalid.',
    ],
    [{ IKEVersions: [{}] }, 'InvalidParameterValue: Value for parameter IKEVersions is invalid.'],
    [{ StartupAction: 'stop' }, 'InvalidParameterValue: Value for parameter StartupAction is invalid.'],
  ])('refuses the tunnel option %j', (option, text) => {
    expect(gateways().refusal({ Options: { TunnelOptions: [{}, option] } })).toBe(text);
  });

  test('inside blocks are unique on a gateway', () => {
    const { account, VpnGatewayId, create } = gateways();
    const Options = { TunnelOptions: [{ TunnelInsideCidr: '169.254.12.0/30' }] };
    create({ Options });
    const { CustomerGateway } = account.call<{ CustomerGateway: { CustomerGatewayId: string } }>(
      'CreateCustomerGateway',
      { Type, IpAddress: '203.0.113.13' },
    );
    const { CustomerGatewayId } = CustomerGateway;
    expect(account.refusal('CreateVpnConnection', { Type, CustomerGatewayId, VpnGatewayId, Options })).toBe(
      'InvalidParameterValue: Value (169.254.12.0/30) for parameter TunnelInsideCidr is invalid. The block is in use by another tunnel.',
    );
  });

  test('is refused past the quota of the Region', () => {
    const { create, account, CustomerGatewayId } = gateways(
      new TestAccount({ quotas: { vpnConnectionsPerRegion: 1 } }),
    );
    create();
    expect(account.refusal('CreateVpnConnection', { Type, CustomerGatewayId })).toBe(
      'VpnConnectionLimitExceeded: The maximum number of VPN connections has been reached.',
    );
  });
});

describe('DeleteVpnConnection', () => {
  test('deleting, deleted, forgotten after an hour; the configuration is gone at once', () => {
    const account = new TestAccount();
    const { VpnConnectionId } = makeVpnConnection(account);
    expect(account.call('DeleteVpnConnection', { VpnConnectionId })).toEqual({});
    expect(list(account)[0]).toMatchObject({ State: 'deleting' });
    expect(list(account)[0]).not.toHaveProperty('CustomerGatewayConfiguration');
    account.wait(30);
    expect(list(account)[0]).toMatchObject({ State: 'deleted' });
    const gone = `InvalidVpnConnectionID.NotFound: The vpnConnection ID '${VpnConnectionId}' does not exist`;
    expect(account.refusal('DeleteVpnConnection', { VpnConnectionId })).toBe(gone);
    account.wait(3_600);
    expect(list(account)).toEqual([]);
    expect(account.refusal('DescribeVpnConnections', { VpnConnectionIds: [VpnConnectionId] })).toBe(gone);
  });
});

describe('static routes', () => {
  const route = { DestinationCidrBlock: '11.12.0.0/16' };

  test('are pending, then available, and are announced to route tables that take them', () => {
    const account = new TestAccount();
    const { VpnConnectionId, VpnGatewayId } = makeVpnConnection(account, { StaticRoutesOnly: true });
    const create = { VpnConnectionId, DestinationCidrBlock: '11.12.5.5/16' };
    expect(account.call('CreateVpnConnectionRoute', create)).toEqual({});
    expect(account.call('CreateVpnConnectionRoute', { ...route, VpnConnectionId })).toEqual({});
    const shown = (State: string) => ({ Routes: [{ ...route, Source: 'Static', State }] });
    expect(list(account)[0]).toMatchObject(shown('pending'));
    account.wait(5);
    expect(list(account)[0]).toMatchObject(shown('available'));

    const VpcId = makeVpc(account, '10.0.0.0/16');
    account.call('AttachVpnGateway', { VpnGatewayId, VpcId });
    account.wait(5);
    const RouteTableId = account.world.routeTables.by('VpcId', VpcId)[0]?.RouteTableId;
    account.call('EnableVgwRoutePropagation', { RouteTableId, GatewayId: VpnGatewayId });
    const { RouteTables } = account.call<{ RouteTables: { Routes: object[] }[] }>('DescribeRouteTables', {
      RouteTableIds: [RouteTableId],
    });
    expect(RouteTables[0]?.Routes).toContainEqual({
      ...route,
      GatewayId: VpnGatewayId,
      Origin: 'EnableVgwRoutePropagation',
      State: 'active',
    });

    expect(account.call('DeleteVpnConnectionRoute', { ...route, VpnConnectionId })).toEqual({});
    expect(list(account)[0]).toMatchObject({ Routes: [] });
    expect(account.refusal('DeleteVpnConnectionRoute', { ...route, VpnConnectionId })).toBe(
      `InvalidRoute.NotFound: no route with destination-cidr-block 11.12.0.0/16 in VPN connection ${VpnConnectionId}`,
    );
  });

  test('need a connection for them that is available', () => {
    const { account, create } = gateways();
    const { VpnConnectionId } = create({ Options: { StaticRoutesOnly: true } });
    expect(account.refusal('CreateVpnConnectionRoute', { ...route, VpnConnectionId })).toBe(
      'InvalidVpnConnection.InvalidState: The VPN connection must be in the available state to complete the request.',
    );
    const bgp = makeVpnConnection(account).VpnConnectionId;
    expect(account.refusal('CreateVpnConnectionRoute', { ...route, VpnConnectionId: bgp })).toBe(
      'InvalidVpnConnection.InvalidType: The specified VPN connection does not support static routes.',
    );
    expect(account.refusal('CreateVpnConnectionRoute', { VpnConnectionId, DestinationCidrBlock: 'x' })).toBe(
      'InvalidParameterValue: Value (x) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.',
    );
    expect(account.refusal('CreateVpnConnectionRoute', { ...route, VpnConnectionId: 'web' })).toBe(
      'InvalidVpnConnectionID: Invalid id: "web" (expecting "vpn-...")',
    );
  });
});

test.each<[string, string, number]>([
  ['bgp-asn', '65010', 1],
  ['customer-gateway-configuration', '*203.0.113.12*', 1],
  ['customer-gateway-id', 'cgw-*', 1],
  ['option.static-routes-only', 'true', 1],
  ['route.destination-cidr-block', '192.168.0.0/24', 1],
  ['state', 'available', 1],
  ['transit-gateway-id', '*', 0],
  ['type', 'ipsec.1', 1],
  ['vpn-connection-id', 'vpn-*', 1],
  ['vpn-gateway-id', 'vgw-*', 1],
  ['tag:Name', 'hq', 1],
  ['tag-key', 'Name', 1],
])('DescribeVpnConnections filters by %s %s', (Name, value, count) => {
  const account = new TestAccount();
  const { VpnConnectionId } = makeVpnConnection(account, { StaticRoutesOnly: true });
  account.call('CreateVpnConnectionRoute', { VpnConnectionId, DestinationCidrBlock: '192.168.0.0/24' });
  account.call('CreateTags', { Resources: [VpnConnectionId], Tags: [{ Key: 'Name', Value: 'hq' }] });
  expect(list(account, { Filters: [{ Name, Values: [value] }] })).toHaveLength(count);
});
