import { operation } from '../operation';
import { required, string } from '../shapes';
import { networkInterfaceErrors } from './errors';
import { getOwnNetworkInterface } from './network-interface';

/**
 * ResetNetworkInterfaceAttribute: turn source/destination checking on again, the only attribute it knows. The parameter
 * is a flag with an empty value.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetNetworkInterfaceAttribute.html
 */
export const resetNetworkInterfaceAttribute = operation({
  name: 'ResetNetworkInterfaceAttribute',
  input: { NetworkInterfaceId: required(string), SourceDestCheck: string },
  run(world, { NetworkInterfaceId, SourceDestCheck }) {
    if (SourceDestCheck === undefined) throw networkInterfaceErrors.attributeNone();
    if (SourceDestCheck !== '') throw networkInterfaceErrors.resetWithValue();
    const eni = getOwnNetworkInterface(world, NetworkInterfaceId);
    world.networkInterfaces.replace({ ...eni, SourceDestCheck: true });
    return {};
  },
});
