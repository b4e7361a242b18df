import type { Box, Cable, Half, Point } from './layout';
import type { Elsewhere } from './place-subnet';
import type { InstanceNode, InterfaceNode, SubnetNode } from './topology';

/** Measures of the drawing, px. */
export const gap = 20;
const cableRoom = 50;
const instanceSize = { width: 236, height: 94 };
/** As wide as a private and a public IPv4 address beside each other; one stands in as much room as an instance. */
export const interfaceSize = { width: 216, height: 58 };
const underPorts = 8;
const portsLeft = 56;
const portsRight = 16;
/** Ports by how many there are: always in one line, so that no cable goes over another's. */
const portSizes = [
  { most: 8, size: 30, step: 39 },
  { most: 15, size: 20, step: 25 },
] as const;
const smallPorts = { size: 12, step: 16 };
/** Between two cables beside each other, and from the edge of what they go by. */
const cableStep = 7;
const edge = 12;

/** An instance with its interfaces of this subnet under it, or an interface alone. */
export interface Column {
  readonly width: number;
  readonly instance?: InstanceNode;
  readonly lines: readonly (readonly InterfaceNode[])[];
  /** What is plugged into the instance and lies in another subnet, by port. */
  readonly leaving: readonly { readonly id: string; readonly port: number }[];
}

/** The columns of a subnet with so much room, px: instances, then interfaces alone, the older first. */
export function columnsOf(subnet: SubnetNode, width: number, { subnetOf }: Elsewhere): Column[] {
  const held = new Map<string, InterfaceNode[]>(subnet.instances.map(({ id }) => [id, []]));
  const alone: InterfaceNode[] = [];
  for (const node of subnet.interfaces) (held.get(node.device?.instanceId ?? '') ?? alone).push(node);
  const columns: Column[] = subnet.instances.map((instance) => {
    const own = (held.get(instance.id) ?? []).sort((a, b) => (a.device?.port ?? 0) - (b.device?.port ?? 0));
    const leaving = Object.entries(instance.plugged)
      .map(([port, id]) => ({ id, port: Number(port) }))
      .filter(({ id }) => (subnetOf.get(id) ?? subnet.id) !== subnet.id);
    const lines = inLines(own, perLine(instance, width));
    const besides = own.length - (lines[0]?.length ?? 0) + leaving.length;
    // The gap beside it has room for two.
    const extra = Math.max(0, besides - 2) * cableStep;
    return { instance, lines, leaving, width: coreWidth(instance, lines) + extra };
  });
  return [...columns, ...alone.map((node) => ({ lines: [[node]], leaving: [], width: interfaceSize.width }))];
}

/** How many interfaces stand beside each other, with room for cables to the rest; the same whatever is plugged in. */
function perLine({ ports }: InstanceNode, width: number): number {
  const room = width + gap - Math.max(0, ports - 2) * cableStep;
  return Math.max(1, Math.floor(room / (instanceSize.width + gap)));
}

function inLines<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
}

