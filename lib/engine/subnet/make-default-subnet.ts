import { newId, nextSequence } from '../ids';
import { blockText, overlaps, sizeOf } from '../ip';
import { type Vpc, vpcBlock } from '../vpc/vpc';
import type { World } from '../world';
import { newSubnetBlock6 } from './create-subnet';
import { subnetErrors } from './errors';
import { findFreeBlock6 } from './permitted-block';
import { isIpv6Only, type Subnet, subnetBlock } from './subnet';

const prefix = 20;

/**
 * Make the default subnet of a zone: the first free /20 of the default VPC, whose instances are given public addresses.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 * Assumed: blocks are taken in order, and a default VPC without a free one refuses as for any taken block.
 */
export function makeDefaultSubnet(world: World, vpc: Vpc, zone: string): Subnet {
  const whole = vpcBlock(vpc);
  const step = sizeOf({ base: 0, prefix });
  const siblings = world.subnets.by('VpcId', vpc.VpcId).filter((sibling) => !isIpv6Only(sibling));
  for (let base = whole.base; base < whole.base + sizeOf(whole); base += step) {
    const block = { base, prefix };
    if (siblings.some((sibling) => overlaps(subnetBlock(sibling), block))) continue;
    return insertDefault(world, vpc, zone, { CidrBlock: blockText(block), MapPublicIpOnLaunch: true });
  }
  throw subnetErrors.conflict(blockText({ base: whole.base, prefix }));
}

/**
 * Make an IPv6-only default subnet of a zone: the first free /64 of the default VPC's IPv6 blocks. Refuses without one.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateDefaultSubnet.html
 */
export function makeIpv6DefaultSubnet(world: World, vpc: Vpc, zone: string): Subnet {
  const block = findFreeBlock6(world, vpc);
  if (block === undefined) throw subnetErrors.noIpv6InVpc(vpc.VpcId);
  return insertDefault(world, vpc, zone, {
    CidrBlock: '',
    ipv6Block: newSubnetBlock6(world, block),
    AssignIpv6AddressOnCreation: true,
    MapPublicIpOnLaunch: false,
  });
}

const insertDefault = (
  world: World,
  { VpcId }: Vpc,
  AvailabilityZone: string,
  own: Pick<Subnet, 'CidrBlock' | 'ipv6Block' | 'AssignIpv6AddressOnCreation' | 'MapPublicIpOnLaunch'>,
): Subnet =>
  world.subnets.insert({
    creation: nextSequence(world),
    SubnetId: newId(world, 'subnet'),
    VpcId,
    AvailabilityZone,
    DefaultForAz: true,
    Tags: [],
    ...own,
  });
