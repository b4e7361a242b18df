import { containsIp, parseIp } from '../ip';
import { isReserved, type Subnet, subnetBlock } from '../subnet/subnet';
import { mostAddresses } from './address-limits';
import { type Ipv6Plan, type Ipv6Request, planIpv6 } from './ipv6-plan';
import { checkPrefixes, type Wanted, wanted } from './prefixes';
import { type PlacementErrors, privateAddressErrors } from './private-address-errors';

/** The members by which CreateNetworkInterface and RunInstances ask for addresses. */
export interface AddressRequest extends Ipv6Request {
  readonly PrivateIpAddress?: string | undefined;
  readonly PrivateIpAddresses?:
    | readonly { PrivateIpAddress?: string | undefined; Primary?: boolean | undefined }[]
    | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  readonly Ipv4Prefixes?: readonly { Ipv4Prefix?: string | undefined }[] | undefined;
  readonly Ipv4PrefixCount?: number | undefined;
}

/** Which addresses a new interface is to have. */
export interface AddressPlan {
  /** Drawn from the subnet when absent. */
  readonly primary: string | undefined;
  readonly secondary: readonly string[];
  /** How many more secondary addresses to draw from the subnet. */
  readonly drawn: number;
  /** /28 blocks of the subnet. */
  readonly prefixes: Wanted;
  readonly ipv6: Ipv6Plan;
}

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
  const prefixes = wanted(
    request.Ipv4Prefixes?.map(({ Ipv4Prefix = '' }) => Ipv4Prefix),
    request.Ipv4PrefixCount,
    'ipv4PrefixCount',
  );
  const ways = [drawn + secondary.length, prefixes.named.length, prefixes.drawn].filter((count) => count > 0);
  if (ways.length > 1) throw privateAddressErrors.createOneOnly();
  const count = 1 + drawn + secondary.length + prefixes.named.length + prefixes.drawn;
  if (count > mostAddresses) throw privateAddressErrors.limit();
  return {
    primary: primaries[0],
    secondary,
    drawn,
    prefixes: { ...prefixes, named: checkPrefixes(prefixes.named, 28) },
    ipv6: planIpv6(request),
  };
}

/** Whether a plan names or counts any IPv4 address or prefix. */
export const asksForIpv4 = ({ primary, secondary, drawn, prefixes }: AddressPlan): boolean =>
  primary !== undefined || secondary.length + drawn + prefixes.named.length + prefixes.drawn > 0;

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
