import { operation } from '../operation';
import { integer, list, required, string } from '../shapes';
import { describeTouched } from './describe-nat-gateway';
import { natGatewayErrors } from './errors';
import { drain } from './interface-addresses';
import { getChangeable } from './nat-gateway';
import { checkDrainDuration, checkOnce } from './plan-nat-gateway';

/**
 * UnassignPrivateNatGatewayAddress: take secondary private addresses off a private NAT gateway, once they are drained.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignPrivateNatGatewayAddress.html
 * Differs: no connection has to be waited for, so a drain takes ten seconds whatever MaxDrainDurationSeconds says.
 */
export const unassignPrivateNatGatewayAddress = operation({
  name: 'UnassignPrivateNatGatewayAddress',
  input: {
    NatGatewayId: required(string),
    PrivateIpAddresses: required(list(string)),
    MaxDrainDurationSeconds: integer,
  },
  run(world, { NatGatewayId, PrivateIpAddresses, MaxDrainDurationSeconds }) {
    checkDrainDuration(MaxDrainDurationSeconds);
    checkOnce(PrivateIpAddresses);
    const gateway = getChangeable(world, NatGatewayId, 'private');
    for (const ip of PrivateIpAddresses) {
      const address = gateway.addresses.find(({ PrivateIp }) => PrivateIp === ip);
      if (!address) throw natGatewayErrors.notAssigned(NatGatewayId);
      if (address.IsPrimary) throw natGatewayErrors.primaryAddress(ip);
    }
    const leaving = new Set<string | undefined>(PrivateIpAddresses);
    const changed = drain(world, gateway, ({ PrivateIp }) => leaving.has(PrivateIp));
    return describeTouched(world, changed, ({ draining }) => draining === true);
  },
});
