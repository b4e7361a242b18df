import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { arnOf } from './component';
import { networkInsightsErrors } from './errors';
import type { PathFilter } from './path-filter';

/** A question that an analysis answers. It keeps the names of its ends when they are gone. */
export interface NetworkInsightsPath extends Row {
  readonly NetworkInsightsPathId: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly CreatedDate: string;
  readonly Source: string;
  readonly Destination?: string;
  readonly SourceArn: string;
  readonly DestinationArn?: string;
  readonly SourceIp?: string;
  readonly DestinationIp?: string;
  readonly Protocol: 'tcp' | 'udp';
  readonly DestinationPort?: number;
  readonly FilterAtSource?: PathFilter;
  readonly FilterAtDestination?: PathFilter;
  readonly Tags: readonly Tag[];
}

export const networkInsightsPaths = defineTable<NetworkInsightsPath>()('NetworkInsightsPathId', {});

export function getNetworkInsightsPath(world: World, id: string): NetworkInsightsPath {
  const path = world.networkInsightsPaths.get(id);
  if (path) return path;
  throw id.startsWith('nip-') ? networkInsightsErrors.pathNotFound(id) : networkInsightsErrors.malformedPathId(id);
}

/**
 * The path as AWS shows it; absent members were not given. `described`: the answer of a describe call, which has an empty list
 * of tags. Source: the CLI's examples for create- and describe-network-insights-path(s); ARNs of the ends by the API model.
 */
export function describeNetworkInsightsPath(world: World, path: NetworkInsightsPath, described = false): object {
  const { NetworkInsightsPathId: id, Tags } = path;
  return {
    NetworkInsightsPathId: id,
    NetworkInsightsPathArn: arnOf(world, id),
    CreatedDate: path.CreatedDate,
    Source: path.Source,
    ...(path.Destination && { Destination: path.Destination }),
    SourceArn: path.SourceArn,
    ...(path.DestinationArn && { DestinationArn: path.DestinationArn }),
    ...(path.SourceIp && { SourceIp: path.SourceIp }),
    ...(path.DestinationIp && { DestinationIp: path.DestinationIp }),
    Protocol: path.Protocol,
    ...(path.DestinationPort !== undefined && { DestinationPort: path.DestinationPort }),
    ...((described || Tags.length > 0) && { Tags }),
    ...(path.FilterAtSource && { FilterAtSource: path.FilterAtSource }),
    ...(path.FilterAtDestination && { FilterAtDestination: path.FilterAtDestination }),
  };
}
