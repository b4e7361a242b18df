import { getNetworkInterface } from '../network-interface/network-interface';
import { operation } from '../operation';
import { string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import { checkNotOfService, getAddress, getOwnAddressByIp, ptrRecordOf } from './address';
import { disassociate } from './association';
import { addressErrors } from './errors';

/**
 * ReleaseAddress: give an Elastic IP back. One in use is refused, except in the default VPC, where AWS disassociates
 * it first, and one that a service has or that has a PTR record.
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
    checkNotOfService(world, address);
    // Assumed: also while the record is on its way in or out. Source: AWS's release path keeps seeing it for a while.
    if (ptrRecordOf(world, address) !== undefined || (address.ptr && world.now < address.ptr.at)) {
      throw addressErrors.ptrSet(AllocationId);
    }
    if (address.association) {
      const { VpcId } = getNetworkInterface(world, address.association.NetworkInterfaceId);
      if (!getVpc(world, VpcId).IsDefault) throw addressErrors.inUse(address.PublicIp);
      disassociate(world, address);
    }
    world.addresses.remove(AllocationId);
    return {};
  },
});