/** Columns beside each other as far as there is room. */
export function rowsOf(columns: readonly Column[], width: number): Column[][] {
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

const portsOf = ({ ports }: InstanceNode) => portSizes.find(({ most }) => ports <= most) ?? smallPorts;

const panelWidth = (node: InstanceNode): number =>
  Math.max(instanceSize.width, portsLeft + node.ports * portsOf(node).step + portsRight);

/** Without the cables beside it. */
const coreWidth = (instance: InstanceNode, lines: Column['lines']): number =>
  Math.max(panelWidth(instance), (lines[0]?.length ?? 0) * (instanceSize.width + gap) - gap);

interface PlacedColumn {
  readonly boxes: readonly Box[];
  readonly cables: readonly Cable[];
  /** What leaves the subnet, from the left: its way until it goes down beside the column, at `x`. */
  readonly leaving: readonly (Pick<Half, 'interfaceId' | 'instanceId' | 'port' | 'points'> & { readonly x: number })[];
  readonly panelBottom: number;
  /** Where the interfaces under the instance begin, and would where it has none. */
  readonly plugsAt: number;
  readonly bottom: number;
}

/** An instance and what is plugged into it. Of an interface alone it is the row that says where it stands. */
export function placeColumn({ instance, lines, leaving }: Column, at: Point): PlacedColumn {
  if (!instance) return { boxes: [], cables: [], leaving: [], panelBottom: at.y, plugsAt: at.y, bottom: at.y };
  const panel = placeInstance(instance, at);
  const panelBottom = at.y + panel.height;
  const portAt = (port: number): Point => {
    const { x, y } = panel.portsAt[port] ?? at;
    return { x: x + panel.portSize / 2, y: y + panel.portSize };
  };
  const [first = [], ...rest] = lines;
  const plugX = (place: number) => at.x + place * (instanceSize.width + gap) + interfaceSize.width / 2;
  const core = at.x + coreWidth(instance, lines);
  const beside = [...rest.flat().map(({ id, device }) => ({ id, port: device?.port ?? 0 })), ...leaving]
    .sort((a, b) => a.port - b.port)
    .map((one, order) => ({ ...one, x: core + cableStep * (order + 1) }));
  const straight = first.map(({ id, device }, place) => ({ id, port: device?.port ?? 0, x: plugX(place) }));
  const heights = turnHeights([...straight, ...beside], portAt, panelBottom + edge);
  const room = beside.length === 0 ? cableRoom : Math.max(cableRoom, 2 * edge + cableStep * heights.size);
  const plugsAt = panelBottom + room;
  const boxes: Box[] = [panel];
  const cables: Cable[] = [];
  let bottom = first.length > 0 ? plugsAt + interfaceSize.height : panelBottom + (beside.length > 0 ? room : 0);
  const cable = (id: string, port: number, to: Point, bends: Point[]) =>
    cables.push({ interfaceId: id, instanceId: instance.id, port, from: portAt(port), to, bends });
  straight.forEach(({ id, port, x }) => {
    const y = heights.get(id) ?? plugsAt;
    const from = portAt(port);
    cable(
      id,
      port,
      { x, y: plugsAt },
      beside.length === 0 || from.x === x
        ? []
        : [
            { x: from.x, y },
            { x, y },
          ],
    );
  });
  first.forEach((node, place) => {
    boxes.push({ kind: 'interface', node, x: plugX(place) - interfaceSize.width / 2, y: plugsAt, ...interfaceSize });
  });
  for (const line of rest) {
    const top = bottom + Math.max(gap, 8 + cableStep * line.length + 4);
    line.forEach((node, place) => {
      const x = plugX(place);
      boxes.push({ kind: 'interface', node, x: x - interfaceSize.width / 2, y: top, ...interfaceSize });
      const lane = beside.find(({ id }) => id === node.id);
      if (!lane) return;
      const turn = heights.get(node.id) ?? panelBottom;
      const over = bottom + 8 + cableStep * place;
      const bends = [
        { x: portAt(lane.port).x, y: turn },
        { x: lane.x, y: turn },
        { x: lane.x, y: over },
        { x, y: over },
      ];
      cable(node.id, lane.port, { x, y: top }, bends);
    });
    bottom = top + interfaceSize.height;
  }
  const ways = beside
    .filter(({ id }) => leaving.some((one) => one.id === id))
    .map(({ id, port, x }) => {
      const from = portAt(port);
      const y = heights.get(id) ?? panelBottom;
      const points = [from, { x: from.x, y }, { x, y }] as const;
      return { interfaceId: id, instanceId: instance.id, port, x, points };
    });
  return { boxes, cables, leaving: ways, panelBottom, plugsAt, bottom };
}

/** The height at which each cable turns under its panel, px: what goes right the higher the further right its port is, then what goes left. */
function turnHeights(
  cables: readonly { readonly id: string; readonly port: number; readonly x: number }[],
  portAt: (port: number) => Point,
  from: number,
): Map<string, number> {
  const goesRight = ({ port, x }: { port: number; x: number }) => x >= portAt(port).x;
  const right = cables.filter(goesRight).sort((a, b) => b.port - a.port);
  const left = cables.filter((cable) => !goesRight(cable)).sort((a, b) => a.port - b.port);
  return new Map([...right, ...left].map(({ id }, order) => [id, from + cableStep * order]));
}

function placeInstance(node: InstanceNode, at: Point): Box & { kind: 'instance' } {
  const { size, step } = portsOf(node);
  const y = at.y + instanceSize.height - underPorts - size;
  const portsAt = Array.from({ length: node.ports }, (_, index) => ({ x: at.x + portsLeft + index * step, y }));
  return { kind: 'instance', node, portsAt, portSize: size, ...at, ...instanceSize, width: panelWidth(node) };
}
