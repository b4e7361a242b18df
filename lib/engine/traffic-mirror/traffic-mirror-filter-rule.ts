import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { trafficMirrorErrors } from './errors';

export interface PortRange {
  readonly FromPort: number;
  readonly ToPort: number;
}

export interface TrafficMirrorFilterRule extends Row {
  readonly TrafficMirrorFilterRuleId: string;
  readonly TrafficMirrorFilterId: string;
  readonly TrafficDirection: 'ingress' | 'egress';
  readonly RuleNumber: number;
  readonly RuleAction: 'accept' | 'reject';
  /** IANA's number; any protocol when absent. */
  readonly Protocol?: number;
  readonly DestinationPortRange?: PortRange;
  readonly SourcePortRange?: PortRange;
  /** In canonical text. */
  readonly DestinationCidrBlock: string;
  readonly SourceCidrBlock: string;
  readonly Description?: string;
  readonly Tags: readonly Tag[];
}

export const trafficMirrorFilterRules = defineTable<TrafficMirrorFilterRule>()('TrafficMirrorFilterRuleId', {
  TrafficMirrorFilterId: (row) => row.TrafficMirrorFilterId,
});

export function getTrafficMirrorFilterRule(world: World, id: string): TrafficMirrorFilterRule {
  const rule = world.trafficMirrorFilterRules.get(id);
  if (rule) return rule;
  throw id.startsWith('tmfr-') ? trafficMirrorErrors.ruleNotFound(id) : trafficMirrorErrors.malformedRuleId(id);
}

/** The rule as AWS shows it; tags are absent when there are none. Source: the CLI's examples for the operations on rules. */
export const describeTrafficMirrorFilterRule = (rule: TrafficMirrorFilterRule): object => ({
  TrafficMirrorFilterRuleId: rule.TrafficMirrorFilterRuleId,
  TrafficMirrorFilterId: rule.TrafficMirrorFilterId,
  TrafficDirection: rule.TrafficDirection,
  RuleNumber: rule.RuleNumber,
  RuleAction: rule.RuleAction,
  ...(rule.Protocol !== undefined && { Protocol: rule.Protocol }),
  ...(rule.DestinationPortRange && { DestinationPortRange: rule.DestinationPortRange }),
  ...(rule.SourcePortRange && { SourcePortRange: rule.SourcePortRange }),
  DestinationCidrBlock: rule.DestinationCidrBlock,
  SourceCidrBlock: rule.SourceCidrBlock,
  ...(rule.Description !== undefined && { Description: rule.Description }),
  ...(rule.Tags.length > 0 && { Tags: rule.Tags }),
});
