import { AwsError, errors } from '../aws-error';

export const permissionErrors = {
  /** Assumed: the text. The code is what production code for AWS waits for (a Terraform provider's resource of it). */
  notFound: (id: string) =>
    new AwsError(
      'InvalidNetworkInterfacePermissionID.NotFound',
      `The networkInterfacePermission ID '${id}' does not exist`,
    ),
  /** Assumed: the spelling of the parameter; some account has to be named, since services are not supported. */
  noAccount: () => errors.missingParameter('awsAccountId'),
  /** Assumed: the text; an account id is 12 digits. */
  account: (id: string) => errors.invalidValue(id, 'awsAccountId', 'Not a valid AWS account ID.'),
};
