import { isLive, type NatGateway } from '@/lib/engine/nat-gateway/nat-gateway';
import type { Change, Row } from '@/lib/engine/table';
import { fromJson, type TableName, tableNames, tableOf, toJson, type World } from '@/lib/engine/world';
import { expectAddressesAndInstances } from './sound/addresses-and-instances';
import { areSame, hold } from './sound/hold';
import { expectInterfacesSound } from './sound/interfaces';
import { expectNetworks } from './sound/networks';
import { expectPrivateLinks } from './sound/private-links';
import { expectSoundRoutes } from './sound/routes';
import { expectSoundGroups } from './sound/security-groups';
import { expectTransitAndWatching } from './sound/transit-and-watching';

export const bytes = (world: World): string => JSON.stringify(toJson(world));

/** What holds in every world, whatever was called. `changes`, when only what they touched can have lost its place. */
export function expectSound(world: World, changes?: readonly Change[]): void {
  expectIdsResolve(world);
  expectNetworks(world);
  expectInterfacesSound(world);
  expectAddressesAndInstances(world);
  expectSoundRoutes(world);
  expectSoundGroups(world);
  expectPrivateLinks(world);
  expectTransitAndWatching(world);
  expectIndexes(world, changes && new Set(changes.map(({ table }) => table)));
}

/** Tables whose ids others name, by the prefix of the ids. */
const byPrefix = {
  dopt: 'dhcpOptions',
  eigw: 'egressOnlyInternetGateways',
  eipalloc: 'addresses',
  eni: 'networkInterfaces',
  i: 'instances',
  igw: 'internetGateways',
  sg: 'securityGroups',
  sgr: 'securityGroupRules',
  subnet: 'subnets',
  vpc: 'vpcs',
} as const;

/**
 * A used token remembers what it made, also when that is gone; flow logs, and paths that were asked about with what was
 * answered, stay when what they name is gone.
 */
const outlive: ReadonlySet<TableName> = new Set([
  'clientTokens',
  'flowLogs',
  'networkInsightsPaths',
  'networkInsightsAnalyses',
]);

function expectIdsResolve(world: World): void {
  for (const name of tableNames) {
    if (outlive.has(name)) continue;
    for (const row of tableOf(world, name).list()) {
      // A deleted or failed NAT gateway is still listed when what it names is gone.
      if (name === 'natGateways' && !isLive(row as NatGateway)) continue;
      // A peering connection, or a transit gateway's attachment, that came to its end is listed when its VPC may be gone.
      if ('ended' in row || 'gone' in row) continue;
      for (const [prefix, id] of namedIn(row)) {
        hold(tableOf(world, byPrefix[prefix]).get(id), `${name} names ${id}, which is there`);
      }
    }
  }
}

type Named = readonly (readonly [prefix: keyof typeof byPrefix, id: string])[];

// Records never change, so each is read once.
const known = new WeakMap<Row, Named>();

/** The ids in a record that must be those of records. */
function namedIn(row: Row): Named {
  const read = known.get(row);
  if (read) return read;
  // A terminated instance is still listed when its network may be gone; it does not show it any more.
  const { goal: _, ...rest } = row as Row & { goal?: string };
  const left = namesPeer(row) ? { ...row, referencedGroup: '', peering: '' } : row;
  const shown = isTerminated(row) ? { ...rest, SubnetId: '', VpcId: '' } : left;
  const text = JSON.stringify(shown, withoutFreeText);
  const named = [...text.matchAll(/"(([a-z-]+)-0[0-9a-f]{16})"/g)].flatMap(([, id = '', prefix = '']) =>
    Object.hasOwn(byPrefix, prefix) ? [[prefix as keyof typeof byPrefix, id] as const] : [],
  );
  known.set(row, named);
  return named;
}

/** What people write may look like an id; a gateway's last VPC may be gone. */
const freeText = new Set(['detachedFrom', 'Tags', 'TagSet', 'GroupName', 'Description', 'ClientToken', 'KeyName']);
const withoutFreeText = (key: string, value: unknown): unknown =>
  freeText.has(key) || isRouteTarget(key, value) ? undefined : value;

/** A route goes on naming its target when that is gone: it is then a blackhole. */
const isRouteTarget = (key: string, value: unknown): boolean => key === 'target' && typeof value === 'object';

/** A rule may go on naming a group of a peered VPC, and the connection, when they are gone: it is then stale. */
const namesPeer = (row: object): boolean => 'peering' in row;

const isTerminated = (row: object): boolean => 'goal' in row && row.goal === 'terminated';

/** The indexes, which grew call by call, are those of a table that was filled in one go. */
function expectIndexes(world: World, touched?: ReadonlySet<string>): void {
  for (const name of tableNames) {
    if (touched && !touched.has(name)) continue;
    const table = tableOf(world, name);
    // The buckets are the table's own affair; only this comparison looks inside.
    const { indexes } = table as unknown as {
      indexes: {
        name: string;
        keysOf: (row: Row) => string | undefined | readonly string[];
        buckets: Map<string, { list(): Row[] }>;
      }[];
    };
    const rows = table.list();
    hold(isInOrder(rows), `${name} are listed in order of creation`);
    for (const index of indexes) {
      const filed = new Map<string, Row[]>();
      for (const row of rows) {
        const keys = index.keysOf(row) ?? [];
        for (const key of new Set(typeof keys === 'string' ? [keys] : keys)) {
          const bucket = filed.get(key);
          if (bucket) bucket.push(row);
          else filed.set(key, [row]);
        }
      }
      hold(filed.size === index.buckets.size, `${name} by ${index.name} has the keys of its records`);
      for (const [key, bucket] of filed) {
        hold(areSame(bucket, index.buckets.get(key)?.list() ?? []), `${name} by ${index.name} ${key} has its records`);
      }
    }
  }
}

const isInOrder = (rows: readonly Row[]): boolean =>
  rows.every(({ creation }, index) => index === 0 || creation >= (rows[index - 1]?.creation ?? 0));

/** JSON and back is the same world. */
export function expectRoundTrip(world: World): void {
  const text = bytes(world);
  const copy = fromJson(JSON.parse(text));
  hold(bytes(copy) === text, 'JSON and back is the same world');
  expectIndexes(copy);
}

/** The very records of a world, in order. Records are frozen in the tests, so the same ones are the same bytes. */
export class Snapshot {
  private readonly rows: ReadonlyMap<TableName, readonly Row[]>;
  private readonly sequence: number;
  private readonly quotas: string;

  constructor(world: World) {
    this.rows = new Map(tableNames.map((name) => [name, tableOf(world, name).list()]));
    this.sequence = world.sequence;
    this.quotas = JSON.stringify(world.quotas);
  }

  /** The world is what it was, but for the time; an undo does not turn `sequence` back. */
  expectSame(world: World, options: { afterUndo?: true } = {}): void {
    hold(world.journal.entries === undefined, 'no call is left open');
    if (!options.afterUndo) hold(world.sequence === this.sequence, 'no number was used');
    hold(JSON.stringify(world.quotas) === this.quotas, 'the quotas are what they were');
    for (const [name, rows] of this.rows) {
      hold(areSame(tableOf(world, name).list(), rows), `${name} are what they were`);
    }
    expectIndexes(world);
  }
}

/** Makes whoever edits a value in place fail. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
  return value;
}

/** The bytes but for `sequence`, which an undo does not turn back. */
export const bytesBut = (world: World): string => JSON.stringify({ ...toJson(world), sequence: 0 });
