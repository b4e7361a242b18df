import { operation } from '../operation';
import { transitGatewayRouteTableErrors } from './errors';
import { describePropagation, getPropagation, propagationMembers } from './propagation';

/**
 * DisableTransitGatewayRouteTablePropagation: the blocks of an attachment's VPC are routes of the table no more, at once.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableTransitGatewayRouteTablePropagation.html
 * Not modelled: announcements of peerings.
 */
export const disableTransitGatewayRouteTablePropagation = operation({
  name: 'DisableTransitGatewayRouteTablePropagation',
  input: propagationMembers,
  run(world, input) {
    const { table, attachment } = getPropagation(world, input);
    const { TransitGatewayRouteTableId } = table;
    const id = attachment.TransitGatewayAttachmentId;
    if (!table.propagations.includes(id))
      throw transitGatewayRouteTableErrors.doesNotPropagate(id, TransitGatewayRouteTableId);
    const propagations = table.propagations.filter((one) => one !== id);
    world.transitGatewayRouteTables.replace({ ...table, propagations });
    return { Propagation: describePropagation(table, attachment, 'disabled') };
  },
});
