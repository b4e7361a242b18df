import { blockText, parseBlock } from '../ip';
import { operation } from '../operation';
import { enumeration, notModelled, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { vpcErrors } from './errors';
import { makeVpc } from './make-vpc';
import { describeVpc } from './vpc';

/**
 * CreateVpc: a network of its own, with a default security group. The block is made canonical.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html
 * Not modelled: IPv6, IPAM pools, encryption controls.
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
    Ipv6CidrBlockNetworkBorderGroup: notModelled,
    VpcEncryptionControl: notModelled,
    TagSpecifications: tagSpecifications,
    InstanceTenancy: enumeration('default', 'dedicated', 'host'),
    AmazonProvidedIpv6CidrBlock: notModelled,
  },
  run(world, input) {
    const { CidrBlock: cidr, InstanceTenancy = 'default' } = input;
    if (!cidr) throw vpcErrors.noBlock();
    const block = parseBlock(cidr);
    if (!block) throw vpcErrors.malformedCidr(cidr);
    if (block.prefix < 16 || block.prefix > 28) throw vpcErrors.range(cidr);
    if (InstanceTenancy === 'host') throw vpcErrors.tenancy(InstanceTenancy);
    const vpc = makeVpc(world, {
      CidrBlock: blockText(block),
      InstanceTenancy,
      IsDefault: false,
      enableDnsHostnames: false,
      Tags: tagsFor(world, input.TagSpecifications, 'vpc'),
    });
    return { Vpc: describeVpc(world, vpc, true) };
  },
});
