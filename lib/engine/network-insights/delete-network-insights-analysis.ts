import { operation } from '../operation';
import { required, string } from '../shapes';
import type { World } from '../world';
import { getNetworkInsightsAnalysis } from './network-insights-analysis';

/**
 * DeleteNetworkInsightsAnalysis: forget one analysis of a path.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkInsightsAnalysis.html
 * Assumed: one that runs can be deleted too.
 */
export const deleteNetworkInsightsAnalysis = operation({
  name: 'DeleteNetworkInsightsAnalysis',
  input: { NetworkInsightsAnalysisId: required(string) },
  run(world, input) {
    const { NetworkInsightsAnalysisId } = getNetworkInsightsAnalysis(world, input.NetworkInsightsAnalysisId);
    forgetAnalysis(world, NetworkInsightsAnalysisId);
    for (const { timerId } of world.timers.by('resource', NetworkInsightsAnalysisId)) world.timers.remove(timerId);
    return { NetworkInsightsAnalysisId };
  },
});

/** AWS keeps an analysis for 120 days. Source: https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html#considerations */
export function forgetAnalysis(world: World, analysisId: string): void {
  world.networkInsightsAnalyses.remove(analysisId);
}
