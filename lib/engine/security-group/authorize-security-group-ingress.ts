import { operation } from '../operation';
import { string, tagSpecifications } from '../shapes';
import { authorize } from './authorize';
import { flatPermission } from './given-permissions';
import { ipPermissions } from './permissions';

/**
 * AuthorizeSecurityGroupIngress: let traffic in.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
 */
export const authorizeSecurityGroupIngress = operation({
  name: 'AuthorizeSecurityGroupIngress',
  input: {
    ...flatPermission,
    GroupId: string,
    GroupName: string,
    IpPermissions: ipPermissions,
    TagSpecifications: tagSpecifications,
  },
  run: (world, input) => authorize(world, false, input),
});
