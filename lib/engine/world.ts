import { addresses } from './address/address';
import { clientTokens } from './client-token';
import { customerGateways } from './customer-gateway/customer-gateway';
import { dhcpOptions } from './dhcp-options/dhcp-options';
import { makeDefaultDhcpOptions } from './dhcp-options/make-default-dhcp-options';
import { egressOnlyInternetGateways } from './egress-only-internet-gateway/egress-only-internet-gateway';
import { flowLogs } from './flow-log/flow-log';
import { instances } from './instance/instance';
import { internetGateways } from './internet-gateway/internet-gateway';
import { natGateways } from './nat-gateway/nat-gateway';
import { makeDefaultNetworkAcl } from './network-acl/make-default-network-acl';
import { networkAcls } from './network-acl/network-acl';
import { networkInsightsAnalyses } from './network-insights/network-insights-analysis';
import { networkInsightsPaths } from './network-insights/network-insights-path';
import { networkInterfaces } from './network-interface/network-interface';
import { networkInterfacePermissions } from './network-interface/network-interface-permission';
import { prefixLists } from './prefix-list/prefix-list';
import { defaultQuotas, type Quotas } from './quotas';
import { addRoute } from './route-table/add-route';
import { makeMainRouteTable } from './route-table/make-main-route-table';
import { routeTables } from './route-table/route-table';
import { securityGroups } from './security-group/security-group';
import { securityGroupRules } from './security-group/security-group-rule';
import { subnets } from './subnet/subnet';
import type { Surroundings } from './surroundings';
import { type Journal, type Row, Table, type TableDefinition } from './table';
import { timers } from './timer';
import { trafficMirrorFilters } from './traffic-mirror/traffic-mirror-filter';
import { trafficMirrorFilterRules } from './traffic-mirror/traffic-mirror-filter-rule';
import { trafficMirrorSessions } from './traffic-mirror/traffic-mirror-session';
import { trafficMirrorTargets } from './traffic-mirror/traffic-mirror-target';
import { transitGateways } from './transit-gateway/transit-gateway';
import { transitGatewayAttachments } from './transit-gateway-attachment/transit-gateway-attachment';
import { transitGatewayRouteTables } from './transit-gateway-route-table/transit-gateway-route-table';
import { vpcs } from './vpc/vpc';
import { vpcEndpoints } from './vpc-endpoint/vpc-endpoint';
import { vpcPeeringConnections } from './vpc-peering-connection/vpc-peering-connection';
import { vpnConnections } from './vpn-connection/vpn-connection';
import { vpnGateways } from './vpn-gateway/vpn-gateway';

/** One table for each resource, in the order in which a world is written out. */
const definitions = {
  vpcs,
  subnets,
  securityGroups,
  securityGroupRules,
  internetGateways,
  instances,
  networkInterfaces,
  addresses,
  dhcpOptions,
  egressOnlyInternetGateways,
  routeTables,
  networkAcls,
  prefixLists,
  natGateways,
  vpcPeeringConnections,
  vpcEndpoints,
  customerGateways,
  vpnGateways,
  vpnConnections,
  transitGateways,
  transitGatewayAttachments,
  transitGatewayRouteTables,
  flowLogs,
  trafficMirrorFilters,
  trafficMirrorFilterRules,
  trafficMirrorTargets,
  trafficMirrorSessions,
  networkInsightsPaths,
  networkInsightsAnalyses,
  networkInterfacePermissions,
  clientTokens,
  timers,
};
type Definitions = typeof definitions;
export type TableName = keyof Definitions;
type Tables = {
  readonly [K in TableName]: Definitions[K] extends TableDefinition<infer R, infer N> ? Table<R, N> : never;
};

interface Account {
  /** 12 digits, the owner of everything in this world. */
  readonly account: string;
  readonly region: string;
  /** Ids, addresses and MACs are drawn from it: same seed and same calls, same world. */
  readonly seed: string;
  /** What no call makes; absent where there is nothing of the kind. */
  readonly surroundings?: Surroundings;
}

/** A simulated account in one Region. Everything in it is plain data; only `execute` changes it. */
export interface World extends Account, Tables {
  /** Next number for ids and creation order; never used twice. */
  sequence: number;
  /** Simulated time, milliseconds since 1970 UTC. Moved between calls by `setTime`. */
  now: number;
  quotas: Quotas;
  readonly journal: Journal;
}

