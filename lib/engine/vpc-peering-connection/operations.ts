import type { Operation } from '../operation';
import { acceptVpcPeeringConnection } from './accept-vpc-peering-connection';
import { createVpcPeeringConnection } from './create-vpc-peering-connection';
import { deleteVpcPeeringConnection } from './delete-vpc-peering-connection';
import { describeVpcPeeringConnections } from './describe-vpc-peering-connections';
import { modifyVpcPeeringConnectionOptions } from './modify-vpc-peering-connection-options';
import { rejectVpcPeeringConnection } from './reject-vpc-peering-connection';

export const vpcPeeringConnectionOperations: readonly Operation[] = [
  acceptVpcPeeringConnection,
  createVpcPeeringConnection,
  deleteVpcPeeringConnection,
  describeVpcPeeringConnections,
  modifyVpcPeeringConnectionOptions,
  rejectVpcPeeringConnection,
];
