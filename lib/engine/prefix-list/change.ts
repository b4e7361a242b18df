import type { World } from '../world';
import { newestVersion, type PrefixList, type PrefixListEntry } from './prefix-list';

/** How long AWS takes for a change, in ms. Assumed: it says only that it takes a moment. */
export const settleMs = 3_000;

/**
 * Give the list a new version, current once the change has settled. The oldest version goes when there are more than the
 * quota. Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export function addVersion(
  world: World,
  list: PrefixList,
  kind: 'modify' | 'restore',
  entries: readonly PrefixListEntry[],
): PrefixList {
  const Version = newestVersion(list);
  return world.prefixLists.replace({
    ...list,
    versions: [...list.versions, { Version: Version + 1, entries }].slice(-world.quotas.versionsPerPrefixList),
    change: { kind, settlesAt: world.now + settleMs, before: { Version, MaxEntries: list.MaxEntries } },
  });
}
