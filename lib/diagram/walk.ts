import { componentName, kindWords } from '@/lib/engine/reachability/component-words';
import type { Component, Hop, Trace } from '@/lib/engine/reachability/hop';
import type { World } from '@/lib/engine/world';
import type { Layout, Point, Rect } from './layout';
import { type Pictured, pictured } from './pictured';
import { edgeOfSubnet, edgeOfVpc, subnetAt } from './walk-places';

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
  /** Where the way bends from the stop before; absent when it comes straight. */
  readonly bend?: Point;
  /** What is here, for a place where the picture draws something else. */
  readonly label: string;
  /** Whether the picture or the strip above draws the component itself. */
  readonly drawn: boolean;
}

export interface OutsideBox extends Rect {
  readonly key: string;
  readonly label: string;
}

const outsideSize = { width: 150, height: 30 };
const outsideGap = 16;
const room = 56;
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
  const stops: Stop[] = [];
  for (const { way, hops, shift } of ways) {
    let last: Point | undefined;
    hops.forEach((hop, index) => {
      const strip = outside.find(({ key }) => key === outsideKey(hop.component));
      const found = strip
        ? { x: strip.x + strip.width / 2, y: strip.y + strip.height }
        : placeOf(world, map, hops, index);
      const at: Point = found ? { x: found.x + shift, y: found.y + shift } : (last ?? { x: shift, y: shift });
      const bend = last && bendBetween(last, at);
      const drawn = strip !== undefined || map.box(hop.component.id) !== undefined || isGateway(map, hop.component);
      stops.push({ way, hop, ...at, ...(bend && { bend }), label: labelOf(world, hop.component), drawn });
      last = at;
    });
  }
  const right = outside.map((box) => box.x + box.width);
  return { stops, outside, above: outside.length > 0 ? room : markRoom, width: Math.max(picture.width, ...right) };
}

/** `route table rtb-public`: kind and name. */
const labelOf = (world: World, component: Component): string => {
  const kind = kindWords[component.kind].replace(/^the /, '');
  return component.kind === 'internet' ? kind : `${kind} ${componentName(world, component)}`;
};

/** Straight up or down over the upper place, straight across at the height of the lower one. */
function bendBetween(from: Point, to: Point): Point | undefined {
  if (from.x === to.x || from.y === to.y) return undefined;
  return from.y < to.y ? { x: from.x, y: to.y } : { x: to.x, y: from.y };
}

function placeOf(world: World, map: Pictured, hops: readonly Hop[], index: number): Point | undefined {
  const hop = hops[index];
  if (!hop) return undefined;
  const { component } = hop;
  switch (component.kind) {
    case 'instance': {
      const box = map.box(component.id);
      return box ? { x: box.x + box.width - 16, y: box.y + 20 } : undefined;
    }
    case 'network-interface':
    case 'nat-gateway': {
      const plug = map.plug(component);
      return plug ? { x: plug.x + plug.width - 16, y: plug.y + plug.height / 2 } : undefined;
    }
    case 'security-group': {
      const plug = plugWithGroup(world, map, hops, index);
      return plug && { x: plug.x + plug.width, y: plug.y + plug.height / 2 };
    }
    case 'network-acl':
    case 'route-table':
    case 'subnet': {
      const place = subnetAt(world, map, hops, index);
      return place ? edgeOfSubnet(place, component.kind) : edgeOfVpc(world, map, hops, index);
    }
    case 'vpc-endpoint': {
      const plug = map.plug(component);
      if (plug) return { x: plug.x + plug.width - 16, y: plug.y + plug.height / 2 };
      return edgeOfVpc(world, map, hops, index);
    }
    default:
      return edgeOfVpc(world, map, hops, index);
  }
}

/** The interface that the group judges for: the nearest one on the way that is in it. */
function plugWithGroup(world: World, map: Pictured, hops: readonly Hop[], index: number): Rect | undefined {
  const hop = hops[index];
  if (!hop) return undefined;
  const rule = hop.decision?.kind === 'rule' ? world.securityGroupRules.get(hop.decision.ruleId) : undefined;
  // What goes out has just left its interface; what comes in is about to reach it.
  const side = rule ? (rule.IsEgress ? 'before' : 'after') : undefined;
  const isMember = (eniId: string) => world.networkInterfaces.get(eniId)?.groups.includes(hop.component.id) ?? false;
  const near = map.nearestPlug(hops, index, side, ({ interfaceId }) => isMember(interfaceId));
  if (near) return near.plug;
  // Refused on the way in, the packet never came to the interface that it was for.
  for (const address of [hop.packet.destination, hop.packet.source]) {
    const owner = map.plugWithAddress(address);
    if (owner && isMember(owner.interfaceId)) return owner.plug;
  }
  return undefined;
}

const isGateway = (map: Pictured, { kind, id }: Component): boolean =>
  kind === 'internet-gateway' && map.vpcWithGateway(id) !== undefined;

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
    boxes.set(key, { key, label: labelOf(world, component), x: left, y: -room, ...outsideSize });
    left += outsideSize.width + outsideGap;
  }
  if (components.some(({ kind }) => kind === 'internet')) {
    const x = Math.max(left, width - outsideSize.width - 8);
    boxes.set('internet', { key: 'internet', label: 'internet', x, y: -room, ...outsideSize });
  }
  return [...boxes.values()];
}
