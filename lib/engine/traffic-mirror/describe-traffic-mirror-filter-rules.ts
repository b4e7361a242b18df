import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { getTrafficMirrorFilter } from './traffic-mirror-filter';
import {
  describeTrafficMirrorFilterRule,
  getTrafficMirrorFilterRule,
  type TrafficMirrorFilterRule,
} from './traffic-mirror-filter-rule';

/**
 * DescribeTrafficMirrorFilterRules: the rules asked for, by id, by their filter or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTrafficMirrorFilterRules.html
 */
export const describeTrafficMirrorFilterRules = operation({
  name: 'DescribeTrafficMirrorFilterRules',
  input: { TrafficMirrorFilterRuleIds: list(string), TrafficMirrorFilterId: string, Filters: filterList, ...paged },
  run(world, input) {
    const filter = input.TrafficMirrorFilterId
      ? getTrafficMirrorFilter(world, input.TrafficMirrorFilterId).TrafficMirrorFilterId
      : undefined;
    const { rows, ...page } = describeRows<TrafficMirrorFilterRule>(input, {
      ids: input.TrafficMirrorFilterRuleIds,
      idsParameter: 'trafficMirrorFilterRuleIds',
      get: (id) => getTrafficMirrorFilterRule(world, id),
      list: () =>
        filter === undefined
          ? world.trafficMirrorFilterRules.list()
          : world.trafficMirrorFilterRules.by('TrafficMirrorFilterId', filter),
      tags: ({ Tags }) => Tags,
      filters: {
        'traffic-mirror-filter-rule-id': ({ TrafficMirrorFilterRuleId }) => TrafficMirrorFilterRuleId,
        'traffic-mirror-filter-id': ({ TrafficMirrorFilterId }) => TrafficMirrorFilterId,
        'rule-number': ({ RuleNumber }) => RuleNumber,
        'rule-action': ({ RuleAction }) => RuleAction,
        'traffic-direction': ({ TrafficDirection }) => TrafficDirection,
        protocol: ({ Protocol }) => Protocol,
        'source-cidr-block': ({ SourceCidrBlock }) => SourceCidrBlock,
        'destination-cidr-block': ({ DestinationCidrBlock }) => DestinationCidrBlock,
        description: ({ Description }) => Description,
      },
    });
    return { TrafficMirrorFilterRules: rows.map(describeTrafficMirrorFilterRule), ...page };
  },
});
