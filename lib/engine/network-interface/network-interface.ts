import { idPrefixes } from '../ids';
import type { Instance } from '../instance/instance';
import { ipText, parseBlock, sizeOf } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
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
  /** Absent where a service attached the interface to something of its own. */
  readonly InstanceId?: string;
  /** The account when absent. */
  readonly InstanceOwnerId?: string;
  readonly DeviceIndex: number;
  readonly NetworkCardIndex: number;
  readonly DeleteOnTermination: boolean;
  /** ISO 8601, UTC, milliseconds. Absent on `ela-attach` attachments. */
  readonly AttachTime?: string;
  /** `attaching` before this instant, ms since 1970 UTC. */
  readonly attachedAt: number;
  /** Set by DetachNetworkInterface: `detaching` until the timer takes the attachment away. */
  readonly detaching?: true;
}

export interface Ipv6Address {
  readonly Ipv6Address: string;
  readonly IsPrimaryIpv6: boolean;
}

/** Idle timeouts in seconds; AWS's own hold where one is absent. */
export interface ConnectionTracking {
  readonly TcpEstablishedTimeout?: number;
  readonly UdpStreamTimeout?: number;
  readonly UdpTimeout?: number;
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
  /** Primary first; none in an IPv6-only subnet and on an EFA-only interface. */
  readonly PrivateIpAddresses: readonly PrivateAddress[];
  /** In canonical text, the first assigned first. */
  readonly Ipv6Addresses?: readonly Ipv6Address[];
  /** /28 blocks, each of which takes sixteen addresses of the subnet. */
  readonly Ipv4Prefixes?: readonly string[];
  /** /80 blocks in canonical text. */
  readonly Ipv6Prefixes?: readonly string[];
  /** Ids; at least one, but for interfaces of services that have none. */
  readonly groups: readonly string[];
  readonly SourceDestCheck: boolean;
  /** The idle timeouts of connection tracking that somebody set, in seconds. */
  readonly connectionTracking?: ConnectionTracking;
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

/** The addresses that IPv4 prefixes stand for. */
export const addressesIn = (prefixes: readonly string[] | undefined): string[] =>
  (prefixes ?? []).flatMap((prefix) => {
    const block = parseBlock(prefix);
    return block ? Array.from({ length: sizeOf(block) }, (_, at) => ipText(block.base + at)) : [];
  });

/** The /80 block that an IPv6 address lies in, which is the size of a prefix. */
export function prefixAround(ip: string): string {
  const block = parseBlock6(`${ip}/80`);
  if (!block) throw new Error(`${ip} is no IPv6 address`);
  return block6Text(block);
}

export const networkInterfaces = defineTable<NetworkInterface>()('NetworkInterfaceId', {
  SubnetId: (eni) => eni.SubnetId,
  VpcId: (eni) => eni.VpcId,
  InstanceId: (eni) => eni.Attachment?.InstanceId,
  AttachmentId: (eni) => eni.Attachment?.AttachmentId,
  /** Every IPv4 address of its subnet that it holds, those of its prefixes among them. */
  address: ({ SubnetId, PrivateIpAddresses, Ipv4Prefixes }) => {
    const keys = PrivateIpAddresses.map(({ PrivateIpAddress }) => addressKey(SubnetId, PrivateIpAddress));
    return Ipv4Prefixes ? [...keys, ...addressesIn(Ipv4Prefixes).map((ip) => addressKey(SubnetId, ip))] : keys;
  },
  /** Its IPv6 addresses and prefixes. */
  ipv6: ({ Ipv6Addresses, Ipv6Prefixes = [] }) =>
    Ipv6Addresses ? [...Ipv6Addresses.map((one) => one.Ipv6Address), ...Ipv6Prefixes] : Ipv6Prefixes,
  /** The /80 blocks that its IPv6 addresses lie in: none of them can be a prefix. */
  ipv6Block: (eni) => eni.Ipv6Addresses?.map((one) => prefixAround(one.Ipv6Address)),
  group: (eni) => eni.groups,
  publicIp: (eni) => eni.publicIp,
});

export function getNetworkInterface(world: World, id: string): NetworkInterface {
  const eni = world.networkInterfaces.get(id);
  if (eni) return eni;
  throw id.startsWith('eni-') ? networkInterfaceErrors.notFound(id) : networkInterfaceErrors.malformedId(id);
}

/**
 * Whether a service manages it: some, such as Lambda's, are not `RequesterManaged` and yet nobody else's to change.
 * Source: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo).
 */
export const isServiceInterface = ({ RequesterManaged, Attachment }: NetworkInterface): boolean =>
  RequesterManaged || (Attachment !== undefined && isServiceAttachment(Attachment.AttachmentId));

export const isServiceAttachment = (attachmentId: string): boolean =>
  attachmentId.startsWith(`${idPrefixes.serviceAttachment}-`);

/** An interface that the account's own user may change; those that services made only the service changes. */
export function getOwnNetworkInterface(world: World, id: string): NetworkInterface {
  const eni = getNetworkInterface(world, id);
  if (isServiceInterface(eni)) throw networkInterfaceErrors.requesterManaged();
  return eni;
}

/**
 * A branch interface is in use through its trunk, without an attachment of its own.
 * Source: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo).
 */
export const isInUse = ({ Attachment, InterfaceType }: NetworkInterface): boolean =>
  Attachment !== undefined || InterfaceType === 'branch';

/** The instance that an interface is attached to; none for a loose one and for one of a service. */
export const instanceOf = (world: World, { Attachment }: NetworkInterface): Instance | undefined =>
  Attachment?.InstanceId === undefined ? undefined : world.instances.get(Attachment.InstanceId);

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
  if (isInUse(eni)) return eni.Attachment?.detaching ? 'detaching' : 'in-use';
  return world.now < eni.availableAt ? 'pending' : 'available';
}

/** Empty when it has no IPv4 address. */
export const primaryAddressOf = (eni: NetworkInterface): string => eni.PrivateIpAddresses[0]?.PrivateIpAddress ?? '';
