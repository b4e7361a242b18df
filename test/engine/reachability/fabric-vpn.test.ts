import { describe, expect, test } from 'vitest';
import { throughSite } from '@/lib/engine/reachability/site';
import { throughVpnGateway } from '@/lib/engine/reachability/vpn-gateway';
import type { Site, Surroundings } from '@/lib/engine/surroundings';
import { fromJson, toJson } from '@/lib/engine/world';
import { TestAccount } from '@/test/build/account';
import { makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { makeVpnConnection } from '@/test/build/private-links';
import { makeRouteTable } from '@/test/build/route-table';
import { attachVpc, makeTransitGateway } from '@/test/build/transit-gateway';
import { idsOf, name, packetTo, refusalOf, walkIn } from './fabric-words';

const office: Site = {
  name: 'office',
  cidrs: ['192.168.0.0/16'],
  vpnDevice: '203.0.113.12',
  hosts: [
    { name: 'desk', address: '192.168.1.10' },
    { name: 'printer', address: '192.168.1.20', listens: ['tcp/631'] },
  ],
};
const branch: Site = {
  name: 'branch',
  cidrs: ['192.168.7.0/24'],
  directConnect: { gateway: 'edge' },
  hosts: [{ name: 'till', address: '192.168.7.7' }],
};

/** A VPC with an interface at 10.0.1.9, and a VPN connection between its virtual private gateway and the customer gateway 203.0.113.12. */
function joined(options: object = {}, surroundings: Surroundings = { sites: [office] }) {
  const account = new TestAccount({ surroundings });
  const vpcId = makeVpc(account);
  const subnetId = makeSubnet(account, vpcId);
  makeInterface(account, subnetId, { PrivateIpAddress: '10.0.1.9' });
  const { VpnGatewayId, VpnConnectionId } = makeVpnConnection(account, options);
  account.call('AttachVpnGateway', { VpnGatewayId, VpcId: vpcId });
  account.wait(10);
  const { world } = account;
  const toSite = (destination = '192.168.1.10', source = '10.0.1.9') =>
    throughVpnGateway(
      walkIn(world),
      { at: 'vpn-gateway', id: VpnGatewayId, fromVpcId: vpcId },
      packetTo(destination, source),
    );
  const fromSite = (site: Site, destination = '10.0.1.9') =>
    throughSite(
      walkIn(world),
      { at: 'site', site, way: 'leaving' },
      packetTo(destination, site.hosts[0]?.address ?? ''),
    );
  return { account, world, vpcId, subnetId, VpnGatewayId, VpnConnectionId, toSite, fromSite };
}

/** The blocks of the routes that the gateway propagates. */
function propagated({ account, vpcId, VpnGatewayId }: ReturnType<typeof joined>): string[] {
  const RouteTableId = makeRouteTable(account, vpcId);
  account.call('EnableVgwRoutePropagation', { RouteTableId, GatewayId: VpnGatewayId });
  const { RouteTables } = account.call<{
    RouteTables: { Routes: { DestinationCidrBlock: string; Origin: string }[] }[];
  }>('DescribeRouteTables', { RouteTableIds: [RouteTableId] });
  return (RouteTables[0]?.Routes ?? [])
    .filter(({ Origin }) => Origin === 'EnableVgwRoutePropagation')
    .map(({ DestinationCidrBlock }) => DestinationCidrBlock);
}

describe('from the VPC', () => {
  test('with dynamic routing to what the device announces', () => {
    const { VpnGatewayId, VpnConnectionId, toSite } = joined();
    const { hops, next } = toSite();
    expect(idsOf(hops)).toEqual([VpnGatewayId, VpnConnectionId]);
    expect(next?.place).toEqual({ at: 'site', site: office, way: 'arriving' });
    expect(refusalOf(toSite('172.16.0.1'))).toMatch(/^NO_POSSIBLE_DESTINATION/);
  });

  test('with static routing only to the routes that were made', () => {
    const { account, VpnGatewayId, VpnConnectionId, toSite } = joined({ StaticRoutesOnly: true });
    expect(refusalOf(toSite())).toBe(
      `NO_POSSIBLE_DESTINATION: ${VpnConnectionId}, the VPN connection of ${VpnGatewayId}, has static routes only, and none to 192.168.1.10.`,
    );
    account.call('CreateVpnConnectionRoute', { VpnConnectionId, DestinationCidrBlock: '192.168.0.0/16' });
    account.wait(10);
    expect(toSite().next?.place).toMatchObject({ at: 'site', way: 'arriving' });
  });

  test('the gateway takes nothing that is not from an interface of its VPC', () => {
    const { vpcId, VpnGatewayId, toSite } = joined();
    expect(refusalOf(toSite('192.168.1.10', '10.9.0.1'))).toBe(
      `GATEWAY_REJECTS_SPOOFED_TRAFFIC: ${VpnGatewayId}, the virtual private gateway, takes nothing from 10.9.0.1, which is not an address of ${vpcId} (10.0.0.0/16): it is no way through for others.`,
    );
    expect(refusalOf(toSite('192.168.1.10', '10.0.1.77'))).toMatch(/^VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS/);
  });

  test('where no device has the customer gateway’s address the tunnels are down', () => {
    const { VpnGatewayId, VpnConnectionId, toSite } = joined({}, { sites: [{ ...office, vpnDevice: '203.0.113.99' }] });
    expect(refusalOf(toSite())).toBe(
      `BAD_STATE_VPN: ${VpnConnectionId}, the VPN connection of ${VpnGatewayId}, announces no way to 192.168.1.10: its tunnels are down: no VPN device answers at 203.0.113.12.`,
    );
  });

  test('a static route to a tunnel that is down leads into it', () => {
    const { account, VpnConnectionId, toSite } = joined({ StaticRoutesOnly: true }, {});
    account.call('CreateVpnConnectionRoute', { VpnConnectionId, DestinationCidrBlock: '192.168.0.0/16' });
    account.wait(10);
    expect(refusalOf(toSite())).toBe(
      `BAD_STATE_VPN: Both tunnels of ${VpnConnectionId}, the VPN connection, are down: no VPN device answers at 203.0.113.12.`,
    );
  });

  test('a connection that is narrowed to two blocks carries nothing else', () => {
    const { toSite } = joined({ LocalIpv4NetworkCidr: '192.168.1.0/24', RemoteIpv4NetworkCidr: '10.0.0.0/16' });
    expect(toSite().next).toBeDefined();
    expect(refusalOf(toSite('192.168.2.1'))).toMatch(
      /^BAD_STATE_VPN: .* carries only packets between 192\.168\.1\.0\/24/,
    );
  });

  test('a private line leads to its own network, and before a VPN connection where it is as specific', () => {
    const line: Site = { ...branch, name: 'hq', cidrs: ['192.168.0.0/16'] };
    const { account, VpnGatewayId, toSite } = joined({}, { sites: [office, branch, line] });
    expect(toSite('192.168.7.7').next?.place).toMatchObject({ site: office });
    name(account, VpnGatewayId, 'edge');
    expect(toSite('192.168.7.7').next?.place).toMatchObject({ site: branch });
    expect(toSite('192.168.1.10').next?.place).toMatchObject({ site: line });
  });

  test('a gateway that was detached takes nothing', () => {
    const { account, vpcId, VpnGatewayId, toSite } = joined();
    account.call('DetachVpnGateway', { VpnGatewayId, VpcId: vpcId });
    expect(refusalOf(toSite())).toMatch(/^BAD_STATE_ATTACHMENT/);
  });
});

describe('at a site', () => {
  const arrive = (way: 'out' | 'back', destination: string, port = 22) =>
    throughSite(
      walkIn(new TestAccount().world, way),
      { at: 'site', site: office, way: 'arriving' },
      packetTo(destination, '10.0.1.9', { destinationPort: port }),
    );

  test('a host that listens takes it, and its answer begins there', () => {
    expect(arrive('out', '192.168.1.10').arrived).toEqual({ at: 'site', site: office, way: 'leaving' });
    expect(arrive('out', '192.168.1.20', 631).arrived).toBeDefined();
    expect(arrive('out', '192.168.1.20').hops.at(-1)?.refusal?.code).toBe('port-closed');
  });

  test('an answer arrives at a port that nothing listens on', () => {
    expect(arrive('back', '192.168.1.20', 49_152).hops.at(-1)?.refusal).toBeUndefined();
  });

  test('no host has the address', () => {
    expect(refusalOf(arrive('out', '192.168.9.9'))).toBe(
      'NO_POSSIBLE_DESTINATION: No host of office, the network on premises, has the address 192.168.9.9.',
    );
  });

  test('what is for the network itself stays in it', () => {
    const { fromSite } = joined();
    expect(idsOf(fromSite(office, '192.168.1.10').hops)).toEqual(['office']);
  });
});

describe('from a site', () => {
  test('through the tunnel and the gateway into the VPC, where the gateway’s own route table decides', () => {
    const { account, vpcId, VpnGatewayId, VpnConnectionId, fromSite } = joined();
    const { hops, next } = fromSite(office);
    expect(idsOf(hops)).toEqual(['office', VpnConnectionId, VpnGatewayId]);
    expect(next?.place).toEqual({ at: 'vpc', vpcId, edge: { kind: 'vpn-gateway', id: VpnGatewayId } });
    const RouteTableId = makeRouteTable(account, vpcId);
    account.call('AssociateRouteTable', { RouteTableId, GatewayId: VpnGatewayId });
    expect(fromSite(office).next?.place).toMatchObject({ edge: { routeTableId: RouteTableId } });
  });

  test('only interfaces are reached', () => {
    const { vpcId, VpnGatewayId, fromSite } = joined();
    expect(refusalOf(fromSite(office, '10.0.1.200'))).toBe(
      `VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: ${VpnGatewayId}, the virtual private gateway, delivers nothing to 10.0.1.200: no interface of ${vpcId} (10.0.0.0/16) has that address.`,
    );
  });

  test('it has no way to what lies elsewhere, and says what it has ways to', () => {
    const { VpnConnectionId, fromSite } = joined();
    expect(refusalOf(fromSite(office, '10.5.0.1'))).toBe(
      `site-has-no-way: office has no way to 10.5.0.1: ${VpnConnectionId} leads to 10.0.0.0/16.`,
    );
    expect(refusalOf(fromSite(branch))).toBe(
      'site-has-no-way: branch has neither a VPN connection nor a private line to the account, and no way to 10.0.1.9.',
    );
  });

  test('by a private line, which comes before the tunnel', () => {
    const both: Site = { ...office, directConnect: { gateway: 'edge' } };
    const { account, VpnGatewayId, VpnConnectionId, fromSite } = joined({}, { sites: [both] });
    expect(idsOf(fromSite(both).hops)).toEqual(['office', VpnConnectionId, VpnGatewayId]);
    name(account, VpnGatewayId, 'edge');
    expect(idsOf(fromSite(both).hops)).toEqual(['office', VpnGatewayId]);
  });

  test('a connection that is still pending does not work', () => {
    const { account, fromSite } = joined();
    const { world } = account;
    const early = fromJson({ ...toJson(world), now: Date.UTC(2026, 0, 31, 9, 30) });
    expect(fromSite(office).next).toBeDefined();
    const place = { at: 'site', site: office, way: 'leaving' } as const;
    expect(refusalOf(throughSite(walkIn(early), place, packetTo('10.0.1.9', '192.168.1.10')))).toMatch(
      /^BAD_STATE_VPN: .* is pending\.$/,
    );
  });
});

describe('by a transit gateway', () => {
  function transit(options: object = {}, sites: readonly Site[] = [office]) {
    const account = new TestAccount({ surroundings: { sites } });
    const gateway = makeTransitGateway(account);
    const id = gateway.TransitGatewayId;
    const table = gateway.Options.AssociationDefaultRouteTableId ?? '';
    const vpcId = makeVpc(account);
    const subnetId = makeSubnet(account, vpcId);
    const vpcAttachment = attachVpc(account, id, vpcId, [subnetId]);
    const { CustomerGateway } = account.call<{ CustomerGateway: { CustomerGatewayId: string } }>(
      'CreateCustomerGateway',
      { Type: 'ipsec.1', IpAddress: '203.0.113.12', BgpAsn: 65_010 },
    );
    const { VpnConnection } = account.call<{ VpnConnection: { VpnConnectionId: string } }>('CreateVpnConnection', {
      Type: 'ipsec.1',
      CustomerGatewayId: CustomerGateway.CustomerGatewayId,
      TransitGatewayId: id,
      Options: options,
    });
    account.wait(120);
    const fromSite = (site: Site, destination = '10.0.1.9') =>
      throughSite(
        walkIn(account.world),
        { at: 'site', site, way: 'leaving' },
        packetTo(destination, site.hosts[0]?.address ?? ''),
      );
    const search = () =>
      account
        .call<{ Routes: { DestinationCidrBlock: string; Type: string; State: string }[] }>(
          'SearchTransitGatewayRoutes',
          { TransitGatewayRouteTableId: table, Filters: [{ Name: 'type', Values: ['propagated', 'static'] }] },
        )
        .Routes.map(({ DestinationCidrBlock, Type, State }) => `${DestinationCidrBlock} ${Type} ${State}`);
    return { account, id, table, vpcId, subnetId, vpcAttachment, vpn: VpnConnection.VpnConnectionId, fromSite, search };
  }

  test('in by the connection’s attachment, out by the VPC’s; the table has learned the site’s block', () => {
    const { account, id, table, vpcId, subnetId, vpcAttachment, vpn, fromSite, search } = transit();
    const { hops, next } = fromSite(office);
    const attachment = account.world.transitGatewayAttachments.first('ResourceId', vpn)?.TransitGatewayAttachmentId;
    expect(idsOf(hops)).toEqual(['office', vpn, attachment, id, table, vpcAttachment]);
    expect(next?.place).toEqual({ at: 'router', vpcId, subnetId, from: 'gateway' });
    expect(search()).toEqual(['10.0.0.0/16 propagated active', '192.168.0.0/16 propagated active']);
  });

  test('a static connection teaches the table nothing', () => {
    const { search, fromSite } = transit({ StaticRoutesOnly: true });
    expect(search()).toEqual(['10.0.0.0/16 propagated active']);
    expect(fromSite(office).next).toBeDefined();
  });

  test('a block that a VPC has too is the VPC’s, and one around it stands beside it', () => {
    const { search } = transit({}, [{ ...office, cidrs: ['10.0.0.0/16', '10.0.0.0/8'] }]);
    expect(search()).toEqual(['10.0.0.0/8 propagated active', '10.0.0.0/16 propagated active']);
  });

  test('by a private line to the gateway of that name', () => {
    const { account, id, table, vpcAttachment, fromSite } = transit({}, [branch]);
    expect(refusalOf(fromSite(branch))).toMatch(/^site-has-no-way/);
    name(account, id, 'edge');
    expect(idsOf(fromSite(branch).hops)).toEqual(['branch', id, table, vpcAttachment]);
    expect(refusalOf(fromSite(branch, '10.5.0.1'))).toBe(
      `site-has-no-way: branch has no way to 10.5.0.1: edge leads to what ${table} has routes to.`,
    );
  });
});

describe('routes that a virtual private gateway propagates', () => {
  test('are what the device announces, and the network on a private line', () => {
    const network = joined({}, { sites: [office, branch] });
    expect(propagated(network)).toEqual(['192.168.0.0/16']);
    name(network.account, network.VpnGatewayId, 'edge');
    expect(propagated(network).sort()).toEqual(['192.168.0.0/16', '192.168.7.0/24']);
  });

  test('are the static ones of a static connection, and none where nothing lies around', () => {
    const network = joined({ StaticRoutesOnly: true });
    expect(propagated(network)).toEqual([]);
    network.account.call('CreateVpnConnectionRoute', {
      VpnConnectionId: network.VpnConnectionId,
      DestinationCidrBlock: '172.16.0.0/12',
    });
    network.account.wait(10);
    expect(propagated(network)).toEqual(['172.16.0.0/12']);
    expect(propagated(joined({}, {}))).toEqual([]);
  });
});

test('DescribeVpnConnections shows tunnels up while a device stands at their end, and what it announces', () => {
  const shown = (options: object, surroundings: Surroundings) => {
    const { account } = joined(options, surroundings);
    const { VpnConnections } = account.call<{ VpnConnections: { VgwTelemetry: object[] }[] }>('DescribeVpnConnections');
    return VpnConnections[0]?.VgwTelemetry[0];
  };
  expect(shown({}, { sites: [office] })).toMatchObject({
    Status: 'UP',
    StatusMessage: '1 BGP ROUTES',
    AcceptedRouteCount: 1,
  });
  expect(shown({ StaticRoutesOnly: true }, { sites: [office] })).toMatchObject({ Status: 'UP', AcceptedRouteCount: 0 });
  expect(shown({}, {})).toMatchObject({ Status: 'DOWN', StatusMessage: 'IPSEC IS DOWN', AcceptedRouteCount: 0 });
});
