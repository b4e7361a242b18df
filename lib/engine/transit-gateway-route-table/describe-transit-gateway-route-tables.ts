import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { transitState } from '../transit-gateway/transit-gateway';
import {
  describeTransitGatewayRouteTable,
  getListedRouteTable,
  isDefaultTable,
  type TransitGatewayRouteTable,
} from './transit-gateway-route-table';

/**
 * DescribeTransitGatewayRouteTables: the route tables asked for, by id or by filter; deleted ones for about an hour.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayRouteTables.html
 */
export const describeTransitGatewayRouteTables = operation({
  name: 'DescribeTransitGatewayRouteTables',
  input: { TransitGatewayRouteTableIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<TransitGatewayRouteTable>(input, {
      ids: input.TransitGatewayRouteTableIds,
      idsParameter: 'transitGatewayRouteTableIds',
      get: (id) => getListedRouteTable(world, id),
      list: () => world.transitGatewayRouteTables.list(),
      tags: ({ Tags }) => Tags,
      filters: {
        'default-association-route-table': (table) => isDefaultTable(world, table).association,
        'default-propagation-route-table': (table) => isDefaultTable(world, table).propagation,
        state: (table) => transitState(world, table),
        'transit-gateway-id': ({ TransitGatewayId }) => TransitGatewayId,
        'transit-gateway-route-table-id': ({ TransitGatewayRouteTableId }) => TransitGatewayRouteTableId,
      },
    });
    return {
      TransitGatewayRouteTables: rows.map((table) => describeTransitGatewayRouteTable(world, table, true)),
      ...page,
    };
  },
});
