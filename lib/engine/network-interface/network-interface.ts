import { addressKey } from '../subnet/subnet';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { networkInterfaceErrors } from './errors';

export interface PrivateAddress {
  readonly PrivateIpAddress: string;
  readonly Primary: boolean;
}

export interface Attachment {
  readonly AttachmentId: string;
  readonly InstanceId: string;
  readonly DeviceIndex: number;
  readonly NetworkCardIndex: number;
  readonly DeleteOnTermination: boolean;
  /** ISO 8601, UTC, milliseconds. */
  readonly AttachTime: string;
  /** `attaching` before this instant, ms since 1970 UTC. */
  readonly attachedAt: number;
  /** Set by DetachNetworkInterface: `detaching` until the timer takes the attachment away. */
  readonly detaching?: true;
}

/** The one record of an interface; an instance's interfaces are those whose attachment names it. */
export interface NetworkInterface extends Row {
  readonly NetworkInterfaceId: string;
  readonly SubnetId: string;
  readonly VpcId: string;
  readonly AvailabilityZone: string;
  readonly Description: string;
  readonly InterfaceType: string;
  readonly MacAddress: string;
  /** Primary first. */
  readonly PrivateIpAddresses: readonly PrivateAddress[];
  /** Ids, at least one. */
  readonly groups: readonly string[];
  readonly SourceDestCheck: boolean;
  readonly RequesterId?: string;
  readonly RequesterManaged: boolean;
  readonly TagSet: readonly Tag[];
  readonly Attachment?: Attachment;
  /** `pending` before this instant, ms since 1970 UTC. */
  readonly availableAt: number;
  /** Whether it may be given an auto-assigned public address: the subnet's setting when it was made, or the call's own. */
  readonly mapsPublicIp: boolean;
  /** The auto-assigned public IPv4 address of the primary private address, while there is one. */
  readonly publicIp?: string;
}

export const networkInterfaces = defineTable<NetworkInterface>()('NetworkInterfaceId', {
  SubnetId: (eni) => eni.SubnetId,
  VpcId: (eni) => eni.VpcId,
  InstanceId: (eni) => eni.Attachment?.InstanceId,
  AttachmentId: (eni) => eni.Attachment?.AttachmentId,
  address: (eni) => eni.PrivateIpAddresses.map((address) => addressKey(eni.SubnetId, address.PrivateIpAddress)),
  group: (eni) => eni.groups,
  publicIp: (eni) => eni.publicIp,
});

export function getNetworkInterface(world: World, id: string): NetworkInterface {
  const eni = world.networkInterfaces.get(id);
  if (eni) return eni;
  throw id.startsWith('eni-') ? networkInterfaceErrors.notFound(id) : networkInterfaceErrors.malformedId(id);
}

/** An interface that the account's own user may change; those that services made only the service changes. */
export function getOwnNetworkInterface(world: World, id: string): NetworkInterface {
  const eni = getNetworkInterface(world, id);
  if (eni.RequesterManaged) throw networkInterfaceErrors.requesterManaged();
  return eni;
}

/** Interfaces of an instance in order of device index; those on their way out included. */
export const interfacesOf = (world: World, instanceId: string): NetworkInterface[] =>
  world.networkInterfaces
    .by('InstanceId', instanceId)
    .sort((a, b) => (a.Attachment?.DeviceIndex ?? 0) - (b.Attachment?.DeviceIndex ?? 0));

/** The device that an instance starts with; it stays until the instance goes. */
export const isPrimaryDevice = ({ DeviceIndex, NetworkCardIndex }: Attachment): boolean =>
  DeviceIndex === 0 && NetworkCardIndex === 0;

export const attachmentStatus = (world: World, attachment: Attachment): string =>
  attachment.detaching ? 'detaching' : world.now < attachment.attachedAt ? 'attaching' : 'attached';

export function networkInterfaceStatus(world: World, eni: NetworkInterface): string {
  if (eni.Attachment) return eni.Attachment.detaching ? 'detaching' : 'in-use';
  return world.now < eni.availableAt ? 'pending' : 'available';
}

export const primaryAddressOf = (eni: NetworkInterface): string => eni.PrivateIpAddresses[0]?.PrivateIpAddress ?? '';
