import { operation } from '../operation';
import { enumeration, integer, list, required, string, structure } from '../shapes';
import { trafficMirrorErrors } from './errors';
import { acceptCidr, acceptNumber, acceptPorts, acceptRule, mostRuleNumber } from './rule-fields';
import { rulesOf } from './traffic-mirror-filter';
import {
  describeTrafficMirrorFilterRule,
  getTrafficMirrorFilterRule,
  type TrafficMirrorFilterRule,
} from './traffic-mirror-filter-rule';

const ports = structure({ FromPort: integer, ToPort: integer });

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
    DestinationPortRange: ports,
    SourcePortRange: ports,
    Protocol: integer,
    DestinationCidrBlock: string,
    SourceCidrBlock: string,
    Description: string,
    RemoveFields: list(enumeration('destination-port-range', 'source-port-range', 'protocol', 'description')),
  },
  run(world, input) {
    const { RuleNumber, Protocol, Description, DestinationCidrBlock, SourceCidrBlock, RemoveFields = [] } = input;
    for (const field of RemoveFields) {
      if (input[removable[field]] !== undefined) throw trafficMirrorErrors.setAndRemoved(field);
    }
    const given: Partial<TrafficMirrorFilterRule> = {
      ...(input.TrafficDirection && { TrafficDirection: input.TrafficDirection }),
      ...(RuleNumber !== undefined && { RuleNumber: acceptNumber(RuleNumber, 'ruleNumber', 1, mostRuleNumber) }),
      ...(input.RuleAction && { RuleAction: input.RuleAction }),
      ...(Protocol !== undefined && { Protocol: acceptNumber(Protocol, 'protocol', 0, 255) }),
      ...(input.DestinationPortRange && {
        DestinationPortRange: acceptPorts(input.DestinationPortRange, 'destinationPortRange'),
      }),
      ...(input.SourcePortRange && { SourcePortRange: acceptPorts(input.SourcePortRange, 'sourcePortRange') }),
      ...(DestinationCidrBlock && { DestinationCidrBlock: acceptCidr(DestinationCidrBlock, 'destinationCidrBlock') }),
      ...(SourceCidrBlock && { SourceCidrBlock: acceptCidr(SourceCidrBlock, 'sourceCidrBlock') }),
      ...(Description !== undefined && { Description }),
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
