import { destinationText, targetText } from '@/lib/engine/reachability/hop-words';
import { routesOf } from '@/lib/engine/route-table/routes-of';
import { held, instances, networkInterfaces } from './choices';
import type { Choice, Choices } from './form';
import { named } from './names';

const gateway = (kind: string, id: string, tags: Parameters<typeof named>[1]): Choice => ({
  value: id,
  label: `${kind}: ${named(id, tags)}`,
});

/** What a route may lead to, in the order of the console's list. */
export const routeTargets: Choices = (world, values) => [
  ...world.egressOnlyInternetGateways
    .list()
    .map((one) => gateway('Egress Only Internet Gateway', one.EgressOnlyInternetGatewayId, one.Tags)),
  ...instances(world, values).map(({ value, label }) => ({ value, label: `Instance: ${label}` })),
  ...world.internetGateways.list().map((one) => gateway('Internet Gateway', one.InternetGatewayId, one.Tags)),
  ...world.natGateways.list().map((one) => gateway('NAT Gateway', one.NatGatewayId, one.Tags)),
  ...networkInterfaces(world, values).map(({ value, label }) => ({ value, label: `Network Interface: ${label}` })),
  ...world.vpcPeeringConnections
    .list()
    .map((one) => gateway('Peering Connection', one.VpcPeeringConnectionId, one.Tags)),
  ...world.transitGateways.list().map((one) => gateway('Transit Gateway', one.TransitGatewayId, one.Tags)),
  ...world.vpnGateways.list().map((one) => gateway('Virtual Private Gateway', one.VpnGatewayId, one.Tags)),
];

/** The routes of the chosen table, by their destinations. */
export const routeDestinations: Choices = (world, values) => {
  const table = world.routeTables.get(held(values, 'RouteTableId'));
  return (table ? routesOf(world, table) : []).map((route) => ({
    value: destinationText(route),
    label: `${destinationText(route)}, to ${targetText(world, route.target)}`,
  }));
};

/** The explicit subnet associations of the chosen table, or of all tables. */
export const subnetAssociations: Choices = (world, values) => {
  const chosen = held(values, 'RouteTableId');
  return world.routeTables
    .list()
    .filter(({ RouteTableId }) => chosen === '' || chosen === RouteTableId)
    .flatMap(({ RouteTableId, associations }) =>
      associations.flatMap(({ RouteTableAssociationId, SubnetId }) =>
        SubnetId
          ? [
              {
                value: RouteTableAssociationId,
                label: `${named(SubnetId, world.subnets.get(SubnetId)?.Tags)}, with ${RouteTableId}`,
              },
            ]
          : [],
      ),
    );
};
