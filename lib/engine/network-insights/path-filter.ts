import { parseIp } from '../ip';
import { type InputOf, integer, string, structure } from '../shapes';
import { networkInsightsErrors } from './errors';

const range = { FromPort: integer, ToPort: integer } as const;
const members = {
  SourceAddress: string,
  SourcePortRange: structure(range),
  DestinationAddress: string,
  DestinationPortRange: structure(range),
} as const;

/** The shape of `FilterAtSource` and `FilterAtDestination`. */
export const pathFilter = structure(members);

export interface PathFilter {
  readonly SourceAddress?: string;
  readonly SourcePortRange?: { readonly FromPort?: number; readonly ToPort?: number };
  readonly DestinationAddress?: string;
  readonly DestinationPortRange?: { readonly FromPort?: number; readonly ToPort?: number };
}

/** An IPv4 address as it is; `name` as AWS's sentences spell the parameter. */
export function acceptAddress(address: string, name: string): string {
  if (parseIp(address) === undefined) throw networkInsightsErrors.address(address, name);
  return address;
}

export function acceptPort(port: number, name: string): number {
  if (port < 0 || port > 65_535) throw networkInsightsErrors.port(port, name);
  return port;
}

/** A filter as it is, each member in its range; `name` as AWS's sentences spell the parameter. */
export function acceptFilter(given: InputOf<typeof members>, name: string): PathFilter {
  const { SourceAddress, SourcePortRange, DestinationAddress, DestinationPortRange } = given;
  return {
    ...(SourceAddress && { SourceAddress: acceptAddress(SourceAddress, `${name}.sourceAddress`) }),
    ...(SourcePortRange && { SourcePortRange: acceptRange(SourcePortRange, `${name}.sourcePortRange`) }),
    ...(DestinationAddress && {
      DestinationAddress: acceptAddress(DestinationAddress, `${name}.destinationAddress`),
    }),
    ...(DestinationPortRange && {
      DestinationPortRange: acceptRange(DestinationPortRange, `${name}.destinationPortRange`),
    }),
  };
}

function acceptRange(
  { FromPort, ToPort }: InputOf<typeof range>,
  name: string,
): { FromPort?: number; ToPort?: number } {
  const accepted = {
    ...(FromPort !== undefined && { FromPort: acceptPort(FromPort, `${name}.fromPort`) }),
    ...(ToPort !== undefined && { ToPort: acceptPort(ToPort, `${name}.toPort`) }),
  };
  if (FromPort !== undefined && ToPort !== undefined && FromPort > ToPort) throw networkInsightsErrors.portRange(name);
  return accepted;
}
