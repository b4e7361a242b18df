import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { networkInsightsErrors } from './errors';

/** What an analysis of a path found. No call makes one yet: see StartNetworkInsightsAnalysis. */
export interface NetworkInsightsAnalysis extends Row {
  readonly NetworkInsightsAnalysisId: string;
  readonly NetworkInsightsPathId: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly StartDate: string;
  readonly Status: 'running' | 'succeeded' | 'failed';
  readonly NetworkPathFound?: boolean;
  readonly Tags: readonly Tag[];
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

/** The analysis as AWS shows it, as far as it goes. Source: the CLI's example for describe-network-insights-analyses. */
export const describeNetworkInsightsAnalysis = (world: World, analysis: NetworkInsightsAnalysis): object => ({
  NetworkInsightsAnalysisId: analysis.NetworkInsightsAnalysisId,
  NetworkInsightsAnalysisArn: `arn:aws:ec2:${world.region}:${world.account}:network-insights-analysis/${analysis.NetworkInsightsAnalysisId}`,
  NetworkInsightsPathId: analysis.NetworkInsightsPathId,
  StartDate: analysis.StartDate,
  Status: analysis.Status,
  ...(analysis.NetworkPathFound !== undefined && { NetworkPathFound: analysis.NetworkPathFound }),
  Tags: analysis.Tags,
});
