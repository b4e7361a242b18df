import { type Block, containsBlock, overlaps, parseBlock } from '../ip';
import { type Block6, block6Text, containsBlock6, overlaps6, parseBlock6 } from '../ip6';
import { type Vpc, vpcBlocks, vpcBlocks6 } from '../vpc/vpc';
import type { World } from '../world';
import { subnetErrors } from './errors';
import { isIpv6Only, subnetBlock, subnetBlock6 } from './subnet';

/** The IPv4 block that a call gives, with its host bits cleared. */
export function readBlock(cidr: string): Block {
  const block = parseBlock(cidr);
  if (!block) throw subnetErrors.malformedCidr(cidr);
  return block;
}

/** The IPv6 block that a call gives, with its host bits cleared. */
export function readBlock6(cidr: string): Block6 {
  const block = parseBlock6(cidr);
  if (!block) throw subnetErrors.malformedCidr6(cidr);
  return block;
}

/**
 * Refuse a block that is no /16 to /28 inside one of the VPC's, or overlaps another subnet. Cost: the subnets of the VPC.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function expectPermitted(world: World, vpc: Vpc, cidr: string, block: Block): void {
  if (block.prefix < 16 || block.prefix > 28) throw subnetErrors.range(cidr);
  if (!vpcBlocks(vpc).some((outer) => containsBlock(outer, block))) throw subnetErrors.range(cidr);
  const siblings = world.subnets.by('VpcId', vpc.VpcId).filter((sibling) => !isIpv6Only(sibling));
  if (siblings.some((sibling) => overlaps(subnetBlock(sibling), block))) throw subnetErrors.conflict(cidr);
}

/**
 * Refuse an IPv6 block that is no /44 to /64, in steps of four, inside one of the VPC's, or overlaps another subnet. Cost: the
 * subnets of the VPC.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html#subnet-sizing-ipv6
 */
export function expectPermitted6(world: World, vpc: Vpc, cidr: string, block: Block6): void {
  if (block.prefix < 44 || block.prefix > 64 || block.prefix % 4 !== 0) throw subnetErrors.range(cidr);
  if (!vpcBlocks6(vpc).some((outer) => containsBlock6(outer, block))) throw subnetErrors.range(cidr);
  if (isTaken6(world, vpc, block)) throw subnetErrors.conflict(cidr);
}

/** The first /64 of the VPC's IPv6 blocks that no subnet has; undefined when there is none. */
export function findFreeBlock6(world: World, vpc: Vpc): string | undefined {
  for (const outer of vpcBlocks6(vpc)) {
    for (let step = 0n; step < 1n << BigInt(64 - outer.prefix); step += 1n) {
      const block = { base: outer.base + (step << 64n), prefix: 64 };
      if (!isTaken6(world, vpc, block)) return block6Text(block);
    }
  }
  return undefined;
}

const isTaken6 = (world: World, { VpcId }: Vpc, block: Block6): boolean =>
  world.subnets.by('VpcId', VpcId).some((sibling) => {
    const taken = subnetBlock6(sibling);
    return taken !== undefined && overlaps6(taken, block);
  });
