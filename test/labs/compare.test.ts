import { expect, test } from 'vitest';
import { fromJson, type World } from '@/lib/engine/world';
import { compare } from '@/lib/labs/compare';
import { TestAccount } from '@/test/build/account';
import { runInstance } from '@/test/build/instance';
import { makeGateway, makeGroup, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';

/** The account as it is now, to be compared later. */
const copy = (account: TestAccount): World => fromJson(JSON.parse(account.bytes()));

function network() {
  const account = new TestAccount();
  const vpc = makeVpc(account);
  const subnet = makeSubnet(account, vpc);
  const group = makeGroup(account, vpc, 'web');
  return { account, vpc, subnet, group };
}

const allow = (group: string, port: number) => ({
  GroupId: group,
  IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
});

test('a rule is what it allows: in whichever order they came', () => {
  const { account, group } = network();
  const before = copy(account);
  account.call('AuthorizeSecurityGroupIngress', allow(group, 80));
  account.call('AuthorizeSecurityGroupIngress', allow(group, 443));
  const [http, https] = account.world.securityGroupRules.list().slice(-2);
  expect(compare(before, account.world)).toEqual([
    {
      resource: 'SecurityGroup',
      id: group,
      name: 'web',
      side: 'both',
      attributes: [
        {
          name: 'IpPermissions[tcp 443 0.0.0.0/0]',
          right: `SecurityGroupRuleId=${https?.SecurityGroupRuleId}`,
        },
        { name: 'IpPermissions[tcp 80 0.0.0.0/0]', right: `SecurityGroupRuleId=${http?.SecurityGroupRuleId}` },
      ],
    },
  ]);
  const both = copy(account);
  account.call('RevokeSecurityGroupIngress', allow(group, 80));
  account.call('AuthorizeSecurityGroupIngress', allow(group, 80));
  const again = account.world.securityGroupRules.list().at(-1);
  expect(compare(both, account.world)[0]?.attributes, 'the same rule under another id').toEqual([
    {
      name: 'IpPermissions[tcp 80 0.0.0.0/0]',
      left: `SecurityGroupRuleId=${http?.SecurityGroupRuleId}`,
      right: `SecurityGroupRuleId=${again?.SecurityGroupRuleId}`,
    },
  ]);
});

test('a route goes by its destination, and shows what is not alike about it', () => {
  const { account, vpc, subnet } = network();
  const gateway = makeGateway(account, vpc);
  const table = account.call<{ RouteTable: { RouteTableId: string } }>('CreateRouteTable', { VpcId: vpc });
  const { RouteTableId } = table.RouteTable;
  const route = { RouteTableId, DestinationCidrBlock: '0.0.0.0/0' };
  const { NetworkInterfaceId } = makeInterface(account, subnet);
  account.call('CreateRoute', { ...route, GatewayId: gateway });
  const before = copy(account);
  account.call('ReplaceRoute', { ...route, NetworkInterfaceId });
  account.call('AssociateRouteTable', { RouteTableId, SubnetId: subnet });
  expect(compare(before, account.world)).toEqual([
    {
      resource: 'RouteTable',
      id: RouteTableId,
      side: 'both',
      attributes: [
        expect.objectContaining({ name: `Associations[${subnet}]`, right: expect.stringMatching(/Main=false/) }),
        {
          name: 'Routes[0.0.0.0/0]',
          left: `GatewayId=${gateway},State=active`,
          right: `NetworkInterfaceId=${NetworkInterfaceId},State=blackhole`,
        },
      ],
    },
  ]);
});

test('an entry of a network ACL goes by its number and direction', () => {
  const { account, vpc } = network();
  const acl = account.world.networkAcls.first('default', vpc)?.NetworkAclId;
  const entry = { NetworkAclId: acl, RuleNumber: 50, Egress: false, Protocol: '-1', CidrBlock: '0.0.0.0/0' };
  account.call('CreateNetworkAclEntry', { ...entry, RuleAction: 'allow' });
  const before = copy(account);
  account.call('ReplaceNetworkAclEntry', { ...entry, RuleAction: 'deny' });
  expect(compare(before, account.world)).toMatchObject([
    {
      resource: 'NetworkAcl',
      attributes: [{ name: 'Entries[ingress 50]', left: 'RuleAction=allow', right: 'RuleAction=deny' }],
    },
  ]);
});

test('what only one has is told apart, and all stands in the order of the diagram’s nesting', () => {
  const { account, subnet } = network();
  account.wait(60);
  const before = copy(account);
  const { AllocationId } = account.call<{ AllocationId: string }>('AllocateAddress');
  const eni = makeInterface(account, subnet, { Description: 'spare' });
  const instance = runInstance(account, { SubnetId: subnet });
  const other = makeVpc(account, '10.9.0.0/16');
  account.call('CreateTags', { Resources: [instance.InstanceId], Tags: [{ Key: 'Name', Value: 'web-1' }] });
  account.wait(600);
  const differences = compare(account.world, before);
  expect(differences.map(({ resource, side }) => `${resource} ${side}`)).toEqual([
    'Vpc left',
    'Subnet both',
    'Instance left',
    'NetworkInterface left',
    'NetworkInterface left',
    'Address left',
    'SecurityGroup left',
    'RouteTable left',
    'NetworkAcl left',
  ]);
  expect(differences[0]).toEqual({
    resource: 'Vpc',
    id: other,
    side: 'left',
    attributes: [{ name: 'CidrBlock', left: '10.9.0.0/16' }],
  });
  expect(differences[1]?.attributes).toEqual([{ name: 'AvailableIpAddressCount', left: '249', right: '251' }]);
  expect(differences[2]).toMatchObject({ id: instance.InstanceId, name: 'web-1' });
  expect(differences[3]).toMatchObject({ id: eni.NetworkInterfaceId });
  expect(differences[3]?.attributes).toContainEqual({ name: 'Description', left: 'spare' });
  expect(differences[5]).toMatchObject({ id: AllocationId, attributes: [{ name: 'PublicIp' }] });
});

test('attributes of calls of their own are compared too, and names that do not agree are none', () => {
  const { account, vpc } = network();
  account.call('CreateTags', { Resources: [vpc], Tags: [{ Key: 'Name', Value: 'before' }] });
  const before = copy(account);
  account.call('ModifyVpcAttribute', { VpcId: vpc, EnableDnsHostnames: { Value: true } });
  expect(compare(before, account.world)).toEqual([
    {
      resource: 'Vpc',
      id: vpc,
      name: 'before',
      side: 'both',
      attributes: [{ name: 'EnableDnsHostnames.Value', left: 'false', right: 'true' }],
    },
  ]);
  account.call('CreateTags', { Resources: [vpc], Tags: [{ Key: 'Name', Value: 'after' }] });
  expect(compare(before, account.world)[0]).toEqual({
    resource: 'Vpc',
    id: vpc,
    side: 'both',
    attributes: [
      { name: 'EnableDnsHostnames.Value', left: 'false', right: 'true' },
      { name: 'Tags[Name]', left: 'before', right: 'after' },
    ],
  });
});
