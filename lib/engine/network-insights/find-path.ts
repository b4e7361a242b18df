import type { Flow } from '../reachability/flow';
import { trace } from '../reachability/trace';
import type { World } from '../world';
import { addressesOf, type Beginning, beginningsAt, type NoEnd } from './ends';
import { explanation, type PathCode } from './explanation';
import { bothRanges, type PortRange, wantedAtDestination, wantedAtSource } from './header';
import { type ComponentFilters, type Finding, judgeTrace } from './judge-trace';
import type { NetworkInsightsPath } from './network-insights-path';
import { type Attempt, otherAttempts } from './other-attempts';

/** Most packets that one analysis follows; each takes a fraction of a millisecond. */
const mostAttempts = 64;
const mostWaiting = 512;

/**
 * The path that a question is about, if any packet takes one: the first is a usual one, and what refuses it says which others it
 * would let through. Of paths that were not found the one that leads farthest is told. Cost: `mostAttempts` traces.
 */
export function findPath(world: World, path: NetworkInsightsPath, filters: ComponentFilters): Finding {
  const first = firstAttempts(world, path);
  if ('explanation' in first) return { forward: [], back: [], explanation: first.explanation };
  const waiting = [...first];
  const tried = new Set<string>();
  let best: Finding | undefined;
  for (let attempt = waiting.shift(); attempt && tried.size < mostAttempts; attempt = waiting.shift()) {
    const key = JSON.stringify(attempt);
    if (tried.has(key)) continue;
    tried.add(key);
    const traced = trace(world, flowOf(path, attempt));
    const judged = judgeTrace(world, path, filters, traced);
    if (!judged.explanation) return judged;
    if (!best || lengthOf(judged) > lengthOf(best)) best = judged;
    if (waiting.length < mostWaiting) waiting.push(...otherAttempts(world, attempt, judged.refused));
  }
  return best ?? { forward: [], back: [], explanation: explanation({ ExplanationCode: 'NO_PATH' }) };
}

const lengthOf = ({ forward, back }: Finding): number => forward.length + back.length;

const flowOf = ({ Protocol }: NetworkInsightsPath, { beginning, address, port, sourcePort }: Attempt): Flow => ({
  source: beginning.source,
  destination: { kind: 'address', address },
  protocol: Protocol,
  port,
  sourcePort,
  everyoneListens: true,
});

const usualPort = 443;
const ephemeralPort = 49_152;
const oneIn = ({ From, To }: PortRange, usual: number): number => (From <= usual && usual <= To ? usual : From);

/** One attempt for each pair of addresses of both ends. */
function firstAttempts(world: World, path: NetworkInsightsPath): readonly Attempt[] | NoEnd {
  const [atSource, atDestination] = [wantedAtSource(path), wantedAtDestination(path)];
  const ports = bothRanges(atSource.destinationPorts, atDestination.destinationPorts);
  if (!ports) return unmatched('FILTER_AT_DESTINATION_DESTINATION_PORT_RANGE');
  const beginnings = beginningsAt(world, path.Source, {
    ...atSource,
    ...(path.Source.startsWith('igw-') && !atSource.source && atDestination.source && { source: atDestination.source }),
  });
  if ('explanation' in beginnings) return beginnings;
  const attempts: Attempt[] = [];
  const wanted = atSource.destination ?? path.DestinationIp ?? atDestination.destination;
  for (const beginning of beginnings) {
    const addresses = addressesFor(world, path, beginning, wanted);
    if ('explanation' in addresses) return addresses;
    for (const address of addresses) {
      attempts.push({
        beginning,
        address,
        port: oneIn(ports, usualPort),
        sourcePort: oneIn(atSource.sourcePorts, ephemeralPort),
        ports,
        sourcePorts: atSource.sourcePorts,
        anySource: beginning.source.kind === 'internet' && beginning.source.address === undefined,
        anyAddress: wanted === undefined && path.Destination?.startsWith('igw-') === true,
      });
    }
  }
  // Others are left for what the rules let through.
  return attempts.slice(0, mostAttempts / 2);
}

const addressesFor = (
  world: World,
  { Destination }: NetworkInsightsPath,
  beginning: Beginning,
  wanted: string | undefined,
): readonly string[] | NoEnd => {
  if (Destination !== undefined) return addressesOf(world, Destination, beginning, wanted);
  return wanted === undefined ? [] : [wanted];
};

const unmatched = (ExplanationCode: PathCode): NoEnd => ({ explanation: explanation({ ExplanationCode }) });
