import { operation } from '../operation';
import { required, string } from '../shapes';
import { describePeering } from './describe-peering';
import { stopExpiring } from './end-peering';
import { vpcPeeringConnectionErrors } from './errors';
import { getVpcPeeringConnection, pairKey, peeringStatus } from './vpc-peering-connection';

/**
 * AcceptVpcPeeringConnection: a pending request becomes a connection. Two VPCs have one connection at most, whoever asked.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AcceptVpcPeeringConnection.html
 */
export const acceptVpcPeeringConnection = operation({
  name: 'AcceptVpcPeeringConnection',
  input: { VpcPeeringConnectionId: required(string) },
  run(world, input) {
    const row = getVpcPeeringConnection(world, input.VpcPeeringConnectionId);
    const status = peeringStatus(world, row);
    if (status !== 'pending-acceptance') {
      throw vpcPeeringConnectionErrors.transition(row.VpcPeeringConnectionId, status, 'provisioning');
    }
    const reverse = world.vpcPeeringConnections.by('pair', pairKey(row.accepter, row.requester));
    if (reverse.some(({ acceptedAt }) => acceptedAt !== undefined)) {
      throw vpcPeeringConnectionErrors.alreadyExists(row.VpcPeeringConnectionId);
    }
    stopExpiring(world, row.VpcPeeringConnectionId);
    const accepted = world.vpcPeeringConnections.replace({ ...row, acceptedAt: world.now });
    return { VpcPeeringConnection: describePeering(world, accepted) };
  },
});
