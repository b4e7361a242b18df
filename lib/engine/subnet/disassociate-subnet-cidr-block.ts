import { operation } from '../operation';
import { required, string } from '../shapes';
import { disassociating, stays } from '../vpc/block-association';
import type { World } from '../world';
import { subnetBlockErrors } from './errors';
import { describeSubnetBlock6, isIpv6Only, type Subnet } from './subnet';

/**
 * DisassociateSubnetCidrBlock: take its IPv6 block from a subnet, once no interface holds an address of it and new ones are
 * given none. Cost: the interfaces of the subnet.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateSubnetCidrBlock.html;
 * test/transcripts/ground-truth.yaml, part 3.
 */
export const disassociateSubnetCidrBlock = operation({
  name: 'DisassociateSubnetCidrBlock',
  dryRun: false,
  input: { AssociationId: required(string) },
  run(world, { AssociationId }) {
    if (!AssociationId.startsWith('subnet-cidr-assoc-')) throw subnetBlockErrors.malformedAssociation(AssociationId);
    const subnet = world.subnets.first('blockAssociation', AssociationId);
    if (!subnet?.ipv6Block || !stays(subnet.ipv6Block)) throw subnetBlockErrors.unknownAssociation(AssociationId);
    if (isIpv6Only(subnet)) throw subnetBlockErrors.only(AssociationId);
    if (subnet.AssignIpv6AddressOnCreation) throw subnetBlockErrors.assigns(AssociationId);
    if (hasIpv6(world, subnet)) throw subnetBlockErrors.inUse(AssociationId);
    const ipv6Block = disassociating(world, subnet.ipv6Block);
    world.subnets.replace({ ...subnet, ipv6Block });
    return { Ipv6CidrBlockAssociation: describeSubnetBlock6(world, ipv6Block), SubnetId: subnet.SubnetId };
  },
});

const hasIpv6 = (world: World, { SubnetId }: Subnet): boolean =>
  world.networkInterfaces
    .by('SubnetId', SubnetId)
    .some(({ Ipv6Addresses = [], Ipv6Prefixes = [] }) => Ipv6Addresses.length + Ipv6Prefixes.length > 0);
