import { operation } from '../operation';
import { list, required, string, tagList } from '../shapes';
import { acceptTagKey } from '../tags';
import { getTagged } from './taggable';

/**
 * DeleteTags: take tags from resources. A tag given with a value goes only when it has that value, one given by its key
 * alone whatever its value; without `Tags` all of them go.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html
 */
export const deleteTags = operation({
  name: 'DeleteTags',
  input: { Resources: required(list(string), 'resourceIdSet'), Tags: tagList },
  run(world, input) {
    const given = (input.Tags ?? []).map(({ Key, Value }) => ({ Key: acceptTagKey(Key), Value }));
    const resources = [...new Set(input.Resources)].map((id) => getTagged(world, id));
    for (const { tags, setTags } of resources) {
      const left = tags.filter(
        (tag) =>
          given.length > 0 && !given.some(({ Key, Value = tag.Value }) => Key === tag.Key && Value === tag.Value),
      );
      if (left.length < tags.length) setTags(left);
    }
    return {};
  },
});
