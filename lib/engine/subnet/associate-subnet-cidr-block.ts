import { errors } from '../aws-error';
import { block6Text } from '../ip6';
import { operation } from '../operation';
import { notModelled, required, string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import { newSubnetBlock6 } from './create-subnet';
import { subnetBlockErrors } from './errors';
import { expectPermitted6, readBlock6 } from './permitted-block';
import { describeSubnetBlock6, getSubnet, subnetBlock6 } from './subnet';

/**
 * AssociateSubnetCidrBlock: give a subnet an IPv6 block out of its VPC's. A subnet has one.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateSubnetCidrBlock.html
 * Not modelled: IPAM pools. Differs: of a subnet's blocks that are gone only the last is listed, and none beside a new one.
 */
export const associateSubnetCidrBlock = operation({
  name: 'AssociateSubnetCidrBlock',
  dryRun: false,
  input: {
    Ipv6IpamPoolId: notModelled,
    Ipv6NetmaskLength: notModelled,
    SubnetId: required(string),
    Ipv6CidrBlock: string,
  },
  run(world, input) {
    const cidr = input.Ipv6CidrBlock;
    if (!cidr) throw errors.missingParameter('ipv6CidrBlock');
    const block = readBlock6(cidr);
    const subnet = getSubnet(world, input.SubnetId);
    if (subnetBlock6(subnet)) throw subnetBlockErrors.hasOne(subnet.SubnetId);
    expectPermitted6(world, getVpc(world, subnet.VpcId), cidr, block);
    const ipv6Block = newSubnetBlock6(world, block6Text(block));
    world.subnets.replace({ ...subnet, ipv6Block });
    return { Ipv6CidrBlockAssociation: describeSubnetBlock6(world, ipv6Block), SubnetId: subnet.SubnetId };
  },
});
