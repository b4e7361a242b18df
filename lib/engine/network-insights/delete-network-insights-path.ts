import { operation } from '../operation';
import { required, string } from '../shapes';
import { networkInsightsErrors } from './errors';
import { getNetworkInsightsPath } from './network-insights-path';

/**
 * DeleteNetworkInsightsPath: refused while there are analyses of it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkInsightsPath.html
 */
export const deleteNetworkInsightsPath = operation({
  name: 'DeleteNetworkInsightsPath',
  input: { NetworkInsightsPathId: required(string) },
  run(world, input) {
    const { NetworkInsightsPathId } = getNetworkInsightsPath(world, input.NetworkInsightsPathId);
    if (world.networkInsightsAnalyses.count('NetworkInsightsPathId', NetworkInsightsPathId) > 0)
      throw networkInsightsErrors.hasAnalyses(NetworkInsightsPathId);
    world.networkInsightsPaths.remove(NetworkInsightsPathId);
    return { NetworkInsightsPathId };
  },
});
