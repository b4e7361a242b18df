import { operation } from '../operation';
import { required, string } from '../shapes';
import { getTrafficMirrorFilterRule } from './traffic-mirror-filter-rule';

/**
 * DeleteTrafficMirrorFilterRule: take one rule out of its filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTrafficMirrorFilterRule.html
 */
export const deleteTrafficMirrorFilterRule = operation({
  name: 'DeleteTrafficMirrorFilterRule',
  input: { TrafficMirrorFilterRuleId: required(string) },
  run(world, input) {
    const { TrafficMirrorFilterRuleId } = getTrafficMirrorFilterRule(world, input.TrafficMirrorFilterRuleId);
    world.trafficMirrorFilterRules.remove(TrafficMirrorFilterRuleId);
    return { TrafficMirrorFilterRuleId };
  },
});
