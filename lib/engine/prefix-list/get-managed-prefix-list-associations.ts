import { listRows } from '../describe';
import { operation } from '../operation';
import { integer, required, string } from '../shapes';
import type { Row } from '../table';
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
    const { rows, ...page } = listRows<Row & { ResourceId: string }>(
      { MaxResults, NextToken },
      {
        list: () => {
          const users = referencesTo(world, getPrefixList(world, PrefixListId).PrefixListId);
          return users.map((ResourceId, creation) => ({ creation, ResourceId }));
        },
        most: 255,
        filters: {},
      },
    );
    const PrefixListAssociations = rows.map(({ ResourceId }) => ({ ResourceId, ResourceOwner: world.account }));
    return { PrefixListAssociations, ...page };
  },
});
