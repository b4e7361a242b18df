import type { World } from '../world';
import { type Association, associationStateOf, isListed } from './block-association';
import type { Vpc } from './vpc';

/** An IPv4 block's association as AWS shows it. */
export const describeBlock = (world: World, { AssociationId, CidrBlock, ...block }: ShownBlock): object => ({
  AssociationId,
  CidrBlock,
  CidrBlockState: { State: associationStateOf(world, block) },
});
type ShownBlock = Partial<Association> & { readonly AssociationId: string; readonly CidrBlock: string };

/**
 * An IPv6 block's association as AWS shows it. `created`: the answer to the call that asks for the block, which does not
 * know it yet. Source: the CLI's examples for create-vpc and associate-vpc-cidr-block; the members on its origin by the model.
 */
export const describeBlock6 = (
  world: World,
  block: NonNullable<Vpc['ipv6Blocks']>[number],
  created = false,
): object => ({
  AssociationId: block.AssociationId,
  Ipv6CidrBlock: created ? '' : block.Ipv6CidrBlock,
  Ipv6CidrBlockState: { State: associationStateOf(world, block) },
  NetworkBorderGroup: world.region,
  Ipv6Pool: 'Amazon',
  Ipv6AddressAttribute: 'public',
  IpSource: 'amazon',
});

/** All its IPv4 blocks that are listed, as AWS shows them. */
export const describeBlocks = (world: World, vpc: Vpc): object[] =>
  [{ AssociationId: vpc.associationId, CidrBlock: vpc.CidrBlock }, ...(vpc.secondaryBlocks ?? [])]
    .filter((block) => isListed(world, block))
    .map((block) => describeBlock(world, block));

/** Its IPv6 blocks that are listed, as AWS shows them. */
export const describeBlocks6 = (world: World, vpc: Vpc, created = false): object[] =>
  (vpc.ipv6Blocks ?? [])
    .filter((block) => isListed(world, block))
    .map((block) => describeBlock6(world, block, created));
