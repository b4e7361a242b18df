import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, integer, list, string } from '../shapes';
import type { Row } from '../table';
import type { World } from '../world';
import { type AwsPrefixList, awsPrefixLists } from './aws-prefix-lists';
import { describePrefixList, getPrefixList, isAws, type PrefixList } from './prefix-list';

/** A list with its place in the answer: AWS's own come first. */
interface Shown extends Row {
  readonly list: PrefixList | AwsPrefixList;
}

/**
 * DescribeManagedPrefixLists: the account's lists and AWS's own.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeManagedPrefixLists.html
 */
export const describeManagedPrefixLists = operation({
  name: 'DescribeManagedPrefixLists',
  input: { Filters: filterList, MaxResults: integer, NextToken: string, PrefixListIds: list(string) },
  run(world, input) {
    const { rows, ...page } = describeRows<Shown>(input, {
      ids: input.PrefixListIds,
      idsParameter: 'prefixListIdSet', // Assumed: the wire name.
      get: (id) => shown(world, getPrefixList(world, id)),
      list: () => [...awsPrefixLists(world.region), ...world.prefixLists.list()].map((list) => shown(world, list)),
      tags: ({ list }) => (isAws(list) ? [] : list.Tags),
      least: 1,
      most: 100,
      filters: {
        'owner-id': ({ list }) => (isAws(list) ? 'AWS' : world.account),
        'prefix-list-id': ({ list }) => list.PrefixListId,
        'prefix-list-name': ({ list }) => list.PrefixListName,
      },
    });
    return { ...page, PrefixLists: rows.map(({ list }) => describePrefixList(world, list)) };
  },
});

function shown(world: World, list: PrefixList | AwsPrefixList): Shown {
  const ofAws = awsPrefixLists(world.region);
  return { list, creation: isAws(list) ? ofAws.indexOf(list) : ofAws.length + list.creation };
}
