import { newId } from '../ids';
import type { Subnet } from '../subnet/subnet';
import type { Tag } from '../tags';
import type { World } from '../world';
import { makeNetworkInterface } from './make-network-interface';
import type { Attachment, NetworkInterface } from './network-interface';
import { interfacePlacementErrors, type PlacementErrors } from './private-address-errors';
import { planAddresses } from './private-addresses';
import { removeNetworkInterface } from './removal';

/**
 * An interface that a service puts into somebody's subnet.
 * Source of what each looks like: test/transcripts/ground-truth.yaml, part 9.
 */
export interface NewServiceInterface {
  readonly subnet: Subnet;
  /** `nat_gateway`, `vpc_endpoint`, `lambda`, `interface`, … */
  readonly interfaceType: string;
  readonly description: string;
  /** The account, `amazon-rds`, `amazon-elb`, … */
  readonly requesterId: string;
  readonly requesterManaged: boolean;
  /** Group ids; none is none. */
  readonly groups: readonly string[];
  readonly sourceDestCheck: boolean;
  /** `amazon-aws`, `amazon-rds`, … or an account. */
  readonly instanceOwnerId: string;
  /** `none`: a branch interface, in use through its trunk. */
  readonly attachment: 'ela-attach' | 'eni-attach' | 'none';
  /** Drawn from the subnet when absent. */
  readonly privateIpAddress?: string | undefined;
  readonly secondaryPrivateIpAddresses?: readonly string[] | undefined;
  /** More addresses, drawn from the subnet; not together with named ones. */
  readonly secondaryPrivateIpAddressCount?: number | undefined;
  /** None when absent, whatever the subnet's setting is. */
  readonly ipv6AddressCount?: number | undefined;
  readonly tags?: readonly Tag[] | undefined;
  /** The calling operation's own words; CreateNetworkInterface's when absent. */
  readonly placement?: PlacementErrors | undefined;
}

/**
 * Make an interface that a service owns: in use from the start, at device index 1 of something that the account does not see.
 * Refuses as CreateNetworkInterface does: groups, addresses, a full subnet, the quota.
 */
export function makeServiceInterface(world: World, wanted: NewServiceInterface): NetworkInterface {
  const made = makeNetworkInterface(world, {
    subnet: wanted.subnet,
    addresses: planAddresses({
      PrivateIpAddress: wanted.privateIpAddress,
      PrivateIpAddresses: wanted.secondaryPrivateIpAddresses?.map((PrivateIpAddress) => ({ PrivateIpAddress })),
      SecondaryPrivateIpAddressCount: wanted.secondaryPrivateIpAddressCount,
      Ipv6AddressCount: wanted.ipv6AddressCount ?? 0,
    }),
    groups: wanted.groups,
    description: wanted.description,
    interfaceType: wanted.interfaceType,
    tags: wanted.tags ?? [],
    mapsPublicIp: false,
    requesterId: wanted.requesterId,
    placement: wanted.placement ?? interfacePlacementErrors,
  });
  const Attachment = attachmentOf(world, wanted);
  return world.networkInterfaces.replace({
    ...made,
    groups: wanted.groups,
    SourceDestCheck: wanted.sourceDestCheck,
    RequesterManaged: wanted.requesterManaged,
    ...(Attachment && { Attachment }),
  });
}

function attachmentOf(world: World, wanted: NewServiceInterface): Attachment | undefined {
  if (wanted.attachment === 'none') return undefined;
  const byService = wanted.attachment === 'ela-attach';
  return {
    AttachmentId: newId(world, byService ? 'serviceAttachment' : 'attachment'),
    InstanceOwnerId: wanted.instanceOwnerId,
    DeviceIndex: 1,
    NetworkCardIndex: 0,
    DeleteOnTermination: false,
    ...(!byService && { AttachTime: new Date(world.now).toISOString() }),
    attachedAt: world.now,
  };
}

/** Remove a service's interface with its resource; Elastic IPs on it stay allocated. Uses no new id: settlers may call it. */
export function removeServiceInterface(world: World, networkInterfaceId: string): void {
  const networkInterface = world.networkInterfaces.get(networkInterfaceId);
  if (networkInterface) removeNetworkInterface(world, networkInterface);
}
