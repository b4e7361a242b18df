import { AwsError, errors } from '../aws-error';

export const networkInterfaceErrors = {
  /** Observed: eni-ground-truth section 2 (recordings and threads). */
  notFound: (id: string) =>
    new AwsError('InvalidNetworkInterfaceID.NotFound', `The networkInterface ID '${id}' does not exist`),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html; the text is two peers'. */
  malformedId: (id: string) => errors.malformedId('NetworkInterface', id, 'eni'),
  /** Assumed: the text; the code is documented (errors-overview.html). */
  limit: () =>
    new AwsError('NetworkInterfaceLimitExceeded', 'The maximum number of network interfaces has been reached.'),
  /** Assumed: the text, from the peer emulator STK; the length is documented (eni-ground-truth section 3). */
  description: () =>
    errors.parameterValue(
      'Invalid interface description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*',
    ),
  /** Observed: eni-ground-truth section 3 (detaching; two Terraform transcripts). Whoever touches a service's interface. */
  requesterManaged: () => new AwsError('AuthFailure', 'You do not have permission to access the specified resource.'),

  /** Observed: eni-ground-truth sections 1 (2) and 3 (RunInstances); AttachNetworkInterface has the code documented. */
  inUse: (id: string) => new AwsError('InvalidNetworkInterface.InUse', `Interface: [${id}] in use.`),
  /** Observed: eni-ground-truth sections 1 (2) and 3. DeleteNetworkInterface: the same fact under another code. */
  currentlyInUse: (id: string) => errors.parameterValue(`Network interface '${id}' is currently in use.`),

  /** Assumed: the text, from the peers OS and STK; eni-ground-truth section 3. */
  attributeNone: () => errors.parameterCombination('No attributes specified.'),
  /** Documented: API_ModifyNetworkInterfaceAttribute (one attribute a call); the text is the peer STK's. */
  attributeSeveral: (names: readonly string[]) =>
    errors.parameterCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`),
  /** Assumed: the text, from the peer emulator STK. */
  attributeValueMissing: () => new AwsError('MissingParameter', 'The attribute value must be specified.'),
  /** Assumed: code and text; the flag is documented to be given with an empty value. */
  resetWithValue: () => new AwsError('InvalidRequest', 'The request received was invalid.'),
  /** Assumed: the text, from two peer emulators; eni-ground-truth section 3. */
  attributeUnknown: (name: string) => errors.invalidValue(name, 'attribute', 'Unknown attribute.'),
  /** Assumed: the text, from the peer OS; eni-ground-truth section 3. */
  attachmentIncomplete: () => errors.missingParameter('attachment deleteOnTermination'),
  /** Assumed: that the text, observed of another call, is given here too, as two peers do; eni-ground-truth section 3. */
  groupOfOtherNetwork: () =>
    new AwsError('InvalidGroup.NotFound', 'You have specified two resources that belong to different networks.'),
  /** Assumed: the text; the bounds are documented (API_ConnectionTrackingSpecificationRequest). */
  timeout: (name: string, seconds: number, least: number, most: number) =>
    errors.invalidValue(String(seconds), name, `It must be between ${least} and ${most} seconds.`),
  /** Assumed: the text; API_CreateNetworkInterface says that an EFA-only interface takes no addresses. */
  fabricOnlyWithAddress: () =>
    errors.parameterCombination('IP addresses may not be specified for EFA-only network interfaces.'),
};

/** Refusals of attaching and detaching. */
export const attachmentErrors = {
  /** Observed: eni-ground-truth section 3 (a transcript). */
  otherZone: () =>
    errors.parameterCombination(
      'You may not attach a network interface to an instance if they are not in the same availability zone',
    ),
  /** Observed: eni-ground-truth section 3 (github.com/cilium/cilium/issues/42512). */
  indexTaken: (instanceId: string, index: number) =>
    errors.parameterValue(`Instance '${instanceId}' already has an interface attached at device index '${index}'.`),
  /** Observed: eni-ground-truth section 3 (github.com/cilium/cilium/issues/15877). `count`: the interfaces there would be. */
  limit: (count: number, instanceType: string) =>
    new AwsError('AttachmentLimitExceeded', `Interface count ${count} exceeds the limit for ${instanceType}`),
  /** Observed: AttachNetworkInterface in github.com/cilium/cilium/issues/9730; of RunInstances the code is documented. */
  addressLimit: (count: number, id: string, instanceType: string) =>
    new AwsError(
      'InvalidInterface.IpAddressLimitExceeded',
      `Address count ${count} on ${id.replace('eni-', 'interface-')} exceeds the limit for ${instanceType}`,
    ),
  /** Assumed: code and text; only that the call fails is sure. */
  instanceState: (instanceId: string) =>
    new AwsError('IncorrectState', `The instance '${instanceId}' is not in a valid state for this operation.`),
  /** Assumed: the text. */
  networkCard: (index: number, instanceType: string) =>
    errors.invalidValue(String(index), 'networkCardIndex', `${instanceType} has no such network card.`),
  /** Assumed: the text. */
  deviceIndex: (index: number) => errors.invalidValue(String(index), 'deviceIndex', 'It must not be negative.'),
  /** Assumed: the code. The text is the console's: github.com/devopsacademyau/academy/pull/277. */
  noFabricAdapter: (instanceType: string) =>
    errors.parameterCombination(`${instanceType} instances do not support Elastic Fabric Adapters.`),
  /** Assumed: code and text; that it fails: github.com/hashicorp/terraform-provider-aws/issues/44355. */
  fabricAdapterRunning: (instanceId: string) =>
    new AwsError(
      'IncorrectInstanceState',
      `An Elastic Fabric Adapter cannot be attached to the running instance '${instanceId}'.`,
    ),

  /** Observed: eni-ground-truth sections 1 (1) and 3. */
  primary: () =>
    new AwsError(
      'OperationNotPermitted',
      'The network interface at device index 0 and networkCard index 0 cannot be detached.',
    ),
  /** Observed: eni-ground-truth sections 2 and 3 (github.com/hashicorp/terraform/issues/6179). */
  notFound: (id: string) =>
    new AwsError('InvalidAttachmentID.NotFound', `The interface attachment '${id}' does not exist.`),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html; the text is two peers'. */
  malformedId: (id: string) => errors.malformedId('NetworkInterfaceAttachment', id, 'eni-attach'),
  /** Observed: eni-ground-truth section 3 (github.com/boto/boto3/issues/2218 and many). */
  serviceAttachment: () =>
    new AwsError('OperationNotPermitted', "You are not allowed to manage 'ela-attach' attachments."),
};
