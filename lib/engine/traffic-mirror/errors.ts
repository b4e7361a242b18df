import { AwsError, errors } from '../aws-error';

const missing = (kind: string, id: string) =>
  new AwsError(`InvalidTrafficMirror${kind}Id.NotFound`, `The TrafficMirror${kind} ID '${id}' does not exist`);
const malformed = (kind: string, prefix: string, id: string) => errors.malformedId(`TrafficMirror${kind}`, id, prefix);

/**
 * Refusals about traffic mirroring. Codes marked Documented: the EC2 API's list of error codes,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const trafficMirrorErrors = {
  /** Assumed: the text; the code is the one that Terraform's provider waits for (the list of codes spells it without `Id.`). */
  filterNotFound: (id: string) => missing('Filter', id),
  /** Assumed: the text; the code is the one that Terraform's provider waits for. */
  ruleNotFound: (id: string) => missing('FilterRule', id),
  /** Assumed: the text; the code is the one that Terraform's provider waits for. */
  targetNotFound: (id: string) => missing('Target', id),
  /** Assumed: the text; the code is the one that Terraform's provider waits for. */
  sessionNotFound: (id: string) => missing('Session', id),
  /** Assumed: code and text, after other resources. */
  malformedFilterId: (id: string) => malformed('Filter', 'tmf', id),
  /** Assumed: code and text, after other resources. */
  malformedRuleId: (id: string) => malformed('FilterRule', 'tmfr', id),
  /** Assumed: code and text, after other resources. */
  malformedTargetId: (id: string) => malformed('Target', 'tmt', id),
  /** Assumed: code and text, after other resources. */
  malformedSessionId: (id: string) => malformed('Session', 'tms', id),
  /** Assumed: the text; the code and what it means are documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  filterInUse: (id: string) =>
    new AwsError('TrafficMirrorFilterInUse', `The Traffic Mirror filter ${id} is in use by a Traffic Mirror session.`),
  /** Assumed: the text; the code and what it means are documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  targetInUse: (id: string) =>
    new AwsError(
      'TrafficMirrorTargetInUseException',
      `The Traffic Mirror target ${id} is in use by a Traffic Mirror session.`,
    ),
  /** Assumed: the text; the code and what it means are documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  ruleExists: (number: number, direction: string) =>
    new AwsError(
      'TrafficMirrorFilterRuleAlreadyExists',
      `The Traffic Mirror filter has a rule with the number ${number} for ${direction} traffic already.`,
    ),
  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, and the quota of 10 in the Traffic Mirroring guide. */
  ruleLimit: () =>
    new AwsError(
      'TrafficMirrorFilterRuleLimitExceeded',
      'The maximum number of Traffic Mirror filter rules has been exceeded.',
    ),
  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, and the quota of 3 in the Traffic Mirroring guide. */
  sessionsPerInterface: () =>
    new AwsError(
      'TrafficMirrorSessionsPerInterfaceLimitExceeded',
      'The allowed number of Traffic Mirror sessions for the specified network interface has been exceeded.',
    ),
  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  inUseBySession: (eniId: string) =>
    new AwsError(
      'InterfaceInUseByTrafficMirrorSession',
      `The network interface ${eniId} is already associated with a Traffic Mirror session.`,
    ),
  /** Assumed: the text, and that it is said of a second target on an interface; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  inUseByTarget: (eniId: string) =>
    new AwsError(
      'InterfaceInUseByTrafficMirrorTarget',
      `The network interface ${eniId} is already associated with a Traffic Mirror target.`,
    ),
  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  interfaceNotSupported: (eniId: string) =>
    new AwsError(
      'NetworkInterfaceNotSupported',
      `The network interface ${eniId} is not supported for Traffic Mirroring.`,
    ),
  /** Assumed: code and text; the API reference says that each session of an interface has its own number. */
  sessionNumberTaken: (number: number, eniId: string) =>
    errors.invalidValue(String(number), 'sessionNumber', `It is used by another session of ${eniId}.`),
  /** Assumed: the text; the range is documented with the parameter. */
  range: (value: number, name: string, least: number, most: number) =>
    errors.invalidValue(String(value), name, `It must be in the range ${least} to ${most}.`),
  /** Assumed: code and text. */
  cidr: (cidr: string, name: string) => errors.invalidValue(cidr, name, 'This is not a valid CIDR block.'),
  /** Assumed: code and text; the API reference of ModifyTrafficMirrorFilterRule has the rule. */
  families: () =>
    errors.parameterCombination('DestinationCidrBlock and SourceCidrBlock must both be an IPv4 or an IPv6 range.'),
  /** Assumed: code and text; the API reference says that ports apply to TCP and UDP. */
  portsNeedProtocol: () =>
    errors.parameterCombination('A port range can be specified only with the protocols 6 (TCP) and 17 (UDP).'),
  /** Assumed: code and text. */
  portRange: (name: string) =>
    errors.parameterValue(
      `Invalid value for ${name}. Must specify both FromPort and ToPort, from 0 to 65535 and in order.`,
    ),
  /** Assumed: code and text; AWS asks for one of three. */
  noTarget: () => errors.missingParameter('networkInterfaceId'),
  /** Assumed: code and text. */
  setAndRemoved: (field: string) =>
    errors.parameterCombination(`The field ${field} cannot be set and removed in one call.`),
};
