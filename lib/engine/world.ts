import { addresses } from './address/address';
import { clientTokens } from './client-token';
import { instances } from './instance/instance';
import { internetGateways } from './internet-gateway/internet-gateway';
import { networkInterfaces } from './network-interface/network-interface';
import { defaultQuotas, type Quotas } from './quotas';
import { securityGroups } from './security-group/security-group';
import { securityGroupRules } from './security-group/security-group-rule';
import { subnets } from './subnet/subnet';
import { type Journal, type Row, Table, type TableDefinition } from './table';
import { timers } from './timer';
import { vpcs } from './vpc/vpc';

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
  readonly tables: { readonly [K in TableName]: readonly Row[] };
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
    tables: Object.fromEntries(tableNames.map((name) => [name, world[name].list()])) as unknown as WorldJson['tables'],
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
  return world;
}

/** A table by its name, for code that walks all of them. */
export function tableOf(world: World, name: TableName): Table<Row> {
  // Records of every table are rows; which kind of row does not matter to such code.
  return world[name] as unknown as Table<Row>;
}
