import { getInstance, instanceState } from '../instance/instance';
import { operation } from '../operation';
import { integer, notModelled, required, string } from '../shapes';
import { attach, isFabricAdapter } from './attach';
import { attachmentErrors } from './errors';
import { getOwnNetworkInterface } from './network-interface';

/**
 * AttachNetworkInterface: give a running (hot) or stopped (warm) instance one more interface; it does not go with the
 * instance when that is terminated.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachNetworkInterface.html
 * Not modelled: ENA Express, ENA queues.
 */
export const attachNetworkInterface = operation({
  name: 'AttachNetworkInterface',
  input: {
    NetworkCardIndex: integer,
    EnaSrdSpecification: notModelled,
    EnaQueueCount: notModelled,
    NetworkInterfaceId: required(string),
    InstanceId: required(string),
    DeviceIndex: required(integer),
  },
  run(world, input) {
    const { DeviceIndex: deviceIndex, NetworkCardIndex: networkCardIndex = 0 } = input;
    if (deviceIndex < 0) throw attachmentErrors.deviceIndex(deviceIndex);
    const networkInterface = getOwnNetworkInterface(world, input.NetworkInterfaceId);
    const instance = getInstance(world, input.InstanceId);
    const state = instanceState(world, instance);
    if (state !== 'running' && state !== 'stopped') throw attachmentErrors.instanceState(instance.InstanceId);
    if (isFabricAdapter(networkInterface) && state === 'running') {
      throw attachmentErrors.fabricAdapterRunning(instance.InstanceId);
    }
    const attached = attach(world, networkInterface, instance, {
      deviceIndex,
      networkCardIndex,
      deleteOnTermination: false,
    });
    return { AttachmentId: attached.Attachment?.AttachmentId, NetworkCardIndex: networkCardIndex };
  },
});
