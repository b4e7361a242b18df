import { stays } from '../vpc/block-association';
import type { Vpc } from '../vpc/vpc';
import type { World } from '../world';

/** Records never change, so what was read out of one stays right. */
const known = new WeakMap<Vpc, readonly string[]>();

/** The IPv4 and IPv6 blocks of a VPC in canonical text; none of one that is gone. */
export function vpcCidrs(world: World, vpcId: string): readonly string[] {
  const vpc = world.vpcs.get(vpcId);
  if (!vpc) return [];
  const cidrs = known.get(vpc) ?? [
    vpc.CidrBlock,
    ...(vpc.secondaryBlocks ?? []).filter(stays).map(({ CidrBlock }) => CidrBlock),
    ...(vpc.ipv6Blocks ?? []).filter(stays).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ];
  known.set(vpc, cidrs);
  return cidrs;
}

/** The VPC by name and blocks, for sentences: `app (10.0.0.0/16)`. */
export const vpcText = (world: World, vpcId: string): string => {
  const name = world.vpcs.get(vpcId)?.Tags.find(({ Key }) => Key === 'Name')?.Value;
  return `${name || vpcId} (${vpcCidrs(world, vpcId).join(', ') || 'gone'})`;
};
