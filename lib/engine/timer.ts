import { nextSequence } from './ids';
import { defineTable, type Row } from './table';
import type { World } from './world';

/** What settles later by itself, with the time it takes in simulated seconds. Each kind has one constant delay. */
export const delaysSeconds = {
  /** From DetachNetworkInterface until the interface is `available` again. */
  'interface-detached': 3,
  /** From TerminateInstances until `terminated`, when its interfaces are deleted or freed. */
  'instance-terminated': 30,
  /** From TerminateInstances until it is listed no more, about an hour. Source: eni-ground-truth section 1, 9. */
  'instance-forgotten': 3_630,
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
