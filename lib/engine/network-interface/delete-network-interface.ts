import { operation } from '../operation';
import { required, string } from '../shapes';
import { networkInterfaceErrors } from './errors';
import { getNetworkInterface, isInUse } from './network-interface';
import { removeNetworkInterface } from './removal';

/**
 * DeleteNetworkInterface: refused while the interface is attached or on its way off, by whomever; what a service left behind may
 * be deleted. Its permissions go with it (Assumed).
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkInterface.html
 */
export const deleteNetworkInterface = operation({
  name: 'DeleteNetworkInterface',
  input: { NetworkInterfaceId: required(string) },
  run(world, input) {
    const networkInterface = getNetworkInterface(world, input.NetworkInterfaceId);
    if (isInUse(networkInterface)) throw networkInterfaceErrors.currentlyInUse(networkInterface.NetworkInterfaceId);
    removeNetworkInterface(world, networkInterface);
    return {};
  },
});
