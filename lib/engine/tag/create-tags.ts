import { operation } from '../operation';
import { list, required, string, tagList } from '../shapes';
import { acceptTag, acceptTags } from '../tags';
import { getTagged } from './taggable';

/**
 * CreateTags: set tags on resources of any kind; a key that is there gets the new value.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html
 */
export const createTags = operation({
  name: 'CreateTags',
  input: { Resources: required(list(string), 'resourceIdSet'), Tags: required(tagList, 'tagSet') },
  run(world, input) {
    const given = input.Tags.map(acceptTag);
    const resources = [...new Set(input.Resources)].map((id) => getTagged(world, id));
    for (const { tags, setTags } of resources) setTags(acceptTags(world, given, tags));
    return {};
  },
});
