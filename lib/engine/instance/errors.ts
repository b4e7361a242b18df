import { AwsError, errors } from '../aws-error';
import type { InstanceStateName } from './instance';

/** Refusals around instances. */
export const instanceErrors = {
  /** Observed: eni-ground-truth section 2. */
  notFound: (ids: readonly string[]) =>
    new AwsError(
      'InvalidInstanceID.NotFound',
      ids.length === 1
        ? `The instance ID '${ids[0]}' does not exist`
        : `The instance IDs '${ids.join(', ')}' do not exist`,
    ),
  /** Observed: AWS's answers in many transcripts; without the `(expecting …)` of other resources. */
  malformed: (id: string) => new AwsError('InvalidInstanceID.Malformed', `Invalid id: "${id}"`),
  /** Observed: eni-ground-truth section 6. */
  none: () => errors.parameterCombination('No instances specified'),

  /** Observed: eni-ground-truth section 6. */
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
  /** Observed: eni-ground-truth section 6. */
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
  /**
   * Documented: the code, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html
   * Assumed: the text, after RunInstances.
   */
  unknownNewType: (type: string) =>
    new AwsError('InvalidInstanceAttributeValue', `Invalid value '${type}' for InstanceType.`),
  /** Observed: eni-ground-truth section 3. */
  severalInterfaces: (id: string) =>
    new AwsError(
      'InvalidInstanceID',
      `There are multiple interfaces attached to instance '${id}'. Please specify an interface ID for the operation instead.`,
    ),
  /** Assumed: the text, after the same refusal for an interface. */
  attributeNone: () => errors.parameterCombination('No attributes specified.'),
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
