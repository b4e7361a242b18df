import { getImage } from '../image/image';
import { describeGroups } from '../network-interface/describe-network-interface';
import { operation } from '../operation';
import { required, string } from '../shapes';
import type { World } from '../world';
import { blockDevices } from './describe-instance';
import { instanceErrors } from './errors';
import { getInstance, type Instance } from './instance';
import { findPrimaryInterface } from './instance-interfaces';

type Show = (world: World, instance: Instance) => object;

/** What nobody can give an instance here is shown empty, as AWS does. Assumed: `simple` and true for adapters of its images. */
const shown: { readonly [attribute: string]: Show } = {
  blockDeviceMapping: (world, instance) => ({
    BlockDeviceMappings: blockDevices(world, instance),
    InstanceId: instance.InstanceId,
  }),
  disableApiTermination: (_world, { InstanceId, disableApiTermination }) => ({
    DisableApiTermination: { Value: disableApiTermination },
    InstanceId,
  }),
  enaSupport: (_world, { InstanceId }) => ({ EnaSupport: { Value: true }, InstanceId }),
  ebsOptimized: (_world, { InstanceId }) => ({ EbsOptimized: { Value: false }, InstanceId }),
  enclaveOptions: (_world, { InstanceId }) => ({ EnclaveOptions: { Enabled: false }, InstanceId }),
  instanceInitiatedShutdownBehavior: (_world, { InstanceId }) => ({
    InstanceId,
    InstanceInitiatedShutdownBehavior: { Value: 'stop' },
  }),
  instanceType: (_world, { InstanceId, InstanceType }) => ({ InstanceId, InstanceType: { Value: InstanceType } }),
  kernel: (_world, { InstanceId }) => ({ InstanceId, KernelId: {} }),
  ramdisk: (_world, { InstanceId }) => ({ InstanceId, RamdiskId: {} }),
  sriovNetSupport: (_world, { InstanceId }) => ({ InstanceId, SriovNetSupport: { Value: 'simple' } }),
  userData: (_world, { InstanceId }) => ({ InstanceId, UserData: {} }),
  productCodes: (_world, { InstanceId }) => ({ InstanceId, ProductCodes: [] }),
  rootDeviceName: (_world, { InstanceId, ImageId }) => ({
    InstanceId,
    RootDeviceName: { Value: getImage(ImageId).RootDeviceName },
  }),
  sourceDestCheck: (world, instance) => {
    const eni = findPrimaryInterface(world, instance);
    return { InstanceId: instance.InstanceId, ...(eni && { SourceDestCheck: { Value: eni.SourceDestCheck } }) };
  },
  disableApiStop: (_world, { InstanceId, disableApiStop }) => ({
    InstanceId,
    DisableApiStop: { Value: disableApiStop },
  }),
  groupSet: (world, instance) => {
    const eni = findPrimaryInterface(world, instance);
    return { InstanceId: instance.InstanceId, Groups: eni ? describeGroups(world, eni) : [] };
  },
};

/**
 * DescribeInstanceAttribute: one attribute of one instance. Assumed: with several interfaces, those of the primary one.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceAttribute.html
 */
export const describeInstanceAttribute = operation({
  name: 'DescribeInstanceAttribute',
  input: { InstanceId: required(string), Attribute: required(string) },
  run(world, input) {
    const show = Object.hasOwn(shown, input.Attribute) ? shown[input.Attribute] : undefined;
    if (!show) throw instanceErrors.attributeUnknown(input.Attribute);
    return show(world, getInstance(world, input.InstanceId));
  },
});
