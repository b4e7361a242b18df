import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { trafficMirrorErrors } from './errors';
import { describeTrafficMirrorFilterRule, type TrafficMirrorFilterRule } from './traffic-mirror-filter-rule';

export interface TrafficMirrorFilter extends Row {
  readonly TrafficMirrorFilterId: string;
  readonly NetworkServices: readonly 'amazon-dns'[];
  readonly Description?: string;
  readonly Tags: readonly Tag[];
}

export const trafficMirrorFilters = defineTable<TrafficMirrorFilter>()('TrafficMirrorFilterId', {});

export function getTrafficMirrorFilter(world: World, id: string): TrafficMirrorFilter {
  const filter = world.trafficMirrorFilters.get(id);
  if (filter) return filter;
  throw id.startsWith('tmf-') ? trafficMirrorErrors.filterNotFound(id) : trafficMirrorErrors.malformedFilterId(id);
}

/** The rules of a filter for one direction, in the order in which they are looked at. */
export const rulesOf = (world: World, filterId: string, direction: 'ingress' | 'egress'): TrafficMirrorFilterRule[] =>
  world.trafficMirrorFilterRules
    .by('TrafficMirrorFilterId', filterId)
    .filter(({ TrafficDirection }) => TrafficDirection === direction)
    .sort((a, b) => a.RuleNumber - b.RuleNumber);

/** The filter as AWS shows it. Source: the CLI's examples for create- and describe-traffic-mirror-filter(s). */
export const describeTrafficMirrorFilter = (world: World, filter: TrafficMirrorFilter): object => ({
  TrafficMirrorFilterId: filter.TrafficMirrorFilterId,
  IngressFilterRules: rulesOf(world, filter.TrafficMirrorFilterId, 'ingress').map(describeTrafficMirrorFilterRule),
  EgressFilterRules: rulesOf(world, filter.TrafficMirrorFilterId, 'egress').map(describeTrafficMirrorFilterRule),
  NetworkServices: filter.NetworkServices,
  ...(filter.Description !== undefined && { Description: filter.Description }),
  Tags: filter.Tags,
});
