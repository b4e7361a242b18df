import { containsBlock } from '../ip';
import { containsBlock6 } from '../ip6';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { isIpv6Only, type Subnet, subnetBlock, subnetBlock6 } from '../subnet/subnet';
import type { World } from '../world';
import { disassociating, stays } from './block-association';
import { describeBlock, describeBlock6 } from './describe-blocks';
import { vpcBlockErrors } from './errors';
import { block6Of, blockOf, type Vpc } from './vpc';

/**
 * DisassociateVpcCidrBlock: take a block that was added from its VPC, once no subnet lies in it. The block that the VPC was
 * created with stays. Cost: the subnets of the VPC.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateVpcCidrBlock.html
 */
export const disassociateVpcCidrBlock = operation({
  name: 'DisassociateVpcCidrBlock',
  dryRun: false,
  input: { AssociationId: required(string) },
  run(world, { AssociationId }) {
    if (!AssociationId.startsWith('vpc-cidr-assoc-')) throw vpcBlockErrors.malformedAssociation(AssociationId);
    const vpc = world.vpcs.first('blockAssociation', AssociationId);
    const going = (block: { AssociationId: string }) => block.AssociationId === AssociationId;
    if (vpc?.associationId === AssociationId) throw vpcBlockErrors.primary(AssociationId);
    const block = vpc?.secondaryBlocks?.find(going);
    if (vpc && block && stays(block)) {
      const range = blockOf(block.CidrBlock);
      expectUnused(world, vpc, block.CidrBlock, (subnet) => {
        return !isIpv6Only(subnet) && containsBlock(range, subnetBlock(subnet));
      });
      const gone = disassociating(world, block);
      world.vpcs.replace({
        ...vpc,
        secondaryBlocks: vpc.secondaryBlocks?.map((one) => (one === block ? gone : one)) ?? [],
      });
      return { CidrBlockAssociation: describeBlock(world, gone), VpcId: vpc.VpcId };
    }
    const block6 = vpc?.ipv6Blocks?.find(going);
    if (vpc && block6 && stays(block6)) {
      const range = block6Of(block6.Ipv6CidrBlock);
      expectUnused(world, vpc, block6.Ipv6CidrBlock, (subnet) => {
        const own = subnetBlock6(subnet);
        return own !== undefined && containsBlock6(range, own);
      });
      const gone = disassociating(world, block6);
      world.vpcs.replace({ ...vpc, ipv6Blocks: vpc.ipv6Blocks?.map((one) => (one === block6 ? gone : one)) ?? [] });
      return { Ipv6CidrBlockAssociation: describeBlock6(world, gone), VpcId: vpc.VpcId };
    }
    throw vpcBlockErrors.unknownAssociation(AssociationId);
  },
});

function expectUnused(world: World, { VpcId }: Vpc, cidr: string, lies: (subnet: Subnet) => boolean): void {
  if (world.subnets.by('VpcId', VpcId).some(lies)) throw vpcBlockErrors.inUse(VpcId, cidr);
}
