import { addressOn } from '../address/address';
import { disassociate } from '../address/association';
import { errors } from '../aws-error';
import { operation } from '../operation';
import { list, required, string } from '../shapes';
import { getOwnNetworkInterface, primaryAddressOf } from './network-interface';
import { checkPrefixes } from './prefixes';
import { privateAddressErrors } from './private-address-errors';
import { checkDistinct } from './private-addresses';
import { withoutPrefixes } from './reassign';

/**
 * UnassignPrivateIpAddresses: take secondary private addresses and prefixes off an interface; Elastic IPs stay allocated.
 * Assumed: one call may name both.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignPrivateIpAddresses.html
 */
export const unassignPrivateIpAddresses = operation({
  name: 'UnassignPrivateIpAddresses',
  dryRun: false,
  input: { Ipv4Prefixes: list(string), NetworkInterfaceId: required(string), PrivateIpAddresses: list(string) },
  run(world, { NetworkInterfaceId, PrivateIpAddresses = [], Ipv4Prefixes = [] }) {
    if (PrivateIpAddresses.length + Ipv4Prefixes.length === 0) throw errors.missingParameter('privateIpAddress');
    checkDistinct(PrivateIpAddresses);
    const prefixes = new Set(checkPrefixes(Ipv4Prefixes, 28));
    const eni = getOwnNetworkInterface(world, NetworkInterfaceId);
    const gone = new Set(PrivateIpAddresses);
    const primary = primaryAddressOf(eni);
    if (gone.has(primary)) throw privateAddressErrors.unassignPrimary(primary);
    const kept = eni.PrivateIpAddresses.filter(({ PrivateIpAddress }) => !gone.has(PrivateIpAddress));
    const held = new Set(eni.Ipv4Prefixes);
    if (kept.length + gone.size > eni.PrivateIpAddresses.length || [...prefixes].some((prefix) => !held.has(prefix))) {
      throw privateAddressErrors.notAssigned(NetworkInterfaceId);
    }
    for (const ip of gone) {
      const elastic = addressOn(world, NetworkInterfaceId, ip);
      if (elastic) disassociate(world, elastic);
    }
    world.networkInterfaces.replace({ ...withoutPrefixes(eni, prefixes), PrivateIpAddresses: kept });
    return {};
  },
});
