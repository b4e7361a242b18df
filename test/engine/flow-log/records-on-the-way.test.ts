import { describe, expect, test } from 'vitest';
import { placeServiceInterface } from '@/lib/engine/network-interface/place-service-interface';
import type { Flow } from '@/lib/engine/reachability/flow';
import { TestAccount } from '@/test/build/account';
import { allowIn, giveAcl, makeFlowLog, recordsOf } from '@/test/build/flow-log';
import {
  allocateAddress,
  attachInterface,
  giveIpv6,
  makeGateway,
  makeGroup,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '@/test/build/network-interface';
import { mainTable, makeRouteTable } from '@/test/build/route-table';
import { attachVpc, makeTransitGateway } from '@/test/build/transit-gateway';

test('traffic through a NAT gateway, as in the User Guide', () => {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const [publicSubnet, privateSubnet] = [makeSubnet(account, vpcId, '10.0.0.0/24'), makeSubnet(account, vpcId)];
  const gateway = makeGateway(account, vpcId);
  const RouteTableId = mainTable(account, vpcId).RouteTableId;
  account.call('CreateRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway });
  const { NatGateway } = account.call<{ NatGateway: { NatGatewayId: string } }>('CreateNatGateway', {
    SubnetId: publicSubnet,
    AllocationId: allocateAddress(account).AllocationId,
    PrivateIpAddress: '10.0.0.220',
  });
  account.wait(120);
  const { NatGatewayId } = NatGateway;
  const table = makeRouteTable(account, vpcId);
  account.call('CreateRoute', { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0', NatGatewayId });
  account.call('AssociateRouteTable', { RouteTableId: table, SubnetId: privateSubnet });
  const { id, eth0 } = makeInstance(account, privateSubnet, { PrivateIpAddress: '10.0.1.5' });
  account.wait(60);
  const nat = account.world.natGateways.get(NatGatewayId)?.NetworkInterfaceId ?? '';
  const flow: Flow = {
    source: { kind: 'instance', id },
    destination: { kind: 'address', address: '203.0.113.5' },
    protocol: 'tcp',
    port: 443,
  };
  const fields = 'instance-id interface-id srcaddr dstaddr pkt-srcaddr pkt-dstaddr';
  const ofNat = makeFlowLog(account, nat, fields);
  expect(recordsOf(account, ofNat, flow)).toEqual([
    `- ${nat} 10.0.1.5 10.0.0.220 10.0.1.5 203.0.113.5`,
    `- ${nat} 10.0.0.220 203.0.113.5 10.0.0.220 203.0.113.5`,
    `- ${nat} 203.0.113.5 10.0.0.220 203.0.113.5 10.0.0.220`,
    `- ${nat} 10.0.0.220 10.0.1.5 203.0.113.5 10.0.1.5`,
  ]);
  expect(recordsOf(account, makeFlowLog(account, eth0.NetworkInterfaceId, fields), flow)).toEqual([
    `${id} ${eth0.NetworkInterfaceId} 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5`,
    `${id} ${eth0.NetworkInterfaceId} 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5`,
  ]);

  const verdicts = makeFlowLog(account, nat, 'flow-direction traffic-path dstaddr action');
  giveAcl(account, vpcId, publicSubnet, 'in allow -1');
  expect(recordsOf(account, verdicts, flow)).toEqual(['ingress - 10.0.0.220 ACCEPT', 'egress - 203.0.113.5 REJECT']);
  giveAcl(account, vpcId, publicSubnet, 'out allow -1');
  expect(recordsOf(account, verdicts, flow)).toEqual(['ingress - 10.0.0.220 REJECT']);
});

test('traffic through a transit gateway, as in the User Guide', () => {
  const account = new TestAccount({ surroundings: { hosts: [{ name: 'web', listens: ['tcp/80'] }] } });
  const gateway = makeTransitGateway(account).TransitGatewayId;
  const [vpcA, vpcB] = [makeVpc(account, '10.20.0.0/16'), makeVpc(account, '10.40.0.0/16')];
  const subnetA = makeSubnet(account, vpcA, '10.20.33.0/24', 'us-east-1a');
  const [atA, atB] = [
    makeSubnet(account, vpcB, '10.40.1.0/24', 'us-east-1a'),
    makeSubnet(account, vpcB, '10.40.2.0/24', 'us-east-1b'),
  ];
  const atAInB = makeSubnet(account, vpcA, '10.20.34.0/24', 'us-east-1b');
  attachVpc(account, gateway, vpcA, [subnetA, atAInB]);
  const attachment = attachVpc(account, gateway, vpcB, [atA, atB]);
  for (const [vpc, to] of [
    [vpcA, '10.40.0.0/16'],
    [vpcB, '10.20.0.0/16'],
  ] as const) {
    const RouteTableId = mainTable(account, vpc).RouteTableId;
    account.call('CreateRoute', { RouteTableId, DestinationCidrBlock: to, TransitGatewayId: gateway });
  }
  const group = makeGroup(account, vpcB, 'web');
  allowIn(account, group, 'tcp', 80);
  const client = makeInstance(account, subnetA, { PrivateIpAddress: '10.20.33.164' });
  const server = makeInstance(account, atB, {
    PrivateIpAddress: '10.40.2.236',
    SecurityGroupIds: [group],
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web' }] }],
  });
  account.wait(60);
  const interfaces = (account.world.transitGatewayAttachments.get(attachment)?.vpc?.subnets ?? []).map(
    ({ NetworkInterfaceId }) => account.world.networkInterfaces.get(NetworkInterfaceId),
  );
  const [first, second] = interfaces.map((eni) => ({
    id: eni?.NetworkInterfaceId,
    address: eni?.PrivateIpAddresses[0]?.PrivateIpAddress,
  }));
  const eni = server.eth0.NetworkInterfaceId;
  const flow: Flow = {
    source: { kind: 'instance', id: client.id },
    destination: { kind: 'instance', id: server.id },
    protocol: 'tcp',
    port: 80,
    sourcePort: 39812,
  };
  const fields =
    'version interface-id account-id vpc-id subnet-id instance-id srcaddr dstaddr srcport dstport protocol tcp-flags type pkt-srcaddr pkt-dstaddr action log-status';
  const there = `39812 80 6 3 IPv4 10.20.33.164 10.40.2.236 ACCEPT OK`;
  const back = `80 39812 6 19 IPv4 10.40.2.236 10.20.33.164 ACCEPT OK`;
  expect(recordsOf(account, makeFlowLog(account, vpcB, fields), flow)).toEqual([
    `3 ${first?.id} 111122223333 ${vpcB} ${atA} - ${first?.address} 10.40.2.236 ${there}`,
    `3 ${eni} 111122223333 ${vpcB} ${atB} ${server.id} 10.20.33.164 10.40.2.236 ${there}`,
    `3 ${eni} 111122223333 ${vpcB} ${atB} ${server.id} 10.40.2.236 10.20.33.164 ${back}`,
    `3 ${second?.id} 111122223333 ${vpcB} ${atB} - 10.40.2.236 ${second?.address} ${back}`,
  ]);
  expect(recordsOf(account, makeFlowLog(account, gateway), flow), 'records of transit gateways are others').toEqual([]);

  const verdicts = makeFlowLog(account, vpcB, 'interface-id flow-direction action');
  giveAcl(account, vpcB, atA, 'in allow -1');
  expect(recordsOf(account, verdicts, flow)).toEqual([`${first?.id} egress REJECT`]);
  giveAcl(account, vpcA, subnetA, 'out allow -1');
  const inA = makeFlowLog(account, vpcA, 'flow-direction traffic-path action');
  expect(recordsOf(account, inA, flow)).toEqual(['egress 1 ACCEPT', 'ingress - REJECT']);
});

test('traffic to a secondary address shows the primary one; pkt-dstaddr shows the real one', () => {
  const account = new TestAccount();
  const subnetId = makeSubnet(account, makeVpc(account));
  const [client, server] = [
    makeInstance(account, subnetId, { PrivateIpAddress: '10.0.1.10' }),
    makeInstance(account, subnetId, { PrivateIpAddress: '10.0.1.20' }),
  ];
  account.wait(60);
  account.call('AssignPrivateIpAddresses', {
    NetworkInterfaceId: server.eth0.NetworkInterfaceId,
    PrivateIpAddresses: ['10.0.1.21'],
  });
  const log = makeFlowLog(
    account,
    server.eth0.NetworkInterfaceId,
    'srcaddr dstaddr pkt-srcaddr pkt-dstaddr traffic-path',
  );
  const flow: Flow = {
    source: { kind: 'instance', id: client.id },
    destination: { kind: 'address', address: '10.0.1.21' },
    protocol: 'tcp',
    port: 22,
  };
  expect(recordsOf(account, log, flow)).toEqual([
    '10.0.1.10 10.0.1.20 10.0.1.10 10.0.1.21 -',
    '10.0.1.20 10.0.1.10 10.0.1.21 10.0.1.10 1',
  ]);
});

test('ssh over IPv6', () => {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const subnetId = makeSubnet(account, vpcId);
  giveIpv6(account, subnetId);
  const [client, server] = [
    makeInstance(account, subnetId, { Ipv6AddressCount: 1 }),
    makeInstance(account, subnetId, { Ipv6AddressCount: 1 }),
  ];
  account.wait(60);
  const [from = '', to = ''] = [client, server].map(({ eth0 }) => eth0.Ipv6Addresses[0]?.Ipv6Address);
  const log = makeFlowLog(
    account,
    server.eth0.NetworkInterfaceId,
    'srcaddr dstaddr dstport protocol packets bytes type action',
  );
  const flow: Flow = {
    source: { kind: 'instance', id: client.id },
    destination: { kind: 'address', address: to },
    protocol: 'tcp',
    port: 22,
  };
  expect(recordsOf(account, log, flow)[0]).toBe(`${from} ${to} 22 6 4 296 IPv6 ACCEPT`);
  const { port: _, ...ping } = { ...flow, protocol: 'icmp' as const };
  expect(recordsOf(account, log, ping)[1]).toBe(`${to} ${from} 0 58 1 104 IPv6 ACCEPT`);
});

describe('an appliance', () => {
  const account = new TestAccount({ surroundings: { hosts: [{ name: 'router', forwards: 'router' }] } });
  const vpcId = makeVpc(account);
  const [inside, outside] = [makeSubnet(account, vpcId), makeSubnet(account, vpcId, '10.0.2.0/24')];
  const group = makeGroup(account, vpcId, 'all');
  allowIn(account, group, '-1');
  const more = { SecurityGroupIds: [group] };
  const client = makeInstance(account, inside, { ...more, PrivateIpAddress: '10.0.1.10' });
  const router = makeInstance(account, inside, {
    ...more,
    PrivateIpAddress: '10.0.1.20',
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'router' }] }],
  });
  const server = makeInstance(account, outside, { ...more, PrivateIpAddress: '10.0.2.30' });
  account.wait(60);
  const NetworkInterfaceId = router.eth0.NetworkInterfaceId;
  account.call('CreateRoute', {
    RouteTableId: mainTable(account, vpcId).RouteTableId,
    DestinationCidrBlock: '10.0.2.0/24',
    NetworkInterfaceId,
  });
  const flow: Flow = {
    source: { kind: 'instance', id: client.id },
    destination: { kind: 'instance', id: server.id },
    protocol: 'tcp',
    port: 22,
  };
  const log = makeFlowLog(account, NetworkInterfaceId, 'flow-direction srcaddr dstaddr pkt-srcaddr pkt-dstaddr action');

  test('whose source/destination check is on sees nothing', () => {
    expect(recordsOf(account, log, flow)).toEqual([]);
    expect(recordsOf(account, makeFlowLog(account, client.eth0.NetworkInterfaceId), flow)).toHaveLength(1);
  });

  test('in the path shows its own address on its side of each record', () => {
    account.call('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId, SourceDestCheck: { Value: false } });
    expect(recordsOf(account, log, flow).slice(0, 2)).toEqual([
      'ingress 10.0.1.10 10.0.1.20 10.0.1.10 10.0.2.30 ACCEPT',
      'egress 10.0.1.20 10.0.2.30 10.0.1.10 10.0.2.30 ACCEPT',
    ]);
  });

  test('that its groups keep packets from rejects them', () => {
    const closed = makeGroup(account, vpcId, 'closed');
    account.call('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId, Groups: [closed] });
    expect(recordsOf(account, log, flow)).toEqual(['ingress 10.0.1.10 10.0.1.20 10.0.1.10 10.0.2.30 REJECT']);
  });
});

describe('nothing is logged of', () => {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const subnetId = makeSubnet(account, vpcId);
  const { id, eth0 } = makeInstance(account, subnetId, { PrivateIpAddress: '10.0.1.10' });
  const second = makeInterface(account, subnetId, { PrivateIpAddress: '10.0.1.11' });
  account.wait(60);
  const log = makeFlowLog(account, vpcId, 'interface-id action');
  const to = (address: string, protocol: Flow['protocol'] = 'udp', port = 53): Flow => ({
    source: { kind: 'instance', id },
    destination: { kind: 'address', address },
    protocol,
    ...(protocol !== 'icmp' && { port }),
  });

  test.each([
    ['the Amazon DNS server', to('10.0.0.2')],
    ['its link-local address', to('169.254.169.253')],
    ['instance metadata', to('169.254.169.254', 'tcp', 80)],
    ['the time service', to('169.254.169.123', 'udp', 123)],
    ['Windows activation', to('169.254.169.250', 'tcp', 1688)],
    ['the router of the subnet', to('10.0.1.1', 'icmp')],
    ['DHCP', to('10.0.1.99', 'udp', 67)],
  ])('%s', (_, flow) => {
    expect(recordsOf(account, log, flow)).toEqual([]);
  });

  test('an interface that is attached to nothing; but of what asks for it there is a record', () => {
    expect(recordsOf(account, log, to('10.0.1.11', 'tcp', 22))).toEqual([`${eth0.NetworkInterfaceId} ACCEPT`]);
    attachInterface(account, second.NetworkInterfaceId, id);
    account.wait(60);
    expect(recordsOf(account, log, to('10.0.3.3', 'tcp', 22))).toEqual([`${eth0.NetworkInterfaceId} ACCEPT`]);
  });
});

test('an interface without groups rejects nothing: what it sends is rejected where it arrives', () => {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const subnetId = makeSubnet(account, vpcId);
  const server = makeInstance(account, subnetId, { SecurityGroupIds: [makeGroup(account, vpcId, 'closed')] });
  const subnet = account.world.subnets.get(subnetId);
  if (!subnet) throw new Error('the subnet is gone');
  const { networkInterface: balancer } = placeServiceInterface(account.world, {
    service: 'network-load-balancer',
    subnet,
    name: 'web/50dc6c49',
    groups: [],
    privateIpAddress: undefined,
  });
  account.wait(60);
  const flow: Flow = {
    source: { kind: 'interface', id: balancer.NetworkInterfaceId },
    destination: { kind: 'instance', id: server.id },
    protocol: 'tcp',
    port: 22,
  };
  expect(recordsOf(account, makeFlowLog(account, vpcId, 'instance-id flow-direction action'), flow)).toEqual([
    '- egress ACCEPT',
    `${server.id} ingress REJECT`,
  ]);
});
