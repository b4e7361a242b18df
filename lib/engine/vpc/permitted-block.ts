import { type Block, containsBlock, overlaps, parseBlock } from '../ip';
import { peeringStatus } from '../vpc-peering-connection/vpc-peering-connection';
import type { World } from '../world';
import { vpcBlockErrors, vpcErrors } from './errors';
import { blockOf, type Vpc, vpcBlock, vpcBlocks } from './vpc';

/** Ranges that no VPC can have. */
const forbidden = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4'].map(blockOf);
/** RFC 1918. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(blockOf);
const benchmarking = blockOf('198.19.0.0/16');
const defaultVpcs = blockOf('172.31.0.0/16');
const lowestTwoOfTen = blockOf('10.0.0.0/15');
const lowestOfTen = blockOf('10.0.0.0/16');

/**
 * The IPv4 block that a call asks for as a VPC's, with its host bits cleared: a /16 to /28 outside of the ranges that AWS keeps.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#vpc-sizing-ipv4
 */
export function acceptVpcBlock(cidr: string): Block {
  const block = parseBlock(cidr);
  if (!block) throw vpcErrors.malformedCidr(cidr);
  if (block.prefix < 16 || block.prefix > 28) throw vpcErrors.range(cidr);
  if (forbidden.some((range) => overlaps(range, block))) throw vpcErrors.range(cidr);
  return block;
}

/**
 * Whether AWS keeps a range from VPCs of this kind as a secondary one, whose services use it.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 * Assumed: the range of the primary block decides, as older editions of the page say; the newer ones say "existing".
 */
function isRestricted(vpc: Vpc, block: Block): boolean {
  const primary = vpcBlock(vpc);
  const rangeOf = (one: Block) => privateRanges.findIndex((range) => overlaps(range, one));
  const [own, other] = [rangeOf(primary), rangeOf(block)];
  if (other >= 0 && other !== own) return true;
  if (overlaps(benchmarking, block)) return !overlaps(benchmarking, primary);
  if (overlaps(defaultVpcs, block)) return true;
  return overlaps(lowestOfTen, block) && vpcBlocks(vpc).some((existing) => containsBlock(lowestTwoOfTen, existing));
}

/**
 * Refuse a secondary block that is restricted, overlaps what the VPC or one of its peers has, or is as large as the destination
 * of one of its routes. A VPC that waits for a peer to accept gets no block. Cost: the VPC's blocks, routes and peers.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#vpc-resize
 */
export function expectAddable(world: World, vpc: Vpc, cidr: string, block: Block): void {
  if (isRestricted(vpc, block)) throw vpcBlockErrors.restricted(cidr);
  if (vpcBlocks(vpc).some((existing) => overlaps(existing, block))) throw vpcBlockErrors.overlap(cidr, vpc.VpcId);
  expectNoPeer(world, vpc, cidr, block);
  for (const { DestinationCidrBlock } of world.routeTables.by('VpcId', vpc.VpcId).flatMap(({ routes }) => routes)) {
    if (DestinationCidrBlock && containsBlock(block, blockOf(DestinationCidrBlock))) {
      throw vpcBlockErrors.route(cidr, DestinationCidrBlock);
    }
  }
}

/** The rules of https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#vpc-resize on peering connections. */
function expectNoPeer(world: World, { VpcId }: Vpc, cidr: string, block: Block): void {
  for (const peering of world.vpcPeeringConnections.by('VpcId', VpcId)) {
    const { VpcPeeringConnectionId: id, requester, accepter } = peering;
    const status = peeringStatus(world, peering);
    if (status === 'pending-acceptance' && requester === VpcId) throw vpcBlockErrors.pendingPeering(id);
    const peer = world.vpcs.get(requester === VpcId ? accepter : requester);
    if (status === 'active' && peer && vpcBlocks(peer).some((existing) => overlaps(existing, block))) {
      throw vpcBlockErrors.peer(cidr, id);
    }
  }
}
