import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { type AwsPrefixList, awsPrefixListNamed, findAwsPrefixList } from './aws-prefix-lists';
import { prefixListErrors } from './errors';

export interface PrefixListEntry {
  /** In canonical text. */
  readonly Cidr: string;
  readonly Description?: string;
}

/** A prefix list that the account made. AWS's own are computed: see `aws-prefix-lists.ts`. */
export interface PrefixList extends Row {
  readonly PrefixListId: string;
  readonly PrefixListName: string;
  readonly AddressFamily: string;
  readonly MaxEntries: number;
  /** The newest last; one that a change is still making is not yet current. Never empty. */
  readonly versions: readonly { readonly Version: number; readonly entries: readonly PrefixListEntry[] }[];
  /** The last thing that was done to it. */
  readonly change: {
    readonly kind: 'create' | 'modify' | 'restore' | 'delete';
    /** In progress before this instant, ms since 1970 UTC. */
    readonly settlesAt: number;
    /** What is shown until then. */
    readonly before?: { readonly Version: number; readonly MaxEntries: number };
    /** Why it fails then, as the state message says it. */
    readonly failure?: string;
  };
  readonly Tags: readonly Tag[];
}

export const prefixLists = defineTable<PrefixList>()('PrefixListId', { name: (list) => list.PrefixListName });

/** A prefix list of the account or of AWS, as far as rules and routes go. */
export interface KnownPrefixList {
  readonly PrefixListId: string;
  readonly PrefixListName: string;
  /** `IPv4` or `IPv6`. */
  readonly AddressFamily: string;
  /** For how many rules or routes a reference to it counts. */
  readonly weight: number;
  /** Blocks of its current version, in canonical text. */
  readonly cidrs: readonly string[];
}

/**
 * The list of that id, of the account or of AWS.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export function findPrefixList(world: World, id: string): KnownPrefixList | undefined {
  const list = world.prefixLists.get(id);
  return list ? known(world, list) : findAwsPrefixList(world.region, id);
}

/** The list of that name, AWS's first: `com.amazonaws.us-east-1.s3`. The account's own names need not be unique. */
export function prefixListNamed(world: World, name: string): KnownPrefixList | undefined {
  const aws = awsPrefixListNamed(world.region, name);
  const list = aws ? undefined : world.prefixLists.first('name', name);
  return list ? known(world, list) : aws;
}

const known = (world: World, list: PrefixList): KnownPrefixList => ({
  PrefixListId: list.PrefixListId,
  PrefixListName: list.PrefixListName,
  AddressFamily: list.AddressFamily,
  weight: list.MaxEntries,
  cidrs: entriesOf(list, currentVersion(world, list)).map(({ Cidr }) => Cidr),
});

/** The list, of the account or of AWS, that an operation on prefix lists names. */
export function getPrefixList(world: World, id: string): PrefixList | AwsPrefixList {
  const list = world.prefixLists.get(id) ?? findAwsPrefixList(world.region, id);
  if (!list) throw id.startsWith('pl-') ? prefixListErrors.notFound(id) : prefixListErrors.malformedId(id);
  return list;
}

/** The account's own list. Refuses AWS's own, which cannot be changed or tagged. */
export function getOwnPrefixList(world: World, id: string): PrefixList {
  const list = getPrefixList(world, id);
  if (isAws(list)) throw prefixListErrors.ofAws(id);
  return list;
}

/** The account's own list that a call wants to change. Refuses one that a change is under way for. */
export function getChangeable(world: World, id: string): PrefixList {
  const list = getOwnPrefixList(world, id);
  if (world.now < list.change.settlesAt) throw prefixListErrors.state(id, prefixListState(world, list));
  return list;
}

export const isAws = (list: PrefixList | AwsPrefixList): list is AwsPrefixList => !('change' in list);

export const newestVersion = (list: PrefixList): number => list.versions.at(-1)?.Version ?? 1;

export const currentVersion = (world: World, list: PrefixList): number =>
  inProgress(world, list)?.Version ?? newestVersion(list);

/** The entries of that version; none of a version that there is not. */
export const entriesOf = (list: PrefixList, version: number): readonly PrefixListEntry[] =>
  list.versions.find(({ Version }) => Version === version)?.entries ?? [];

const inProgress = (world: World, { change }: PrefixList) => (world.now < change.settlesAt ? change.before : undefined);

function prefixListState(world: World, { change }: PrefixList): string {
  if (world.now < change.settlesAt) return `${change.kind}-in-progress`;
  return change.failure ? `${change.kind}-failed` : `${change.kind}-complete`;
}

/**
 * The list as AWS shows it. `tags` are absent from the answers to changes, and empty elsewhere when there are none.
 * Source: the CLI's examples. AWS's own have no version and no maximum.
 */
export function describePrefixList(world: World, list: PrefixList | AwsPrefixList, tags = true): object {
  const shared = { PrefixListId: list.PrefixListId, AddressFamily: list.AddressFamily };
  if (isAws(list)) {
    const PrefixListArn = `arn:aws:ec2:${world.region}:aws:prefix-list/${list.PrefixListId}`;
    const { PrefixListName } = list;
    return { ...shared, State: 'create-complete', PrefixListArn, PrefixListName, Tags: [], OwnerId: 'AWS' };
  }
  const failure = world.now < list.change.settlesAt ? undefined : list.change.failure;
  return {
    ...shared,
    State: prefixListState(world, list),
    ...(failure && { StateMessage: failure }),
    PrefixListArn: `arn:aws:ec2:${world.region}:${world.account}:prefix-list/${list.PrefixListId}`,
    PrefixListName: list.PrefixListName,
    MaxEntries: inProgress(world, list)?.MaxEntries ?? list.MaxEntries,
    Version: currentVersion(world, list),
    ...(tags && { Tags: list.Tags }),
    OwnerId: world.account,
  };
}
