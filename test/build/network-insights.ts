import { expect } from 'vitest';
import type { TestAccount } from './account';
import { awsModel } from './aws-model';
import { outputDifferences } from './output-differences';

interface Named {
  readonly Id: string;
  readonly Arn: string;
  readonly Name?: string;
}

/** The members of an analysis that tests read; the whole is compared where it matters. */
export interface ShownAnalysis {
  readonly NetworkInsightsAnalysisId: string;
  readonly Status: string;
  readonly NetworkPathFound?: boolean;
  readonly ForwardPathComponents?: readonly ShownComponent[];
  readonly ReturnPathComponents?: readonly ShownComponent[];
  readonly Explanations?: readonly ({ readonly ExplanationCode: string } & { readonly [member: string]: unknown })[];
}

interface ShownComponent {
  readonly Component: Named;
  readonly AdditionalDetails: readonly object[];
  readonly InboundHeader?: object;
  readonly OutboundHeader?: object;
}

let tokens = 0;

export function makePath(account: TestAccount, input: object): string {
  tokens += 1;
  const all = { Protocol: 'tcp', ClientToken: `path ${tokens}`, ...input };
  return account.call<{ NetworkInsightsPath: { NetworkInsightsPathId: string } }>('CreateNetworkInsightsPath', all)
    .NetworkInsightsPath.NetworkInsightsPathId;
}

export function startAnalysis(account: TestAccount, NetworkInsightsPathId: string, more: object = {}): string {
  tokens += 1;
  const input = { NetworkInsightsPathId, ClientToken: `analysis ${tokens}`, ...more };
  return account.call<{ NetworkInsightsAnalysis: ShownAnalysis }>('StartNetworkInsightsAnalysis', input)
    .NetworkInsightsAnalysis.NetworkInsightsAnalysisId;
}

/** An analysis of that path that has come to its end, of the shape that AWS's model has for it. */
export function analyze(account: TestAccount, path: object, more: object = {}): ShownAnalysis {
  const id = startAnalysis(account, makePath(account, path), more);
  account.wait(60);
  const name = 'DescribeNetworkInsightsAnalyses';
  const output = account.call<{ NetworkInsightsAnalyses: ShownAnalysis[] }>(name, { NetworkInsightsAnalysisIds: [id] });
  const model = awsModel.operations[name]?.output;
  expect(model && outputDifferences(output, model, name)).toEqual([]);
  const [analysis] = output.NetworkInsightsAnalyses;
  if (!analysis) throw new Error(`no ${id}`);
  return analysis;
}

/** The ids of the components of both ways. */
export const waysOf = ({ ForwardPathComponents = [], ReturnPathComponents = [] }: ShownAnalysis) => ({
  out: ForwardPathComponents.map(({ Component }) => Component.Id),
  back: ReturnPathComponents.map(({ Component }) => Component.Id),
});

/** The kinds of the components of one way: `i eni sg acl rtb`. */
export const kinds = (ids: readonly string[]): string => ids.map((id) => id.slice(0, id.lastIndexOf('-'))).join(' ');
