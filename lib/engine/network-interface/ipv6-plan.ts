import { ip6Text, parseIp6 } from '../ip6';
import { mostAddresses } from './address-limits';
import { ipv6Errors } from './ipv6-errors';
import { checkPrefixes, type Wanted, wanted } from './prefixes';

/** The members by which CreateNetworkInterface and RunInstances ask for IPv6 addresses. */
export interface Ipv6Request {
  readonly Ipv6Addresses?:
    | readonly { Ipv6Address?: string | undefined; IsPrimaryIpv6?: boolean | undefined }[]
    | undefined;
  readonly Ipv6AddressCount?: number | undefined;
  readonly Ipv6Prefixes?: readonly { Ipv6Prefix?: string | undefined }[] | undefined;
  readonly Ipv6PrefixCount?: number | undefined;
  /** RunInstances calls it `PrimaryIpv6`. */
  readonly EnablePrimaryIpv6?: boolean | undefined;
}

export interface Ipv6Plan {
  /** Canonical texts; `drawn` more are drawn from the subnet. */
  readonly addresses: Wanted;
  /** /80 blocks. */
  readonly prefixes: Wanted;
  /** Nothing was asked for, so that the subnet's setting decides. */
  readonly bySubnet: boolean;
  /** The address that is to be the primary one: `true` for the first, whichever it is. */
  readonly primary: string | boolean;
}

/**
 * What a call asks for, checked for its form alone. A count of 0 is a wish too: it overrides the subnet's setting.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html
 */
export function planIpv6(request: Ipv6Request): Ipv6Plan {
  const given = request.Ipv6Addresses ?? [];
  const named = given.map(({ Ipv6Address = '' }) => canonical(Ipv6Address));
  const addresses = wanted(named, request.Ipv6AddressCount, 'ipv6AddressCount');
  const prefixes = wanted(
    request.Ipv6Prefixes?.map(({ Ipv6Prefix = '' }) => Ipv6Prefix),
    request.Ipv6PrefixCount,
    'ipv6PrefixCount',
  );
  const counts = [addresses.named.length, addresses.drawn, prefixes.named.length, prefixes.drawn];
  if (counts.filter((count) => count > 0).length > 1) throw ipv6Errors.createOneOnly();
  if (new Set(named).size < named.length) throw ipv6Errors.twice();
  if (Math.max(...counts) > mostAddresses) throw ipv6Errors.limit();
  const primaries = named.filter((_, index) => given[index]?.IsPrimaryIpv6);
  if (primaries.length > 1) throw ipv6Errors.twoPrimaries();
  return {
    addresses,
    prefixes: { ...prefixes, named: checkPrefixes(prefixes.named, 80) },
    bySubnet: request.Ipv6AddressCount === undefined && counts.every((count) => count === 0),
    primary: primaries[0] ?? request.EnablePrimaryIpv6 ?? false,
  };
}

export const asksForIpv6 = ({ addresses, prefixes, primary }: Ipv6Plan): boolean =>
  addresses.named.length + addresses.drawn + prefixes.named.length + prefixes.drawn > 0 || primary === true;

/** An address in canonical text. */
export function canonical(text: string): string {
  const ip = parseIp6(text);
  if (ip === undefined) throw ipv6Errors.malformed(text);
  return ip6Text(ip);
}
