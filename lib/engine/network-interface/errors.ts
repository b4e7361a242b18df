import { AwsError, errors } from '../aws-error';

export const networkInterfaceErrors = {
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  notFound: (id: string) =>
    new AwsError('InvalidNetworkInterfaceID.NotFound', `The networkInterface ID '${id}' does not exist`),
  /** Assumed: the text, in which two emulators agree (stackd, Eucalyptus); the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  malformedId: (id: string) => errors.malformedId('NetworkInterface', id, 'eni'),
  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () =>
    new AwsError('NetworkInterfaceLimitExceeded', 'The maximum number of network interfaces has been reached.'),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers; the length is documented. */
  description: () =>
    errors.parameterValue(
      'Invalid interface description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*',
    ),
  /** Observed: two transcripts of Terraform that detaches a service's interface. Assumed: of the other calls. */
  requesterManaged: () => new AwsError('AuthFailure', 'You do not have permission to access the specified resource.'),

  /** Observed: of RunInstances, github.com/hashicorp/terraform-provider-aws/issues/27513, github.com/pulumi/pulumi-aws/issues/2394 and github.com/aws/aws-parallelcluster/issues/4063; of AttachNetworkInterface the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  inUse: (id: string) => new AwsError('InvalidNetworkInterface.InUse', `Interface: [${id}] in use.`),
  /** Observed: of DeleteNetworkInterface, github.com/aws/amazon-vpc-cni-k8s/issues/1399, github.com/gruntwork-io/cloud-nuke/issues/431 and github.com/gruntwork-io/cloud-nuke/issues/1132 */
  currentlyInUse: (id: string) => errors.parameterValue(`Network interface '${id}' is currently in use.`),

  /** Assumed: the text, in which two emulators agree (openstack/ec2-api, stackd). */
  attributeNone: () => errors.parameterCombination('No attributes specified.'),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers; that a call changes one attribute is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html */
  attributeSeveral: (names: readonly string[]) =>
    errors.parameterCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers. */
  attributeValueMissing: () => new AwsError('MissingParameter', 'The attribute value must be specified.'),
  /** Assumed: code and text; the flag is documented to be given with an empty value. */
  resetWithValue: () => new AwsError('InvalidRequest', 'The request received was invalid.'),
  /** Assumed: the text, in which two emulators agree (github.com/getmoto/moto, stackd). */
  attributeUnknown: (name: string) => errors.invalidValue(name, 'attribute', 'Unknown attribute.'),
  /** Assumed: the text, from openstack/ec2-api, which took over texts of AWS. */
  attachmentIncomplete: () => errors.missingParameter('attachment deleteOnTermination'),
  /** Assumed: that the text, observed of a security group rule, is given here too, as two emulators do (openstack/ec2-api, stackd). */
  groupOfOtherNetwork: () =>
    new AwsError('InvalidGroup.NotFound', 'You have specified two resources that belong to different networks.'),
  /** Assumed: the text; the bounds are documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ConnectionTrackingSpecificationRequest.html */
  timeout: (name: string, seconds: number, least: number, most: number) =>
    errors.invalidValue(String(seconds), name, `It must be between ${least} and ${most} seconds.`),
  /** Assumed: the text; that an EFA-only interface takes no addresses is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html */
  fabricOnlyWithAddress: () =>
    errors.parameterCombination('IP addresses may not be specified for EFA-only network interfaces.'),
};

/** Refusals of attaching and detaching. */
export const attachmentErrors = {
  /** Observed: a transcript. */
  otherZone: () =>
    errors.parameterCombination(
      'You may not attach a network interface to an instance if they are not in the same availability zone',
    ),
  /** Observed: github.com/cilium/cilium/issues/42512 and issue 71 of k8s-vpcnet. */
  indexTaken: (instanceId: string, index: number) =>
    errors.parameterValue(`Instance '${instanceId}' already has an interface attached at device index '${index}'.`),
  /** Observed: github.com/cilium/cilium/issues/15877, issue 375 of knife-ec2, and issue 28 of f5 terraform-aws-bigip. `count` is the interfaces there would be. */
  limit: (count: number, instanceType: string) =>
    new AwsError('AttachmentLimitExceeded', `Interface count ${count} exceeds the limit for ${instanceType}`),
  /** Observed: AttachNetworkInterface in github.com/cilium/cilium/issues/9730, where AWS writes an id `eni-…` as `interface-…`; of RunInstances the code is documented. */
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

  /** Observed: github.com/getmoto/moto/issues/7678, github.com/redhat-performance/cloud-governance/pull/952, and two transcripts of the console. */
  primary: () =>
    new AwsError(
      'OperationNotPermitted',
      'The network interface at device index 0 and networkCard index 0 cannot be detached.',
    ),
  /** Observed: github.com/hashicorp/terraform/issues/6179 */
  notFound: (id: string) =>
    new AwsError('InvalidAttachmentID.NotFound', `The interface attachment '${id}' does not exist.`),
  /** Assumed: the text, after that of an interface; the code is documented, for this very mistake of giving an id of an interface, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  malformedId: (id: string) => errors.malformedId('NetworkInterfaceAttachment', id, 'eni-attach'),
  /** Observed: github.com/boto/boto3/issues/2218 and many others, with Force too. */
  serviceAttachment: () =>
    new AwsError('OperationNotPermitted', "You are not allowed to manage 'ela-attach' attachments."),
};
