import { describe, expect, test } from 'vitest';
import type { Flow } from '@/lib/engine/reachability/flow';
import { TestAccount } from '@/test/build/account';
import { allowIn, giveAcl, makeFlowLog, recordsOf } from '@/test/build/flow-log';
import {
  allocateAddress,
  makeGateway,
  makeGroup,
  makeInstance,
  makeSubnet,
  makeVpc,
} from '@/test/build/network-interface';
import { mainTable } from '@/test/build/route-table';

const at = Date.UTC(2026, 0, 31, 12);
const start = at / 1000;

/** The VPC of the User Guide's examples, with a server that the internet reaches. */
function publicServer(privateIp: string, { vpc = '172.31.0.0/16', subnet = '172.31.16.0/20' } = {}) {
  const account = new TestAccount({ surroundings: { hosts: [{ name: 'server', listens: ['tcp/22', 'tcp/5001'] }] } });
  const vpcId = makeVpc(account, vpc);
  const subnetId = makeSubnet(account, vpcId, subnet);
  const gateway = makeGateway(account, vpcId);
  const RouteTableId = mainTable(account, vpcId).RouteTableId;
  account.call('CreateRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway });
  const group = makeGroup(account, vpcId, 'server');
  const { id, eth0 } = makeInstance(account, subnetId, {
    PrivateIpAddress: privateIp,
    SecurityGroupIds: [group],
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'server' }] }],
  });
  account.wait(60);
  const { AllocationId } = allocateAddress(account);
  account.call('AssociateAddress', { AllocationId, InstanceId: id });
  return { account, vpcId, subnetId, group, id, eni: eth0.NetworkInterfaceId };
}

describe('security group and network ACL rules, as in the User Guide', () => {
  const pingHome = (id: string): Flow => ({
    source: { kind: 'internet', address: '203.0.113.12' },
    destination: { kind: 'instance', id },
    protocol: 'icmp',
  });
  const record = (eni: string, from: string, to: string, action: string) =>
    `2 111122223333 ${eni} ${from} ${to} 0 0 1 4 336 ${start} ${start + 3} ${action} OK`;

  test('a ping that the ACL does not let answer: accepted in, rejected out', () => {
    const { account, vpcId, subnetId, group, id, eni } = publicServer('172.31.16.139');
    allowIn(account, group, 'icmp');
    account.call('RevokeSecurityGroupEgress', {
      GroupId: group,
      IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    });
    giveAcl(account, vpcId, subnetId, 'in allow 1', 'out deny 1');
    expect(recordsOf(account, makeFlowLog(account, eni), pingHome(id), { at, packets: 4 })).toEqual([
      record(eni, '203.0.113.12', '172.31.16.139', 'ACCEPT'),
      record(eni, '172.31.16.139', '203.0.113.12', 'REJECT'),
    ]);
  });

  test('with an ACL that lets it: two records of accepted traffic, although the group lets out nothing', () => {
    const { account, group, id, eni } = publicServer('172.31.16.139');
    allowIn(account, group, 'icmp');
    account.call('RevokeSecurityGroupEgress', {
      GroupId: group,
      IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    });
    expect(recordsOf(account, makeFlowLog(account, eni), pingHome(id), { at, packets: 4 })).toEqual([
      record(eni, '203.0.113.12', '172.31.16.139', 'ACCEPT'),
      record(eni, '172.31.16.139', '203.0.113.12', 'ACCEPT'),
    ]);
  });

  test('with a group that does not let it in: a single record of rejected traffic', () => {
    const { account, id, eni } = publicServer('172.31.16.139');
    expect(recordsOf(account, makeFlowLog(account, eni), pingHome(id), { at, packets: 4 })).toEqual([
      record(eni, '203.0.113.12', '172.31.16.139', 'REJECT'),
    ]);
  });

  test('the ACL rejects what comes in, too', () => {
    const { account, vpcId, subnetId, group, id, eni } = publicServer('172.31.16.139');
    allowIn(account, group, 'icmp');
    giveAcl(account, vpcId, subnetId, 'out allow -1');
    expect(recordsOf(account, makeFlowLog(account, eni), pingHome(id), { at, packets: 4 })).toEqual([
      record(eni, '203.0.113.12', '172.31.16.139', 'REJECT'),
    ]);
  });
});

