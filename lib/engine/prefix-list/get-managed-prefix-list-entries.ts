import { listRows } from '../describe';
import { operation } from '../operation';
import { integer, required, string } from '../shapes';
import type { Row } from '../table';
import type { World } from '../world';
import { prefixListErrors } from './errors';
import { currentVersion, entriesOf, getPrefixList, isAws, type PrefixListEntry } from './prefix-list';

/**
 * GetManagedPrefixListEntries: the blocks of a list, of its current version when none is named.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html
 */
export const getManagedPrefixListEntries = operation({
  name: 'GetManagedPrefixListEntries',
  input: { PrefixListId: required(string), TargetVersion: integer, MaxResults: integer, NextToken: string },
  run(world, input) {
    const { rows, ...page } = listRows<Row & { entry: PrefixListEntry }>(
      { MaxResults: input.MaxResults, NextToken: input.NextToken },
      {
        list: () =>
          entriesAt(world, input.PrefixListId, input.TargetVersion).map((entry, creation) => ({ creation, entry })),
        least: 1,
        most: 100,
        filters: {},
      },
    );
    return { Entries: rows.map(({ entry }) => entry), ...page };
  },
});

function entriesAt(world: World, id: string, target: number | undefined): readonly PrefixListEntry[] {
  const list = getPrefixList(world, id);
  if (isAws(list)) {
    // AWS shows no versions of its own lists.
    if (target !== undefined && target !== 1) throw prefixListErrors.noVersion(target);
    return list.cidrs.map((Cidr) => ({ Cidr }));
  }
  const version = currentVersion(world, list);
  if (target === undefined) return entriesOf(list, version);
  if (target < 1) throw prefixListErrors.versionTooSmall();
  const isKept = list.versions.some(({ Version }) => Version === target);
  if (!isKept || target > version) throw prefixListErrors.noVersion(target);
  return entriesOf(list, target);
}
