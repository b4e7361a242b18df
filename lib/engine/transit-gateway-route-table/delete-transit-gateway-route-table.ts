import { operation } from '../operation';
import { required, string } from '../shapes';
import { startTimer } from '../timer';
import { transitMs } from '../transit-gateway/transit-gateway';
import { associationOf } from '../transit-gateway-attachment/transit-gateway-attachment';
import { transitGatewayRouteTableErrors } from './errors';
import {
  describeTransitGatewayRouteTable,
  getAvailableRouteTable,
  isDefaultTable,
} from './transit-gateway-route-table';

/**
 * DeleteTransitGatewayRouteTable: refused while it is one of its gateway's defaults or has associations; its routes and
 * propagations go with it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGatewayRouteTable.html
 */
export const deleteTransitGatewayRouteTable = operation({
  name: 'DeleteTransitGatewayRouteTable',
  input: { TransitGatewayRouteTableId: required(string) },
  run(world, { TransitGatewayRouteTableId }) {
    const table = getAvailableRouteTable(world, TransitGatewayRouteTableId);
    const isDefault = isDefaultTable(world, table);
    for (const kind of ['association', 'propagation'] as const) {
      if (isDefault[kind])
        throw transitGatewayRouteTableErrors.isDefault(TransitGatewayRouteTableId, kind, table.TransitGatewayId);
    }
    const attachments = world.transitGatewayAttachments.by('association', TransitGatewayRouteTableId);
    if (attachments.some((attachment) => associationOf(world, attachment)))
      throw transitGatewayRouteTableErrors.hasAssociations(TransitGatewayRouteTableId);

    // What is left are associations that were taken away some time ago.
    for (const { association: _association, ...attachment } of attachments)
      world.transitGatewayAttachments.replace(attachment);
    const deleting = { ...table, routes: [], propagations: [], deletedAt: world.now + transitMs.routeTable };
    world.transitGatewayRouteTables.replace(deleting);
    startTimer(world, 'transit-gateway-forgotten', TransitGatewayRouteTableId);
    return { TransitGatewayRouteTable: describeTransitGatewayRouteTable(world, deleting) };
  },
});
