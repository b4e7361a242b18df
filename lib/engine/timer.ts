import { nextSequence } from './ids';
import { defineTable, type Row } from './table';
import type { World } from './world';

/** What settles later by itself, with the time it takes in simulated seconds. Each kind has one constant delay. */
export const delaysSeconds = {
  /** From DetachNetworkInterface until the interface is `available` again. */
  'interface-detached': 3,
  /** From TerminateInstances until `terminated`, when its interfaces are deleted or freed. */
  'instance-terminated': 30,
  /**
   * From TerminateInstances until it is listed no more, about an hour.
   * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TerminateInstances.html
   */
  'instance-forgotten': 3_630,
  /** From DeleteManagedPrefixList until the list is gone. Assumed: it says only that it takes a moment. */
  'prefix-list-deleted': 3,
  /** From DeleteNatGateway until `deleted`, when its interface is gone. Assumed: about a minute. */
  'nat-gateway-deleted': 60,
  /**
   * From DeleteNatGateway, or a failed creation, until it is listed no more, about an hour.
   * Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
   */
  'nat-gateway-forgotten': 3_660,
  /** From taking addresses off a NAT gateway until they are gone. Assumed: ten seconds without connections. */
  'nat-gateway-drained': 10,
  /** From the deletion of a transit gateway's attachment until it is `deleted`, when its interfaces are gone. Assumed: a minute. */
  'transit-gateway-attachment-deleted': 60,
  /** From the deletion of a transit gateway, an attachment or a route table of it until it is listed no more. Assumed: an hour. */
  'transit-gateway-forgotten': 3_660,
  /** From a request for VPC peering until it expires, and until an expired one is listed no more. */
  'peering-expired': 7 * 86_400,
  'peering-request-forgotten': 9 * 86_400,
  /** From the end of a VPC peering connection until it is listed no more. Source of all three: the VPC peering guide, lifecycle. */
  'peering-forgotten': 2 * 3_600,
  /** From DeleteVpcEndpoints until an interface endpoint and its interfaces are gone. Assumed: half a minute. */
  'vpc-endpoint-deleted': 30,
  /** From DetachVpnGateway until `detached`. Assumed: five seconds. */
  'vpn-gateway-detached': 5,
  /** From DeleteVpnConnection until `deleted`, when its gateways are free. Assumed: half a minute. */
  'vpn-connection-deleted': 30,
  /** From the deletion of a customer gateway, virtual private gateway or VPN connection until it is listed no more. Assumed: an hour. */
  'vpn-forgotten': 3_600,
  /**
   * From StartNetworkInsightsAnalysis until AWS deletes the analysis.
   * Source: the guide of Reachability Analyzer, considerations.
   */
  'network-insights-analysis-forgotten': 120 * 86_400,
} as const;
export type TimerKind = keyof typeof delaysSeconds;

export interface Timer extends Row {
  readonly timerId: string;
  readonly kind: TimerKind;
  /** The id of the record that settles. */
  readonly resource: string;
  /** When, in ms since 1970 UTC. */
  readonly at: number;
}

export const timers = defineTable<Timer>()('timerId', {
  kind: (timer) => timer.kind,
  resource: (timer) => timer.resource,
});

const timerKinds = Object.keys(delaysSeconds) as TimerKind[];

/** Let `resource` settle after the delay of its kind, counted from now. Answers when, in ms since 1970 UTC. */
export function startTimer(world: World, kind: TimerKind, resource: string): number {
  const at = world.now + delaysSeconds[kind] * 1000;
  const creation = nextSequence(world);
  world.timers.insert({ creation, timerId: `${kind}/${creation}`, kind, resource, at });
  return at;
}

/**
 * The oldest timer that is due. Delays are constant for a kind and time never runs back, so the first of each
 * kind is its earliest and the cost is the number of kinds.
 */
export function dueTimer(world: World): Timer | undefined {
  const next = nextTimer(world);
  return next && next.at <= world.now ? next : undefined;
}

/** The timer that settles next, if anything is on its way. */
export function nextTimer(world: World): Timer | undefined {
  let next: Timer | undefined;
  for (const kind of timerKinds) {
    const first = world.timers.first('kind', kind);
    if (first && (!next || first.at < next.at || (first.at === next.at && first.creation < next.creation)))
      next = first;
  }
  return next;
}
