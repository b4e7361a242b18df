import { expect, test } from 'vitest';
import { interfaceWith } from '@/lib/engine/reachability/addresses';
import { throughClientVpn } from '@/lib/engine/reachability/client-vpn';
import { trace } from '@/lib/engine/reachability/trace';
import type { ClientVpn } from '@/lib/engine/surroundings';
import { TestAccount } from '@/test/build/account';
import {
  makeGateway,
  makeGroup,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '@/test/build/network-interface';
import { mainTable } from '@/test/build/route-table';
import { allow } from '@/test/build/security-group';
import { name, packetTo, refusalOf, walkIn } from './fabric-words';

const staff: ClientVpn = {
  name: 'staff',
  subnet: 'entry',
  clientCidr: '10.250.0.0/16',
  authorizes: ['10.0.0.0/16'],
  groups: ['clients'],
};

function entered(...clientVpns: readonly ClientVpn[]) {
  const account = new TestAccount({ surroundings: { clientVpns } });
  const vpcId = makeVpc(account);
  const subnetId = makeSubnet(account, vpcId);
  name(account, subnetId, 'entry');
  const walk = walkIn(account.world);
  const leave = (called = 'staff', destination = '10.0.2.5') =>
    throughClientVpn(
      walk,
      { at: 'client-vpn', name: called, way: 'leaving' },
      packetTo(destination, '10.250.0.2', { sourcePort: 50_001 }),
    );
  return { account, world: account.world, vpcId, subnetId, walk, leave };
}

test('what a client sends comes from an address of the subnet that nobody has, with its own source port', () => {
  const { account, world, vpcId, subnetId, leave } = entered(staff);
  const { next } = leave();
  expect(next?.packet).toMatchObject({ source: '10.0.1.254', sourcePort: 50_001, destination: '10.0.2.5' });
  const eni = next?.place.at === 'leaving' ? next.place.eni : undefined;
  expect(eni).toMatchObject({ SubnetId: subnetId, VpcId: vpcId, SourceDestCheck: false });
  expect(interfaceWith(world, vpcId, '10.0.1.254')?.NetworkInterfaceId).toBe(eni?.NetworkInterfaceId);
  expect(leave().next?.packet.source).toBe('10.0.1.254');
  makeInterface(account, subnetId, { PrivateIpAddress: '10.0.1.254' });
  expect(leave().next?.packet.source).toBe('10.0.1.253');
});

test('two endpoints of a subnet have an address each', () => {
  const { leave } = entered(staff, { ...staff, name: 'guests' });
  expect(leave('staff').next?.packet.source).toBe('10.0.1.254');
  expect(leave('guests').next?.packet.source).toBe('10.0.1.253');
});

test('it has the groups of that name, and the VPC’s default one where there is none', () => {
  const { account, vpcId, leave } = entered(staff);
  const groups = () => {
    const place = leave().next?.place;
    return place?.at === 'leaving' ? place.eni.groups : undefined;
  };
  const { SecurityGroups } = account.call<{ SecurityGroups: { GroupId: string }[] }>('DescribeSecurityGroups', {
    Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
  });
  expect(groups()).toEqual([SecurityGroups[0]?.GroupId]);
  const clients = makeGroup(account, vpcId, 'clients');
  expect(groups()).toEqual([clients]);
});

test('clients go only where the endpoint authorizes them to', () => {
  const { authorizes: _, ...free } = { ...staff, name: 'free' };
  const { leave } = entered(staff, free);
  expect(refusalOf(leave('staff', '8.8.8.8'))).toBe(
    'not-authorized: The Client VPN endpoint staff lets its clients go to 10.0.0.0/16, and not to 8.8.8.8.',
  );
  expect(leave('free', '8.8.8.8').next).toBeDefined();
});

test('without its subnet there is no way in', () => {
  const { leave } = entered({ ...staff, subnet: 'elsewhere' });
  expect(refusalOf(leave())).toBe(
    'BAD_STATE: The Client VPN endpoint staff has no subnet to enter a VPC by: elsewhere is not there, or full.',
  );
});

test('an answer goes back to the client; an instance begins nothing to one', () => {
  const { account, world, vpcId, subnetId } = entered(staff);
  const clients = makeGroup(account, vpcId, 'clients');
  const app = makeGroup(account, vpcId, 'app');
  const { id } = makeInstance(account, subnetId, { SecurityGroupIds: [app] });
  const flow = {
    source: { kind: 'vpnClient', name: 'staff' },
    destination: { kind: 'instance', id },
    protocol: 'tcp',
    port: 22,
  } as const;
  expect(trace(world, flow).verdict).toMatchObject({ reached: false, refusal: { code: 'SG_HAS_NO_RULES' } });
  // Its clients are known by the endpoint's group.
  allow(account, app, {
    IpProtocol: 'tcp',
    FromPort: 22,
    ToPort: 22,
    UserIdGroupPairs: [{ GroupId: clients }],
  });
  const { verdict, out, back } = trace(world, flow);
  expect(verdict).toEqual({ reached: true, seen: 'answer' });
  expect(out[0]?.decision).toEqual({ kind: 'translation', from: '10.250.0.2', to: '10.0.1.254' });
  expect(back.at(-1)?.rewritten).toMatchObject({ destination: '10.250.0.2', destinationPort: 49_152 });
  const begun = {
    ...flow,
    source: { kind: 'instance', id },
    destination: { kind: 'address', address: '10.0.1.254' },
  } as const;
  allow(account, clients, { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] });
  expect(trace(world, begun).verdict).toMatchObject({ reached: false, refusal: { code: 'no-connection' } });
});

test('by a subnet with an internet gateway clients reach the internet from a public address of the endpoint', () => {
  const { authorizes: _, ...free } = staff;
  const { account, world, vpcId } = entered(free);
  const flow = {
    source: { kind: 'vpnClient', name: 'staff' },
    destination: { kind: 'internet' },
    protocol: 'tcp',
    port: 443,
  } as const;
  expect(trace(world, flow).verdict).toMatchObject({ refusal: { code: 'NO_ROUTE_TO_DESTINATION' } });
  const GatewayId = makeGateway(account, vpcId);
  const { RouteTableId } = mainTable(account, vpcId);
  account.call('CreateRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId });
  const { verdict, out } = trace(world, flow);
  expect(verdict).toEqual({ reached: true, seen: 'answer' });
  expect(out.at(-1)?.packet.source).toMatch(/^54\.239\.(6[4-9]|7\d)\./);
});
