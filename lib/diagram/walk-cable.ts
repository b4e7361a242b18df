import type { Component } from '@/lib/engine/reachability/hop';
import type { Cable, Layout, Point } from './layout';
import { type Place, turns } from './walk-bends';

/** From the ports of a panel down to its lower wall, half way, px. */
const underPorts = 4;

/**
 * The right angles of a way between an instance and an interface of its own that lies elsewhere than right under it: along
 * the cable. Undefined for every other pair. `aside` as in `bendsBetween`.
 */
export function bendsByCable(
  { cables }: Pick<Layout, 'cables'>,
  [before, after]: readonly [Component, Component],
  [from, to]: readonly [Place, Place],
  aside: number,
): Point[] | undefined {
  const isIn = after.kind === 'instance';
  const [instance, plug] = isIn ? [after, before] : [before, after];
  if (instance.kind !== 'instance' || plug.kind !== 'network-interface') return undefined;
  const cable = cables.find(
    ({ instanceId, interfaceId, bends }) => instanceId === instance.id && interfaceId === plug.id && bends.length > 0,
  );
  if (!cable) return undefined;
  // Cables lie as near to each other as the two ways.
  const points = alongCable(cable, isIn ? [to, from] : [from, to], aside / 2);
  return turns(from, isIn ? points.reverse() : points, to);
}

function alongCable({ from, bends, to }: Cable, [panel, plug]: readonly [Point, Point], by: number): Point[] {
  const under = from.y + underPorts + by;
  return [
    { x: panel.x, y: under },
    { x: from.x + by, y: under },
    ...bends.map(({ x, y }) => ({ x: x + by, y: y + by })),
    { x: to.x + by, y: to.y },
    { x: plug.x, y: to.y },
  ];
}
