import { operation } from '../operation';
import { required, string } from '../shapes';
import { getNetworkInsightsAnalysis } from './network-insights-analysis';

/**
 * DeleteNetworkInsightsAnalysis: forget one analysis of a path.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkInsightsAnalysis.html
 * Differs: there is none to delete as long as StartNetworkInsightsAnalysis is not modelled.
 */
export const deleteNetworkInsightsAnalysis = operation({
  name: 'DeleteNetworkInsightsAnalysis',
  input: { NetworkInsightsAnalysisId: required(string) },
  run(world, input) {
    const { NetworkInsightsAnalysisId } = getNetworkInsightsAnalysis(world, input.NetworkInsightsAnalysisId);
    world.networkInsightsAnalyses.remove(NetworkInsightsAnalysisId);
    return { NetworkInsightsAnalysisId };
  },
});
