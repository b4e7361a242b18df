import { derivedId } from '../ids';
import type { Vpc } from '../vpc/vpc';
import type { World } from '../world';
import type { RouteTable } from './route-table';

/**
 * The main route table that every VPC has from its first moment, with nothing but the local routes.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html#main-route-table
 */
export const makeMainRouteTable = (world: World, { VpcId, creation }: Vpc): RouteTable =>
  world.routeTables.insert({
    creation,
    RouteTableId: derivedId(world, 'routeTable', VpcId),
    VpcId,
    routes: [],
    associations: [{ RouteTableAssociationId: derivedId(world, 'routeTableAssociation', VpcId), Main: true }],
    propagatingVgws: [],
    Tags: [],
  });
