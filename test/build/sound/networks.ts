import { containsBlock, overlaps } from '@/lib/engine/ip';
import { containsBlock6, overlaps6 } from '@/lib/engine/ip6';
import { isIpv6Only, type Subnet, subnetBlock, subnetBlock6 } from '@/lib/engine/subnet/subnet';
import { type Vpc, vpcBlocks, vpcBlocks6 } from '@/lib/engine/vpc/vpc';
import type { World } from '@/lib/engine/world';
import { hold, isDistinct } from './hold';

/** VPCs, their blocks, their subnets and what every one of them has. */
export function expectNetworks(world: World): void {
  for (const vpc of world.vpcs.list()) {
    const { VpcId, DhcpOptionsId } = vpc;
    expectBlocks(vpc, world.subnets.by('VpcId', VpcId));
    hold(vpcBlocks(vpc).length <= world.quotas.ipv4BlocksPerVpc, 'IPv4 blocks keep to the quota');
    hold(vpcBlocks6(vpc).length <= world.quotas.ipv6BlocksPerVpc, 'IPv6 blocks keep to the quota');
    hold(DhcpOptionsId === 'default' || world.dhcpOptions.get(DhcpOptionsId), `${VpcId} has options`);
    hold(world.internetGateways.count('attachedTo', VpcId) < 2, 'a VPC has one internet gateway');
    hold(world.egressOnlyInternetGateways.count('VpcId', VpcId) < 2, 'a VPC has one egress-only gateway');
    hold(world.routeTables.count('main', VpcId) === 1, 'a VPC has one main route table');
    hold(world.networkAcls.count('default', VpcId) === 1, 'a VPC has one default network ACL');
    const names = world.securityGroups.by('VpcId', VpcId).map(({ GroupName }) => GroupName);
    hold(names.includes('default') && isDistinct(names), 'a VPC has one default group, and no name twice');
  }
  const blocks6 = world.vpcs.list().flatMap(({ ipv6Blocks = [] }) => ipv6Blocks.map((block) => block.Ipv6CidrBlock));
  hold(isDistinct(blocks6), 'an IPv6 block is one VPC’s');
  hold(world.vpcs.count('default', 'default') < 2, 'there is one default VPC');
}

function expectBlocks(vpc: Vpc, subnets: readonly Subnet[]): void {
  const outer = vpcBlocks(vpc);
  const inner = subnets.filter((subnet) => !isIpv6Only(subnet)).map(subnetBlock);
  const outer6 = vpcBlocks6(vpc);
  const inner6 = subnets.flatMap((subnet) => subnetBlock6(subnet) ?? []);
  hold(!overlapping(outer, overlaps), 'blocks of a VPC do not overlap');
  hold(!overlapping(inner, overlaps), 'subnets do not overlap');
  hold(!overlapping(inner6, overlaps6), 'subnets do not overlap in IPv6');
  for (const block of inner)
    hold(
      outer.some((one) => containsBlock(one, block)),
      'a subnet is in its VPC',
    );
  for (const block of inner6)
    hold(
      outer6.some((one) => containsBlock6(one, block)),
      'a subnet is in its VPC, in IPv6',
    );
  for (const subnet of subnets) {
    const needs = isIpv6Only(subnet) || subnet.AssignIpv6AddressOnCreation;
    if (needs) hold(subnetBlock6(subnet), `${subnet.SubnetId} has an IPv6 block`);
  }
}

const overlapping = <B>(blocks: readonly B[], overlap: (a: B, b: B) => boolean): boolean =>
  blocks.some((block, index) => blocks.slice(0, index).some((other) => overlap(other, block)));
