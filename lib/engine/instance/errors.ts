import { AwsError, errors } from '../aws-error';
import type { InstanceStateName } from './instance';

/** Source: eni-ground-truth sections 2 and 6, where no other is named. */
export const instanceErrors = {
  notFound: (ids: readonly string[]) =>
    new AwsError(
      'InvalidInstanceID.NotFound',
      ids.length === 1
        ? `The instance ID '${ids[0]}' does not exist`
        : `The instance IDs '${ids.join(', ')}' do not exist`,
    ),
  /** Source: AWS's answers in many transcripts; without the `(expecting …)` of other resources. */
  malformed: (id: string) => new AwsError('InvalidInstanceID.Malformed', `Invalid id: "${id}"`),
  none: () => errors.parameterCombination('No instances specified'),

  cannotStart: (id: string) =>
    new AwsError('IncorrectInstanceState', `The instance '${id}' is not in a state from which it can be started.`),
  /** Source: an answer of AWS kept by CloudTrail, in public repositories. */
  cannotStop: (id: string) =>
    new AwsError('IncorrectInstanceState', `This instance '${id}' is not in a state from which it can be stopped.`),
  /** Source: AWS's answer in github.com/cloud-custodian/cloud-custodian/pull/6014. */
  neverRan: (id: string) =>
    new AwsError(
      'IncorrectInstanceState',
      `Instance '${id}' cannot be stopped as it has never reached the 'running' state.`,
    ),
  protected: (id: string, verb: 'stopped' | 'terminated', attribute: 'disableApiStop' | 'disableApiTermination') =>
    new AwsError(
      'OperationNotPermitted',
      `The instance '${id}' may not be ${verb}. Modify its '${attribute}' instance attribute and try again.`,
    ),

  /** Assumed for instance attributes: AWS says it of AssociateAddress. */
  wrongState: (state: InstanceStateName, id: string) =>
    new AwsError('InvalidInstanceID', `The ${state} instance '${id}' is not in a valid state for this operation.`),
  severalInterfaces: (id: string) =>
    new AwsError(
      'InvalidInstanceID',
      `There are multiple interfaces attached to instance '${id}'. Please specify an interface ID for the operation instead.`,
    ),
  attributeNone: () => errors.parameterCombination('No attributes specified.'),
  /** Assumed: the text, after the same refusal for an interface. */
  attributeSeveral: (names: readonly string[]) =>
    errors.parameterCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`),
  attributeUnknown: (name: string) => errors.invalidValue(name, 'attribute', 'Unknown attribute.'),
};
