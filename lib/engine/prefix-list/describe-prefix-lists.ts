import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, integer, list, string } from '../shapes';
import type { Row } from '../table';
import { type AwsPrefixList, awsPrefixLists, findAwsPrefixList } from './aws-prefix-lists';
import { prefixListErrors } from './errors';

/**
 * DescribePrefixLists: AWS's own lists of the services that have a gateway endpoint, with their blocks.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribePrefixLists.html; that it shows only those is
 * what users met (https://github.com/alphagov/govuk-infrastructure/pull/913).
 */
export const describePrefixLists = operation({
  name: 'DescribePrefixLists',
  input: { Filters: filterList, MaxResults: integer, NextToken: string, PrefixListIds: list(string) },
  run(world, input) {
    const all = awsPrefixLists(world.region);
    const row = (one: AwsPrefixList): Row & { list: AwsPrefixList } => ({ creation: all.indexOf(one), list: one });
    const { rows, ...page } = describeRows(input, {
      ids: input.PrefixListIds,
      idsParameter: 'prefixListIdSet', // Assumed: the wire name.
      get: (id) => {
        const found = findAwsPrefixList(world.region, id);
        if (!found?.ofGateway) throw prefixListErrors.notFound(id);
        return row(found);
      },
      list: () => all.filter((one) => one.ofGateway).map(row),
      filters: {
        'prefix-list-id': ({ list: one }) => one.PrefixListId,
        'prefix-list-name': ({ list: one }) => one.PrefixListName,
      },
    });
    const PrefixLists = rows.map(({ list: { cidrs, PrefixListId, PrefixListName } }) => ({
      Cidrs: cidrs,
      PrefixListId,
      PrefixListName,
    }));
    return { ...page, PrefixLists };
  },
});
