import { operation } from '../operation';
import { integer, required, string, tagSpecifications } from '../shapes';
import { authorize } from './authorize';
import { refuseFlat } from './given-permissions';
import { ipPermissions } from './permissions';

/**
 * AuthorizeSecurityGroupEgress: let traffic out.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupEgress.html, which says that the
 * parameters for a single rule are not supported; AWS answers them as unknown (https://github.com/boto/boto3/issues/790).
 */
export const authorizeSecurityGroupEgress = operation({
  name: 'AuthorizeSecurityGroupEgress',
  input: {
    TagSpecifications: tagSpecifications,
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
    return authorize(world, true, input);
  },
});
