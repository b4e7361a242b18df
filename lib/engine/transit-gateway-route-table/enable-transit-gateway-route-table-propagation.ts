import { operation } from '../operation';
import { notModelled, required, string } from '../shapes';
import { transitGatewayRouteTableErrors } from './errors';
import { getTableAndAttachment, resourceOf } from './table-and-attachment';

/**
 * EnableTransitGatewayRouteTablePropagation: let the blocks of an attachment's VPC be routes of the table, at once.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableTransitGatewayRouteTablePropagation.html
 * Not modelled: announcements of peerings.
 */
export const enableTransitGatewayRouteTablePropagation = operation({
  name: 'EnableTransitGatewayRouteTablePropagation',
  input: {
    TransitGatewayRouteTableId: required(string),
    TransitGatewayAttachmentId: string,
    TransitGatewayRouteTableAnnouncementId: notModelled,
  },
  run(world, input) {
    const id = input.TransitGatewayAttachmentId;
    if (!id) throw transitGatewayRouteTableErrors.noTarget();
    const { table, attachment } = getTableAndAttachment(world, input.TransitGatewayRouteTableId, id);
    const { TransitGatewayRouteTableId } = table;
    if (table.propagations.includes(id))
      throw transitGatewayRouteTableErrors.alreadyPropagates(id, TransitGatewayRouteTableId);
    world.transitGatewayRouteTables.replace({ ...table, propagations: [...table.propagations, id] });
    return {
      Propagation: {
        TransitGatewayAttachmentId: id,
        ...resourceOf(attachment),
        TransitGatewayRouteTableId,
        State: 'enabled',
      },
    };
  },
});
