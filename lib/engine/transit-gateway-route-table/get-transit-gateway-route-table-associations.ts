import { operation } from '../operation';
import { filterList, paged, required, string } from '../shapes';
import { associationOf } from '../transit-gateway-attachment/transit-gateway-attachment';
import { pageOfAttachments } from './attachment-pages';
import { resourceOf } from './table-and-attachment';
import { getTransitGatewayRouteTable } from './transit-gateway-route-table';

/**
 * GetTransitGatewayRouteTableAssociations: the attachments whose packets a route table decides about.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetTransitGatewayRouteTableAssociations.html
 */
export const getTransitGatewayRouteTableAssociations = operation({
  name: 'GetTransitGatewayRouteTableAssociations',
  input: { TransitGatewayRouteTableId: required(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = pageOfAttachments(input, () => {
      const { TransitGatewayRouteTableId } = getTransitGatewayRouteTable(world, input.TransitGatewayRouteTableId);
      return world.transitGatewayAttachments
        .by('association', TransitGatewayRouteTableId)
        .filter((attachment) => associationOf(world, attachment));
    });
    return {
      Associations: rows.map((attachment) => ({
        TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
        ...resourceOf(attachment),
        State: associationOf(world, attachment)?.State,
      })),
      ...page,
    };
  },
});
