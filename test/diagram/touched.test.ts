import { expect, test } from 'vitest';
import { topology } from '@/lib/diagram/topology';
import { touchedBy } from '@/lib/diagram/touched';
import { execute } from '@/lib/engine/execute';
import { mainRouteTable } from '@/lib/engine/route-table/route-table';
import { TestAccount } from '../build/account';
import {
  allocateAddress,
  attachInterface,
  makeGateway,
  makeGroup,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '../build/network-interface';
import { makeRouteTable } from '../build/route-table';
import { marked } from './marked';

/** Two subnets, an instance with a second interface in the first, a loose interface in the other. */
function network() {
  const account = new TestAccount();
  const vpc = makeVpc(account);
  const gateway = makeGateway(account, vpc);
  const [a, b] = [makeSubnet(account, vpc, '10.0.1.0/24'), makeSubnet(account, vpc, '10.0.2.0/24')];
  const web = makeInstance(account, a);
  account.wait(60);
  const second = makeInterface(account, a).NetworkInterfaceId;
  const attachment = attachInterface(account, second, web.id);
  const loose = makeInterface(account, b).NetworkInterfaceId;
  account.wait(60);
  const { world } = account;
  const touched = (operation: string, input: object): Set<string> => {
    account.wait(1);
    const outcome = execute(world, { operation, input });
    if (!outcome.ok) throw new Error(outcome.error.message);
    return touchedBy(world, outcome.changes);
  };
  const markedNow = (ids: ReadonlySet<string>): string[] => marked(topology(world, {}), ids);
  /** What the picture marks after a call. */
  const markedBy = (operation: string, input: object): string[] => markedNow(touched(operation, input));
  const eth0 = web.eth0.NetworkInterfaceId;
  return { account, world, vpc, gateway, a, b, web, eth0, second, attachment, loose, touched, markedNow, markedBy };
}

test('attaching and detaching mark the interface, with its cable and its port', () => {
  const { web, second, loose, attachment, markedBy } = network();
  const attach = { NetworkInterfaceId: loose, InstanceId: web.id, DeviceIndex: 2 };
  expect(markedBy('AttachNetworkInterface', attach)).toEqual([web.id, loose, `cable ${loose}`]);
  expect(markedBy('DetachNetworkInterface', { AttachmentId: attachment })).toEqual([web.id, second, `cable ${second}`]);
});

test('an address marks the interface that it comes to, and the one that it leaves', () => {
  const { account, eth0, loose, markedBy } = network();
  const { AllocationId } = allocateAddress(account);
  expect(markedBy('AssociateAddress', { AllocationId, NetworkInterfaceId: eth0 })).toEqual([eth0, `cable ${eth0}`]);
  const again = { AllocationId, NetworkInterfaceId: loose, AllowReassociation: true };
  expect(markedBy('AssociateAddress', again)).toEqual([eth0, loose, `cable ${eth0}`]);
  const AssociationId = account.world.addresses.get(AllocationId)?.association?.AssociationId;
  expect(markedBy('DisassociateAddress', { AssociationId })).toEqual([loose]);
});

test('other groups mark the interface, a rule the gates of those in its group', () => {
  const { account, world, vpc, eth0, second, loose, markedBy } = network();
  const group = makeGroup(account, vpc, 'web');
  expect(markedBy('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: loose, Groups: [group] })).toEqual([loose]);
  const IpPermissions = [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
  expect(markedBy('AuthorizeSecurityGroupIngress', { GroupId: group, IpPermissions })).toEqual([loose]);
  expect(markedBy('RevokeSecurityGroupIngress', { GroupId: group, IpPermissions })).toEqual([loose]);
  const [usual] = world.networkInterfaces.get(eth0)?.groups ?? [];
  expect(markedBy('AuthorizeSecurityGroupIngress', { GroupId: usual, IpPermissions })).toEqual([eth0, second]);
});

test('a subnet is marked for its attributes, a name, and what its ACL lets through', () => {
  const { world, vpc, a, b, markedBy } = network();
  expect(markedBy('ModifySubnetAttribute', { SubnetId: a, MapPublicIpOnLaunch: { Value: true } })).toEqual([a]);
  expect(markedBy('CreateTags', { Resources: [b], Tags: [{ Key: 'Name', Value: 'inner' }] })).toEqual([b]);
  const acl = world.networkAcls.first('default', vpc)?.NetworkAclId;
  const entry = { NetworkAclId: acl, RuleNumber: 50, Protocol: '6', RuleAction: 'deny', Egress: false };
  const deny = { ...entry, CidrBlock: '0.0.0.0/0', PortRange: { From: 80, To: 80 } };
  expect(markedBy('CreateNetworkAclEntry', deny)).toEqual([a, b]);
});

test('a route marks the signposts of its table, another table the subnet that it is for', () => {
  const { account, world, vpc, gateway, a, b, markedBy } = network();
  const { RouteTableId } = mainRouteTable(world, vpc);
  const route = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway };
  expect(markedBy('CreateRoute', { RouteTableId, ...route })).toEqual([a, b]);
  const other = makeRouteTable(account, vpc);
  expect(markedBy('AssociateRouteTable', { RouteTableId: other, SubnetId: b })).toEqual([b]);
  const AssociationId = world.routeTables.first('SubnetId', b)?.associations[0]?.RouteTableAssociationId;
  expect(markedBy('DisassociateRouteTable', { AssociationId }), 'back to the main table').toEqual([b]);
});

test('a gateway is marked where it comes, and its VPC where it went', () => {
  const { account, vpc, gateway, markedBy } = network();
  expect(markedBy('DetachInternetGateway', { InternetGatewayId: gateway, VpcId: vpc })).toEqual([vpc]);
  expect(markedBy('AttachInternetGateway', { InternetGatewayId: gateway, VpcId: vpc })).toEqual([vpc]);
  const [subnet] = account.world.subnets.by('VpcId', account.defaultVpcId);
  const change = { SubnetId: subnet?.SubnetId, MapPublicIpOnLaunch: { Value: false } };
  expect(markedBy('ModifySubnetAttribute', change), 'in a VPC that is folded').toEqual([account.defaultVpcId]);
});

test('what is deleted has no mark, but its id is among what was touched', () => {
  const { loose, touched, markedNow } = network();
  const ids = touched('DeleteNetworkInterface', { NetworkInterfaceId: loose });
  expect(ids).toContain(loose);
  expect(markedNow(ids)).toEqual([]);
});
