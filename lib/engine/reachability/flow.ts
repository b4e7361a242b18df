import { parseIp } from '../ip';
import { ip6Text, parseIp6 } from '../ip6';

/** Where a flow begins. Addresses in canonical text; absent ones are chosen. */
export type FlowSource =
  /** A host of the internet. */
  | { readonly kind: 'internet'; readonly address?: string }
  | { readonly kind: 'instance'; readonly id: string }
  | { readonly kind: 'interface'; readonly id: string; readonly address?: string }
  /** A host of a network on premises, by its name there; its first host when absent. */
  | { readonly kind: 'site'; readonly name: string; readonly host?: string }
  /** A client of a Client VPN endpoint. */
  | { readonly kind: 'vpnClient'; readonly name: string };

/** Where a flow is to arrive: at what has an address, or at an address or DNS name. */
export type FlowTarget =
  | FlowSource
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'name'; readonly name: string };

export type Protocol = 'tcp' | 'udp' | 'icmp';

/** A question: would the first packet arrive, and its answer come back? `icmp` is an echo request (`icmpv6` over IPv6). */
export interface Flow {
  readonly source: FlowSource;
  readonly destination: FlowTarget;
  readonly protocol: Protocol;
  /** Port at the destination; needed for tcp and udp. */
  readonly port?: number;
  /** An ephemeral port, 49152, when absent. */
  readonly sourcePort?: number;
  /** Hosts are taken to listen on every port: for whoever looks at the configuration of a network alone. */
  readonly everyoneListens?: true;
}

/** A packet at one point of its way. */
export interface Packet {
  readonly protocol: Protocol;
  readonly source: string;
  readonly destination: string;
  /** Absent for icmp. */
  readonly sourcePort?: number;
  readonly destinationPort?: number;
}

export const isIpv6 = (address: string): boolean => address.includes(':');

/** The address that a text is, in canonical text; undefined where it is none. */
export function asAddress(text: string): string | undefined {
  if (parseIp(text) !== undefined) return text;
  const ip6 = parseIp6(text);
  return ip6 === undefined ? undefined : ip6Text(ip6);
}

/** The number of a packet's protocol as IANA has it, as text: ICMP has another over IPv6. */
export function protocolNumber({ protocol, destination }: Packet): '1' | '6' | '17' | '58' {
  if (protocol === 'icmp') return isIpv6(destination) ? '58' : '1';
  return protocol === 'tcp' ? '6' : '17';
}

/** The packet that answers this one, seen from whoever received it. */
export const answerTo = ({ protocol, source, destination, sourcePort, destinationPort }: Packet): Packet => ({
  protocol,
  source: destination,
  destination: source,
  ...(destinationPort !== undefined && { sourcePort: destinationPort }),
  ...(sourcePort !== undefined && { destinationPort: sourcePort }),
});
