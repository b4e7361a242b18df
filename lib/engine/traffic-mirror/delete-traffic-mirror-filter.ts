import { operation } from '../operation';
import { required, string } from '../shapes';
import { trafficMirrorErrors } from './errors';
import { getTrafficMirrorFilter } from './traffic-mirror-filter';

/**
 * DeleteTrafficMirrorFilter: refused while a session uses it; its rules go with it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTrafficMirrorFilter.html
 */
export const deleteTrafficMirrorFilter = operation({
  name: 'DeleteTrafficMirrorFilter',
  input: { TrafficMirrorFilterId: required(string) },
  run(world, input) {
    const { TrafficMirrorFilterId } = getTrafficMirrorFilter(world, input.TrafficMirrorFilterId);
    if (world.trafficMirrorSessions.count('TrafficMirrorFilterId', TrafficMirrorFilterId) > 0)
      throw trafficMirrorErrors.filterInUse(TrafficMirrorFilterId);
    for (const rule of world.trafficMirrorFilterRules.by('TrafficMirrorFilterId', TrafficMirrorFilterId))
      world.trafficMirrorFilterRules.remove(rule.TrafficMirrorFilterRuleId);
    world.trafficMirrorFilters.remove(TrafficMirrorFilterId);
    return { TrafficMirrorFilterId };
  },
});
