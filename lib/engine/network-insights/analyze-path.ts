import type { World } from '../world';
import { findPath } from './find-path';
import { type ComponentFilters, isOneWay } from './judge-trace';
import type { AnalysisResult } from './network-insights-analysis';
import type { NetworkInsightsPath } from './network-insights-path';
import { type PathComponent, pathComponents } from './path-component';

/**
 * What the analyzer answers to a question. A path that is not found shows how far it leads.
 * Differs: AWS follows all packets at once, and shows the addresses and ports of all that take the path. Here they are followed one
 * by one, up to 64 of them, and those of the one that took it are shown.
 * Differs: AWS names other ways and components that may be missed (AlternatePathHints), and zones that are crossed.
 * Assumed: that only the way out was analyzed is said with the transit gateway's route table.
 */
export function analyzePath(world: World, path: NetworkInsightsPath, filters: ComponentFilters): AnalysisResult {
  const { forward, back, explanation } = findPath(world, path, filters);
  const isThere = back.length > 0 || !explanation;
  const out = pathComponents(world, forward, isThere);
  const way = isThere && isOneWay(path, forward) ? out.map(marked) : out;
  const returning = pathComponents(world, back, !explanation);
  return {
    NetworkPathFound: !explanation,
    ...(way.length > 0 && { ForwardPathComponents: way }),
    ...(returning.length > 0 && { ReturnPathComponents: returning }),
    ...(explanation && { Explanations: [explanation] }),
  };
}

const marked = (one: PathComponent): PathComponent =>
  one.Component.Id.startsWith('tgw-rtb-')
    ? { ...one, AdditionalDetails: [{ AdditionalDetailType: 'UNIDIRECTIONAL_PATH_ANALYSIS_ONLY' }] }
    : one;
