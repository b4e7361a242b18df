import { describe, expect, test } from 'vitest';
import { type Box, layout, type Point, type Rect } from '@/lib/diagram/layout';
import { portsOf } from '@/lib/diagram/ports';
import { topology } from '@/lib/diagram/topology';
import { walk } from '@/lib/diagram/walk';
import type { Flow, FlowSource, FlowTarget } from '@/lib/engine/reachability/flow';
import { trace } from '@/lib/engine/reachability/trace';
import { TestAccount } from '@/test/build/account';
import {
  allocateAddress,
  attachInterface,
  makeGateway,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '@/test/build/network-interface';
import { makePeering } from '@/test/build/private-links';
import { mainTable, makeRouteTable } from '@/test/build/route-table';

const width = 900;
const internet = { kind: 'internet' } as const;

/** A public subnet with a NAT gateway and an instance, a private one with two, and a second VPC that is peered. */
function network() {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const outer = makeSubnet(account, vpcId, '10.0.1.0/24');
  const inner = makeSubnet(account, vpcId, '10.0.2.0/24', 'us-east-1b');
  const GatewayId = makeGateway(account, vpcId);
  const route = (RouteTableId: string, DestinationCidrBlock: string, target: object) =>
    account.call('CreateRoute', { RouteTableId, DestinationCidrBlock, ...target });
  const outerTable = makeRouteTable(account, vpcId);
  account.call('AssociateRouteTable', { RouteTableId: outerTable, SubnetId: outer });
  route(outerTable, '0.0.0.0/0', { GatewayId });
  const { AllocationId } = allocateAddress(account);
  const { NatGateway } = account.call<{ NatGateway: { NatGatewayId: string } }>('CreateNatGateway', {
    SubnetId: outer,
    AllocationId,
  });
  const { RouteTableId: innerTable } = mainTable(account, vpcId);
  account.wait(300);
  route(innerTable, '0.0.0.0/0', { NatGatewayId: NatGateway.NatGatewayId });
  const peerVpc = makeVpc(account, '10.9.0.0/16');
  const peerSubnet = makeSubnet(account, peerVpc, '10.9.1.0/24');
  const VpcPeeringConnectionId = makePeering(account, vpcId, peerVpc);
  route(innerTable, '10.9.0.0/16', { VpcPeeringConnectionId });
  const hosts = {
    web: makeInstance(account, outer),
    app: makeInstance(account, inner),
    db: makeInstance(account, inner),
    far: makeInstance(account, peerSubnet),
  };
  account.wait(300);
  const picture = layout(topology(account.world, portsOf(account.world)), width);
  const box = (id: string): Box => {
    const found = picture.boxes.find((one) => one.kind !== 'zone' && one.node.id === id);
    if (!found) throw new Error(`${id} is not drawn`);
    return found;
  };
  const walked = (source: FlowSource, destination: FlowTarget, more: Partial<Flow> = {}) => {
    const traced = trace(account.world, { source, destination, protocol: 'tcp', port: 22, ...more });
    return { traced, ...walk(account.world, traced, picture) };
  };
  return {
    account,
    picture,
    box,
    walked,
    hosts,
    ids: {
      vpcId,
      outer,
      inner,
      GatewayId,
      outerTable,
      innerTable,
      nat: NatGateway.NatGatewayId,
      VpcPeeringConnectionId,
    },
  };
}

const instance = ({ id }: { id: string }) => ({ kind: 'instance', id }) as const;
const isIn = (box: Rect, { x, y }: Point) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

describe('a walk over a picture', () => {
  const { account, picture, box, walked, hosts, ids } = network();

  test('goes from host to host by what decides, each where it stands', () => {
    const { traced, stops, above, outside } = walked(instance(hosts.web), instance(hosts.app));
    expect(traced.out.length).toBeGreaterThan(5);
    expect(stops.map(({ way, hop }) => [way, hop])).toEqual([
      ...traced.out.map((hop) => ['out', hop]),
      ...traced.back.map((hop) => ['back', hop]),
    ]);
    expect([above, outside]).toEqual([12, []]);
    const out = stops.filter(({ way }) => way === 'out');
    const [first] = out;
    expect(first && isIn(box(hosts.web.id), first)).toBe(true);
    const acls = out.filter(({ hop }) => hop.component.kind === 'network-acl');
    expect(acls.map((stop) => [isIn(box(ids.outer), stop), isIn(box(ids.inner), stop), stop.drawn])).toEqual([
      [true, false, false],
      [false, true, false],
    ]);
    const [groupOut] = out.filter(({ hop }) => hop.component.kind === 'security-group');
    const plug = box(hosts.web.eth0.NetworkInterfaceId);
    expect(groupOut?.x, 'a group is a gate on the plug').toBe(plug.x + plug.width);
    const [table] = out.filter(({ hop }) => hop.component.kind === 'route-table');
    expect(table?.y, 'a route table is a signpost above the edge').toBe(box(ids.outer).y - 11);
  });

  test('shows a refusal of what comes in at the interface that it was for, which it never reached', () => {
    account.call('AssociateAddress', {
      AllocationId: allocateAddress(account).AllocationId,
      NetworkInterfaceId: hosts.web.eth0.NetworkInterfaceId,
    });
    const { traced, stops, outside, above } = walked(internet, instance(hosts.web));
    expect(traced.verdict).toMatchObject({ reached: false, refusal: { code: 'ENI_SG_RULES_MISMATCH' } });
    const last = stops.at(-1);
    const plug = box(hosts.web.eth0.NetworkInterfaceId);
    expect(last).toMatchObject({ x: plug.x + plug.width, hop: { component: { kind: 'security-group' } } });
    expect(outside.map(({ label }) => label)).toEqual(['internet']);
    expect(above).toBeGreaterThan(0);
    expect(stops[0]?.y, 'the internet is no part of the VPC').toBeLessThan(0);
    const gateway = stops.find(({ hop }) => hop.component.id === ids.GatewayId);
    expect(gateway).toMatchObject({ y: box(ids.vpcId).y, drawn: true });
  });

  test('passes a NAT gateway where its interface lies, and takes the two tables for their own subnets', () => {
    const { stops } = walked(instance(hosts.app), internet);
    const nat = stops.find(({ hop }) => hop.component.id === ids.nat);
    const eni = account.world.natGateways.get(ids.nat)?.NetworkInterfaceId ?? '';
    expect(nat && isIn(box(eni), nat)).toBe(true);
    const tables = stops.filter(({ way, hop }) => way === 'out' && hop.component.kind === 'route-table');
    expect(tables.map(({ hop, y }) => [hop.component.id, y])).toEqual([
      [ids.innerTable, box(ids.inner).y - 11],
      [ids.outerTable, box(ids.outer).y - 11],
    ]);
  });

  test('crosses to a peer in the wall between the two', () => {
    const { stops } = walked(instance(hosts.app), instance(hosts.far));
    const peering = stops.find(({ hop }) => hop.component.id === ids.VpcPeeringConnectionId);
    const upper = [
      box(ids.vpcId),
      box(account.world.vpcPeeringConnections.get(ids.VpcPeeringConnectionId)?.accepter ?? ''),
    ].sort((a, b) => a.y - b.y)[0];
    expect(peering?.y).toBe((upper?.y ?? 0) + (upper?.height ?? 0));
  });

  test('comes from outside by the gap beside its column, round a VPC that lies above', () => {
    const ways = [hosts.web, hosts.far].map(({ id, eth0 }) => {
      const gateway = { component: { kind: 'transit-gateway', id: 'tgw-1' } } as const;
      const packet = { protocol: 'icmp', source: '10.0.0.1', destination: eth0.PrivateIpAddress } as const;
      const component = { kind: 'network-interface', id: eth0.NetworkInterfaceId } as const;
      const hops = [
        { ...gateway, packet },
        { component, packet },
      ];
      const flow = { source: internet, destination: instance({ id }), protocol: 'icmp' } as const;
      const verdict = { reached: true, seen: 'answer' } as const;
      const { stops } = walk(account.world, { flow, out: hops, back: hops.toReversed(), verdict }, picture);
      return { plug: box(eth0.NetworkInterfaceId), host: box(id), into: stops[1]?.bends ?? [], stops };
    });
    for (const { plug, host, into, stops } of ways) {
      const right = Math.max(plug.x + plug.width, host.x + host.width);
      expect(into.at(-1)?.x).toBeGreaterThan(right);
      expect(into.at(-1)?.x).toBeLessThan(right + 20);
      expect(stops[3]?.bends.length, 'out again by as many turns').toBe(into.length);
    }
    const [near, far] = ways;
    expect(near?.into.length).toBe(3);
    expect(far?.into.slice(1, 3).map(({ x }) => x)).toEqual([width - 11, width - 11]);
  });

  test('the way back stands beside the way out', () => {
    const { stops } = walked(instance(hosts.app), instance(hosts.db));
    const [out, back] = ['out', 'back'].map((way) =>
      stops.find((stop) => stop.way === way && stop.hop.component.id === hosts.db.eth0.NetworkInterfaceId),
    );
    expect([(back?.x ?? 0) - (out?.x ?? 0), (back?.y ?? 0) - (out?.y ?? 0)]).toEqual([7, 7]);
  });

  test('is a pure function, inside the picture and its room, and bends at right angles, for every flow', () => {
    const ends = [internet, ...Object.values(hosts).map(instance)];
    const bytes = account.bytes();
    for (const source of ends) {
      for (const destination of ends) {
        const { traced, stops, above, width: wide, outside } = walked(source, destination);
        expect(walk(account.world, traced, picture)).toEqual({ stops, above, width: wide, outside });
        for (const { x, y } of stops) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(wide + 7);
          expect(y).toBeGreaterThanOrEqual(-above);
          expect(y).toBeLessThanOrEqual(picture.height + 7);
        }
        stops.forEach((stop, index) => {
          const before = stops[index - 1];
          if (before?.way !== stop.way || stop.bends.length === 0) return;
          const points = [before, ...stop.bends, stop];
          points.slice(1).forEach((point, turn) => {
            expect(point.x === points[turn]?.x || point.y === points[turn]?.y).toBe(true);
          });
        });
      }
    }
    expect(account.bytes()).toBe(bytes);
  });
});

