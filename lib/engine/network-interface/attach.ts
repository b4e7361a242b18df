import { newId } from '../ids';
import { type Instance, instanceState } from '../instance/instance';
import { type InstanceTypeLimits, limitsOf, networkCardsOf } from '../instance-type/instance-type-limits';
import type { World } from '../world';
import { ipv4Count, ipv6Count, ipv6PerInterface, takesPrefixes } from './address-limits';
import { attachmentErrors, networkInterfaceErrors } from './errors';
import { ipv6Errors } from './ipv6-errors';
import { isInUse, type NetworkInterface } from './network-interface';
import { privateAddressErrors } from './private-address-errors';

/** How long a hot or warm attachment stays `attaching`. Assumed: AWS takes a few seconds. */
const attachingMs = 2000;

/**
 * Attach a loose interface to an instance: refuses one in use, of another zone, past the type's limits of interfaces
 * and addresses, and at a device index that is taken. Another VPC is allowed. The instance's state is the caller's to
 * check. Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html;
 * test/transcripts/ground-truth.yaml, part 3.
 */
export function attach(
  world: World,
  networkInterface: NetworkInterface,
  instance: Instance,
  place: {
    readonly deviceIndex: number;
    readonly networkCardIndex: number;
    readonly deleteOnTermination: boolean;
  },
): NetworkInterface {
  if (isInUse(networkInterface)) throw networkInterfaceErrors.inUse(networkInterface.NetworkInterfaceId);
  if (networkInterface.AvailabilityZone !== instance.AvailabilityZone) throw attachmentErrors.otherZone();
  checkPlace(world, networkInterface, instance, place);
  const launching = instanceState(world, instance) === 'pending';
  return world.networkInterfaces.replace({
    ...networkInterface,
    Attachment: {
      AttachmentId: newId(world, 'attachment'),
      InstanceId: instance.InstanceId,
      DeviceIndex: place.deviceIndex,
      NetworkCardIndex: place.networkCardIndex,
      DeleteOnTermination: place.deleteOnTermination,
      AttachTime: new Date(world.now).toISOString(),
      attachedAt: launching ? instance.stateAt : world.now + attachingMs,
    },
  });
}

export const isFabricAdapter = ({ InterfaceType }: NetworkInterface): boolean =>
  InterfaceType === 'efa' || InterfaceType === 'efa-only';

function checkPlace(
  world: World,
  networkInterface: NetworkInterface,
  { InstanceId, InstanceType }: Instance,
  place: { readonly deviceIndex: number; readonly networkCardIndex: number },
): void {
  const neighbours = world.networkInterfaces
    .by('InstanceId', InstanceId)
    .filter(({ Attachment }) => Attachment?.NetworkCardIndex === place.networkCardIndex);
  checkTypeTakes(InstanceType, networkInterface, place.networkCardIndex, neighbours.length + 1);
  if (neighbours.some(({ Attachment }) => Attachment?.DeviceIndex === place.deviceIndex)) {
    throw attachmentErrors.indexTaken(InstanceId, place.deviceIndex);
  }
}

/**
 * Refuse an interface that instances of the type cannot have: its network card, its kind, `count` interfaces on that card, its
 * addresses and prefixes.
 */
export function checkTypeTakes(
  instanceType: string,
  networkInterface: NetworkInterface,
  networkCardIndex: number,
  count: number,
): void {
  const type = limitsOf(instanceType);
  const onCard = networkCardsOf(type)[networkCardIndex];
  if (onCard === undefined) throw attachmentErrors.networkCard(networkCardIndex, instanceType);
  if (isFabricAdapter(networkInterface) && !type.efaSupported) throw attachmentErrors.noFabricAdapter(instanceType);
  // A type's limit is the sum over its cards, so each card's own limit is enough. Assumed: the count is the card's.
  if (count > onCard) throw attachmentErrors.limit(count, instanceType);
  checkAddresses(networkInterface, instanceType, type);
}

function checkAddresses(eni: NetworkInterface, instanceType: string, type: InstanceTypeLimits): void {
  const ipv4 = ipv4Count(eni);
  if (ipv4 > type.ipv4PerInterface) throw attachmentErrors.addressLimit(ipv4, eni.NetworkInterfaceId, instanceType);
  const ipv6 = ipv6Count(eni);
  const most = ipv6PerInterface(type);
  if (ipv6 > 0 && most === 0) throw ipv6Errors.notSupported(instanceType);
  if (ipv6 > most) throw ipv6Errors.attachLimit(ipv6, eni.NetworkInterfaceId, instanceType);
  if ((eni.Ipv4Prefixes || eni.Ipv6Prefixes) && !takesPrefixes(type)) {
    throw privateAddressErrors.prefixesNotSupported(instanceType);
  }
}
