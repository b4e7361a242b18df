import { operation } from '../operation';
import { required, string } from '../shapes';
import { endPeering } from './end-peering';
import { vpcPeeringConnectionErrors } from './errors';
import { getVpcPeeringConnection, peeringStatus, transitionMs } from './vpc-peering-connection';

const deletable = new Set(['pending-acceptance', 'active']);

/**
 * DeleteVpcPeeringConnection: end an active connection, or take a pending request back. Routes over it stay and lead nowhere.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpcPeeringConnection.html
 */
export const deleteVpcPeeringConnection = operation({
  name: 'DeleteVpcPeeringConnection',
  input: { VpcPeeringConnectionId: required(string) },
  run(world, input) {
    const row = getVpcPeeringConnection(world, input.VpcPeeringConnectionId);
    const status = peeringStatus(world, row);
    if (!deletable.has(status)) {
      throw vpcPeeringConnectionErrors.transition(row.VpcPeeringConnectionId, status, 'deleting');
    }
    endPeering(world, row, 'deleted', world.now + transitionMs);
    return { Return: true };
  },
});
