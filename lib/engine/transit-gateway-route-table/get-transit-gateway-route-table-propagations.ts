import { operation } from '../operation';
import { filterList, paged, required, string } from '../shapes';
import { pageOfAttachments } from './attachment-pages';
import { resourceOf } from './table-and-attachment';
import { getTransitGatewayRouteTable } from './transit-gateway-route-table';

/**
 * GetTransitGatewayRouteTablePropagations: the attachments that propagate to a route table.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetTransitGatewayRouteTablePropagations.html
 */
export const getTransitGatewayRouteTablePropagations = operation({
  name: 'GetTransitGatewayRouteTablePropagations',
  input: { TransitGatewayRouteTableId: required(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = pageOfAttachments(input, () =>
      getTransitGatewayRouteTable(world, input.TransitGatewayRouteTableId)
        .propagations.flatMap((id) => world.transitGatewayAttachments.get(id) ?? [])
        .sort((a, b) => a.creation - b.creation),
    );
    return {
      TransitGatewayRouteTablePropagations: rows.map((attachment) => ({
        TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
        ...resourceOf(attachment),
        State: 'enabled',
      })),
      ...page,
    };
  },
});
