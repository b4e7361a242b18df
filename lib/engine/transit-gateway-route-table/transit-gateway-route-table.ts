import { newId, nextSequence } from '../ids';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import { type TransitGateway, transitMs, transitState } from '../transit-gateway/transit-gateway';
import type { World } from '../world';
import { transitGatewayRouteTableErrors } from './errors';

/** A static route. */
export interface StaticRoute {
  /** In canonical text. */
  readonly DestinationCidrBlock: string;
  /** Absent on a blackhole. */
  readonly TransitGatewayAttachmentId?: string;
}

export interface TransitGatewayRouteTable extends Row {
  readonly TransitGatewayRouteTableId: string;
  readonly TransitGatewayId: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly CreationTime: string;
  /** `pending` before this instant, ms since 1970 UTC. */
  readonly availableAt: number;
  /** Set when it is deleted: `deleting` before this instant, `deleted` from then on, ms since 1970 UTC. */
  readonly deletedAt?: number;
  readonly routes: readonly StaticRoute[];
  /** Ids of the attachments whose blocks are routes here, in the order in which they were enabled. */
  readonly propagations: readonly string[];
  readonly Tags: readonly Tag[];
}

export const transitGatewayRouteTables = defineTable<TransitGatewayRouteTable>()('TransitGatewayRouteTableId', {
  TransitGatewayId: (row) => row.TransitGatewayId,
  propagation: (row) => row.propagations,
});

/** The route table for describing, where a deleted one is listed for about an hour. */
export function getListedRouteTable(world: World, id: string): TransitGatewayRouteTable {
  const table = world.transitGatewayRouteTables.get(id);
  if (table) return table;
  throw /^tgw-rtb-[0-9a-f]+$/.test(id)
    ? transitGatewayRouteTableErrors.notFound(id)
    : transitGatewayRouteTableErrors.malformedId(id);
}

/** The route table, or NotFound when it is deleted. */
export function getTransitGatewayRouteTable(world: World, id: string): TransitGatewayRouteTable {
  const table = getListedRouteTable(world, id);
  if (transitState(world, table) === 'deleted') throw transitGatewayRouteTableErrors.notFound(id);
  return table;
}

/** The route table in the state `available`, or IncorrectState. */
export function getAvailableRouteTable(world: World, id: string): TransitGatewayRouteTable {
  const table = getTransitGatewayRouteTable(world, id);
  if (transitState(world, table) !== 'available') throw transitGatewayRouteTableErrors.state(id);
  return table;
}

/** A new, empty route table. `availableAt` in ms since 1970 UTC. */
export function makeTransitGatewayRouteTable(
  world: World,
  TransitGatewayId: string,
  Tags: readonly Tag[],
  availableAt: number = world.now + transitMs.routeTable,
): TransitGatewayRouteTable {
  return world.transitGatewayRouteTables.insert({
    creation: nextSequence(world),
    TransitGatewayRouteTableId: newId(world, 'transitGatewayRouteTable'),
    TransitGatewayId,
    CreationTime: new Date(world.now).toISOString(),
    availableAt,
    routes: [],
    propagations: [],
    Tags,
  });
}

/** The gateway's options name its default tables; a gateway that is forgotten has none. */
export function isDefaultTable(
  world: World,
  { TransitGatewayId, TransitGatewayRouteTableId }: TransitGatewayRouteTable,
): { association: boolean; propagation: boolean } {
  const options: Partial<TransitGateway['Options']> = world.transitGateways.get(TransitGatewayId)?.Options ?? {};
  return {
    association: options.AssociationDefaultRouteTableId === TransitGatewayRouteTableId,
    propagation: options.PropagationDefaultRouteTableId === TransitGatewayRouteTableId,
  };
}

/**
 * The route table as AWS shows it. `described`: the answer of a describe call, which has an empty list of tags.
 * Source: the CLI's examples for create-, delete- and describe-transit-gateway-route-table(s).
 */
export function describeTransitGatewayRouteTable(
  world: World,
  table: TransitGatewayRouteTable,
  described = false,
): object {
  const { association, propagation } = isDefaultTable(world, table);
  return {
    TransitGatewayRouteTableId: table.TransitGatewayRouteTableId,
    TransitGatewayId: table.TransitGatewayId,
    State: transitState(world, table),
    DefaultAssociationRouteTable: association,
    DefaultPropagationRouteTable: propagation,
    CreationTime: table.CreationTime,
    ...((described || table.Tags.length > 0) && { Tags: table.Tags }),
  };
}
