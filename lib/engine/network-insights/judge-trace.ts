import type { Hop, Refusal, Trace } from '../reachability/hop';
import type { World } from '../world';
import { component } from './component';
import { explain } from './explain';
import { type Explanation, explanation, type PathCode } from './explanation';
import { unmatchedAtDestination, wantedAtDestination } from './header';
import type { NetworkInsightsPath } from './network-insights-path';
import { isShown } from './path-component';

/** What an analysis found: hops that let a packet pass, and why it goes no further. */
export interface Finding {
  readonly forward: readonly Hop[];
  readonly back: readonly Hop[];
  /** Absent when the path was found. */
  readonly explanation?: Explanation;
}

/** Components by id that a path must pass, and must not. */
export interface ComponentFilters {
  readonly in: readonly string[];
  readonly out: readonly string[];
}

export interface Judged extends Finding {
  readonly refused?: Hop & { readonly refusal: Refusal };
}

/** What the analyzer makes of a trace: only what lies between the two ends counts. */
export function judgeTrace(world: World, path: NetworkInsightsPath, filters: ComponentFilters, traced: Trace): Judged {
  const { Source, Destination } = path;
  const out = between(world, traced.out, Source, Destination);
  const blocked = firstRefused(out, Destination);
  if (blocked) {
    const passed = out.slice(0, blocked.at);
    const why =
      disconnected(world, path, traced, blocked.hop) ??
      explain(world, { ...blocked, ...(Destination && { toward: Destination }) });
    return { forward: passed, back: [], explanation: why, refused: blocked.hop };
  }
  const isThere = Destination === undefined || out.at(-1)?.component.id === Destination;
  const notThere = (ExplanationCode: PathCode, members: Partial<Explanation> = {}): Judged => ({
    forward: out,
    back: [],
    explanation: explanation({ ...members, ExplanationCode }),
  });
  if (out.length === 0 || !isThere || out[0]?.component.id !== Source) return notThere('NO_PATH');
  const reflecting = out
    .filter(isShown)
    .slice(1, -1)
    .find(({ component: { kind } }) => kind === 'internet-gateway');
  if (reflecting) return notThere('IGW_NAT_REFLECTION', { InternetGateway: component(world, reflecting.component.id) });
  const passes = (id: string) => out.some((hop) => hop.component.id === id);
  const missed = filters.in.find((id) => !passes(id));
  if (missed) return notThere('COMPONENT_FILTER_RESTRICTION', { Component: component(world, missed) });
  const removed = filters.out.find(passes);
  if (removed) {
    return notThere('COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT', { Component: component(world, removed) });
  }
  const arriving = out.at(-1)?.packet;
  const filter = arriving && unmatchedAtDestination(arriving, wantedAtDestination(path));
  if (filter) return notThere(filter);
  if (isOneWay(path, out)) return { forward: out, back: [] };
  const back = between(world, traced.back, Destination, Source);
  const stopped = firstRefused(back, Source);
  if (!stopped) return { forward: out, back };
  const why = explain(world, { ...stopped, toward: Source });
  return { forward: out, back: back.slice(0, stopped.at), explanation: why, refused: stopped.hop };
}

/** With TCP and a transit gateway's route table in the path AWS analyzes the way out alone. Source: the guide's considerations. */
export const isOneWay = ({ Protocol }: NetworkInsightsPath, out: readonly Hop[]): boolean =>
  Protocol === 'tcp' && out.some(({ component: { kind } }) => kind === 'transit-gateway-route-table');

/**
 * The hops from one end to the other, with one more for an instance or endpoint that stands behind the interface at an end. None
 * of a way that never comes by the gateway at which it is to begin.
 */
function between(world: World, hops: readonly Hop[], from: string | undefined, to: string | undefined): readonly Hop[] {
  const whole = [...standIn(world, from, hops[0]), ...hops, ...standIn(world, to, hops.at(-1))];
  const begin = whole.findIndex(({ component: { id } }) => id === from);
  if (begin < 0 && from !== undefined && !/^(i|eni)-/.test(from)) return [];
  const end = whole.findLastIndex(({ component: { id } }) => id === to);
  return whole.slice(Math.max(0, begin), end < 0 ? undefined : end + 1);
}

/** A hop for what stands behind the interface at the end of a way. */
function standIn(world: World, id: string | undefined, end: Hop | undefined): Hop[] {
  if (id === undefined || !end || end.component.kind !== 'network-interface') return [];
  const { packet } = end;
  const eni = world.networkInterfaces.get(end.component.id);
  if (eni?.Attachment?.InstanceId === id) return [{ component: { kind: 'instance', id }, packet }];
  const isOfEndpoint = world.vpcEndpoints
    .get(id)
    ?.subnets.some(({ NetworkInterfaceId }) => NetworkInterfaceId === end.component.id);
  return isOfEndpoint && !end.refusal ? [{ component: { kind: 'vpc-endpoint', id }, packet }] : [];
}

/** Where a way was refused. That nothing stands behind the gateway it leads to does not matter. */
function firstRefused(hops: readonly Hop[], to: string | undefined) {
  const at = hops.findIndex(({ refusal }) => refusal !== undefined);
  const hop = hops[at];
  if (!hop || !isRefused(hop)) return undefined;
  if (hop.component.id === to && hop.refusal.code === 'NO_POSSIBLE_DESTINATION') return undefined;
  const before = hops.slice(0, at).findLast(isShown);
  return { at, hop, ...(before && { before }) };
}

const isRefused = (hop: Hop): hop is Hop & { readonly refusal: Refusal } => hop.refusal !== undefined;

/** Both ends are in VPCs that nothing joins, and the packet finds no way out of its own. */
function disconnected(
  world: World,
  { Destination = '' }: NetworkInsightsPath,
  { flow: { source } }: Trace,
  { component: { kind } }: Hop,
): Explanation | undefined {
  if (source.kind !== 'interface' || (kind !== 'route-table' && kind !== 'internet-gateway')) return undefined;
  const [behind] = world.networkInterfaces.by('InstanceId', Destination);
  const from = world.networkInterfaces.get(source.id)?.VpcId;
  const to = (behind ?? world.networkInterfaces.get(Destination))?.VpcId;
  if (!from || !to || from === to || areJoined(world, from, to)) return undefined;
  return explanation({
    DestinationVpc: component(world, to),
    ExplanationCode: 'DISCONNECTED_VPCS',
    SourceVpc: component(world, from),
  });
}

function areJoined(world: World, a: string, b: string): boolean {
  if (world.vpcPeeringConnections.by('VpcId', a).some(({ requester, accepter }) => requester === b || accepter === b))
    return true;
  const hubs = new Set(world.transitGatewayAttachments.by('VpcId', a).map(({ TransitGatewayId }) => TransitGatewayId));
  return world.transitGatewayAttachments.by('VpcId', b).some(({ TransitGatewayId }) => hubs.has(TransitGatewayId));
}
