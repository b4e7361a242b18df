import { interfacesOf, isServiceInterface } from '@/lib/engine/network-interface/network-interface';
import { interfaceNamed, memberOf, type Situation, textOf } from './situation';

/** What can be so with the network interface that a call names. */
export const interfaceSituations = {
  /** The call asks for device index 0. */
  'device-index-zero': ({ call }) => memberOf(call.input, 'DeviceIndex') === 0,
  /** Where an attachment's id belongs stands the id of an interface. */
  'interface-id-for-attachment': ({ world, call }) =>
    world.networkInterfaces.get(textOf(call, 'AttachmentId')) !== undefined,
  /** A service made it and manages it. */
  'of-a-service': (done) => {
    const eni = interfaceNamed(done);
    return eni !== undefined && isServiceInterface(eni);
  },
  /** An instance holds it. */
  attached: (done) => interfaceNamed(done)?.Attachment?.InstanceId !== undefined,
  /** Another instance holds it than the one that the call names. */
  'of-another-instance': (done) => {
    const holder = interfaceNamed(done)?.Attachment?.InstanceId;
    return holder !== undefined && holder !== textOf(done.call, 'InstanceId');
  },
  /** It lies in another Availability Zone than the instance that the call names. */
  'other-zone': (done) => {
    const eni = interfaceNamed(done);
    const instance = done.world.instances.get(textOf(done.call, 'InstanceId'));
    return eni !== undefined && instance !== undefined && eni.AvailabilityZone !== instance.AvailabilityZone;
  },
  /** Its instance has another interface in the same subnet. */
  'shared-subnet': (done) => {
    const eni = interfaceNamed(done);
    const holder = eni?.Attachment?.InstanceId;
    if (!eni || holder === undefined) return false;
    return interfacesOf(done.world, holder).filter(({ SubnetId }) => SubnetId === eni.SubnetId).length > 1;
  },
  /** It is no more, and the instance that held it on this path was terminated. */
  'gone-with-its-instance': ({ world, facts, call }) => {
    const id = textOf(call, 'NetworkInterfaceId');
    if (world.networkInterfaces.get(id)) return false;
    const holder = facts.of('attached').findLast((fact) => fact.interface === id)?.instance;
    return holder !== undefined && world.instances.get(holder)?.goal === 'terminated';
  },
} satisfies Record<string, Situation>;
