import { getNetworkInterface } from '../network-interface/network-interface';
import { operation } from '../operation';
import { string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import { getAddress, getOwnAddressByIp } from './address';
import { disassociate } from './association';
import { addressErrors } from './errors';

/**
 * ReleaseAddress: give an Elastic IP back. One in use is refused, except in the default VPC, where AWS disassociates
 * it first.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReleaseAddress.html
 */
export const releaseAddress = operation({
  name: 'ReleaseAddress',
  input: { AllocationId: string, PublicIp: string, NetworkBorderGroup: string },
  run(world, { AllocationId, PublicIp, NetworkBorderGroup }) {
    if (AllocationId && PublicIp) throw addressErrors.both('allocation id');
    if (PublicIp && getOwnAddressByIp(world, PublicIp)) throw addressErrors.releaseByIp();
    if (!AllocationId) throw addressErrors.neither('allocation id');
    const address = getAddress(world, AllocationId);
    if (NetworkBorderGroup && NetworkBorderGroup !== world.region) throw addressErrors.ipNotFound(address.PublicIp);
    if (address.association) {
      const { VpcId } = getNetworkInterface(world, address.association.NetworkInterfaceId);
      if (!getVpc(world, VpcId).IsDefault) throw addressErrors.inUse(address.PublicIp);
      disassociate(world, address);
    }
    world.addresses.remove(AllocationId);
    return {};
  },
});
