import { AwsError, errors } from '../aws-error';

/** The codes are from the EC2 API's list, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export const dhcpOptionsErrors = {
  /** Assumed: the text, after that for other ids; the code is documented, and clients of many makes match it. */
  notFound: (id: string) => new AwsError('InvalidDhcpOptionID.NotFound', `The dhcpOption ID '${id}' does not exist`),
  /** Assumed: the text; the code is documented. */
  malformedId: (id: string) => errors.malformedId('DhcpOptions', id, 'dopt'),
  /** Observed: the output of github.com/rebuy-de/aws-nuke in its README. */
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The dhcpOptions '${id}' has dependencies and cannot be deleted.`),
  /** Observed: the end-to-end tests of github.com/aws-controllers-k8s/ec2-controller. */
  unknownOption: (name: string) => errors.invalidValue(name, 'name', 'Unknown DHCP option'),
  /** Assumed: the text; the API reference names what each option takes. */
  value: (value: string, name: string) => errors.invalidValue(value, 'value', `Invalid value for DHCP option ${name}`),
  /** Assumed: the text; the API reference names how many values each option takes. */
  count: (name: string, most: number) =>
    errors.parameterValue(`The DHCP option ${name} takes at least one value and at most ${most}`),
};
