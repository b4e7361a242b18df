import { operation } from '../operation';
import { ruleDescriptions, updateRuleDescriptions } from './update-rule-descriptions';

/**
 * UpdateSecurityGroupRuleDescriptionsIngress: what people say of rules inwards.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UpdateSecurityGroupRuleDescriptionsIngress.html
 */
export const updateSecurityGroupRuleDescriptionsIngress = operation({
  name: 'UpdateSecurityGroupRuleDescriptionsIngress',
  input: ruleDescriptions,
  run: (world, input) => updateRuleDescriptions(world, false, input),
});