test('to an interface in another subnet a walk goes along its cable, and back along it', () => {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const [a, b] = [makeSubnet(account, vpcId, '10.0.1.0/24'), makeSubnet(account, vpcId, '10.0.2.0/24')];
  const host = makeInstance(account, a);
  const other = makeInstance(account, b);
  account.wait(60);
  const eni = makeInterface(account, b).NetworkInterfaceId;
  attachInterface(account, eni, host.id);
  account.wait(60);
  const picture = layout(topology(account.world, portsOf(account.world)), width);
  const cable = picture.cables.find(({ interfaceId }) => interfaceId === eni);
  const flow = {
    source: instance(host),
    destination: instance(other),
    protocol: 'tcp',
    port: 22,
  } as const;
  const { stops } = walk(account.world, trace(account.world, flow), picture);
  const out = stops.findIndex(({ way, hop }) => way === 'out' && hop.component.id === eni);
  expect(stops[out - 1]?.hop.component.id).toBe(host.id);
  expect(cable?.bends.length).toBeGreaterThan(3);
  expect(stops[out]?.bends).toEqual(expect.arrayContaining([...(cable?.bends ?? [])]));
  const back = stops.findLastIndex(({ way, hop }) => way === 'back' && hop.component.id === host.id);
  const beside = (cable?.bends ?? []).map(({ x, y }) => ({ x: x + 3.5, y: y + 3.5 }));
  expect(stops[back]?.bends).toEqual(expect.arrayContaining(beside));
});

