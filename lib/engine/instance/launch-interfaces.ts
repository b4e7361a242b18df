import { acceptConnectionTracking, connectionTrackingSpecification } from '../network-interface/connection-tracking';
import { attachmentErrors } from '../network-interface/errors';
import { asksForIpv6 } from '../network-interface/ipv6-plan';
import { checkDescription } from '../network-interface/make-network-interface';
import type { ConnectionTracking } from '../network-interface/network-interface';
import { type AddressPlan, asksForIpv4, planAddresses } from '../network-interface/private-addresses';
import { boolean, enumeration, type InputOf, integer, list, notModelled, string, structure } from '../shapes';
import { specificationErrors } from './launch-errors';

/** The parameter `Ipv6Addresses`, of an interface and of the instance. */
export const ipv6Addresses = list(structure({ Ipv6Address: string, IsPrimaryIpv6: boolean }));

/** The parameter `NetworkInterfaces` of RunInstances. */
export const interfaceSpecifications = list(
  structure({
    AssociatePublicIpAddress: boolean,
    DeleteOnTermination: boolean,
    Description: string,
    DeviceIndex: integer,
    Groups: list(string),
    Ipv6AddressCount: integer,
    Ipv6Addresses: ipv6Addresses,
    NetworkInterfaceId: string,
    PrivateIpAddress: string,
    PrivateIpAddresses: list(structure({ Primary: boolean, PrivateIpAddress: string })),
    SecondaryPrivateIpAddressCount: integer,
    SubnetId: string,
    AssociateCarrierIpAddress: notModelled,
    InterfaceType: enumeration('interface', 'efa', 'efa-only'),
    NetworkCardIndex: integer,
    Ipv4Prefixes: list(structure({ Ipv4Prefix: string })),
    Ipv4PrefixCount: integer,
    Ipv6Prefixes: list(structure({ Ipv6Prefix: string })),
    Ipv6PrefixCount: integer,
    PrimaryIpv6: boolean,
    EnaSrdSpecification: notModelled,
    ConnectionTrackingSpecification: connectionTrackingSpecification,
    EnaQueueCount: notModelled,
  }),
);
type Specification = InputOf<(typeof interfaceSpecifications)['member']['members']>;

/** One interface that each launched instance is to have. */
export interface InterfacePlan {
  readonly deviceIndex: number;
  readonly networkCardIndex: number;
  readonly deleteOnTermination: boolean;
  /** Id of an interface that exists; what follows is for a new one. */
  readonly existing?: string | undefined;
  /** Absent only where the default subnet is meant. */
  readonly subnetId?: string | undefined;
  readonly groups: readonly string[] | undefined;
  readonly addresses: AddressPlan;
  readonly description: string | undefined;
  readonly interfaceType?: string | undefined;
  readonly connectionTracking?: ConnectionTracking | undefined;
  /** The call's own wish; the subnet's setting when absent. */
  readonly mapsPublicIp?: boolean | undefined;
}

interface LaunchRequest {
  readonly MaxCount: number;
  readonly SubnetId?: string | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly SecurityGroups?: readonly string[] | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly Ipv6AddressCount?: number | undefined;
  readonly Ipv6Addresses?: InputOf<{ addresses: typeof ipv6Addresses }>['addresses'];
  readonly EnablePrimaryIpv6?: boolean | undefined;
  readonly NetworkInterfaces?: readonly Specification[] | undefined;
}

/** The interfaces that a call asks for, checked for form alone. Primary interface anywhere in the list. */
export function planInterfaces(request: LaunchRequest): InterfacePlan[] {
  const specifications = request.NetworkInterfaces ?? [];
  if (specifications.length === 0) return [instanceLevelPlan(request)];
  if (request.SubnetId) throw specificationErrors.withSubnet();
  if (request.SecurityGroupIds?.length || request.SecurityGroups?.length) throw specificationErrors.withGroups();
  if (request.PrivateIpAddress) throw specificationErrors.withPrivateIp();
  if (request.Ipv6Addresses?.length || request.Ipv6AddressCount !== undefined || request.EnablePrimaryIpv6) {
    throw specificationErrors.withIpv6();
  }
  checkIndexes(specifications);
  checkExisting(specifications);
  if (specifications.length > 1 && specifications.some((one) => one.AssociatePublicIpAddress !== undefined)) {
    throw specificationErrors.publicIpOfSeveral();
  }
  return specifications.map((specification) => plan(specification, request.MaxCount));
}

