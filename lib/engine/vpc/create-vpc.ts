import { NotModelled } from '../aws-error';
import { blockText } from '../ip';
import { operation } from '../operation';
import { boolean, enumeration, notModelled, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import type { World } from '../world';
import { vpcErrors } from './errors';
import { makeVpc } from './make-vpc';
import { acceptVpcBlock } from './permitted-block';
import { describeVpc } from './vpc';

/**
 * CreateVpc: a network of its own, with its main route table, default network ACL and default security group, and on request
 * one of Amazon's IPv6 blocks. The block is made canonical.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html
 * Not modelled: IPv6 pools of one's own, IPAM pools, Local Zones, encryption controls.
 */
export const createVpc = operation({
  name: 'CreateVpc',
  input: {
    CidrBlock: string,
    Ipv6Pool: notModelled,
    Ipv6CidrBlock: notModelled,
    Ipv4IpamPoolId: notModelled,
    Ipv4NetmaskLength: notModelled,
    Ipv6IpamPoolId: notModelled,
    Ipv6NetmaskLength: notModelled,
    Ipv6CidrBlockNetworkBorderGroup: string,
    VpcEncryptionControl: notModelled,
    TagSpecifications: tagSpecifications,
    InstanceTenancy: enumeration('default', 'dedicated', 'host'),
    AmazonProvidedIpv6CidrBlock: boolean,
  },
  run(world, input) {
    const { CidrBlock: cidr, InstanceTenancy = 'default', AmazonProvidedIpv6CidrBlock: withIpv6 = false } = input;
    if (!cidr) throw vpcErrors.noBlock();
    acceptBorderGroup(world, input);
    const block = acceptVpcBlock(cidr);
    if (InstanceTenancy === 'host') throw vpcErrors.tenancy(InstanceTenancy);
    const wanted = {
      CidrBlock: blockText(block),
      InstanceTenancy,
      IsDefault: false,
      enableDnsHostnames: false,
      Tags: tagsFor(world, input.TagSpecifications, 'vpc'),
    };
    return { Vpc: describeVpc(world, makeVpc(world, wanted, withIpv6), true) };
  },
});

/** Check where an IPv6 block shall be advertised from: here it can only be the Region. */
export function acceptBorderGroup(
  world: World,
  input: {
    Ipv6CidrBlockNetworkBorderGroup?: string | undefined;
    AmazonProvidedIpv6CidrBlock?: boolean | undefined;
  },
): void {
  const group = input.Ipv6CidrBlockNetworkBorderGroup;
  if (!group) return;
  if (!input.AmazonProvidedIpv6CidrBlock) throw vpcErrors.borderGroupAlone();
  if (group !== world.region) throw new NotModelled(`the network border group ${group}`);
}
