import { removeServiceInterface } from '../network-interface/make-service-interface';
import type { World } from '../world';

/**
 * An attachment is gone: its interfaces are removed, it propagates nowhere, and static routes to it stay as blackholes.
 * Observed: a live account, github.com/floci-io/floci/pull/2348, for propagations and routes.
 */
export function attachmentSettled(world: World, id: string): void {
  const attachment = world.transitGatewayAttachments.get(id);
  if (!attachment) return;
  for (const { NetworkInterfaceId } of attachment.vpc?.subnets ?? []) removeServiceInterface(world, NetworkInterfaceId);
  for (const table of world.transitGatewayRouteTables.by('TransitGatewayId', attachment.TransitGatewayId)) {
    const isTarget = (target: string | undefined) => target === id;
    const routed = table.routes.some((route) => isTarget(route.TransitGatewayAttachmentId));
    if (!routed && !table.propagations.includes(id)) continue;
    world.transitGatewayRouteTables.replace({
      ...table,
      propagations: table.propagations.filter((one) => one !== id),
      routes: table.routes.map((route) =>
        isTarget(route.TransitGatewayAttachmentId) ? { DestinationCidrBlock: route.DestinationCidrBlock } : route,
      ),
    });
  }
  const { association: _association, ...rest } = attachment;
  world.transitGatewayAttachments.replace({
    ...rest,
    ...(attachment.vpc && { vpc: { ...attachment.vpc, subnets: [] } }),
    gone: true,
  });
}

/** A deleted gateway, attachment or route table is listed no more; a gateway's route tables went with it. */
export function forgetTransit(world: World, id: string): void {
  for (const table of world.transitGatewayRouteTables.by('TransitGatewayId', id))
    world.transitGatewayRouteTables.remove(table.TransitGatewayRouteTableId);
  world.transitGateways.remove(id);
  world.transitGatewayAttachments.remove(id);
  world.transitGatewayRouteTables.remove(id);
}