describe('accepted and rejected traffic, as in the User Guide', () => {
  const account = new TestAccount();
  const vpcId = makeVpc(account, '172.31.0.0/16');
  const subnets = [makeSubnet(account, vpcId, '172.31.16.0/20'), makeSubnet(account, vpcId, '172.31.0.0/20')];
  const group = makeGroup(account, vpcId, 'ssh');
  allowIn(account, group, 'tcp', 22);
  const host = (at: number, PrivateIpAddress: string) =>
    makeInstance(account, subnets[at], { PrivateIpAddress, SecurityGroupIds: [group] });
  const [from, to, desk, rdp] = [
    host(0, '172.31.16.139'),
    host(0, '172.31.16.21'),
    host(1, '172.31.9.69'),
    host(1, '172.31.9.12'),
  ];
  account.wait(60);
  const flow = (source: { id: string }, destination: { id: string }, port: number, sourcePort: number): Flow => ({
    source: { kind: 'instance', id: source.id },
    destination: { kind: 'instance', id: destination.id },
    protocol: 'tcp',
    port,
    sourcePort,
  });

  test('ssh that a group lets in', () => {
    const eni = to.eth0.NetworkInterfaceId;
    expect(recordsOf(account, makeFlowLog(account, eni), flow(from, to, 22, 20641), { at })).toEqual([
      `2 111122223333 ${eni} 172.31.16.139 172.31.16.21 20641 22 6 4 216 ${start} ${start} ACCEPT OK`,
      `2 111122223333 ${eni} 172.31.16.21 172.31.16.139 22 20641 6 2 112 ${start} ${start} ACCEPT OK`,
    ]);
  });

  test('rdp that it does not', () => {
    const eni = rdp.eth0.NetworkInterfaceId;
    expect(recordsOf(account, makeFlowLog(account, eni), flow(desk, rdp, 3389, 49761), { at })).toEqual([
      `2 111122223333 ${eni} 172.31.9.69 172.31.9.12 49761 3389 6 1 60 ${start} ${start} REJECT OK`,
    ]);
  });

  test('of a VPC, a subnet and an interface: of the interfaces in it', () => {
    const fields = 'interface-id flow-direction action';
    const [a, b] = [desk.eth0.NetworkInterfaceId, rdp.eth0.NetworkInterfaceId];
    const both = [`${a} egress ACCEPT`, `${b} ingress REJECT`];
    const logged = (resource: string, type?: 'ACCEPT' | 'REJECT') =>
      recordsOf(account, makeFlowLog(account, resource, fields, type), flow(desk, rdp, 3389, 49761), { at });
    expect(logged(vpcId)).toEqual(both);
    expect(logged(subnets[1] ?? '')).toEqual(both);
    expect(logged(subnets[0] ?? '')).toEqual([]);
    expect(logged(a)).toEqual([both[0]]);
    expect(logged(vpcId, 'ACCEPT')).toEqual([both[0]]);
    expect(logged(vpcId, 'REJECT')).toEqual([both[1]]);
  });

  test('begins now where nothing else is said', () => {
    const log = makeFlowLog(account, desk.eth0.NetworkInterfaceId, 'start end');
    const now = Math.floor(account.world.now / 1000);
    expect(recordsOf(account, log, flow(desk, rdp, 22, 1024))).toEqual([`${now} ${now}`, `${now} ${now}`]);
  });
});

