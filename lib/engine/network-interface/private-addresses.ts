import { instanceTypeNames, limitsOf } from '../instance-type/instance-type-limits';
import { containsIp, parseIp } from '../ip';
import { findFreeAddresses, isAddressFree, isReserved, type Subnet, subnetBlock } from '../subnet/subnet';
import type { World } from '../world';
import type { PrivateAddress } from './network-interface';
import { type PlacementErrors, privateAddressErrors } from './private-address-errors';

/** The members by which CreateNetworkInterface and RunInstances ask for private addresses. */
export interface AddressRequest {
  readonly PrivateIpAddress?: string | undefined;
  readonly PrivateIpAddresses?:
    | readonly { PrivateIpAddress?: string | undefined; Primary?: boolean | undefined }[]
    | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
}

/** Which private addresses a new interface is to have. */
export interface AddressPlan {
  /** Drawn from the subnet when absent. */
  readonly primary: string | undefined;
  readonly secondary: readonly string[];
  /** How many more secondary addresses to draw from the subnet. */
  readonly drawn: number;
}

/** Assumed: a loose interface takes as many addresses as the roomiest instance type allows one. */
export const mostAddresses = Math.max(...instanceTypeNames.map((name) => limitsOf(name).ipv4PerInterface));

/** What a call asks for, checked for its form alone. With no primary in the list, AWS draws one (Assumed). */
export function planAddresses(request: AddressRequest): AddressPlan {
  const drawn = request.SecondaryPrivateIpAddressCount ?? 0;
  if (drawn < 0) throw privateAddressErrors.countTooSmall(drawn);
  const primaries = request.PrivateIpAddress === undefined ? [] : [request.PrivateIpAddress];
  const secondary: string[] = [];
  for (const { PrivateIpAddress = '', Primary } of request.PrivateIpAddresses ?? []) {
    if (Primary) primaries.push(PrivateIpAddress);
    // The same address as `PrivateIpAddress` and, unmarked, in the list is one address.
    else if (PrivateIpAddress !== request.PrivateIpAddress) secondary.push(PrivateIpAddress);
  }
  if (primaries.length > 1) throw privateAddressErrors.twoPrimaries();
  checkDistinct([...primaries, ...secondary]);
  if (drawn > 0 && secondary.length > 0) throw privateAddressErrors.countAndList();
  if (1 + drawn + secondary.length > mostAddresses) throw privateAddressErrors.limit();
  return { primary: primaries[0], secondary, drawn };
}

/** Refuse texts that are not addresses, and the same address twice. */
export function checkDistinct(ips: readonly string[]): void {
  for (const ip of ips) if (parseIp(ip) === undefined) throw privateAddressErrors.malformed(ip);
  if (new Set(ips).size < ips.length) throw privateAddressErrors.twice();
}

/** Refuse addresses that the subnet does not contain or that AWS keeps for itself. */
export function checkInSubnet(
  subnet: Subnet,
  ips: readonly string[],
  placement: Pick<PlacementErrors, 'addressOutside' | 'addressReserved'>,
): void {
  if (ips.length === 0) return;
  const block = subnetBlock(subnet);
  for (const text of ips) {
    const ip = parseIp(text);
    if (ip === undefined || !containsIp(block, ip)) throw placement.addressOutside(text);
    if (isReserved(block, ip)) throw placement.addressReserved(text);
  }
}

/** The addresses of a new interface by its plan, primary first; all of them free, none taken yet. */
export function chooseAddresses(
  world: World,
  subnet: Subnet,
  plan: AddressPlan,
  placement: PlacementErrors,
): PrivateAddress[] {
  const given = plan.primary === undefined ? plan.secondary : [plan.primary, ...plan.secondary];
  checkInSubnet(subnet, given, placement);
  for (const ip of given) if (!isAddressFree(world, subnet.SubnetId, ip)) throw placement.addressInUse(ip);
  const missing = plan.drawn + (plan.primary === undefined ? 1 : 0);
  const drawn = findFreeAddresses(world, subnet, missing, given);
  if (drawn.length < missing) throw placement.subnetFull(subnet.SubnetId);
  const all = plan.primary === undefined ? [...drawn.splice(0, 1), ...given, ...drawn] : [...given, ...drawn];
  return all.map((PrivateIpAddress, index) => ({ PrivateIpAddress, Primary: index === 0 }));
}
