import { operation } from '../operation';
import { integer, list, required, string } from '../shapes';
import { addressesOn } from './create-nat-gateway';
import { describeTouched } from './describe-nat-gateway';
import { natGatewayErrors } from './errors';
import { addPrivateAddresses } from './interface-addresses';
import { addressMs, getChangeable } from './nat-gateway';
import { checkCount } from './plan-nat-gateway';

/**
 * AssignPrivateNatGatewayAddress: more private addresses for a private NAT gateway, by name or by count.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateNatGatewayAddress.html
 */
export const assignPrivateNatGatewayAddress = operation({
  name: 'AssignPrivateNatGatewayAddress',
  input: { NatGatewayId: required(string), PrivateIpAddresses: list(string), PrivateIpAddressCount: integer },
  run(world, { NatGatewayId, PrivateIpAddresses = [], PrivateIpAddressCount }) {
    if (PrivateIpAddresses.length > 0 && PrivateIpAddressCount !== undefined) throw natGatewayErrors.countAndList();
    if (PrivateIpAddresses.length === 0 && PrivateIpAddressCount === undefined) throw natGatewayErrors.nothing();
    checkCount(PrivateIpAddressCount, 'privateIpAddressCount');
    const gateway = getChangeable(world, NatGatewayId, 'private');
    const { eni, added } = addPrivateAddresses(world, gateway, PrivateIpAddresses, PrivateIpAddressCount ?? 0);
    const more = addressesOn(world, eni, added, [], world.now + addressMs);
    const changed = world.natGateways.replace({ ...gateway, addresses: [...gateway.addresses, ...more] });
    return describeTouched(world, changed, (address) => more.includes(address));
  },
});
