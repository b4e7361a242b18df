import type { InstanceNode, InterfaceNode, SubnetNode, Topology, VpcNode } from './topology';

/** Places of everything in a picture, in px from its upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
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
    | { readonly kind: 'instance'; readonly node: InstanceNode; readonly portsAt: readonly Point[] }
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
  readonly index: number;
  readonly from: Point;
  readonly to: Point;
}

/** Measures of the drawing, px. */
const pad = 16;
const gap = 20;
const heading = 34;
const cableRoom = 50;
/** Above an interface that nothing holds, for its cable's loose end. */
const looseRoom = 22;
const instanceSize = { width: 236, height: 94 };
/** As wide as a private and a public IPv4 address beside each other. */
const interfaceSize = { width: 216, height: 58 };
export const portSize = 30;
const portStep = 39;
const portsTop = 56;
const portsLeft = 56;
const foldedHeight = 40;

/**
 * Lay out an account. A pure function of what is in it: same account and width, same picture, and a change moves only
 * what stands after it. Boxes never overlap. `width` is the room there is, px; what is wider makes the picture wider.
 */
export function layout(account: Topology, width: number): Layout {
  const boxes: Box[] = [];
  let y = 0;
  let widest = width;
  for (const vpc of [...account.vpcs].sort((a, b) => Number(isFolded(a)) - Number(isFolded(b)))) {
    const placed = placeVpc(vpc, 0, y, width);
    boxes.push(...placed);
    const [outer] = placed;
    y += (outer?.height ?? 0) + gap;
    widest = Math.max(widest, outer?.width ?? 0);
  }
  return { width: widest, height: Math.max(0, y - gap), boxes: stretch(boxes, widest), cables: cablesOf(boxes) };
}

/** A VPC with nothing plugged or lying in it is one line: an account's default VPC would fill the page otherwise. */
const isFolded = (vpc: VpcNode): boolean =>
  vpc.isDefault &&
  vpc.zones.every((zone) => zone.subnets.every((subnet) => subnet.instances.length + subnet.interfaces.length === 0));

function placeVpc(vpc: VpcNode, x: number, y: number, width: number): Box[] {
  if (isFolded(vpc)) return [{ kind: 'vpc', node: vpc, folded: true, x, y, width, height: foldedHeight }];
  const boxes: Box[] = [];
  let bottom = y + heading;
  let right = x + width;
  for (const zone of vpc.zones) {
    const inner: Box[] = [];
    let zoneBottom = bottom + heading;
    for (const subnet of zone.subnets) {
      const placed = placeSubnet(subnet, x + 2 * pad, zoneBottom, width - 4 * pad);
      inner.push(...placed);
      zoneBottom += (placed[0]?.height ?? 0) + pad;
      right = Math.max(right, x + (placed[0]?.width ?? 0) + 4 * pad);
    }
    const rect = { x: x + pad, y: bottom, width: width - 2 * pad, height: zoneBottom - bottom };
    boxes.push({ kind: 'zone', name: zone.name, id: `${vpc.id}/${zone.name}`, ...rect }, ...inner);
    bottom = zoneBottom + pad;
  }
  const height = Math.max(bottom - y, heading + pad);
  return [{ kind: 'vpc', node: vpc, folded: false, x, y, width: right - x, height }, ...boxes];
}

/** One column: an instance with its interfaces of this subnet under it, or an interface alone. */
interface Column {
  readonly width: number;
  readonly instance?: InstanceNode;
  readonly interfaces: readonly InterfaceNode[];
}

