import { describeRows } from '../describe';
import { operation } from '../operation';
import { integer, required, string } from '../shapes';
import type { Row } from '../table';
import { prefixListErrors } from './errors';
import { getPrefixList } from './prefix-list';
import { referencesTo } from './references';

/**
 * GetManagedPrefixListAssociations: what names the list in its rules or routes.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListAssociations.html
 */
export const getManagedPrefixListAssociations = operation({
  name: 'GetManagedPrefixListAssociations',
  input: { PrefixListId: required(string), MaxResults: integer, NextToken: string },
  run(world, { PrefixListId, MaxResults, NextToken }) {
    const users = referencesTo(world, getPrefixList(world, PrefixListId).PrefixListId);
    const { rows, ...page } = describeRows<Row & { ResourceId: string }>(
      { MaxResults, NextToken },
      {
        ids: undefined,
        idsParameter: '',
        get: (id) => {
          throw prefixListErrors.notFound(id);
        },
        list: () => users.map((ResourceId, creation) => ({ creation, ResourceId })),
        most: 255,
        filters: {},
      },
    );
    const PrefixListAssociations = rows.map(({ ResourceId }) => ({ ResourceId, ResourceOwner: world.account }));
    return { PrefixListAssociations, ...page };
  },
});
