import { answeredToken, once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { enumeration, integer, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { trafficMirrorErrors } from './errors';
import {
  acceptCidr,
  acceptNumber,
  acceptOptionalFields,
  acceptRule,
  mostRuleNumber,
  optionalRuleMembers,
} from './rule-fields';
import { getTrafficMirrorFilter, rulesOf } from './traffic-mirror-filter';
import { describeTrafficMirrorFilterRule } from './traffic-mirror-filter-rule';

const mostRules = 10;

/**
 * CreateTrafficMirrorFilterRule: which packets of one direction are copied, or are not.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTrafficMirrorFilterRule.html; the quota of ten rules:
 * https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-limits.html
 */
export const createTrafficMirrorFilterRule = operation({
  name: 'CreateTrafficMirrorFilterRule',
  input: {
    TrafficMirrorFilterId: required(string),
    TrafficDirection: required(enumeration('ingress', 'egress')),
    RuleNumber: required(integer),
    RuleAction: required(enumeration('accept', 'reject')),
    ...optionalRuleMembers,
    DestinationCidrBlock: required(string),
    SourceCidrBlock: required(string),
    ClientToken: string,
    TagSpecifications: tagSpecifications,
  },
  run(world, input) {
    const { TrafficDirection, RuleAction } = input;
    const wanted = acceptRule({
      TrafficDirection,
      RuleNumber: acceptNumber(input.RuleNumber, 'ruleNumber', 1, mostRuleNumber),
      RuleAction,
      ...acceptOptionalFields(input),
      DestinationCidrBlock: acceptCidr(input.DestinationCidrBlock, 'destinationCidrBlock'),
      SourceCidrBlock: acceptCidr(input.SourceCidrBlock, 'sourceCidrBlock'),
      Tags: tagsFor(world, input.TagSpecifications, 'traffic-mirror-filter-rule'),
    });
    const { TrafficMirrorFilterId } = getTrafficMirrorFilter(world, input.TrafficMirrorFilterId);
    const [id = ''] = once(world, 'CreateTrafficMirrorFilterRule', input, () => {
      if (rulesOf(world, TrafficMirrorFilterId, TrafficDirection).some((one) => one.RuleNumber === wanted.RuleNumber))
        throw trafficMirrorErrors.ruleExists(wanted.RuleNumber, TrafficDirection);
      if (world.trafficMirrorFilterRules.count('TrafficMirrorFilterId', TrafficMirrorFilterId) >= mostRules)
        throw trafficMirrorErrors.ruleLimit();
      const TrafficMirrorFilterRuleId = newId(world, 'trafficMirrorFilterRule');
      world.trafficMirrorFilterRules.insert({
        creation: nextSequence(world),
        TrafficMirrorFilterRuleId,
        TrafficMirrorFilterId,
        ...wanted,
      });
      return [TrafficMirrorFilterRuleId];
    });
    return {
      TrafficMirrorFilterRule: describeTrafficMirrorFilterRule(stillThere(world.trafficMirrorFilterRules.get(id))),
      ClientToken: answeredToken(world, input, id),
    };
  },
});
