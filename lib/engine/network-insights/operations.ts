import type { Operation } from '../operation';
import { createNetworkInsightsPath } from './create-network-insights-path';
import { deleteNetworkInsightsAnalysis } from './delete-network-insights-analysis';
import { deleteNetworkInsightsPath } from './delete-network-insights-path';
import { describeNetworkInsightsAnalyses } from './describe-network-insights-analyses';
import { describeNetworkInsightsPaths } from './describe-network-insights-paths';
import { startNetworkInsightsAnalysis } from './start-network-insights-analysis';

export const networkInsightsOperations: readonly Operation[] = [
  createNetworkInsightsPath,
  deleteNetworkInsightsAnalysis,
  deleteNetworkInsightsPath,
  describeNetworkInsightsAnalyses,
  describeNetworkInsightsPaths,
  startNetworkInsightsAnalysis,
];
