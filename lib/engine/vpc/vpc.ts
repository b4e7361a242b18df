import { type Block, parseBlock } from '../ip';
import { type Block6, parseBlock6 } from '../ip6';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { type Association, stays } from './block-association';
import { describeBlocks, describeBlocks6 } from './describe-blocks';
import { vpcErrors } from './errors';

export interface Vpc extends Row {
  readonly VpcId: string;
  readonly CidrBlock: string;
  /** Id of the association of `CidrBlock` with the VPC. */
  readonly associationId: string;
  /** IPv4 blocks that were added later, in order; also those that are gone, until the next change. */
  readonly secondaryBlocks?: readonly (Association & { readonly CidrBlock: string })[];
  /** Amazon's IPv6 blocks, each a /56 in canonical text; also those that are gone, until the next change. */
  readonly ipv6Blocks?: readonly (Association & { readonly Ipv6CidrBlock: string })[];
  readonly DhcpOptionsId: string;
  readonly InstanceTenancy: string;
  readonly IsDefault: boolean;
  readonly enableDnsSupport: boolean;
  readonly enableDnsHostnames: boolean;
  readonly enableNetworkAddressUsageMetrics?: boolean;
  /** `pending` before this instant, ms since 1970 UTC. */
  readonly availableAt: number;
  readonly Tags: readonly Tag[];
}

export const vpcs = defineTable<Vpc>()('VpcId', {
  default: (vpc) => (vpc.IsDefault ? 'default' : undefined),
  DhcpOptionsId: (vpc) => vpc.DhcpOptionsId,
  ipv6Block: (vpc) => vpc.ipv6Blocks?.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  blockAssociation: (vpc) => [
    vpc.associationId,
    ...[...(vpc.secondaryBlocks ?? []), ...(vpc.ipv6Blocks ?? [])].map(({ AssociationId }) => AssociationId),
  ],
});

export function getVpc(world: World, id: string): Vpc {
  const vpc = world.vpcs.get(id);
  if (!vpc) throw id.startsWith('vpc-') ? vpcErrors.notFound(id) : vpcErrors.malformedId(id);
  return vpc;
}

/** An account has at most one. */
export const findDefaultVpc = (world: World): Vpc | undefined => world.vpcs.first('default', 'default');

/** The VPC's primary block. */
export const vpcBlock = (vpc: Vpc): Block => blockOf(vpc.CidrBlock);

/** Its IPv4 blocks, the primary one first, without those that are on their way out. */
export const vpcBlocks = (vpc: Vpc): Block[] => [
  vpcBlock(vpc),
  ...(vpc.secondaryBlocks ?? []).filter(stays).map(({ CidrBlock }) => blockOf(CidrBlock)),
];

/** Its IPv6 blocks without those that are on their way out. */
export const vpcBlocks6 = (vpc: Vpc): Block6[] =>
  (vpc.ipv6Blocks ?? []).filter(stays).map(({ Ipv6CidrBlock }) => block6Of(Ipv6CidrBlock));

/** A block of a record; its text was checked when it was written. */
export function blockOf(text: string): Block {
  const block = parseBlock(text);
  if (!block) throw new Error(`a record has the block ${text}`);
  return block;
}

/** An IPv6 block of a record; its text was checked when it was written. */
export function block6Of(text: string): Block6 {
  const block = parseBlock6(text);
  if (!block) throw new Error(`a record has the block ${text}`);
  return block;
}

export const vpcState = (world: World, vpc: Vpc): 'pending' | 'available' =>
  world.now < vpc.availableAt ? 'pending' : 'available';

/**
 * The VPC as AWS shows it. `created`: the answer to its creation, which has a list of IPv6 blocks even when there is none and
 * says nothing about public access; the description is the other way round. Tags are absent when there are none.
 * Source: output of the AWS CLI that users posted in 2025, and the CLI's examples.
 */
export function describeVpc(world: World, vpc: Vpc, created = false): object {
  const blocks6 = describeBlocks6(world, vpc, created);
  return {
    OwnerId: world.account,
    InstanceTenancy: vpc.InstanceTenancy,
    ...((created || blocks6.length > 0) && { Ipv6CidrBlockAssociationSet: blocks6 }),
    CidrBlockAssociationSet: describeBlocks(world, vpc),
    IsDefault: vpc.IsDefault,
    ...(vpc.Tags.length > 0 && { Tags: vpc.Tags }),
    ...(!created && { BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } }),
    VpcId: vpc.VpcId,
    State: vpcState(world, vpc),
    CidrBlock: vpc.CidrBlock,
    DhcpOptionsId: vpc.DhcpOptionsId,
  };
}
