import { newId, nextSequence } from '../ids';
import { blockText, containsBlock, overlaps, parseBlock } from '../ip';
import { operation } from '../operation';
import { zonesOf } from '../region/zones';
import { notModelled, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getVpc, vpcBlock } from '../vpc/vpc';
import { namedZone } from './choose-zone';
import { subnetErrors } from './errors';
import { describeSubnet, subnetBlock } from './subnet';

/**
 * CreateSubnet: carve a block of addresses out of a VPC.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html
 * Not modelled: IPv6, IPAM pools, Outposts.
 */
export const createSubnet = operation({
  name: 'CreateSubnet',
  input: {
    TagSpecifications: tagSpecifications,
    AvailabilityZone: string,
    AvailabilityZoneId: string,
    CidrBlock: string,
    Ipv6CidrBlock: notModelled,
    OutpostArn: notModelled,
    VpcId: required(string),
    Ipv6Native: notModelled,
    Ipv4IpamPoolId: notModelled,
    Ipv4NetmaskLength: notModelled,
    Ipv6IpamPoolId: notModelled,
    Ipv6NetmaskLength: notModelled,
  },
  run(world, input) {
    const cidr = input.CidrBlock;
    if (!cidr) throw subnetErrors.noBlock();
    const block = parseBlock(cidr);
    if (!block) throw subnetErrors.malformedCidr(cidr);
    const Tags = tagsFor(world, input.TagSpecifications, 'subnet');
    const vpc = getVpc(world, input.VpcId);
    // AWS picks a zone when none is named, and does not say how.
    const AvailabilityZone = namedZone(world, input) ?? zonesOf(world.region)[0] ?? '';
    if (block.prefix < 16 || block.prefix > 28) throw subnetErrors.range(cidr);
    if (!containsBlock(vpcBlock(vpc), block)) throw subnetErrors.range(cidr);
    const siblings = world.subnets.by('VpcId', vpc.VpcId);
    if (siblings.some((sibling) => overlaps(subnetBlock(sibling), block))) throw subnetErrors.conflict(cidr);
    if (siblings.length >= world.quotas.subnetsPerVpc) throw subnetErrors.limit();

    const subnet = world.subnets.insert({
      creation: nextSequence(world),
      SubnetId: newId(world, 'subnet'),
      VpcId: vpc.VpcId,
      CidrBlock: blockText(block),
      AvailabilityZone,
      DefaultForAz: false,
      MapPublicIpOnLaunch: false,
      Tags,
    });
    return { Subnet: describeSubnet(world, subnet, true) };
  },
});
