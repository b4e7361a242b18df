import { operation } from '../operation';
import { integer, list, required, string } from '../shapes';
import { describeTouched } from './describe-nat-gateway';
import { natGatewayErrors } from './errors';
import { drain } from './interface-addresses';
import { getChangeable } from './nat-gateway';
import { checkDrainDuration, checkOnce } from './plan-nat-gateway';

/**
 * DisassociateNatGatewayAddress: take secondary Elastic IPs off a public NAT gateway, with their private addresses, once
 * they are drained.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateNatGatewayAddress.html
 * Differs: no connection has to be waited for, so a drain takes ten seconds whatever MaxDrainDurationSeconds says.
 */
export const disassociateNatGatewayAddress = operation({
  name: 'DisassociateNatGatewayAddress',
  input: {
    NatGatewayId: required(string),
    AssociationIds: required(list(string)),
    MaxDrainDurationSeconds: integer,
  },
  run(world, { NatGatewayId, AssociationIds, MaxDrainDurationSeconds }) {
    checkDrainDuration(MaxDrainDurationSeconds);
    checkOnce(AssociationIds);
    const gateway = getChangeable(world, NatGatewayId, 'public');
    for (const id of AssociationIds) {
      const address = gateway.addresses.find(({ AssociationId }) => AssociationId === id);
      if (!address) throw natGatewayErrors.associationNotFound(id);
      if (address.IsPrimary) throw natGatewayErrors.primaryAssociation(id);
    }
    const leaving = new Set<string | undefined>(AssociationIds);
    const changed = drain(world, gateway, ({ AssociationId }) => leaving.has(AssociationId));
    return describeTouched(world, changed, ({ draining }) => draining === true);
  },
});
