import { operation } from '../operation';
import { ruleDescriptions, updateRuleDescriptions } from './update-rule-descriptions';

/**
 * UpdateSecurityGroupRuleDescriptionsEgress: what people say of rules outwards.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UpdateSecurityGroupRuleDescriptionsEgress.html
 */
export const updateSecurityGroupRuleDescriptionsEgress = operation({
  name: 'UpdateSecurityGroupRuleDescriptionsEgress',
  input: ruleDescriptions,
  run: (world, input) => updateRuleDescriptions(world, true, input),
});
