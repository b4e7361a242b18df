import { blockText, parseBlock } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
import { type InputOf, string } from '../shapes';
import { routeErrors } from './route-errors';
import type { Destination } from './route-table';

/** The parameters that name a route; exactly one is given. */
export const destinationMembers = {
  DestinationPrefixListId: string,
  DestinationCidrBlock: string,
  DestinationIpv6CidrBlock: string,
} as const;
type GivenDestination = InputOf<typeof destinationMembers>;

/** The destination of a call, blocks in canonical form. Refuses none, several, and a block that is none. */
export function destinationOf(given: GivenDestination): Destination {
  const { DestinationCidrBlock: cidr, DestinationIpv6CidrBlock: cidr6, DestinationPrefixListId } = given;
  const count = [cidr, cidr6, DestinationPrefixListId].filter((text) => text).length;
  if (count === 0) throw routeErrors.noDestination();
  if (count > 1) throw routeErrors.severalDestinations();
  if (cidr) {
    const block = parseBlock(cidr);
    if (!block) throw routeErrors.malformedCidr(cidr, 'destinationCidrBlock');
    return { DestinationCidrBlock: blockText(block) };
  }
  if (cidr6) {
    const block = parseBlock6(cidr6);
    if (!block) throw routeErrors.malformedCidr(cidr6, 'destinationIpv6CidrBlock');
    return { DestinationIpv6CidrBlock: block6Text(block) };
  }
  return DestinationPrefixListId ? { DestinationPrefixListId } : {};
}

/** Whether a route has exactly that destination. */
export const isTo = (route: Destination, destination: Destination): boolean =>
  route.DestinationCidrBlock === destination.DestinationCidrBlock &&
  route.DestinationIpv6CidrBlock === destination.DestinationIpv6CidrBlock &&
  route.DestinationPrefixListId === destination.DestinationPrefixListId;

/** The block or the prefix list, as AWS's sentences name a route. */
export const destinationText = (destination: Destination): string =>
  destination.DestinationCidrBlock ?? destination.DestinationIpv6CidrBlock ?? destination.DestinationPrefixListId ?? '';

/** The parameter that gave it, as AWS's sentences spell it. */
export const destinationParameter = (destination: Destination): string =>
  destination.DestinationCidrBlock
    ? 'destination-cidr-block'
    : destination.DestinationIpv6CidrBlock
      ? 'destination-ipv6-cidr-block'
      : 'destination-prefix-list-id';
