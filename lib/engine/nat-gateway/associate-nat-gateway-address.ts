import { getAddress } from '../address/address';
import { addressErrors } from '../address/errors';
import { operation } from '../operation';
import { list, notModelled, required, string } from '../shapes';
import { addressesOn } from './create-nat-gateway';
import { describeTouched } from './describe-nat-gateway';
import { natGatewayErrors } from './errors';
import { addPrivateAddresses } from './interface-addresses';
import { addressMs, getChangeable } from './nat-gateway';
import { checkOnce } from './plan-nat-gateway';

/**
 * AssociateNatGatewayAddress: more Elastic IPs for a public NAT gateway, each on a private address of its own that is
 * named or drawn from the subnet. Assumed: an address that is unknown or in use refuses the call.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateNatGatewayAddress.html
 * Not modelled: regional NAT gateways.
 */
export const associateNatGatewayAddress = operation({
  name: 'AssociateNatGatewayAddress',
  input: {
    NatGatewayId: required(string),
    AllocationIds: required(list(string)),
    PrivateIpAddresses: list(string),
    AvailabilityZone: notModelled,
    AvailabilityZoneId: notModelled,
  },
  run(world, { NatGatewayId, AllocationIds, PrivateIpAddresses = [] }) {
    checkOnce(AllocationIds);
    if (PrivateIpAddresses.length > AllocationIds.length) throw natGatewayErrors.morePrivateThanPublic();
    const gateway = getChangeable(world, NatGatewayId, 'public');
    for (const id of AllocationIds) {
      const { association } = getAddress(world, id);
      if (association) throw addressErrors.alreadyAssociated(id, association.AssociationId);
    }
    if (gateway.addresses.length + AllocationIds.length > world.quotas.elasticIpsPerNatGateway) {
      throw natGatewayErrors.publicAddressLimit();
    }
    const drawn = AllocationIds.length - PrivateIpAddresses.length;
    const { eni, added } = addPrivateAddresses(world, gateway, PrivateIpAddresses, drawn);
    const more = addressesOn(world, eni, added, AllocationIds, world.now + addressMs);
    const changed = world.natGateways.replace({ ...gateway, addresses: [...gateway.addresses, ...more] });
    return describeTouched(world, changed, (address) => more.includes(address));
  },
});
