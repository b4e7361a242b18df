import type { Operation } from '../operation';
import { createVpcEndpoint } from './create-vpc-endpoint';
import { deleteVpcEndpoints } from './delete-vpc-endpoints';
import { describeVpcEndpointServices } from './describe-vpc-endpoint-services';
import { describeVpcEndpoints } from './describe-vpc-endpoints';
import { modifyVpcEndpoint } from './modify-vpc-endpoint';

export const vpcEndpointOperations: readonly Operation[] = [
  createVpcEndpoint,
  deleteVpcEndpoints,
  describeVpcEndpointServices,
  describeVpcEndpoints,
  modifyVpcEndpoint,
];
