import { operation } from '../operation';
import { list, notModelled, required, string } from '../shapes';
import { ipPermissions } from './permissions';
import { revoke } from './revoke';

/**
 * RevokeSecurityGroupEgress: let traffic out no longer.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupEgress.html, which says of the
 * parameters for a single rule: "Not supported."
 */
export const revokeSecurityGroupEgress = operation({
  name: 'RevokeSecurityGroupEgress',
  input: {
    SecurityGroupRuleIds: list(string),
    GroupId: required(string),
    SourceSecurityGroupName: notModelled,
    SourceSecurityGroupOwnerId: notModelled,
    IpProtocol: notModelled,
    FromPort: notModelled,
    ToPort: notModelled,
    CidrIp: notModelled,
    IpPermissions: ipPermissions,
  },
  run: (world, input) => revoke(world, true, input),
});
