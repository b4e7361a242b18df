import { operation } from '../operation';
import { integer, list, required, string } from '../shapes';
import { refuseFlat } from './given-permissions';
import { ipPermissions } from './permissions';
import { revoke } from './revoke';

/**
 * RevokeSecurityGroupEgress: let traffic out no longer.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupEgress.html, which says that the
 * parameters for a single rule are not supported; AWS answers them as unknown (https://github.com/boto/boto3/issues/790).
 */
export const revokeSecurityGroupEgress = operation({
  name: 'RevokeSecurityGroupEgress',
  input: {
    SecurityGroupRuleIds: list(string),
    GroupId: required(string),
    SourceSecurityGroupName: string,
    SourceSecurityGroupOwnerId: string,
    IpProtocol: string,
    FromPort: integer,
    ToPort: integer,
    CidrIp: string,
    IpPermissions: ipPermissions,
  },
  run(world, input) {
    refuseFlat(input);
    return revoke(world, true, input);
  },
});
