import { operation } from '../operation';
import { required, string } from '../shapes';
import { endPeering } from './end-peering';
import { vpcPeeringConnectionErrors } from './errors';
import { getVpcPeeringConnection, peeringStatus } from './vpc-peering-connection';

/**
 * RejectVpcPeeringConnection: decline a pending request.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RejectVpcPeeringConnection.html
 */
export const rejectVpcPeeringConnection = operation({
  name: 'RejectVpcPeeringConnection',
  input: { VpcPeeringConnectionId: required(string) },
  run(world, input) {
    const row = getVpcPeeringConnection(world, input.VpcPeeringConnectionId);
    const status = peeringStatus(world, row);
    if (status !== 'pending-acceptance') {
      throw vpcPeeringConnectionErrors.transition(row.VpcPeeringConnectionId, status, 'rejected');
    }
    endPeering(world, row, 'rejected', world.now);
    return { Return: true };
  },
});
