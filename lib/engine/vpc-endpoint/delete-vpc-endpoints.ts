import { AwsError } from '../aws-error';
import { removeServiceInterface } from '../network-interface/make-service-interface';
import { operation } from '../operation';
import { list, required, string } from '../shapes';
import { startTimer } from '../timer';
import type { World } from '../world';
import { removeRouteTables } from './endpoint-routes';
import { getVpcEndpoint, routeTablesOf, type VpcEndpoint } from './vpc-endpoint';

/**
 * DeleteVpcEndpoints: a gateway endpoint goes at once and takes its routes with it; an interface endpoint goes after a while, with
 * its interfaces. What cannot be deleted is answered, not refused.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpcEndpoints.html
 */
export const deleteVpcEndpoints = operation({
  name: 'DeleteVpcEndpoints',
  input: { VpcEndpointIds: required(list(string)) },
  run(world, input) {
    const Unsuccessful = [...new Set(input.VpcEndpointIds)].flatMap((ResourceId) => {
      try {
        deleteEndpoint(world, getVpcEndpoint(world, ResourceId));
        return [];
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        return [{ Error: { Code: error.code, Message: error.message }, ResourceId }];
      }
    });
    return { Unsuccessful };
  },
});

function deleteEndpoint(world: World, endpoint: VpcEndpoint): void {
  if (endpoint.VpcEndpointType === 'Gateway') {
    removeRouteTables(
      world,
      endpoint,
      routeTablesOf(world, endpoint).map(({ RouteTableId }) => RouteTableId),
    );
    world.vpcEndpoints.remove(endpoint.VpcEndpointId);
  } else if (!endpoint.deleting) {
    world.vpcEndpoints.replace({ ...endpoint, deleting: true });
    startTimer(world, 'vpc-endpoint-deleted', endpoint.VpcEndpointId);
  }
}

/** Settles an interface endpoint that is on its way out. */
export function vpcEndpointDeleted(world: World, id: string): void {
  const endpoint = world.vpcEndpoints.get(id);
  for (const { NetworkInterfaceId } of endpoint?.subnets ?? []) removeServiceInterface(world, NetworkInterfaceId);
  world.vpcEndpoints.remove(id);
}
