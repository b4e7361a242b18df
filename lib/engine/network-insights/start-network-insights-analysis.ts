import { once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { list, notModelled, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { startTimer } from '../timer';
import type { World } from '../world';
import { analyzePath } from './analyze-path';
import { arnPrefix, idIn } from './component';
import { networkInsightsErrors } from './errors';
import { analysisMs, describeNetworkInsightsAnalysis } from './network-insights-analysis';
import { getNetworkInsightsPath } from './network-insights-path';

/**
 * StartNetworkInsightsAnalysis: find out whether a path leads to its end and back, and if not, what stops it. The answer says that
 * it runs; DescribeNetworkInsightsAnalyses has the result half a minute later, of the network as it was at the start.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartNetworkInsightsAnalysis.html; https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html
 * Not modelled: resources of other accounts, load balancers and firewalls in a path, the quotas of analyses.
 * Differs: AWS follows all packets at once; here up to 64 are followed, one after the other, chosen by the rules that stop them, and
 * what is shown is the one that arrived. A path out of a peering connection, a transit or a virtual private gateway begins at one
 * interface or host behind it. An analysis does not fail because the network changes while it runs.
 * Assumed: a path that is not found shows the components that it passes before it is stopped.
 */
export const startNetworkInsightsAnalysis = operation({
  name: 'StartNetworkInsightsAnalysis',
  input: {
    NetworkInsightsPathId: required(string),
    AdditionalAccounts: notModelled,
    FilterInArns: list(string),
    FilterOutArns: list(string),
    TagSpecifications: tagSpecifications,
    ClientToken: { ...string, required: 'byClient' },
  },
  run(world, input) {
    const Tags = tagsFor(world, input.TagSpecifications, 'network-insights-analysis');
    const { FilterInArns = [], FilterOutArns = [] } = input;
    const filters = {
      in: acceptFilterArns(world, FilterInArns, 'filterInArns'),
      out: acceptFilterArns(world, FilterOutArns, 'filterOutArns'),
    };
    const both = FilterInArns.find((arn) => FilterOutArns.includes(arn));
    if (both !== undefined) throw networkInsightsErrors.sameFilterArn(both);
    const [analysisId = ''] = once(world, 'StartNetworkInsightsAnalysis', input, () => {
      const path = getNetworkInsightsPath(world, input.NetworkInsightsPathId);
      const NetworkInsightsAnalysisId = newId(world, 'networkInsightsAnalysis');
      world.networkInsightsAnalyses.insert({
        creation: nextSequence(world),
        NetworkInsightsAnalysisId,
        NetworkInsightsPathId: path.NetworkInsightsPathId,
        ...(FilterInArns.length > 0 && { FilterInArns }),
        ...(FilterOutArns.length > 0 && { FilterOutArns }),
        StartDate: new Date(world.now).toISOString(),
        endsAt: world.now + analysisMs,
        result: analyzePath(world, path, filters),
        Tags,
      });
      startTimer(world, 'network-insights-analysis-forgotten', NetworkInsightsAnalysisId);
      return [NetworkInsightsAnalysisId];
    });
    const analysis = stillThere(world.networkInsightsAnalyses.get(analysisId));
    return { NetworkInsightsAnalysis: describeNetworkInsightsAnalysis(world, analysis) };
  },
});

/** The ids of the components that are meant; the guide allows one of each kind of filter. */
function acceptFilterArns(world: World, arns: readonly string[], name: string): string[] {
  if (arns.length > 1) throw networkInsightsErrors.oneFilterArn(name);
  return arns.map((arn) => {
    if (!arn.startsWith(arnPrefix(world)) || idIn(world, arn) === '') throw networkInsightsErrors.filterArn(arn, name);
    return idIn(world, arn);
  });
}
