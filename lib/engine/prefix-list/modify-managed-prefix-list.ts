import { operation } from '../operation';
import { integer, notModelled, required, string } from '../shapes';
import type { World } from '../world';
import { addVersion, settleMs } from './change';
import { addedEntries, checkEntries, checkMaxEntries, checkName, removedEntries } from './entries';
import { prefixListErrors } from './errors';
import {
  describePrefixList,
  entriesOf,
  getChangeable,
  newestVersion,
  type PrefixList,
  type PrefixListEntry,
} from './prefix-list';
import { withoutRoomFor } from './references';

/**
 * ModifyManagedPrefixList: other entries (a new version), another size or another name. The answer shows the version from
 * before. A size that what names the list cannot hold is `modify-failed` in the end, with the first ten of them.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html
 * Not modelled: lists that IPAM keeps.
 */
export const modifyManagedPrefixList = operation({
  name: 'ModifyManagedPrefixList',
  input: {
    PrefixListId: required(string),
    CurrentVersion: integer,
    PrefixListName: string,
    AddEntries: addedEntries,
    RemoveEntries: removedEntries,
    MaxEntries: integer,
    IpamPrefixListResolverSyncEnabled: notModelled,
  },
  run(world, input) {
    const { AddEntries = [], RemoveEntries = [], CurrentVersion, MaxEntries, PrefixListName } = input;
    const hasEntries = AddEntries.length + RemoveEntries.length > 0;
    if (PrefixListName) checkName(PrefixListName);
    if (hasEntries && MaxEntries !== undefined) throw prefixListErrors.entriesAndSize();
    if (AddEntries.length > 100 || RemoveEntries.length > 100) throw prefixListErrors.changesPerRequest();
    if (MaxEntries !== undefined) checkMaxEntries(MaxEntries, world.quotas.entriesPerPrefixList);
    if (CurrentVersion !== undefined && CurrentVersion < 1) throw prefixListErrors.versionTooSmall();
    if (!hasEntries && MaxEntries === undefined && !PrefixListName) throw prefixListErrors.nothing();
    const found = getChangeable(world, input.PrefixListId);
    if (CurrentVersion !== undefined && CurrentVersion !== newestVersion(found)) {
      throw prefixListErrors.versionMismatch();
    }
    const list = PrefixListName ? rename(world, found, PrefixListName) : found;
    if (hasEntries) addVersion(world, list, 'modify', changedEntries(list, AddEntries, RemoveEntries));
    if (MaxEntries !== undefined) resize(world, list, MaxEntries);
    return { PrefixList: describePrefixList(world, world.prefixLists.get(list.PrefixListId) ?? list, false) };
  },
});

/** Assumed: a new name takes effect at once. That it makes no new version is documented. */
const rename = (world: World, list: PrefixList, PrefixListName: string): PrefixList =>
  world.prefixLists.replace({ ...list, PrefixListName, change: { kind: 'modify', settlesAt: world.now } });

function changedEntries(
  list: PrefixList,
  add: readonly { Cidr: string; Description?: string | undefined }[],
  remove: readonly { Cidr: string }[],
): PrefixListEntry[] {
  const added = checkEntries(add, list.AddressFamily);
  const removed = new Set(checkEntries(remove, list.AddressFamily).map(({ Cidr }) => Cidr));
  const twice = added.find(({ Cidr }) => removed.has(Cidr));
  if (twice) throw prefixListErrors.entryTwice(twice.Cidr);
  const entries = new Map(entriesOf(list, newestVersion(list)).map((entry) => [entry.Cidr, entry]));
  for (const cidr of removed) if (!entries.delete(cidr)) throw prefixListErrors.noEntry(cidr);
  for (const entry of added) {
    if (entries.has(entry.Cidr)) throw prefixListErrors.entryExists(entry.Cidr);
    entries.set(entry.Cidr, entry);
  }
  if (entries.size > list.MaxEntries) throw prefixListErrors.tooManyEntries(list.MaxEntries);
  return [...entries.values()];
}

function resize(world: World, list: PrefixList, MaxEntries: number): void {
  const Version = newestVersion(list);
  if (entriesOf(list, Version).length > MaxEntries) throw prefixListErrors.tooManyEntries(MaxEntries);
  const tooSmall = withoutRoomFor(world, list.PrefixListId, MaxEntries - list.MaxEntries);
  const settlesAt = world.now + settleMs;
  const before = { Version, MaxEntries: list.MaxEntries };
  if (tooSmall.length === 0) {
    world.prefixLists.replace({ ...list, MaxEntries, change: { kind: 'modify', settlesAt, before } });
    return;
  }
  // Assumed: the sentence; that it names the first ten is documented.
  const failure = `The following resources do not support the new maximum size: ${tooSmall.slice(0, 10).join(', ')}`;
  world.prefixLists.replace({ ...list, change: { kind: 'modify', settlesAt, before, failure } });
}
