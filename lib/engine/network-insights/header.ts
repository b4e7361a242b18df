import type { Packet } from '../reachability/flow';
import type { NetworkInsightsPath } from './network-insights-path';
import type { PathFilter } from './path-filter';

/** Ports in AWS's words. */
export interface PortRange {
  readonly From: number;
  readonly To: number;
}

/** What the header of a packet must be, as far as anybody asked. */
export interface Wanted {
  readonly source?: string;
  readonly destination?: string;
  readonly sourcePorts: PortRange;
  readonly destinationPorts: PortRange;
}

const all = { From: 0, To: 65_535 } as const;

const wanted = (filter: PathFilter): Wanted => ({
  ...(filter.SourceAddress && { source: filter.SourceAddress }),
  ...(filter.DestinationAddress && { destination: filter.DestinationAddress }),
  sourcePorts: portRange(filter.SourcePortRange),
  destinationPorts: portRange(filter.DestinationPortRange),
});

const portRange = (range: PathFilter['SourcePortRange']): PortRange =>
  range ? { From: range.FromPort ?? all.From, To: range.ToPort ?? all.To } : all;

/**
 * The header as a path wants it when the packet leaves the source. Its older parameters mean the same as the filters that
 * they exclude: SourceIp and DestinationPort those at the source.
 */
export function wantedAtSource({ FilterAtSource, SourceIp, DestinationPort: port }: NetworkInsightsPath): Wanted {
  if (FilterAtSource) return wanted(FilterAtSource);
  return wanted({
    ...(SourceIp && { SourceAddress: SourceIp }),
    ...(port !== undefined && { DestinationPortRange: { FromPort: port, ToPort: port } }),
  });
}

/** The header as a path wants it when the packet arrives. */
export const wantedAtDestination = ({ FilterAtDestination }: NetworkInsightsPath): Wanted =>
  wanted(FilterAtDestination ?? {});

/** The ports in both ranges, if there is any. */
export function bothRanges(a: PortRange, b: PortRange): PortRange | undefined {
  const shared = { From: Math.max(a.From, b.From), To: Math.min(a.To, b.To) };
  return shared.From <= shared.To ? shared : undefined;
}

const filterNames = [
  ['SOURCE_ADDRESS', (packet, { source }) => source === undefined || packet.source === source],
  ['DESTINATION_ADDRESS', (packet, { destination }) => destination === undefined || packet.destination === destination],
  ['SOURCE_PORT_RANGE', (packet, { sourcePorts }) => isWithin(packet.sourcePort, sourcePorts)],
  ['DESTINATION_PORT_RANGE', (packet, { destinationPorts }) => isWithin(packet.destinationPort, destinationPorts)],
] as const satisfies readonly (readonly [string, (packet: Packet, wanted: Wanted) => boolean])[];

export type FilterCode = `FILTER_AT_DESTINATION_${(typeof filterNames)[number][0]}`;

const isWithin = (port: number | undefined, { From, To }: PortRange): boolean =>
  port === undefined || (From <= port && port <= To);

/** The code of the first filter at the destination that a packet does not match. */
export function unmatchedAtDestination(packet: Packet, wanted: Wanted): FilterCode | undefined {
  const unmatched = filterNames.find(([, matches]) => !matches(packet, wanted));
  return unmatched && `FILTER_AT_DESTINATION_${unmatched[0]}`;
}

/** A header in AWS's words. */
export interface PacketHeader {
  readonly DestinationAddresses?: readonly string[];
  readonly DestinationPortRanges?: readonly PortRange[];
  readonly Protocol?: string;
  readonly SourceAddresses?: readonly string[];
  readonly SourcePortRanges?: readonly PortRange[];
}

const numbers = { tcp: '6', udp: '17', icmp: '1' } as const;

/** The whole header, as at the source and the destination of a path. */
export const wholeHeader = ({ protocol, source, destination, sourcePort, destinationPort }: Packet): PacketHeader => ({
  DestinationAddresses: [`${destination}/32`],
  ...(destinationPort !== undefined && { DestinationPortRanges: [onePort(destinationPort)] }),
  Protocol: numbers[protocol],
  SourceAddresses: [`${source}/32`],
  ...(sourcePort !== undefined && { SourcePortRanges: [onePort(sourcePort)] }),
});

const onePort = (port: number): PortRange => ({ From: port, To: port });

/** Only what a component changed. */
export function changedHeader(before: Packet, after: Packet): PacketHeader {
  const whole = wholeHeader(after);
  return {
    ...(before.destination !== after.destination && { DestinationAddresses: whole.DestinationAddresses ?? [] }),
    ...(before.destinationPort !== after.destinationPort && {
      DestinationPortRanges: whole.DestinationPortRanges ?? [],
    }),
    ...(before.source !== after.source && { SourceAddresses: whole.SourceAddresses ?? [] }),
    ...(before.sourcePort !== after.sourcePort && { SourcePortRanges: whole.SourcePortRanges ?? [] }),
  };
}
