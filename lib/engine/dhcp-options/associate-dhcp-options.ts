import { operation } from '../operation';
import { required, string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import { getDhcpOptions } from './dhcp-options';

/**
 * AssociateDhcpOptions: the set that a VPC uses from now on, or none with the id `default`, which the VPC then shows.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateDhcpOptions.html
 */
export const associateDhcpOptions = operation({
  name: 'AssociateDhcpOptions',
  input: { DhcpOptionsId: required(string), VpcId: required(string) },
  run(world, { DhcpOptionsId, VpcId }) {
    if (DhcpOptionsId !== 'default') getDhcpOptions(world, DhcpOptionsId);
    world.vpcs.replace({ ...getVpc(world, VpcId), DhcpOptionsId });
    return {};
  },
});
