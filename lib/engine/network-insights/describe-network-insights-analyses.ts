import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import {
  analysisStatus,
  describeNetworkInsightsAnalysis,
  getNetworkInsightsAnalysis,
  type NetworkInsightsAnalysis,
  resultOf,
} from './network-insights-analysis';
import { getNetworkInsightsPath } from './network-insights-path';

/**
 * DescribeNetworkInsightsAnalyses: the analyses asked for, by id, by path, by time of start or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInsightsAnalyses.html
 */
export const describeNetworkInsightsAnalyses = operation({
  name: 'DescribeNetworkInsightsAnalyses',
  input: {
    NetworkInsightsAnalysisIds: list(string),
    NetworkInsightsPathId: string,
    AnalysisStartTime: { type: 'timestamp' },
    AnalysisEndTime: { type: 'timestamp' },
    Filters: filterList,
    ...paged,
  },
  run(world, input) {
    const { AnalysisStartTime: start, AnalysisEndTime: end } = input;
    const path = input.NetworkInsightsPathId && getNetworkInsightsPath(world, input.NetworkInsightsPathId);
    const { rows, ...page } = describeRows<NetworkInsightsAnalysis>(input, {
      ids: input.NetworkInsightsAnalysisIds,
      idsParameter: 'networkInsightsAnalysisIds',
      get: (id) => getNetworkInsightsAnalysis(world, id),
      list: () =>
        (path
          ? world.networkInsightsAnalyses.by('NetworkInsightsPathId', path.NetworkInsightsPathId)
          : world.networkInsightsAnalyses.list()
        ).filter(
          ({ StartDate }) =>
            (!start || Date.parse(StartDate) >= Date.parse(start)) &&
            (!end || Date.parse(StartDate) <= Date.parse(end)),
        ),
      tags: ({ Tags }) => Tags,
      least: 1,
      most: 100,
      filters: {
        'path-found': (analysis) => resultOf(world, analysis)?.NetworkPathFound,
        status: (analysis) => analysisStatus(world, analysis),
      },
    });
    return {
      NetworkInsightsAnalyses: rows.map((analysis) => describeNetworkInsightsAnalysis(world, analysis, true)),
      ...page,
    };
  },
});
