import { operation } from '../operation';
import { required, string } from '../shapes';
import { getDhcpOptions } from './dhcp-options';
import { dhcpOptionsErrors } from './errors';

/**
 * DeleteDhcpOptions: refused while a VPC uses the set.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteDhcpOptions.html
 */
export const deleteDhcpOptions = operation({
  name: 'DeleteDhcpOptions',
  input: { DhcpOptionsId: required(string) },
  run(world, input) {
    const { DhcpOptionsId } = getDhcpOptions(world, input.DhcpOptionsId);
    if (world.vpcs.count('DhcpOptionsId', DhcpOptionsId) > 0) throw dhcpOptionsErrors.dependencies(DhcpOptionsId);
    world.dhcpOptions.remove(DhcpOptionsId);
    return {};
  },
});
