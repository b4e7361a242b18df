import type { World } from '../world';
import { mainAddress, publicAddressOf } from './addresses';
import type { Code } from './codes';
import type { Flow, FlowSource, FlowTarget, Packet } from './flow';
import { passGroups } from './groups';
import type { Trace, Verdict } from './hop';
import { type Likeness, Likenesses } from './likeness';
import { trace } from './trace';

/** What is asked of every pair. */
export type PairFlow = Omit<Flow, 'source' | 'destination'>;

/** The verdict without the hops and sentences, which `trace` of the same flow has. */
export type Cell =
  | { readonly reached: true }
  | {
      readonly reached: false;
      readonly way: 'out' | 'back';
      readonly code: Code;
      readonly seen: Exclude<Verdict['seen'], 'answer'>;
    };

/**
 * Which sources reach which targets: `[source][target][flow]`. Each cell says what `trace` says of that flow. Work is shared: hosts
 * that fare alike have the same cells, and what only their own security groups tell apart is traced once without those, which are
 * then judged for each pair.
 * Cost: reading the account once, a trace for each pair of places, groups for each pair of kinds, and a look-up for each cell.
 */
export function reachabilityMatrix(
  world: World,
  asked: {
    readonly sources: readonly FlowSource[];
    readonly targets: readonly FlowTarget[];
    readonly flows: readonly PairFlow[];
  },
): readonly (readonly (readonly Cell[])[])[] {
  const { sources, targets, flows } = asked;
  const likenesses = new Likenesses(world);
  const from = sources.map((end) => ({ end, ...likenesses.of(end) }));
  const to = targets.map((end) => ({ end, ...likenesses.of(end) }));
  const ways = new Ways(world, flows);
  const rows = new Map<string, Map<string, readonly Cell[]>>();
  return from.map((source) => {
    const row = rows.get(source.like) ?? new Map<string, readonly Cell[]>();
    rows.set(source.like, row);
    return to.map((target) => {
      // A host and itself are like no other pair, and an address may be a host's own.
      const isOwn = source.host !== undefined && source.host === target.host;
      if (isOwn || target.end.kind === 'address' || target.end.kind === 'name') return ways.traced(source, target);
      const cells = row.get(target.like) ?? ways.cells(source, target);
      row.set(target.like, cells);
      return cells;
    });
  });
}

type From = Likeness & { readonly end: FlowSource };
type To = Likeness & { readonly end: FlowTarget };

/** Flows between two places, with the hosts that they were traced for. */
interface Way {
  readonly source: From;
  readonly target: To;
  readonly legs: readonly Leg[];
}

/** One flow, traced without the groups of its two ends, and what those get to judge. */
interface Leg {
  readonly cell: Cell;
  /** The packet as it leaves the source's interface; absent where it does not get so far, and where the source has none. */
  readonly leaves?: Packet;
  readonly comes?: Packet;
  /** It came by a host that hands on what is not for itself. */
  readonly forwarded: boolean;
}

class Ways {
  private readonly known = new Map<string, Map<string, Way>>();

  constructor(
    private readonly world: World,
    private readonly flows: readonly PairFlow[],
  ) {}

  /** By a trace for each flow. */
  traced(source: From, target: To): readonly Cell[] {
    return this.tracesOf(source, target).map(({ verdict }) => cellOf(verdict));
  }

  /** By the traces between two places, and the groups of the two. */
  cells(source: From, target: To): readonly Cell[] {
    if (source.place === undefined || target.place === undefined) return this.traced(source, target);
    const row = this.known.get(source.place) ?? new Map<string, Way>();
    this.known.set(source.place, row);
    const way = row.get(target.place) ?? {
      source,
      target,
      legs: this.legs(source, target),
    };
    row.set(target.place, way);
    const rename = renaming([...this.addresses(way.source, source), ...this.addresses(way.target, target)]);
    return way.legs.map((leg) => this.refusedBy(leg, source, target, rename) ?? leg.cell);
  }

  private tracesOf({ end: source }: From, { end: destination }: To, without?: ReadonlySet<string>): readonly Trace[] {
    return this.flows.map((flow) => trace(this.world, { ...flow, source, destination }, without));
  }

  private legs(source: From, target: To): readonly Leg[] {
    return this.tracesOf(source, target, open(source, target)).map(({ out, verdict }) => {
      const placeOf = ({ eni }: Likeness) => out.findIndex(({ component }) => component.id === eni?.NetworkInterfaceId);
      const from = out[placeOf(source)];
      const at = placeOf(target);
      const forwarded = out
        .slice(1, Math.max(at, 1))
        .some((hop) => hop.component.kind === 'instance' && !hop.rewritten);
      const comes = out[at]?.packet;
      // What leaves an interface has passed it before its groups; what comes to it meets its groups first.
      return {
        cell: cellOf(verdict),
        forwarded,
        ...(from && !from.refusal && { leaves: from.packet }),
        ...(comes && { comes }),
      };
    });
  }

  /** The groups of the source judge what it sends, those of the target what comes; answers to what they let pass, they let pass. */
  private refusedBy(leg: Leg, source: From, target: To, rename: (packet: Packet) => Packet): Cell | undefined {
    const walk = {
      world: this.world,
      way: 'out',
      tracked: { groups: new Set<string>(), translations: new Map() },
    } as const;
    const sent = source.eni && leg.leaves && passGroups(walk, source.eni, rename(leg.leaves), true);
    const there = leg.forwarded ? ({ ...walk, forwarded: true } as const) : walk;
    const taken = () => target.eni && leg.comes && passGroups(there, target.eni, rename(leg.comes), false);
    const refusal = sent?.refusal ?? taken()?.refusal;
    return refusal && { reached: false, way: 'out', code: refusal.code, seen: 'timeout' };
  }

  /** The addresses of the host that was traced, with those of the one that is meant. */
  private addresses(traced: Likeness, meant: Likeness): (readonly [string, string])[] {
    const of = ({ eni }: Likeness) => {
      const v4 = eni && mainAddress(eni, 'IPv4');
      return [v4, eni && v4 && publicAddressOf(this.world, eni, v4), eni && mainAddress(eni, 'IPv6')];
    };
    const after = of(meant);
    return of(traced).flatMap((address, index) => {
      const now = after[index];
      return address && now && address !== now ? [[address, now] as const] : [];
    });
  }
}

const open = (...ends: readonly Likeness[]): ReadonlySet<string> =>
  new Set(ends.flatMap(({ eni }) => eni?.NetworkInterfaceId ?? []));

function renaming(pairs: readonly (readonly [string, string])[]): (packet: Packet) => Packet {
  if (pairs.length === 0) return (packet) => packet;
  const names = new Map(pairs);
  const renamed = (address: string) => names.get(address) ?? address;
  return (packet) => ({ ...packet, source: renamed(packet.source), destination: renamed(packet.destination) });
}

/** A verdict without its sentence and ids. */
export const cellOf = (verdict: Verdict): Cell =>
  verdict.reached
    ? { reached: true }
    : { reached: false, way: verdict.way, code: verdict.refusal.code, seen: verdict.seen };