test('what is outside stands in a strip of its own, and makes the picture wider where it must', () => {
  const account = new TestAccount();
  const { world } = account;
  const packet = { protocol: 'icmp', source: '192.168.0.1', destination: '10.0.0.1' } as const;
  const hops = (['site', 'vpn-connection', 'transit-gateway', 'internet'] as const).map((kind) => ({
    component: { kind, id: kind === 'internet' ? kind : `the ${kind}` },
    packet,
  }));
  const flow = { source: internet, destination: internet, protocol: 'icmp' } as const;
  const picture = layout(topology(world, {}), 300);
  const {
    outside,
    stops,
    width: wide,
  } = walk(world, { flow, out: hops, back: [], verdict: { reached: true, seen: 'answer' } }, picture);
  expect(outside.map(({ key }) => key)).toEqual([
    'site:the site',
    'vpn-connection:the vpn-connection',
    'transit-gateway:the transit-gateway',
    'internet',
  ]);
  outside.forEach((box, index) => {
    const before = outside[index - 1];
    if (before) expect(box.x).toBeGreaterThanOrEqual(before.x + before.width);
    const stop = stops[index];
    expect(stop && isIn(box, stop)).toBe(true);
  });
  expect(wide).toBe(Math.max(...outside.map((box) => box.x + box.width)));
  expect(outside.map(({ kind, name }) => [kind, name]).slice(-2)).toEqual([
    ['transit gateway', 'the transit-gateway'],
    ['internet', undefined],
  ]);
});
