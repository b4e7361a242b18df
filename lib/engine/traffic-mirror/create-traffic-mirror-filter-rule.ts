import { answeredToken, once } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { enumeration, integer, required, string, structure, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { trafficMirrorErrors } from './errors';
import { acceptCidr, acceptNumber, acceptPorts, acceptRule, mostRuleNumber } from './rule-fields';
import { getTrafficMirrorFilter, rulesOf } from './traffic-mirror-filter';
import { describeTrafficMirrorFilterRule, getTrafficMirrorFilterRule } from './traffic-mirror-filter-rule';

const ports = structure({ FromPort: integer, ToPort: integer });
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
    DestinationPortRange: ports,
    SourcePortRange: ports,
    Protocol: integer,
    DestinationCidrBlock: required(string),
    SourceCidrBlock: required(string),
    Description: string,
    ClientToken: string,
    TagSpecifications: tagSpecifications,
  },
  run(world, input) {
    const { TrafficDirection, RuleAction, Protocol, Description } = input;
    const wanted = acceptRule({
      TrafficDirection,
      RuleNumber: acceptNumber(input.RuleNumber, 'ruleNumber', 1, mostRuleNumber),
      RuleAction,
      ...(Protocol !== undefined && { Protocol: acceptNumber(Protocol, 'protocol', 0, 255) }),
      ...(input.DestinationPortRange && {
        DestinationPortRange: acceptPorts(input.DestinationPortRange, 'destinationPortRange'),
      }),
      ...(input.SourcePortRange && { SourcePortRange: acceptPorts(input.SourcePortRange, 'sourcePortRange') }),
      DestinationCidrBlock: acceptCidr(input.DestinationCidrBlock, 'destinationCidrBlock'),
      SourceCidrBlock: acceptCidr(input.SourceCidrBlock, 'sourceCidrBlock'),
      ...(Description !== undefined && { Description }),
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
      TrafficMirrorFilterRule: describeTrafficMirrorFilterRule(getTrafficMirrorFilterRule(world, id)),
      ClientToken: answeredToken(world, input, id),
    };
  },
});
