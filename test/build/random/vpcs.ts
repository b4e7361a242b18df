import { blockText } from '@/lib/engine/ip';
import { block6Text, parseBlock6 } from '@/lib/engine/ip6';
import { subnetBlock6 } from '@/lib/engine/subnet/subnet';
import { type Vpc, vpcBlocks, vpcBlocks6 } from '@/lib/engine/vpc/vpc';
import type { World } from '@/lib/engine/world';
import type { TestAccount } from '../account';
import type { Choices } from '../choices';
import { nonsense } from '../choices';
import { makeGateway } from '../network-interface';
import { blocks, described, type Input, keys, tag, tagged, tags, zones } from './parts';

export const inputs: { readonly [operation: string]: Input } = {
  AttachInternetGateway: (choose, world) => ({
    InternetGatewayId: choose.id(world.internetGateways, ({ attachedTo }) => attachedTo === undefined),
    VpcId: choose.id(world.vpcs, ({ VpcId }) => world.internetGateways.count('attachedTo', VpcId) === 0),
  }),
  CreateInternetGateway: tagged('internet-gateway'),
  DeleteInternetGateway: (choose, world) => ({
    InternetGatewayId: choose.id(world.internetGateways, ({ attachedTo }) => attachedTo === undefined),
  }),
  DescribeInternetGateways: described('InternetGatewayIds', (choose, world) => choose.ids(world.internetGateways)),
  DetachInternetGateway: (choose, world) => {
    const gateway = choose.row(world.internetGateways, ({ attachedTo }) => {
      return attachedTo !== undefined && world.subnets.count('VpcId', attachedTo) < 3;
    });
    return { InternetGatewayId: gateway?.InternetGatewayId, VpcId: gateway?.attachedTo ?? choose.id(world.vpcs) };
  },
  DescribeAvailabilityZones: described('ZoneNames', () => ['us-east-1a']),
  DescribeRegions: described('RegionNames', () => ['us-east-1', 'eu-west-1']),
  CreateDefaultSubnet: (choose) => ({
    AvailabilityZone: choose.one(zones),
    ...(choose.chance(20) && { Ipv6Native: true }),
  }),
  CreateSubnet: (choose, world) => {
    const vpc = choose.row(world.vpcs, ({ ipv6Blocks }) => choose.chance(50) || ipv6Blocks !== undefined);
    const [first, ...more] = vpc ? vpcBlocks(vpc) : [];
    const base = (first && choose.one([first, first, ...more]).base) ?? 0;
    const Ipv6CidrBlock = choose.chance(40) && vpc ? someBlock6(choose, vpc) : undefined;
    return {
      VpcId: vpc?.VpcId ?? choose.one(nonsense),
      ...(Ipv6CidrBlock && choose.chance(30)
        ? { Ipv6Native: true }
        : { CidrBlock: blockText({ base: base + 64 * choose.below(12), prefix: choose.one([26, 26, 28, 24]) }) }),
      ...(Ipv6CidrBlock && { Ipv6CidrBlock }),
      AvailabilityZone: choose.one(zones),
      ...tagged('subnet')(choose),
    };
  },
  AssociateSubnetCidrBlock: (choose, world) => {
    const subnet = choose.row(world.subnets, (row) => {
      return subnetBlock6(row) === undefined && world.vpcs.get(row.VpcId)?.ipv6Blocks !== undefined;
    });
    const vpc = world.vpcs.get(subnet?.VpcId ?? '');
    return {
      SubnetId: subnet?.SubnetId ?? choose.one(nonsense),
      Ipv6CidrBlock: (vpc && someBlock6(choose, vpc)) ?? choose.one(nonsense),
    };
  },
  DisassociateSubnetCidrBlock: (choose, world) => ({
    AssociationId:
      choose.row(world.subnets, (row) => subnetBlock6(row) !== undefined && !row.AssignIpv6AddressOnCreation)?.ipv6Block
        ?.AssociationId ?? choose.one(nonsense),
  }),
  DeleteSubnet: (choose, world) => ({ SubnetId: choose.id(world.subnets) }),
  DescribeSubnets: described('SubnetIds', (choose, world) => choose.ids(world.subnets)),
  ModifySubnetAttribute: (choose, world) => ({
    SubnetId: choose.id(world.subnets),
    ...choose.one<() => object>([
      () => ({ MapPublicIpOnLaunch: { Value: choose.chance(50) } }),
      () => ({ AssignIpv6AddressOnCreation: { Value: choose.chance(50) } }),
      () => ({ EnableDns64: { Value: choose.chance(50) } }),
      () => ({ PrivateDnsHostnameTypeOnLaunch: choose.one(['ip-name', 'resource-name']) }),
      () => ({ EnableResourceNameDnsARecordOnLaunch: { Value: choose.chance(50) } }),
      () => ({ EnableResourceNameDnsAAAARecordOnLaunch: { Value: choose.chance(50) } }),
    ])(),
  }),
  CreateTags: (choose, world) => ({ Resources: someResources(choose, world), Tags: tags(choose) }),
  DeleteTags: (choose, world) => ({
    Resources: someResources(choose, world),
    ...(choose.chance(70) && { Tags: [choose.chance(50) ? tag(choose) : { Key: choose.one(keys) }] }),
  }),
  DescribeTags: described('Filters', () => []),
  CreateDefaultVpc: () => ({}),
  CreateVpc: (choose) => ({
    CidrBlock: choose.one(blocks),
    ...(choose.chance(40) && { AmazonProvidedIpv6CidrBlock: true }),
    ...tagged('vpc')(choose),
  }),
  AssociateVpcCidrBlock: (choose, world) => ({
    VpcId: choose.id(world.vpcs),
    ...choose.one([
      { CidrBlock: '100.64.0.0/16' },
      { CidrBlock: `10.${2 + choose.below(5)}.0.0/20` },
      { CidrBlock: '172.16.0.0/16' },
      { AmazonProvidedIpv6CidrBlock: true },
      { AmazonProvidedIpv6CidrBlock: true },
    ]),
  }),
  DisassociateVpcCidrBlock: (choose, world) => {
    const vpc = choose.row(world.vpcs, ({ ipv6Blocks, secondaryBlocks }) => !!ipv6Blocks || !!secondaryBlocks);
    const added = [...(vpc?.secondaryBlocks ?? []), ...(vpc?.ipv6Blocks ?? [])];
    return { AssociationId: added[choose.below(added.length || 1)]?.AssociationId ?? vpc?.associationId };
  },
  AssociateDhcpOptions: (choose, world) => ({
    VpcId: choose.id(world.vpcs),
    DhcpOptionsId: choose.chance(30) ? 'default' : choose.id(world.dhcpOptions),
  }),
  CreateDhcpOptions: (choose) => ({
    DhcpConfigurations: [
      { Key: choose.one(['domain-name', 'domain-name', '__proto__']), Values: ['example.com'] },
      { Key: 'domain-name-servers', Values: choose.one([['10.2.5.1', '10.2.5.2'], ['AmazonProvidedDNS'], ['x']]) },
    ],
    ...tagged('dhcp-options')(choose),
  }),
  DeleteDhcpOptions: (choose, world) => ({
    DhcpOptionsId: choose.id(world.dhcpOptions, (row) => world.vpcs.count('DhcpOptionsId', row.DhcpOptionsId) === 0),
  }),
  DescribeDhcpOptions: described('DhcpOptionsIds', (choose, world) => choose.ids(world.dhcpOptions)),
  CreateEgressOnlyInternetGateway: (choose, world) => ({
    VpcId: choose.id(world.vpcs, ({ VpcId }) => world.egressOnlyInternetGateways.count('VpcId', VpcId) === 0),
    ...(choose.chance(20) && { ClientToken: 'token' }),
    ...tagged('egress-only-internet-gateway')(choose),
  }),
  DeleteEgressOnlyInternetGateway: (choose, world) => ({
    EgressOnlyInternetGatewayId: choose.id(world.egressOnlyInternetGateways),
  }),
  DescribeEgressOnlyInternetGateways: described('EgressOnlyInternetGatewayIds', (choose, world) =>
    choose.ids(world.egressOnlyInternetGateways),
  ),
  DeleteVpc: (choose, world) => ({
    VpcId: choose.id(world.vpcs, ({ VpcId }) => world.subnets.count('VpcId', VpcId) === 0),
  }),
  DescribeVpcAttribute: (choose, world) => ({
    VpcId: choose.id(world.vpcs),
    Attribute: choose.one(['enableDnsSupport', 'enableDnsHostnames', '__proto__']),
  }),
  DescribeVpcs: described('VpcIds', (choose, world) => choose.ids(world.vpcs)),
  ModifyVpcAttribute: (choose, world) => ({
    VpcId: choose.id(world.vpcs),
    ...choose.one<object>([
      { EnableDnsSupport: { Value: true } },
      { EnableDnsHostnames: { Value: true } },
      { EnableDnsHostnames: { Value: false } },
    ]),
  }),
};

