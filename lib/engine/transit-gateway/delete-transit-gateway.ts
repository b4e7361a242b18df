import { operation } from '../operation';
import { required, string } from '../shapes';
import { startTimer } from '../timer';
import { transitGatewayErrors } from './errors';
import { describeTransitGateway, getAvailableTransitGateway, transitMs } from './transit-gateway';

/**
 * DeleteTransitGateway: refused while it has attachments; its route tables go with it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGateway.html
 * Observed: a live account, github.com/floci-io/floci/pull/2347, for the route tables.
 */
export const deleteTransitGateway = operation({
  name: 'DeleteTransitGateway',
  input: { TransitGatewayId: required(string) },
  run(world, { TransitGatewayId }) {
    const gateway = getAvailableTransitGateway(world, TransitGatewayId);
    const attachments = world.transitGatewayAttachments.by('TransitGatewayId', TransitGatewayId);
    for (const [type, kind] of [['vpc', 'VPC'] as const, ['vpn', 'VPN'] as const]) {
      const ids = attachments
        .filter(({ ResourceType }) => ResourceType === type)
        .map(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId);
      if (ids.length > 0) throw transitGatewayErrors.attached(TransitGatewayId, kind, ids);
    }
    const deleting = { ...gateway, deletedAt: world.now + transitMs.gateway };
    world.transitGateways.replace(deleting);
    for (const table of world.transitGatewayRouteTables.by('TransitGatewayId', TransitGatewayId)) {
      if (table.deletedAt === undefined)
        world.transitGatewayRouteTables.replace({ ...table, deletedAt: deleting.deletedAt });
    }
    startTimer(world, 'transit-gateway-forgotten', TransitGatewayId);
    return { TransitGateway: describeTransitGateway(world, deleting) };
  },
});
