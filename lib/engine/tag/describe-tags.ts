import { listRows } from '../describe';
import { operation } from '../operation';
import { filterList, paged } from '../shapes';
import type { Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { listTagged } from './taggable';

interface ResourceTag extends Row, Tag {
  readonly ResourceId: string;
  readonly ResourceType: string;
}

/**
 * DescribeTags: the tags of all resources.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTags.html
 */
export const describeTags = operation({
  name: 'DescribeTags',
  input: { Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = listRows<ResourceTag>(input, {
      list: () => resourceTags(world),
      tags: (tag) => [tag],
      filters: {
        key: ({ Key }) => Key,
        'resource-id': ({ ResourceId }) => ResourceId,
        'resource-type': ({ ResourceType }) => ResourceType,
        value: ({ Value }) => Value,
      },
    });
    return {
      ...page,
      Tags: rows.map(({ Key, ResourceId, ResourceType, Value }) => ({ Key, ResourceId, ResourceType, Value })),
    };
  },
});

/** One row for each tag. Their numbers follow the creation of the resources, so a page goes on at the right tag. */
function resourceTags(world: World): ResourceTag[] {
  const most = world.quotas.tagsPerResource;
  return listTagged(world).flatMap(({ id: ResourceId, type: ResourceType, order, tags }) =>
    tags.map(({ Key, Value }, index) => ({ creation: order * most + index, Key, ResourceId, ResourceType, Value })),
  );
}
