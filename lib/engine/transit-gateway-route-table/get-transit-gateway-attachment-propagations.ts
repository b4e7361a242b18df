import { listRows } from '../describe';
import { operation } from '../operation';
import { filterList, paged, required, string } from '../shapes';
import { getTransitGatewayAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import type { TransitGatewayRouteTable } from './transit-gateway-route-table';

/**
 * GetTransitGatewayAttachmentPropagations: the route tables that an attachment propagates to.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetTransitGatewayAttachmentPropagations.html
 */
export const getTransitGatewayAttachmentPropagations = operation({
  name: 'GetTransitGatewayAttachmentPropagations',
  input: { TransitGatewayAttachmentId: required(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = listRows<TransitGatewayRouteTable>(input, {
      list: () => {
        const { TransitGatewayAttachmentId } = getTransitGatewayAttachment(world, input.TransitGatewayAttachmentId);
        return world.transitGatewayRouteTables.by('propagation', TransitGatewayAttachmentId);
      },
      filters: { 'transit-gateway-route-table-id': ({ TransitGatewayRouteTableId }) => TransitGatewayRouteTableId },
    });
    return {
      TransitGatewayAttachmentPropagations: rows.map(({ TransitGatewayRouteTableId }) => ({
        TransitGatewayRouteTableId,
        State: 'enabled',
      })),
      ...page,
    };
  },
});