/** A /64 of one of the VPC's IPv6 blocks; undefined when it has none. */
const someBlock6 = (choose: Choices, vpc: Vpc): string | undefined => {
  const [block] = vpcBlocks6(vpc);
  return block && block6Text({ base: block.base + (BigInt(choose.below(256)) << 64n), prefix: 64 });
};

/** A VPC with a secondary block and IPv6, subnets with IPv6 and without IPv4, a set of DHCP options and a gateway out. */
export function furnish(account: TestAccount): void {
  const { Vpc } = account.call<{ Vpc: Vpc }>('CreateVpc', {
    CidrBlock: '10.8.0.0/16',
    AmazonProvidedIpv6CidrBlock: true,
  });
  const { VpcId } = Vpc;
  account.call('AssociateVpcCidrBlock', { VpcId, CidrBlock: '100.64.0.0/20' });
  const blocks6 = account.world.vpcs.get(VpcId)?.ipv6Blocks ?? [];
  const [of0, of1] = [0n, 1n].map((at) => {
    const block = parseBlock6(blocks6[0]?.Ipv6CidrBlock ?? '');
    return block && block6Text({ base: block.base + (at << 64n), prefix: 64 });
  });
  account.call('CreateSubnet', { VpcId, CidrBlock: '10.8.1.0/24', Ipv6CidrBlock: of0 });
  account.call('CreateSubnet', { VpcId, Ipv6Native: true, Ipv6CidrBlock: of1 });
  account.call('CreateDhcpOptions', { DhcpConfigurations: [{ Key: 'domain-name', Values: ['example.com'] }] });
  account.call('CreateEgressOnlyInternetGateway', { VpcId });
  makeGateway(account, VpcId);
}

const someResources = (choose: Choices, world: World): string[] =>
  choose.one<() => string[]>([
    () => choose.ids(world.networkInterfaces),
    () => choose.ids(world.instances),
    () => choose.ids(world.subnets),
    () => choose.ids(world.securityGroupRules),
    () => choose.ids(world.addresses),
    () => choose.ids(world.internetGateways),
    () => choose.ids(world.dhcpOptions),
    () => choose.ids(world.egressOnlyInternetGateways),
  ])();
