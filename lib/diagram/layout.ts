import { joined, lanes, outerRoom, zoneRoom } from './lanes';
import { heading, pad, placeSubnet } from './place-subnet';
import type { InstanceNode, InterfaceNode, SubnetNode, Topology, VpcNode } from './topology';

/** Places of everything in a picture, in px from its upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** In reading order: what lies in a box comes after it and before the next of its kind. */
  readonly boxes: readonly Box[];
  readonly cables: readonly Cable[];
}
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Box = Rect &
  (
    | { readonly kind: 'vpc'; readonly node: VpcNode; readonly folded: boolean }
    | { readonly kind: 'zone'; readonly name: string; readonly id: string }
    | { readonly kind: 'subnet'; readonly node: SubnetNode }
    | {
        readonly kind: 'instance';
        readonly node: InstanceNode;
        readonly portsAt: readonly Point[];
        readonly portSize: number;
      }
    | { readonly kind: 'interface'; readonly node: InterfaceNode }
  );
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** From the port of an instance down to the plug of an interface. */
export interface Cable {
  readonly interfaceId: string;
  readonly instanceId: string;
  readonly port: number;
  readonly from: Point;
  readonly to: Point;
  /** Its right angles on the way; none where it hangs between its ends. */
  readonly bends: readonly Point[];
}

/** What stands for a box: the id of its record, or of a zone its VPC's and its name. */
export const boxId = (box: Box): string => (box.kind === 'zone' ? box.id : box.node.id);

const vpcGap = 20;
const foldedHeight = 40;

/**
 * Lay out an account for so much room, px; what is wider makes the picture wider. Pure: same account, same picture, to the byte.
 *
 * The reading order is VPCs (the default one last), zones by name, then subnets, instances each with its interfaces by
 * port, and interfaces that stand alone, the older first. A change moves nothing that comes before it in that order, but
 * that interfaces of its own row go down where more cables need room above them. What comes after it in its subnet moves
 * up, and what comes after that subnet only down or up. Walls reach as far as they must.
 *
 * Boxes never overlap, and no cable lies over a box that is not its own end. Cables of one subnet never cross. One that
 * leaves its subnet goes by a lane at the right; two cross once at most, and only where their ends interleave.
 */
export function layout(account: Topology, width: number): Layout {
  const subnets = account.vpcs.flatMap((vpc) => vpc.zones.flatMap((zone) => zone.subnets));
  const subnetOf = new Map(subnets.flatMap((subnet) => subnet.interfaces.map(({ id }) => [id, subnet.id])));
  const drawn = new Set(subnets.flatMap((subnet) => subnet.instances.map(({ id }) => id)));
  const boxes: Box[] = [];
  const cables: Cable[] = [];
  const halves: Half[] = [];
  let right = 0;
  let y = 0;
  for (const vpc of inOrder(account.vpcs)) {
    if (isFolded(vpc)) {
      boxes.push({ kind: 'vpc', node: vpc, folded: true, x: 0, y, width: 0, height: foldedHeight });
      y += foldedHeight + vpcGap;
      continue;
    }
    const inner: Box[] = [];
    let bottom = y + heading;
    for (const zone of vpc.zones) {
      const id = `${vpc.id}/${zone.name}`;
      const top = bottom;
      const content: Box[] = [];
      bottom += heading;
      for (const subnet of zone.subnets) {
        const placed = placeSubnet(subnet, { x: 2 * pad, y: bottom }, width - 4 * pad, { subnetOf, drawn });
        content.push(...placed.boxes);
        cables.push(...placed.cables);
        halves.push(...placed.halves.map((half) => ({ ...half, zone: id })));
        right = Math.max(right, placed.right);
        bottom += placed.height + pad;
      }
      inner.push({ kind: 'zone', name: zone.name, id, x: pad, y: top, width: 0, height: bottom - top }, ...content);
      bottom += pad;
    }
    const height = Math.max(bottom - y, heading + pad);
    boxes.push({ kind: 'vpc', node: vpc, folded: false, x: 0, y, width: 0, height }, ...inner);
    y += height + vpcGap;
  }
  const ways = lanes(joined(halves));
  const room = { zone: zoneRoom(ways), outer: outerRoom(ways) };
  // The walls of all VPCs, zones and subnets are straight: as far to the right as the widest needs.
  const wall = Math.max(right, width - pad - room.zone - room.outer);
  const end = { subnet: wall, zone: wall + room.zone, vpc: wall + room.zone + pad };
  return {
    width: end.vpc + room.outer,
    height: Math.max(0, y - vpcGap),
    boxes: boxes.map((box) =>
      box.kind === 'instance' || box.kind === 'interface' ? box : { ...box, width: end[box.kind] - box.x },
    ),
    cables: [...cables, ...ways.map((way) => way.through(end))],
  };
}

/** One side of a cable between two subnets: from its port, or its interface, to the right wall of the subnet. */
export interface Half {
  readonly interfaceId: string;
  readonly end: 'port' | 'interface';
  readonly instanceId: string;
  readonly port: number;
  /** The end first; at the height of the last one it goes on to the wall. */
  readonly points: readonly [Point, ...Point[]];
  /** Id of the zone that it is in. */
  readonly zone: string;
}

/** The default VPC is last, whatever lies in it, so that it moves nothing when it unfolds. */
const inOrder = (vpcs: readonly VpcNode[]): VpcNode[] =>
  [...vpcs].sort((a, b) => Number(a.isDefault) - Number(b.isDefault));

/** A default VPC with nothing plugged or lying in it is one line: it would fill the page otherwise. */
const isFolded = (vpc: VpcNode): boolean =>
  vpc.isDefault &&
  vpc.zones.every((zone) => zone.subnets.every((subnet) => subnet.instances.length + subnet.interfaces.length === 0));
