import { operation } from '../operation';
import { required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getAvailableTransitGateway } from '../transit-gateway/transit-gateway';
import { transitGatewayRouteTableErrors } from './errors';
import { describeTransitGatewayRouteTable, makeTransitGatewayRouteTable } from './transit-gateway-route-table';

/**
 * CreateTransitGatewayRouteTable: an empty route table that is no default.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayRouteTable.html
 */
export const createTransitGatewayRouteTable = operation({
  name: 'CreateTransitGatewayRouteTable',
  input: { TransitGatewayId: required(string), TagSpecifications: tagSpecifications },
  run(world, input) {
    const Tags = tagsFor(world, input.TagSpecifications, 'transit-gateway-route-table');
    const { TransitGatewayId } = getAvailableTransitGateway(world, input.TransitGatewayId);
    const live = world.transitGatewayRouteTables
      .by('TransitGatewayId', TransitGatewayId)
      .filter(({ deletedAt }) => deletedAt === undefined);
    if (live.length >= world.quotas.routeTablesPerTransitGateway) throw transitGatewayRouteTableErrors.limit();
    const table = makeTransitGatewayRouteTable(world, TransitGatewayId, Tags);
    return { TransitGatewayRouteTable: describeTransitGatewayRouteTable(world, table) };
  },
});
