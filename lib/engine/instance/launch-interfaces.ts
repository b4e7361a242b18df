import { NotModelled } from '../aws-error';
import { attachmentErrors } from '../network-interface/errors';
import { checkDescription } from '../network-interface/make-network-interface';
import { type AddressPlan, planAddresses } from '../network-interface/private-addresses';
import { boolean, enumeration, type InputOf, integer, list, notModelled, string, structure } from '../shapes';
import { specificationErrors } from './launch-errors';

/** The parameter `NetworkInterfaces` of RunInstances. */
export const interfaceSpecifications = list(
  structure({
    AssociatePublicIpAddress: boolean,
    DeleteOnTermination: boolean,
    Description: string,
    DeviceIndex: integer,
    Groups: list(string),
    Ipv6AddressCount: notModelled,
    Ipv6Addresses: notModelled,
    NetworkInterfaceId: string,
    PrivateIpAddress: string,
    PrivateIpAddresses: list(structure({ Primary: boolean, PrivateIpAddress: string })),
    SecondaryPrivateIpAddressCount: integer,
    SubnetId: string,
    AssociateCarrierIpAddress: notModelled,
    InterfaceType: enumeration('interface', 'efa', 'efa-only'),
    NetworkCardIndex: integer,
    Ipv4Prefixes: notModelled,
    Ipv4PrefixCount: notModelled,
    Ipv6Prefixes: notModelled,
    Ipv6PrefixCount: notModelled,
    PrimaryIpv6: notModelled,
    EnaSrdSpecification: notModelled,
    ConnectionTrackingSpecification: notModelled,
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
  /** The call's own wish; the subnet's setting when absent. */
  readonly mapsPublicIp?: boolean | undefined;
}

interface LaunchRequest {
  readonly MaxCount: number;
  readonly SubnetId?: string | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly SecurityGroups?: readonly string[] | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly NetworkInterfaces?: readonly Specification[] | undefined;
}

/** The interfaces that a call asks for, checked for form alone. Primary interface anywhere in the list. */
export function planInterfaces(request: LaunchRequest): InterfacePlan[] {
  const specifications = request.NetworkInterfaces ?? [];
  if (specifications.length === 0) return [instanceLevelPlan(request)];
  if (request.SubnetId) throw specificationErrors.withSubnet();
  if (request.SecurityGroupIds?.length || request.SecurityGroups?.length) throw specificationErrors.withGroups();
  if (request.PrivateIpAddress) throw specificationErrors.withPrivateIp();
  checkIndexes(specifications);
  checkExisting(specifications);
  if (specifications.length > 1 && specifications.some((one) => one.AssociatePublicIpAddress !== undefined)) {
    throw specificationErrors.publicIpOfSeveral();
  }
  return specifications.map((specification) => plan(specification, request.MaxCount));
}

function instanceLevelPlan(request: LaunchRequest): InterfacePlan {
  if (request.PrivateIpAddress && request.MaxCount > 1) throw specificationErrors.severalInstances();
  return {
    deviceIndex: 0,
    networkCardIndex: 0,
    deleteOnTermination: true,
    subnetId: request.SubnetId,
    groups: request.SecurityGroupIds,
    addresses: planAddresses({ PrivateIpAddress: request.PrivateIpAddress }),
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
    if (rest.PrivateIpAddress || rest.PrivateIpAddresses?.length || rest.SecondaryPrivateIpAddressCount) {
      throw specificationErrors.existingWith('a private IP address');
    }
    if (rest.Groups?.length) throw specificationErrors.existingWith('security groups');
    if (rest.Description) throw specificationErrors.existingWith('a description');
    if (ids.has(id)) throw specificationErrors.existingTwice(id);
    ids.add(id);
  }
}

function plan(specification: Specification, maxCount: number): InterfacePlan {
  const { DeviceIndex = 0, NetworkCardIndex = 0, NetworkInterfaceId: existing } = specification;
  const addresses = planAddresses(specification);
  const fixed = existing !== undefined || addresses.primary !== undefined || addresses.secondary.length > 0;
  if (fixed && maxCount > 1) throw specificationErrors.severalInstances();
  if (specification.InterfaceType === 'efa-only') throw new NotModelled('EFA-only network interfaces');
  checkDescription(specification.Description ?? '');
  const isNewPrimary = existing === undefined && DeviceIndex === 0 && NetworkCardIndex === 0;
  return {
    deviceIndex: DeviceIndex,
    networkCardIndex: NetworkCardIndex,
    // Off where an existing interface is used, and for new secondary ones (Assumed there: AWS documents it of attaching).
    deleteOnTermination: specification.DeleteOnTermination ?? isNewPrimary,
    existing,
    subnetId: specification.SubnetId,
    groups: specification.Groups,
    addresses,
    description: specification.Description,
    interfaceType: specification.InterfaceType,
    mapsPublicIp: specification.AssociatePublicIpAddress,
  };
}
