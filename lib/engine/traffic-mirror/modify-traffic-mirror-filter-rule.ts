import { operation } from '../operation';
import { enumeration, integer, list, required, string } from '../shapes';
import { trafficMirrorErrors } from './errors';
import {
  acceptCidr,
  acceptNumber,
  acceptOptionalFields,
  acceptRule,
  mostRuleNumber,
  optionalRuleMembers,
} from './rule-fields';
import { rulesOf } from './traffic-mirror-filter';
import {
  describeTrafficMirrorFilterRule,
  getTrafficMirrorFilterRule,
  type TrafficMirrorFilterRule,
} from './traffic-mirror-filter-rule';

const removable = {
  'destination-port-range': 'DestinationPortRange',
  'source-port-range': 'SourcePortRange',
  protocol: 'Protocol',
  description: 'Description',
} as const;

/**
 * ModifyTrafficMirrorFilterRule: what is given; a removed field has its default again, which is any.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTrafficMirrorFilterRule.html
 */
export const modifyTrafficMirrorFilterRule = operation({
  name: 'ModifyTrafficMirrorFilterRule',
  input: {
    TrafficMirrorFilterRuleId: required(string),
    TrafficDirection: enumeration('ingress', 'egress'),
    RuleNumber: integer,
    RuleAction: enumeration('accept', 'reject'),
    ...optionalRuleMembers,
    DestinationCidrBlock: string,
    SourceCidrBlock: string,
    RemoveFields: list(enumeration('destination-port-range', 'source-port-range', 'protocol', 'description')),
  },
  run(world, input) {
    const { RuleNumber, DestinationCidrBlock, SourceCidrBlock, RemoveFields = [] } = input;
    for (const field of RemoveFields) {
      if (input[removable[field]] !== undefined) throw trafficMirrorErrors.setAndRemoved(field);
    }
    const given: Partial<TrafficMirrorFilterRule> = {
      ...(input.TrafficDirection && { TrafficDirection: input.TrafficDirection }),
      ...(RuleNumber !== undefined && { RuleNumber: acceptNumber(RuleNumber, 'ruleNumber', 1, mostRuleNumber) }),
      ...(input.RuleAction && { RuleAction: input.RuleAction }),
      ...acceptOptionalFields(input),
      ...(DestinationCidrBlock && { DestinationCidrBlock: acceptCidr(DestinationCidrBlock, 'destinationCidrBlock') }),
      ...(SourceCidrBlock && { SourceCidrBlock: acceptCidr(SourceCidrBlock, 'sourceCidrBlock') }),
    };
    const rule = getTrafficMirrorFilterRule(world, input.TrafficMirrorFilterRuleId);
    const left = { ...rule };
    for (const field of RemoveFields) delete left[removable[field]];
    const modified = acceptRule({ ...left, ...given });
    const twin = rulesOf(world, rule.TrafficMirrorFilterId, modified.TrafficDirection).find(
      (one) => one.RuleNumber === modified.RuleNumber,
    );
    if (twin && twin.TrafficMirrorFilterRuleId !== rule.TrafficMirrorFilterRuleId)
      throw trafficMirrorErrors.ruleExists(modified.RuleNumber, modified.TrafficDirection);
    world.trafficMirrorFilterRules.replace(modified);
    return { TrafficMirrorFilterRule: describeTrafficMirrorFilterRule(modified) };
  },
});