function placeSubnet(subnet: SubnetNode, x: number, y: number, width: number): Box[] {
  const boxes: Box[] = [];
  let top = y + heading;
  let right = x + width;
  for (const row of rowsOf(columnsOf(subnet), width - 2 * pad)) {
    const hasInstances = row.some((column) => column.instance);
    const instanceHeight = Math.max(0, ...row.map((column) => (column.instance ? heightOf(column.instance) : 0)));
    const hasLoose = row.some((column) => column.interfaces.some((node) => !node.device));
    const interfaceTop = top + (hasInstances ? instanceHeight + cableRoom : hasLoose ? looseRoom : 0);
    let left = x + pad;
    for (const column of row) {
      if (column.instance) boxes.push(placeInstance(column.instance, left, top));
      column.interfaces.forEach((node, index) => {
        const at = left + index * (interfaceSize.width + gap);
        boxes.push({ kind: 'interface', node, x: at, y: interfaceTop, ...interfaceSize });
      });
      left += column.width + gap;
    }
    right = Math.max(right, left - gap + pad);
    const hasInterfaces = row.some((column) => column.interfaces.length > 0);
    top = (hasInterfaces ? interfaceTop + interfaceSize.height : top + instanceHeight) + pad;
  }
  return [{ kind: 'subnet', node: subnet, x, y, width: right - x, height: Math.max(top - y, heading) }, ...boxes];
}

function columnsOf(subnet: SubnetNode): Column[] {
  const here = new Set(subnet.instances.map((instance) => instance.id));
  const columns: Column[] = subnet.instances.map((instance) => {
    const interfaces = subnet.interfaces
      .filter((node) => node.device?.instanceId === instance.id)
      .sort((a, b) => (a.device?.index ?? 0) - (b.device?.index ?? 0));
    const under = interfaces.length * (interfaceSize.width + gap) - gap;
    return { instance, interfaces, width: Math.max(widthOf(instance), under) };
  });
  const alone = subnet.interfaces.filter((node) => !node.device || !here.has(node.device.instanceId));
  return [...columns, ...alone.map((node) => ({ interfaces: [node], width: interfaceSize.width }))];
}

function rowsOf(columns: readonly Column[], width: number): Column[][] {
  const rows: Column[][] = [];
  let room = -1;
  for (const column of columns) {
    const row = rows.at(-1);
    if (row && column.width <= room) {
      row.push(column);
      room -= column.width + gap;
    } else {
      rows.push([column]);
      room = width - column.width - gap;
    }
  }
  return rows;
}

const portsPerRow = 8;
const widthOf = (node: InstanceNode): number =>
  Math.max(instanceSize.width, portsLeft + Math.min(node.ports, portsPerRow) * portStep + pad);
const heightOf = (node: InstanceNode): number =>
  instanceSize.height + (Math.ceil(node.ports / portsPerRow) - 1) * (portSize + pad);

function placeInstance(node: InstanceNode, x: number, y: number): Box {
  const portsAt = Array.from({ length: node.ports }, (_, index) => ({
    x: x + portsLeft + (index % portsPerRow) * portStep,
    y: y + portsTop + Math.floor(index / portsPerRow) * (portSize + pad),
  }));
  return { kind: 'instance', node, portsAt, x, y, width: widthOf(node), height: heightOf(node) };
}

/** Outer boxes are as wide as the widest, so that the walls of the picture are straight. */
function stretch(boxes: readonly Box[], width: number): Box[] {
  const inset = { vpc: 0, zone: pad, subnet: 2 * pad } as const;
  return boxes.map((box) =>
    box.kind === 'vpc' || box.kind === 'zone' || box.kind === 'subnet'
      ? { ...box, width: width - 2 * inset[box.kind] }
      : box,
  );
}

function cablesOf(boxes: readonly Box[]): Cable[] {
  const instances = new Map(boxes.flatMap((box) => (box.kind === 'instance' ? [[box.node.id, box] as const] : [])));
  return boxes.flatMap((box) => {
    if (box.kind !== 'interface' || !box.node.device) return [];
    const { instanceId, index } = box.node.device;
    const port = instances.get(instanceId)?.portsAt[index];
    if (!port) return [];
    const from = { x: port.x + portSize / 2, y: port.y + portSize };
    const to = { x: box.x + box.width / 2, y: box.y };
    return [{ interfaceId: box.node.id, instanceId, index, from, to }];
  });
}
