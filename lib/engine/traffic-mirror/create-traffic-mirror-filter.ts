import { answeredToken, once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { describeTrafficMirrorFilter } from './traffic-mirror-filter';

/**
 * CreateTrafficMirrorFilter: an empty filter, which mirrors nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTrafficMirrorFilter.html
 */
export const createTrafficMirrorFilter = operation({
  name: 'CreateTrafficMirrorFilter',
  input: { Description: string, TagSpecifications: tagSpecifications, ClientToken: string },
  run(world, input) {
    const Tags = tagsFor(world, input.TagSpecifications, 'traffic-mirror-filter');
    const [id = ''] = once(world, 'CreateTrafficMirrorFilter', input, () => [
      world.trafficMirrorFilters.insert({
        creation: nextSequence(world),
        TrafficMirrorFilterId: newId(world, 'trafficMirrorFilter'),
        NetworkServices: [],
        ...(input.Description !== undefined && { Description: input.Description }),
        Tags,
      }).TrafficMirrorFilterId,
    ]);
    return {
      TrafficMirrorFilter: describeTrafficMirrorFilter(world, stillThere(world.trafficMirrorFilters.get(id))),
      ClientToken: answeredToken(world, input, id),
    };
  },
});
