import type { Cable, Half, Point } from './layout';

/** Between two lanes, and between the outermost and a wall, px. */
const step = 7;
const least = 16;

/** A cable between two subnets before it is known how far the walls reach. */
interface Joined {
  readonly out: Half;
  readonly in: Half;
}
/** Its lane: in the zone, or at the right of all VPCs where it joins two zones; lane 0 is the nearest to the wall. */
interface Way extends Joined {
  readonly outer: boolean;
  readonly lane: number;
  /** The whole of it, now that the walls are known, px from the left. */
  through(end: { readonly subnet: number; readonly vpc: number }): Cable;
}

/** Both sides of each cable; a side without the other is none. */
export function joined(halves: readonly Half[]): Joined[] {
  const plugs = new Map(halves.flatMap((half) => (half.end === 'interface' ? [[half.interfaceId, half]] : [])));
  return halves.flatMap((half) => {
    const other = half.end === 'port' ? plugs.get(half.interfaceId) : undefined;
    return other ? [{ out: half, in: other }] : [];
  });
}

/**
 * A lane for each cable. What lies between the ends of another gets a lane further in, so that only two whose ends
 * interleave cross, and those once. Cables that have no height in common share a lane. Cost: the square of the cables.
 */
export function lanes(cables: readonly Joined[]): Way[] {
  const ways: (Way & { readonly from: number; readonly to: number })[] = [];
  const byLength = cables
    .map((cable) => {
      const [a, b] = [heightOf(cable.out), heightOf(cable.in)];
      return { ...cable, from: Math.min(a, b), to: Math.max(a, b), outer: cable.out.zone !== cable.in.zone };
    })
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  for (const cable of byLength) {
    const beside = ways.filter(
      ({ outer, from, to }) => outer === cable.outer && from <= cable.to + step && to >= cable.from - step,
    );
    const lane = 1 + Math.max(-1, ...beside.map((way) => way.lane));
    ways.push({
      ...cable,
      lane,
      through: (end) => through(cable, (cable.outer ? end.vpc : end.subnet) + step * (lane + 1)),
    });
  }
  return ways;
}

const heightOf = ({ points: [first, ...rest] }: Half): number => (rest.at(-1) ?? first).y;

function through(cable: Joined, x: number): Cable {
  const { interfaceId, instanceId, port } = cable.out;
  const [from, ...out] = cable.out.points;
  const [to, ...back] = cable.in.points;
  const bends: Point[] = [...out, { x, y: heightOf(cable.out) }, { x, y: heightOf(cable.in) }, ...back.reverse()];
  return { interfaceId, instanceId, port, from, to, bends };
}

const count = (ways: readonly Way[], outer: boolean): number =>
  Math.max(0, ...ways.map((way) => (way.outer === outer ? way.lane + 1 : 0)));

/** Between the right walls of subnets and of their zones, px. */
export const zoneRoom = (ways: readonly Way[]): number => Math.max(least, step * (count(ways, false) + 1));

/** At the right of all VPCs, px. */
export function outerRoom(ways: readonly Way[]): number {
  const lanesThere = count(ways, true);
  return lanesThere === 0 ? 0 : step * (lanesThere + 1);
}
