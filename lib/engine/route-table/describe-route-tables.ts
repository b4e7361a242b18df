import { describeRows } from '../describe';
import { memberFilters } from '../member-filters';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeRouteTable } from './describe-route-table';
import { getRouteTable, type RouteTable } from './route-table';

/** AWS's documented filters, each with the member it compares: in every association and every route. */
const filterPaths = {
  'association.gateway-id': 'Associations.GatewayId',
  'association.main': 'Associations.Main',
  'association.route-table-association-id': 'Associations.RouteTableAssociationId',
  'association.route-table-id': 'Associations.RouteTableId',
  'association.subnet-id': 'Associations.SubnetId',
  'owner-id': 'OwnerId',
  'route-table-id': 'RouteTableId',
  'route.destination-cidr-block': 'Routes.DestinationCidrBlock',
  'route.destination-ipv6-cidr-block': 'Routes.DestinationIpv6CidrBlock',
  'route.destination-prefix-list-id': 'Routes.DestinationPrefixListId',
  'route.egress-only-internet-gateway-id': 'Routes.EgressOnlyInternetGatewayId',
  'route.gateway-id': 'Routes.GatewayId',
  'route.instance-id': 'Routes.InstanceId',
  'route.nat-gateway-id': 'Routes.NatGatewayId',
  'route.origin': 'Routes.Origin',
  'route.state': 'Routes.State',
  'route.transit-gateway-id': 'Routes.TransitGatewayId',
  'route.vpc-peering-connection-id': 'Routes.VpcPeeringConnectionId',
  'vpc-id': 'VpcId',
};

/**
 * DescribeRouteTables: the route tables asked for, by id or by filter. A subnet that no table is associated with is in none.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html
 */
export const describeRouteTables = operation({
  name: 'DescribeRouteTables',
  input: { ...paged, RouteTableIds: list(string), Filters: filterList },
  run(world, input) {
    const { rows, ...page } = describeRows<RouteTable>(input, {
      ids: input.RouteTableIds,
      idsParameter: 'routeTableIdSet', // Assumed: the wire name.
      get: (id) => getRouteTable(world, id),
      list: () => world.routeTables.list(),
      tags: (table) => table.Tags,
      filters: memberFilters((table) => describeRouteTable(world, table), Object.keys(filterPaths), filterPaths),
      most: 100,
    });
    return { RouteTables: rows.map((table) => describeRouteTable(world, table)), ...page };
  },
});
