import { componentName, kindWords } from '@/lib/engine/reachability/component-words';
import type { Component, Hop, Trace } from '@/lib/engine/reachability/hop';
import type { World } from '@/lib/engine/world';
import type { Layout, Point, Rect } from './layout';
import { pictured } from './pictured';
import { bendsBetween, moved, type Place } from './walk-bends';
import { bendsByCable } from './walk-cable';
import { isGateway, placeOf } from './walk-places';

/** A trace as a way through a picture, in its px. What lies outside the VPCs stands above it, at negative heights. */
export interface PicturedWalk {
  readonly stops: readonly Stop[];
  readonly outside: readonly OutsideBox[];
  /** Room to be left above the picture for what lies outside, px. */
  readonly above: number;
  /** The picture's width, or more where what lies outside needs it. */
  readonly width: number;
}

/** Where the packet stands at one hop. Several hops may share a place. */
export interface Stop extends Point {
  readonly way: 'out' | 'back';
  readonly hop: Hop;
  /** Where the way bends from the stop before, in order; none when it comes straight. */
  readonly bends: readonly Point[];
  /** What is here, for a place where the picture draws something else. */
  readonly label: string;
  /** Whether the picture or the strip above draws the component itself. */
  readonly drawn: boolean;
  /** Height at which words about it cover no other words, px; that of the stop itself when absent. */
  readonly wordsY?: number;
}

export interface OutsideBox extends Rect {
  readonly key: string;
  /** Kind and name. */
  readonly label: string;
  readonly kind: string;
  /** Absent for the internet, of which there is one. */
  readonly name?: string;
}

/** As wide as the longest kind, with a line for the kind and one for the name. */
const outsideSize = { width: 176, height: 40 };
/** Its middle stands over the internet gateways. */
const internetWidth = 150;
const outsideGap = 12;
const room = 64;
/** What a mark on the uppermost wall needs above it. */
const markRoom = 12;
/** The way back is drawn beside the way out, px. */
const aside = 7;

const outsideKinds = ['internet', 'site', 'client-vpn', 'vpn-connection', 'transit-gateway'];

/**
 * Lay a trace over a picture of the same world. A component that the picture does not draw is put at the nearest drawn place:
 * a group on its interface's plug, a network ACL and a route table on the edge of their subnet, a gateway in the wall of its
 * VPC. Pure: same trace and picture, same walk.
 */
export function walk(world: World, trace: Trace, picture: Layout): PicturedWalk {
  const map = pictured(world, picture);
  const outside = outsideBoxes(world, [...trace.out, ...trace.back], picture.width);
  const ways = [
    { way: 'out', hops: trace.out, shift: 0 },
    { way: 'back', hops: trace.back, shift: aside },
  ] as const;
  // At the right of the VPCs there may be cables.
  const wall = Math.max(0, ...picture.boxes.map(({ x, width }) => x + width));
  const stops: Stop[] = [];
  for (const { way, hops, shift } of ways) {
    let last: Place | undefined;
    hops.forEach((hop, index) => {
      const strip = outside.find(({ key }) => key === outsideKey(hop.component));
      const found = strip ? underStrip(strip) : placeOf(world, map, hops, index);
      const at: Place = found ? moved(found, shift) : (last ?? { x: shift, y: shift });
      const before = hops[index - 1];
      const ends = before && ([before.component, hop.component] as const);
      const drawn = strip !== undefined || map.box(hop.component.id) !== undefined || isGateway(map, hop.component);
      stops.push({
        way,
        hop,
        x: at.x,
        y: at.y,
        bends:
          ends && last ? (bendsByCable(picture, ends, [last, at], shift) ?? bendsBetween(last, at, wall, shift)) : [],
        label: labelOf(world, hop.component),
        drawn,
        ...(at.wordsY !== undefined && { wordsY: at.wordsY }),
      });
      last = at;
    });
  }
  const right = outside.map((box) => box.x + box.width);
  return { stops, outside, above: outside.length > 0 ? room : markRoom, width: Math.max(picture.width, ...right) };
}

/** Words about what is outside stand under it and its packet: its name is above. */
const underStrip = ({ x, y, width, height }: OutsideBox): Place => ({
  x: x + width / 2,
  y: y + height,
  wordsY: y + height + 21,
  outside: true,
});

/** `route table rtb-public`: kind and name. */
const labelOf = (world: World, component: Component): string =>
  component.kind === 'internet' ? kindOf(component) : `${kindOf(component)} ${componentName(world, component)}`;

const kindOf = ({ kind }: Component): string => kindWords[kind].replace(/^the /, '');

const outsideKey = ({ kind, id }: Component): string | undefined => {
  if (kind === 'internet') return 'internet';
  // An attachment and a route table of a transit gateway are in it.
  return outsideKinds.includes(kind) || kind.startsWith('transit-gateway') ? `${kind}:${id}` : undefined;
};

/** A strip above the picture: the internet over the internet gateways, the rest from the left in the order of the way. */
function outsideBoxes(world: World, hops: readonly Hop[], width: number): OutsideBox[] {
  const boxes = new Map<string, OutsideBox>();
  let left = 0;
  const components = hops.map(({ component }) => component);
  for (const component of components) {
    const key = outsideKey(component);
    if (key === undefined || key === 'internet' || boxes.has(key)) continue;
    const name = componentName(world, component);
    const kind = kindOf(component);
    boxes.set(key, { key, label: `${kind} ${name}`, kind, name, x: left, y: -room, ...outsideSize });
    left += outsideSize.width + outsideGap;
  }
  if (components.some(({ kind }) => kind === 'internet')) {
    const x = Math.max(left, width - internetWidth - 8);
    const size = { ...outsideSize, width: internetWidth };
    boxes.set('internet', { key: 'internet', label: 'internet', kind: 'internet', x, y: -room, ...size });
  }
  return [...boxes.values()];
}
