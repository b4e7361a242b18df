import { newId, nextSequence } from '../ids';
import { blockText } from '../ip';
import { block6Text } from '../ip6';
import { operation } from '../operation';
import { zonesOf } from '../region/zones';
import { boolean, notModelled, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { associating } from '../vpc/block-association';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { namedZone } from './choose-zone';
import { subnetErrors } from './errors';
import { expectPermitted, expectPermitted6, readBlock, readBlock6 } from './permitted-block';
import { describeSubnet, type Subnet } from './subnet';

/**
 * CreateSubnet: carve a block of IPv4 addresses, of IPv6 addresses or one of each out of a VPC's blocks. In an IPv6-only
 * subnet each interface is given an IPv6 address.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html
 * Not modelled: IPAM pools, Outposts.
 */
export const createSubnet = operation({
  name: 'CreateSubnet',
  input: {
    TagSpecifications: tagSpecifications,
    AvailabilityZone: string,
    AvailabilityZoneId: string,
    CidrBlock: string,
    Ipv6CidrBlock: string,
    OutpostArn: notModelled,
    VpcId: required(string),
    Ipv6Native: boolean,
    Ipv4IpamPoolId: notModelled,
    Ipv4NetmaskLength: notModelled,
    Ipv6IpamPoolId: notModelled,
    Ipv6NetmaskLength: notModelled,
  },
  run(world, input) {
    const { CidrBlock: cidr, Ipv6CidrBlock: cidr6, Ipv6Native: native = false } = input;
    if (native && cidr) throw subnetErrors.nativeWithIpv4();
    if (native && !cidr6) throw subnetErrors.nativeWithoutIpv6();
    // Assumed: an IPv6 block alone does not make a subnet IPv6-only.
    if (!native && !cidr) throw subnetErrors.noBlock();
    const block = cidr ? readBlock(cidr) : undefined;
    const block6 = cidr6 ? readBlock6(cidr6) : undefined;
    const Tags = tagsFor(world, input.TagSpecifications, 'subnet');
    const vpc = getVpc(world, input.VpcId);
    // AWS picks a zone when none is named, and does not say how.
    const AvailabilityZone = namedZone(world, input) ?? zonesOf(world.region)[0] ?? '';
    if (cidr && block) expectPermitted(world, vpc, cidr, block);
    if (cidr6 && block6) expectPermitted6(world, vpc, cidr6, block6);
    if (world.subnets.count('VpcId', vpc.VpcId) >= world.quotas.subnetsPerVpc) throw subnetErrors.limit();

    const subnet = world.subnets.insert({
      creation: nextSequence(world),
      SubnetId: newId(world, 'subnet'),
      VpcId: vpc.VpcId,
      CidrBlock: block ? blockText(block) : '',
      ...(block6 && { ipv6Block: newSubnetBlock6(world, block6Text(block6)) }),
      ...(native && { AssignIpv6AddressOnCreation: true as const }),
      AvailabilityZone,
      DefaultForAz: false,
      MapPublicIpOnLaunch: false,
      Tags,
    });
    return { Subnet: describeSubnet(world, subnet, true) };
  },
});

/** The association of an IPv6 block with a subnet, which begins now. */
export const newSubnetBlock6 = (world: World, Ipv6CidrBlock: string): NonNullable<Subnet['ipv6Block']> => ({
  AssociationId: newId(world, 'subnetCidrAssociation'),
  Ipv6CidrBlock,
  ...associating(world),
});
