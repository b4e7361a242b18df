import { removeServiceInterface } from '../network-interface/make-service-interface';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { startTimer } from '../timer';
import type { World } from '../world';
import { getNatGateway } from './nat-gateway';

/**
 * DeleteNatGateway: its interface goes, its Elastic IPs stay allocated and its routes stay too, as blackholes.
 * Assumed: on one that is being deleted or is deleted it changes nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNatGateway.html
 */
export const deleteNatGateway = operation({
  name: 'DeleteNatGateway',
  input: { NatGatewayId: required(string) },
  run(world, { NatGatewayId }) {
    const gateway = getNatGateway(world, NatGatewayId);
    if (!gateway.deletion) {
      // A failed one has nothing to take apart, and is forgotten already.
      const done = gateway.failure !== undefined;
      world.natGateways.replace({ ...gateway, deletion: { DeleteTime: new Date(world.now).toISOString(), done } });
      if (!done) {
        startTimer(world, 'nat-gateway-deleted', NatGatewayId);
        startTimer(world, 'nat-gateway-forgotten', NatGatewayId);
      }
    }
    return { NatGatewayId };
  },
});

/** The end of a deletion: the interface is gone, the Elastic IPs are free. */
export function natGatewayDeleted(world: World, natGatewayId: string): void {
  const gateway = world.natGateways.get(natGatewayId);
  if (!gateway?.deletion) return;
  if (gateway.NetworkInterfaceId !== undefined) removeServiceInterface(world, gateway.NetworkInterfaceId);
  world.natGateways.replace({ ...gateway, deletion: { ...gateway.deletion, done: true } });
}

/** A deleted or failed gateway is listed for about an hour. */
export function forgetNatGateway(world: World, natGatewayId: string): void {
  world.natGateways.remove(natGatewayId);
}
