import { newId } from '../ids';
import { blockText } from '../ip';
import { operation } from '../operation';
import { boolean, notModelled, required, string } from '../shapes';
import type { World } from '../world';
import { allowIpv6 } from './allow-ipv6';
import { associating, isListed, stays } from './block-association';
import { acceptBorderGroup } from './create-vpc';
import { describeBlock, describeBlock6 } from './describe-blocks';
import { vpcBlockErrors } from './errors';
import { newIpv6Block } from './ipv6-block';
import { acceptVpcBlock, expectAddable } from './permitted-block';
import { getVpc, type Vpc, vpcBlocks, vpcBlocks6 } from './vpc';

/**
 * AssociateVpcCidrBlock: give a VPC another IPv4 block, or one of Amazon's IPv6 blocks. With the first IPv6 block the default
 * network ACL lets IPv6 through, and the default security group lets it out.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateVpcCidrBlock.html;
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 * Not modelled: IPv6 pools of one's own, IPAM pools, Local Zones.
 */
export const associateVpcCidrBlock = operation({
  name: 'AssociateVpcCidrBlock',
  dryRun: false,
  input: {
    CidrBlock: string,
    Ipv6CidrBlockNetworkBorderGroup: string,
    Ipv6Pool: notModelled,
    Ipv6CidrBlock: notModelled,
    Ipv4IpamPoolId: notModelled,
    Ipv4NetmaskLength: notModelled,
    Ipv6IpamPoolId: notModelled,
    Ipv6NetmaskLength: notModelled,
    VpcId: required(string),
    AmazonProvidedIpv6CidrBlock: boolean,
  },
  run(world, input) {
    const { CidrBlock, AmazonProvidedIpv6CidrBlock } = input;
    if (CidrBlock && AmazonProvidedIpv6CidrBlock) throw vpcBlockErrors.bothAsked();
    acceptBorderGroup(world, input);
    if (CidrBlock) return addIpv4(world, input.VpcId, CidrBlock);
    if (AmazonProvidedIpv6CidrBlock) return addIpv6(world, input.VpcId);
    throw vpcBlockErrors.nothingAsked();
  },
});

function addIpv4(world: World, vpcId: string, cidr: string): object {
  const asked = acceptVpcBlock(cidr);
  const vpc = getVpc(world, vpcId);
  const most = world.quotas.ipv4BlocksPerVpc;
  if (vpcBlocks(vpc).length >= most) throw vpcBlockErrors.limit(vpcId, most);
  expectAddable(world, vpc, cidr, asked);
  const block = {
    AssociationId: newId(world, 'vpcCidrAssociation'),
    CidrBlock: blockText(asked),
    ...associating(world),
  };
  world.vpcs.replace({ ...vpc, secondaryBlocks: [...listed(world, vpc.secondaryBlocks), block] });
  return { CidrBlockAssociation: describeBlock(world, block), VpcId: vpcId };
}

function addIpv6(world: World, vpcId: string): object {
  const vpc = getVpc(world, vpcId);
  const most = world.quotas.ipv6BlocksPerVpc;
  if (vpcBlocks6(vpc).length >= most) throw vpcBlockErrors.limit(vpcId, most);
  const block = newIpv6Block(world);
  const before: NonNullable<Vpc['ipv6Blocks']> = listed(world, vpc.ipv6Blocks);
  world.vpcs.replace({ ...vpc, ipv6Blocks: [...before, block] });
  if (!before.some(stays)) allowIpv6(world, vpcId);
  return { Ipv6CidrBlockAssociation: describeBlock6(world, block, true), VpcId: vpcId };
}

/** Without those that are listed no more. */
const listed = <B extends { goneAt?: number }>(world: World, blocks: readonly B[] = []): B[] =>
  blocks.filter((block) => isListed(world, block));
