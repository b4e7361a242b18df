import { AwsError, errors } from '../aws-error';

/** Source: eni-ground-truth sections 1 to 4 and 9, where no other is named. */
export const networkInterfaceErrors = {
  notFound: (id: string) =>
    new AwsError('InvalidNetworkInterfaceID.NotFound', `The networkInterface ID '${id}' does not exist`),
  malformedId: (id: string) => errors.malformedId('NetworkInterface', id, 'eni'),
  limit: () =>
    // Assumed: the text.
    new AwsError('NetworkInterfaceLimitExceeded', 'The maximum number of network interfaces has been reached.'),
  description: () =>
    errors.parameterValue(
      'Invalid interface description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*',
    ),
  /** What AWS answers whoever touches an interface that a service made. */
  requesterManaged: () => new AwsError('AuthFailure', 'You do not have permission to access the specified resource.'),

  /** AttachNetworkInterface and RunInstances of an interface that is attached already. */
  inUse: (id: string) => new AwsError('InvalidNetworkInterface.InUse', `Interface: [${id}] in use.`),
  /** DeleteNetworkInterface of one that is attached: the same fact under another code. */
  currentlyInUse: (id: string) => errors.parameterValue(`Network interface '${id}' is currently in use.`),

  attributeNone: () => errors.parameterCombination('No attributes specified.'),
  attributeSeveral: (names: readonly string[]) =>
    errors.parameterCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`),
  /** Source: the peer emulator STK. */
  attributeValueMissing: () => new AwsError('MissingParameter', 'The attribute value must be specified.'),
  resetWithValue: () => new AwsError('InvalidRequest', 'The request received was invalid.'),
  attributeUnknown: (name: string) => errors.invalidValue(name, 'attribute', 'Unknown attribute.'),
  attachmentIncomplete: () => errors.missingParameter('attachment deleteOnTermination'),
  groupOfOtherNetwork: () =>
    new AwsError('InvalidGroup.NotFound', 'You have specified two resources that belong to different networks.'),
};

/** Refusals of attaching and detaching. Source: eni-ground-truth section 3, where no other is named. */
export const attachmentErrors = {
  otherZone: () =>
    errors.parameterCombination(
      'You may not attach a network interface to an instance if they are not in the same availability zone',
    ),
  indexTaken: (instanceId: string, index: number) =>
    errors.parameterValue(`Instance '${instanceId}' already has an interface attached at device index '${index}'.`),
  /** `count`: the interfaces there would be. */
  limit: (count: number, instanceType: string) =>
    new AwsError('AttachmentLimitExceeded', `Interface count ${count} exceeds the limit for ${instanceType}`),
  /** Source: a transcript of AttachNetworkInterface, github.com/cilium/cilium/issues/9730; RunInstances: the code is documented. */
  addressLimit: (count: number, id: string, instanceType: string) =>
    new AwsError(
      'InvalidInterface.IpAddressLimitExceeded',
      `Address count ${count} on ${id.replace('eni-', 'interface-')} exceeds the limit for ${instanceType}`,
    ),
  /** Assumed: code and text; only that the call fails is sure. */
  instanceState: (instanceId: string) =>
    new AwsError('IncorrectState', `The instance '${instanceId}' is not in a valid state for this operation.`),
  /** Assumed: the texts of a card or an index that cannot be. */
  networkCard: (index: number, instanceType: string) =>
    errors.invalidValue(String(index), 'networkCardIndex', `${instanceType} has no such network card.`),
  deviceIndex: (index: number) => errors.invalidValue(String(index), 'deviceIndex', 'It must not be negative.'),
  /** Assumed: the code. Source of the text: the console's, github.com/devopsacademyau/academy/pull/277. */
  noFabricAdapter: (instanceType: string) =>
    errors.parameterCombination(`${instanceType} instances do not support Elastic Fabric Adapters.`),
  /** Assumed: code and text; that it fails: github.com/hashicorp/terraform-provider-aws/issues/44355. */
  fabricAdapterRunning: (instanceId: string) =>
    new AwsError(
      'IncorrectInstanceState',
      `An Elastic Fabric Adapter cannot be attached to the running instance '${instanceId}'.`,
    ),

  primary: () =>
    new AwsError(
      'OperationNotPermitted',
      'The network interface at device index 0 and networkCard index 0 cannot be detached.',
    ),
  notFound: (id: string) =>
    new AwsError('InvalidAttachmentID.NotFound', `The interface attachment '${id}' does not exist.`),
  malformedId: (id: string) => errors.malformedId('NetworkInterfaceAttachment', id, 'eni-attach'),
  serviceAttachment: () =>
    new AwsError('OperationNotPermitted', "You are not allowed to manage 'ela-attach' attachments."),
};
