import { addressOn } from '../address/address';
import { disassociate } from '../address/association';
import { errors } from '../aws-error';
import { operation } from '../operation';
import { list, notModelled, required, string } from '../shapes';
import { getOwnNetworkInterface, primaryAddressOf } from './network-interface';
import { privateAddressErrors } from './private-address-errors';
import { checkDistinct } from './private-addresses';

/**
 * UnassignPrivateIpAddresses: take secondary private addresses off an interface; their Elastic IPs stay allocated.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignPrivateIpAddresses.html
 * Not modelled: prefixes.
 */
export const unassignPrivateIpAddresses = operation({
  name: 'UnassignPrivateIpAddresses',
  dryRun: false,
  input: { Ipv4Prefixes: notModelled, NetworkInterfaceId: required(string), PrivateIpAddresses: list(string) },
  run(world, { NetworkInterfaceId, PrivateIpAddresses = [] }) {
    if (PrivateIpAddresses.length === 0) throw errors.missingParameter('privateIpAddress');
    checkDistinct(PrivateIpAddresses);
    const eni = getOwnNetworkInterface(world, NetworkInterfaceId);
    const gone = new Set(PrivateIpAddresses);
    const primary = primaryAddressOf(eni);
    if (gone.has(primary)) throw privateAddressErrors.unassignPrimary(primary);
    const kept = eni.PrivateIpAddresses.filter(({ PrivateIpAddress }) => !gone.has(PrivateIpAddress));
    if (kept.length + gone.size > eni.PrivateIpAddresses.length) {
      throw privateAddressErrors.notAssigned(NetworkInterfaceId);
    }
    for (const ip of gone) {
      const elastic = addressOn(world, NetworkInterfaceId, ip);
      if (elastic) disassociate(world, elastic);
    }
    world.networkInterfaces.replace({ ...eni, PrivateIpAddresses: kept });
    return {};
  },
});