describe('the fields of versions 3 to 5', () => {
  const { account, vpcId, subnetId, group, id, eni } = publicServer('10.0.0.62', {
    vpc: '10.0.0.0/16',
    subnet: '10.0.0.0/24',
  });
  allowIn(account, group, 'tcp', 5001);
  allowIn(account, group, 'tcp', 443);
  const fields =
    'version vpc-id subnet-id instance-id interface-id account-id type srcaddr dstaddr srcport dstport pkt-srcaddr pkt-dstaddr protocol action tcp-flags log-status';
  const fromClient = (port: number): Flow => ({
    source: { kind: 'internet', address: '52.213.180.42' },
    destination: { kind: 'instance', id },
    protocol: 'tcp',
    port,
    sourcePort: 43638,
  });
  const log = makeFlowLog(account, eni, fields);
  const head = `3 ${vpcId} ${subnetId} ${id} ${eni} 111122223333 IPv4`;

  test('flags of a connection that is opened and closed, as in the User Guide', () => {
    expect(recordsOf(account, log, fromClient(5001))).toEqual([
      `${head} 52.213.180.42 10.0.0.62 43638 5001 52.213.180.42 10.0.0.62 6 ACCEPT 3 OK`,
      `${head} 10.0.0.62 52.213.180.42 5001 43638 10.0.0.62 52.213.180.42 6 ACCEPT 19 OK`,
    ]);
  });

  test('flags of one that is reset, for nobody listens there', () => {
    expect(recordsOf(account, log, fromClient(443))).toEqual([
      `${head} 52.213.180.42 10.0.0.62 43638 443 52.213.180.42 10.0.0.62 6 ACCEPT 2 OK`,
      `${head} 10.0.0.62 52.213.180.42 443 43638 10.0.0.62 52.213.180.42 6 ACCEPT 4 OK`,
    ]);
  });

  test('flags of one that nobody answers', () => {
    expect(recordsOf(account, log, fromClient(80))).toEqual([
      `${head} 52.213.180.42 10.0.0.62 43638 80 52.213.180.42 10.0.0.62 6 REJECT 2 OK`,
    ]);
  });

  test('where it is, which way it goes and by what it leaves; what does not apply is -', () => {
    const more =
      'region az-id sublocation-type sublocation-id pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path ecs-task-id reject-reason resource-id encryption-status';
    expect(recordsOf(account, makeFlowLog(account, eni, more), fromClient(5001))).toEqual([
      'us-east-1 use1-az1 - - - - ingress - - - - -',
      'us-east-1 use1-az1 - - - - egress 8 - - - -',
    ]);
  });

  test.each([
    ['version start', '2'],
    ['instance-id version', '3'],
    ['version az-id vpc-id', '4'],
    ['flow-direction version', '5'],
    ['version ecs-cluster-arn', '7'],
    ['version reject-reason', '8'],
    ['version resource-id', '9'],
    ['version encryption-status srcaddr', '10'],
  ])('the version of %s is %s', (format, version) => {
    const [record = ''] = recordsOf(account, makeFlowLog(account, eni, format), fromClient(5001));
    expect(record.split(' ')[format.split(' ').indexOf('version')]).toBe(version);
  });

  test('the path to another interface of the VPC is 1, to nowhere none', () => {
    const other = makeInstance(account, makeSubnet(account, vpcId, '10.0.2.0/24'), { SecurityGroupIds: [group] });
    account.wait(60);
    const paths = makeFlowLog(account, eni, 'traffic-path action');
    const to = (destination: Flow['destination']): Flow => ({
      source: { kind: 'instance', id },
      destination,
      protocol: 'tcp',
      port: 5001,
    });
    expect(recordsOf(account, paths, to({ kind: 'instance', id: other.id }))).toEqual(['1 ACCEPT', '- ACCEPT']);
    account.call('DeleteRoute', {
      RouteTableId: mainTable(account, vpcId).RouteTableId,
      DestinationCidrBlock: '0.0.0.0/0',
    });
    expect(recordsOf(account, paths, to({ kind: 'internet' }))).toEqual(['- ACCEPT']);
  });
});

test('a group that lets out nothing rejects at the sender', () => {
  const { account, group, id, eni } = publicServer('172.31.16.139');
  account.call('RevokeSecurityGroupEgress', {
    GroupId: group,
    IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  });
  const flow: Flow = {
    source: { kind: 'instance', id },
    destination: { kind: 'internet' },
    protocol: 'tcp',
    port: 443,
  };
  const log = makeFlowLog(account, eni, 'flow-direction srcaddr traffic-path action');
  expect(recordsOf(account, log, flow)).toEqual(['egress 172.31.16.139 - REJECT']);
});
