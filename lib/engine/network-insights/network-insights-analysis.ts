import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { arnOf, withArns } from './component';
import { networkInsightsErrors } from './errors';
import type { Explanation } from './explanation';
import type { PathComponent } from './path-component';

/** What an analysis of a path found. Its components may be gone since. */
export interface NetworkInsightsAnalysis extends Row {
  readonly NetworkInsightsAnalysisId: string;
  readonly NetworkInsightsPathId: string;
  readonly FilterInArns?: readonly string[];
  readonly FilterOutArns?: readonly string[];
  /** ISO 8601, UTC, milliseconds. */
  readonly StartDate: string;
  /** `running` before this instant, ms since 1970 UTC. */
  readonly endsAt: number;
  /** Of the network as it was at the start. */
  readonly result: AnalysisResult;
  readonly Tags: readonly Tag[];
}

export interface AnalysisResult {
  readonly NetworkPathFound: boolean;
  readonly ForwardPathComponents?: readonly PathComponent[];
  readonly ReturnPathComponents?: readonly PathComponent[];
  readonly Explanations?: readonly Explanation[];
}

export const networkInsightsAnalyses = defineTable<NetworkInsightsAnalysis>()('NetworkInsightsAnalysisId', {
  NetworkInsightsPathId: (row) => row.NetworkInsightsPathId,
});

export function getNetworkInsightsAnalysis(world: World, id: string): NetworkInsightsAnalysis {
  const analysis = world.networkInsightsAnalyses.get(id);
  if (analysis) return analysis;
  throw id.startsWith('nia-')
    ? networkInsightsErrors.analysisNotFound(id)
    : networkInsightsErrors.malformedAnalysisId(id);
}

/** How long an analysis takes. Assumed: AWS says up to a few minutes, users about half of one. */
export const analysisMs = 30_000;

export const analysisStatus = (world: World, { endsAt }: NetworkInsightsAnalysis): 'running' | 'succeeded' =>
  world.now < endsAt ? 'running' : 'succeeded';

/** The result, once there is one. */
export const resultOf = (world: World, analysis: NetworkInsightsAnalysis): AnalysisResult | undefined =>
  analysisStatus(world, analysis) === 'running' ? undefined : analysis.result;

/**
 * The analysis as AWS shows it. `described`: the answer of a describe call, which has an empty list of tags. Source: the CLI's
 * examples; https://docs.aws.amazon.com/vpc/latest/reachability/getting-started-cli.html
 */
export function describeNetworkInsightsAnalysis(
  world: World,
  analysis: NetworkInsightsAnalysis,
  described = false,
): object {
  const { NetworkInsightsAnalysisId: id, FilterInArns, FilterOutArns, Tags } = analysis;
  const result = resultOf(world, analysis);
  return {
    NetworkInsightsAnalysisId: id,
    NetworkInsightsAnalysisArn: arnOf(world, id),
    NetworkInsightsPathId: analysis.NetworkInsightsPathId,
    ...(FilterInArns && { FilterInArns }),
    ...(FilterOutArns && { FilterOutArns }),
    StartDate: analysis.StartDate,
    Status: analysisStatus(world, analysis),
    ...(result && describeResult(world, result)),
    ...((described || Tags.length > 0) && { Tags }),
  };
}

function describeResult(world: World, result: AnalysisResult): object {
  const { NetworkPathFound, ForwardPathComponents, ReturnPathComponents, Explanations } = result;
  return {
    NetworkPathFound,
    ...(ForwardPathComponents && { ForwardPathComponents: describeComponents(world, ForwardPathComponents) }),
    ...(ReturnPathComponents && { ReturnPathComponents: describeComponents(world, ReturnPathComponents) }),
    ...(Explanations && { Explanations: withArns(world, Explanations) }),
  };
}

const describeComponents = (world: World, components: readonly PathComponent[]): object[] =>
  components.map((one, index) => {
    const { AdditionalDetails = [], TransitGateway, TransitGatewayRouteTableRoute, ...rest } = withArns(world, one);
    return {
      SequenceNumber: index + 1,
      ...rest,
      AdditionalDetails,
      ...(TransitGateway && { TransitGateway }),
      ...(TransitGatewayRouteTableRoute && { TransitGatewayRouteTableRoute }),
      Explanations: [],
    };
  });
