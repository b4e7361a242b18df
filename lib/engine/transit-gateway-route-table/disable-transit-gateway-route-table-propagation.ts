import { operation } from '../operation';
import { notModelled, required, string } from '../shapes';
import { transitGatewayRouteTableErrors } from './errors';
import { getTableAndAttachment, resourceOf } from './table-and-attachment';

/**
 * DisableTransitGatewayRouteTablePropagation: the blocks of an attachment's VPC are routes of the table no more, at once.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableTransitGatewayRouteTablePropagation.html
 * Not modelled: announcements of peerings.
 */
export const disableTransitGatewayRouteTablePropagation = operation({
  name: 'DisableTransitGatewayRouteTablePropagation',
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
    if (!table.propagations.includes(id))
      throw transitGatewayRouteTableErrors.doesNotPropagate(id, TransitGatewayRouteTableId);
    const propagations = table.propagations.filter((one) => one !== id);
    world.transitGatewayRouteTables.replace({ ...table, propagations });
    return {
      Propagation: {
        TransitGatewayAttachmentId: id,
        ...resourceOf(attachment),
        TransitGatewayRouteTableId,
        State: 'disabled',
      },
    };
  },
});
