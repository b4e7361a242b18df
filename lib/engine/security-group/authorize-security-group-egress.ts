import { operation } from '../operation';
import { notModelled, required, string, tagSpecifications } from '../shapes';
import { authorize } from './authorize';
import { ipPermissions } from './permissions';

/**
 * AuthorizeSecurityGroupEgress: let traffic out.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupEgress.html, which says of the
 * parameters for a single rule: "Not supported. Use IP permissions instead."
 */
export const authorizeSecurityGroupEgress = operation({
  name: 'AuthorizeSecurityGroupEgress',
  input: {
    TagSpecifications: tagSpecifications,
    GroupId: required(string),
    SourceSecurityGroupName: notModelled,
    SourceSecurityGroupOwnerId: notModelled,
    IpProtocol: notModelled,
    FromPort: notModelled,
    ToPort: notModelled,
    CidrIp: notModelled,
    IpPermissions: ipPermissions,
  },
  run: (world, input) => authorize(world, true, input),
});
