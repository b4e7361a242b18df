import { operation } from '../operation';
import { transitGatewayRouteTableErrors } from './errors';
import { describePropagation, getPropagation, propagationMembers } from './propagation';

/**
 * EnableTransitGatewayRouteTablePropagation: let the blocks of an attachment's VPC be routes of the table, at once.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableTransitGatewayRouteTablePropagation.html
 * Not modelled: announcements of peerings.
 */
export const enableTransitGatewayRouteTablePropagation = operation({
  name: 'EnableTransitGatewayRouteTablePropagation',
  input: propagationMembers,
  run(world, input) {
    const { table, attachment } = getPropagation(world, input);
    const { TransitGatewayRouteTableId } = table;
    const id = attachment.TransitGatewayAttachmentId;
    if (table.propagations.includes(id))
      throw transitGatewayRouteTableErrors.alreadyPropagates(id, TransitGatewayRouteTableId);
    world.transitGatewayRouteTables.replace({ ...table, propagations: [...table.propagations, id] });
    return { Propagation: describePropagation(table, attachment, 'enabled') };
  },
});