/** A world as plain JSON data: can be stored, sent and compared byte by byte. */
export interface WorldJson extends Account {
  readonly version: number;
  readonly sequence: number;
  readonly now: number;
  readonly quotas: Quotas;
  /** Tables without a row are left out. */
  readonly tables: { readonly [K in TableName]?: readonly Row[] };
}

/** Raised when the form of a stored world changes; `fromJson` then brings old ones up to date. */
export const worldVersion = 1;

export const tableNames = Object.keys(definitions) as TableName[];

/** An empty account without even a default VPC; `createAccount` makes one as AWS hands it out. `now` in ms since 1970 UTC. */
export function emptyWorld(options: {
  seed: string;
  now: number;
  region?: string;
  account?: string;
  quotas?: Partial<Quotas>;
  surroundings?: Surroundings;
}): World {
  const journal: Journal = { entries: undefined };
  const tables = Object.fromEntries(
    tableNames.map((name) => [
      name,
      new Table<Row>(name, definitions[name] as unknown as TableDefinition<Row>, journal),
    ]),
    // One table for each definition, so the keys and record types are those of `definitions`.
  ) as unknown as Tables;
  return {
    account: options.account ?? '111122223333',
    region: options.region ?? 'us-east-1',
    seed: options.seed,
    sequence: 0,
    now: options.now,
    quotas: { ...defaultQuotas, ...options.quotas },
    ...(options.surroundings && { surroundings: options.surroundings }),
    journal,
    ...tables,
  };
}

/** Move simulated time on to `now` (ms since 1970 UTC); it never runs back. */
export function setTime(world: World, now: number): void {
  if (now > world.now) world.now = now;
}

export function toJson(world: World): WorldJson {
  return {
    version: worldVersion,
    account: world.account,
    region: world.region,
    seed: world.seed,
    sequence: world.sequence,
    now: world.now,
    quotas: world.quotas,
    ...(world.surroundings && { surroundings: world.surroundings }),
    tables: Object.fromEntries(
      // Most accounts use few kinds of resources, and each is written with every step that is kept.
      tableNames.filter((name) => world[name].size > 0).map((name) => [name, world[name].list()]),
    ) as WorldJson['tables'],
  };
}

/** The world that `toJson` wrote down. Throws on a version from the future. */
export function fromJson(json: WorldJson): World {
  if (json.version > worldVersion) {
    throw new Error(`This world has form ${json.version}; this engine reads up to ${worldVersion}.`);
  }
  const world = emptyWorld(json);
  world.sequence = json.sequence;
  for (const name of tableNames) {
    const table = tableOf(world, name);
    for (const row of json.tables[name] ?? []) table.restore(table.idOf(row), row);
  }
  completeVpcs(world);
  return world;
}

/** Give the VPCs of a world that was stored before there were route tables, network ACLs and DHCP options what AWS gives every VPC. */
function completeVpcs(world: World): void {
  world.journal.entries = [];
  for (const vpc of world.vpcs.list()) {
    const { DhcpOptionsId, creation } = vpc;
    if (DhcpOptionsId !== 'default' && !world.dhcpOptions.get(DhcpOptionsId)) makeDefaultDhcpOptions(world, creation);
    if (world.networkAcls.count('default', vpc.VpcId) === 0) makeDefaultNetworkAcl(world, vpc);
    if (world.routeTables.count('main', vpc.VpcId) > 0) continue;
    const { RouteTableId } = makeMainRouteTable(world, vpc);
    const gateway = vpc.IsDefault && world.internetGateways.first('attachedTo', vpc.VpcId);
    if (!gateway) continue;
    const target = { GatewayId: gateway.InternetGatewayId };
    addRoute(world, RouteTableId, { DestinationCidrBlock: '0.0.0.0/0', target, Origin: 'CreateRoute' });
  }
  world.journal.entries = undefined;
}

/** A table by its name, for code that walks all of them. */
export function tableOf(world: World, name: TableName): Table<Row> {
  // Records of every table are rows; which kind of row does not matter to such code.
  return world[name] as unknown as Table<Row>;
}