function instanceLevelPlan(request: LaunchRequest): InterfacePlan {
  const { PrivateIpAddress, Ipv6Addresses, Ipv6AddressCount, EnablePrimaryIpv6 } = request;
  const addresses = planAddresses({ PrivateIpAddress, Ipv6Addresses, Ipv6AddressCount, EnablePrimaryIpv6 });
  if (namesAddresses(addresses) && request.MaxCount > 1) throw specificationErrors.severalInstances();
  return {
    deviceIndex: 0,
    networkCardIndex: 0,
    deleteOnTermination: true,
    subnetId: request.SubnetId,
    groups: request.SecurityGroupIds,
    addresses,
    description: undefined,
  };
}

/** Each network card counts device indexes of its own; the primary interface is index 0 of card 0. */
function checkIndexes(specifications: readonly Specification[]): void {
  const places = specifications.map(({ DeviceIndex, NetworkCardIndex = 0 }) => {
    if (DeviceIndex === undefined) throw specificationErrors.noIndex();
    if (DeviceIndex < 0) throw attachmentErrors.deviceIndex(DeviceIndex);
    return `${NetworkCardIndex}/${DeviceIndex}`;
  });
  if (new Set(places).size < places.length) throw specificationErrors.indexTwice();
  if (!places.includes('0/0')) throw specificationErrors.noPrimary();
}

function checkExisting(specifications: readonly Specification[]): void {
  const ids = new Set<string>();
  for (const { NetworkInterfaceId: id, ...rest } of specifications) {
    if (!id && !rest.SubnetId) throw specificationErrors.noSubnet();
    if (!id) continue;
    if (rest.SubnetId) throw specificationErrors.existingWithSubnet();
    if (rest.DeleteOnTermination) throw specificationErrors.existingDeletedOnTermination();
    if (rest.AssociatePublicIpAddress !== undefined) throw specificationErrors.publicIpOfExisting();
    const addresses = plannedAddresses(rest);
    if (asksForIpv4(addresses)) throw specificationErrors.existingWith('a private IP address');
    if (asksForIpv6(addresses.ipv6) || rest.Ipv6AddressCount !== undefined) {
      throw specificationErrors.existingWith('an IPv6 address');
    }
    if (rest.Groups?.length) throw specificationErrors.existingWith('security groups');
    if (rest.Description) throw specificationErrors.existingWith('a description');
    if (ids.has(id)) throw specificationErrors.existingTwice(id);
    ids.add(id);
  }
}

const plannedAddresses = (specification: Omit<Specification, 'NetworkInterfaceId'>): AddressPlan =>
  planAddresses({ ...specification, EnablePrimaryIpv6: specification.PrimaryIpv6 });

/** Whether it asks for some address or block by its name, which only one interface can have. */
const namesAddresses = ({ primary, secondary, prefixes, ipv6 }: AddressPlan): boolean =>
  primary !== undefined ||
  [secondary, prefixes.named, ipv6.addresses.named, ipv6.prefixes.named].some((named) => named.length > 0);

function plan(specification: Specification, maxCount: number): InterfacePlan {
  const { DeviceIndex = 0, NetworkCardIndex = 0, NetworkInterfaceId: existing } = specification;
  const addresses = plannedAddresses(specification);
  if ((existing !== undefined || namesAddresses(addresses)) && maxCount > 1) {
    throw specificationErrors.severalInstances();
  }
  const isPrimary = DeviceIndex === 0 && NetworkCardIndex === 0;
  if (specification.InterfaceType === 'efa-only' && isPrimary) throw specificationErrors.primaryWithoutAddress();
  checkDescription(specification.Description ?? '');
  return {
    deviceIndex: DeviceIndex,
    networkCardIndex: NetworkCardIndex,
    // Off where an existing interface is used, and for new secondary ones (Assumed there: AWS documents it of attaching).
    deleteOnTermination: specification.DeleteOnTermination ?? (isPrimary && existing === undefined),
    existing,
    subnetId: specification.SubnetId,
    groups: specification.Groups,
    addresses,
    description: specification.Description,
    interfaceType: specification.InterfaceType,
    connectionTracking: acceptConnectionTracking(specification.ConnectionTrackingSpecification),
    mapsPublicIp: specification.AssociatePublicIpAddress,
  };
}
