import { newId, nextSequence } from '../ids';
import { blockText, overlaps, sizeOf } from '../ip';
import { type Vpc, vpcBlock } from '../vpc/vpc';
import type { World } from '../world';
import { subnetErrors } from './errors';
import { type Subnet, subnetBlock } from './subnet';

const prefix = 20;

/**
 * Make the default subnet of a zone: the first free /20 of the default VPC, whose instances are given public addresses.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 * Assumed: blocks are taken in order, and a default VPC without a free one refuses as for any taken block.
 */
export function makeDefaultSubnet(world: World, vpc: Vpc, zone: string): Subnet {
  const whole = vpcBlock(vpc);
  const step = sizeOf({ base: 0, prefix });
  const siblings = world.subnets.by('VpcId', vpc.VpcId);
  for (let base = whole.base; base < whole.base + sizeOf(whole); base += step) {
    const block = { base, prefix };
    if (siblings.some((sibling) => overlaps(subnetBlock(sibling), block))) continue;
    return world.subnets.insert({
      creation: nextSequence(world),
      SubnetId: newId(world, 'subnet'),
      VpcId: vpc.VpcId,
      CidrBlock: blockText(block),
      AvailabilityZone: zone,
      DefaultForAz: true,
      MapPublicIpOnLaunch: true,
      Tags: [],
    });
  }
  throw subnetErrors.conflict(blockText({ base: whole.base, prefix }));
}
