import { operation } from '../operation';
import { list, string } from '../shapes';
import { flatPermission } from './given-permissions';
import { ipPermissions } from './permissions';
import { revoke } from './revoke';

/**
 * RevokeSecurityGroupIngress: let traffic in no longer.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html
 */
export const revokeSecurityGroupIngress = operation({
  name: 'RevokeSecurityGroupIngress',
  input: {
    ...flatPermission,
    GroupId: string,
    GroupName: string,
    IpPermissions: ipPermissions,
    SecurityGroupRuleIds: list(string),
  },
  run: (world, input) => revoke(world, false, input),
});
