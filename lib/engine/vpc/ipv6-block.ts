import { mix, newId } from '../ids';
import { block6Text } from '../ip6';
import { ipv6Range } from '../region/zones';
import type { World } from '../world';
import { associating } from './block-association';
import { block6Of, type Vpc } from './vpc';

/**
 * A new Amazon-provided IPv6 block for a VPC: a /56 of the Region's range that no VPC has, drawn from the world's seed and
 * sequence. It is `associating` at first.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#vpc-sizing-ipv6
 */
export function newIpv6Block(world: World): NonNullable<Vpc['ipv6Blocks']>[number] {
  const range = block6Of(ipv6Range(world.region));
  const count = 1n << BigInt(56 - range.prefix);
  const drawn = BigInt(mix(`${world.seed}/ipv6`, world.sequence));
  for (let step = 0n; ; step += 1n) {
    const base = range.base + (((drawn + step) % count) << 72n);
    const Ipv6CidrBlock = block6Text({ base, prefix: 56 });
    if (world.vpcs.count('ipv6Block', Ipv6CidrBlock) > 0) continue;
    return { AssociationId: newId(world, 'vpcCidrAssociation'), Ipv6CidrBlock, ...associating(world) };
  }
}
