import { type Block, parseBlock } from '../ip';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { vpcErrors } from './errors';

export interface Vpc extends Row {
  readonly VpcId: string;
  readonly CidrBlock: string;
  /** Id of the association of `CidrBlock` with the VPC. */
  readonly associationId: string;
  readonly DhcpOptionsId: string;
  readonly InstanceTenancy: string;
  readonly IsDefault: boolean;
  readonly enableDnsSupport: boolean;
  readonly enableDnsHostnames: boolean;
  /** `pending` before this instant, ms since 1970 UTC. */
  readonly availableAt: number;
  readonly Tags: readonly Tag[];
}

export const vpcs = defineTable<Vpc>()('VpcId', { default: (vpc) => (vpc.IsDefault ? 'default' : undefined) });

export function getVpc(world: World, id: string): Vpc {
  const vpc = world.vpcs.get(id);
  if (!vpc) throw id.startsWith('vpc-') ? vpcErrors.notFound(id) : vpcErrors.malformedId(id);
  return vpc;
}

/** An account has at most one. */
export const findDefaultVpc = (world: World): Vpc | undefined => world.vpcs.first('default', 'default');

/** The VPC's block; its text was checked when the VPC was made. */
export function vpcBlock(vpc: Vpc): Block {
  const block = parseBlock(vpc.CidrBlock);
  if (!block) throw new Error(`${vpc.VpcId} has the block ${vpc.CidrBlock}`);
  return block;
}

export const vpcState = (world: World, vpc: Vpc): 'pending' | 'available' =>
  world.now < vpc.availableAt ? 'pending' : 'available';

/**
 * The VPC as AWS shows it. `created`: the answer to its creation, which has an empty list of IPv6 blocks and says
 * nothing about public access; the description is the other way round. Tags are absent when there are none.
 * Source: output of the AWS CLI that users posted in 2025, and the CLI's examples.
 */
export function describeVpc(world: World, vpc: Vpc, created = false): object {
  return {
    OwnerId: world.account,
    InstanceTenancy: vpc.InstanceTenancy,
    ...(created && { Ipv6CidrBlockAssociationSet: [] }),
    CidrBlockAssociationSet: [
      { AssociationId: vpc.associationId, CidrBlock: vpc.CidrBlock, CidrBlockState: { State: 'associated' } },
    ],
    IsDefault: vpc.IsDefault,
    ...(vpc.Tags.length > 0 && { Tags: vpc.Tags }),
    ...(!created && { BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } }),
    VpcId: vpc.VpcId,
    State: vpcState(world, vpc),
    CidrBlock: vpc.CidrBlock,
    DhcpOptionsId: vpc.DhcpOptionsId,
  };
}
