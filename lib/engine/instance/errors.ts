import { AwsError, errors } from '../aws-error';
import type { InstanceStateName } from './instance';

/** Refusals around instances. */
export const instanceErrors = {
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  notFound: (ids: readonly string[]) =>
    new AwsError(
      'InvalidInstanceID.NotFound',
      ids.length === 1
        ? `The instance ID '${ids[0]}' does not exist`
        : `The instance IDs '${ids.join(', ')}' do not exist`,
    ),
  /** Observed: AWS's answers in many transcripts; without the `(expecting …)` of other resources. */
  malformed: (id: string) => new AwsError('InvalidInstanceID.Malformed', `Invalid id: "${id}"`),
  /** Observed: github.com/gruntwork-io/cloud-nuke/issues/731 */
  none: () => errors.parameterCombination('No instances specified'),
  /** Observed: AWS's answer to an empty id among those asked for, github.com/aws/aws-sdk-java/issues/1131. */
  emptyId: () => errors.missingParameter('InstanceId'),
  /** Observed: AWS's answer, its spelling included, github.com/bastillion-io/Bastillion-EC2/issues/8. */
  tooManyIds: (count: number) =>
    new AwsError(
      'InvalidRequest',
      `${count} exceeds the maximum number of instance IDs that can be specificied (100). Please specify fewer than 100 instance IDs.`,
    ),

  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  cannotStart: (id: string) =>
    new AwsError('IncorrectInstanceState', `The instance '${id}' is not in a state from which it can be started.`),
  /** Observed: an answer of AWS kept by CloudTrail, in public repositories. */
  cannotStop: (id: string) =>
    new AwsError('IncorrectInstanceState', `This instance '${id}' is not in a state from which it can be stopped.`),
  /** Observed: AWS's answer in github.com/cloud-custodian/cloud-custodian/pull/6014. */
  neverRan: (id: string) =>
    new AwsError(
      'IncorrectInstanceState',
      `Instance '${id}' cannot be stopped as it has never reached the 'running' state.`,
    ),
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  protected: (id: string, verb: 'stopped' | 'terminated', attribute: 'disableApiStop' | 'disableApiTermination') =>
    new AwsError(
      'OperationNotPermitted',
      `The instance '${id}' may not be ${verb}. Modify its '${attribute}' instance attribute and try again.`,
    ),

  /** Assumed: for instance attributes; AWS says it of AssociateAddress. */
  wrongState: (state: InstanceStateName, id: string) =>
    new AwsError('InvalidInstanceID', `The ${state} instance '${id}' is not in a valid state for this operation.`),
  /** Observed: AWS's answers to changing the type of a running instance, in many transcripts. */
  notStopped: (id: string) =>
    new AwsError('IncorrectInstanceState', `The instance '${id}' is not in the 'stopped' state.`),
  /** Assumed: the text, after RunInstances; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html */
  unknownNewType: (type: string) =>
    new AwsError('InvalidInstanceAttributeValue', `Invalid value '${type}' for InstanceType.`),
  /** Observed: the source of Terraform's provider, and a transcript of EKS. */
  severalInterfaces: (id: string) =>
    new AwsError(
      'InvalidInstanceID',
      `There are multiple interfaces attached to instance '${id}'. Please specify an interface ID for the operation instead.`,
    ),
  /** Assumed: the text, after the same refusal for an interface. */
  attributeNone: () => errors.parameterCombination('No attributes specified.'),
  /** Observed: AWS's answer to an empty value, quoted by scripts. */
  valueMissing: () => errors.missingParameter('value'),
  /** Assumed: the text, after the same refusal for an interface. */
  attributeSeveral: (names: readonly string[]) =>
    errors.parameterCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`),
  /** Assumed: the text, after the same refusal for an interface. */
  attributeUnknown: (name: string) => errors.invalidValue(name, 'attribute', 'Unknown attribute.'),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetInstanceAttribute.html names the three. */
  attributeNotReset: (name: string) => errors.invalidValue(name, 'attribute', 'The attribute cannot be reset.'),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataOptions.html has the bounds. */
  hopLimit: (hops: number) =>
    errors.invalidValue(String(hops), 'httpPutResponseHopLimit', 'It must be between 1 and 64.'),
};
