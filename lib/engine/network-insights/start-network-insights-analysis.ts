import { NotModelled } from '../aws-error';
import { operation } from '../operation';
import { list, notModelled, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getNetworkInsightsPath } from './network-insights-path';

/**
 * StartNetworkInsightsAnalysis: its form and the path are checked, and then it is refused.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartNetworkInsightsAnalysis.html
 * Not modelled: resources of other accounts.
 * Differs: AWS starts an analysis of the path; this simulator does not compute any yet and answers NotModelled.
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
    tagsFor(world, input.TagSpecifications, 'network-insights-analysis');
    const { NetworkInsightsPathId } = getNetworkInsightsPath(world, input.NetworkInsightsPathId);
    throw new NotModelled(
      `the analysis of network paths yet: ${NetworkInsightsPathId} stays as it is, without a result`,
    );
  },
});
