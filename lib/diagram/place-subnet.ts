import { type Column, columnsOf, gap, interfaceSize, placeColumn, rowsOf } from './columns';
import type { Box, Cable, Half, Point } from './layout';
import type { InterfaceNode, SubnetNode } from './topology';

/** Measures of the drawing, px. */
export const pad = 16;
export const heading = 34;
/** Above an interface that nothing holds, for its cable's loose end. */
const looseRoom = 22;
/** Above an interface, where the cable of another subnet comes over the loose ends. */
const overLoose = 30;
const cableStep = 7;

/** What the rest of the picture has: the subnet of each interface, and which instances are drawn. */
export interface Elsewhere {
  readonly subnetOf: ReadonlyMap<string, string>;
  readonly drawn: ReadonlySet<string>;
}

export interface PlacedSubnet {
  readonly boxes: readonly Box[];
  readonly cables: readonly Cable[];
  readonly halves: readonly Omit<Half, 'zone'>[];
  /** How far to the right it needs to reach, px from the picture's left, and how high it is. */
  readonly right: number;
  readonly height: number;
}

/** A subnet with what lies in it, in rows of columns as they fit. Its own box comes first, without its width. */
export function placeSubnet(subnet: SubnetNode, at: Point, width: number, elsewhere: Elsewhere): PlacedSubnet {
  const boxes: Box[] = [];
  const cables: Cable[] = [];
  const halves: Omit<Half, 'zone'>[] = [];
  const inner = width - 2 * pad;
  let top = at.y + heading;
  let right = at.x;
  for (const row of rowsOf(columnsOf(subnet, inner, elsewhere), inner)) {
    const placed = placeRow(row, { x: at.x + pad, y: top }, elsewhere);
    boxes.push(...placed.boxes);
    cables.push(...placed.cables);
    halves.push(...placed.halves);
    right = Math.max(right, placed.right + pad);
    top = placed.bottom;
  }
  const height = Math.max(top - at.y, heading);
  return {
    boxes: [{ kind: 'subnet', node: subnet, ...at, width: 0, height }, ...boxes],
    cables,
    halves,
    right,
    height,
  };
}

interface PlacedRow extends Omit<PlacedSubnet, 'height'> {
  readonly bottom: number;
}

function placeRow(row: readonly Column[], at: Point, { drawn }: Elsewhere): PlacedRow {
  const boxes: Box[] = [];
  const halves: Omit<Half, 'zone'>[] = [];
  const lefts: number[] = [];
  let right = at.x;
  for (const column of row) {
    lefts.push(right);
    right += column.width + gap;
  }
  const placed = row.map((column, index) => placeColumn(column, { x: lefts[index] ?? at.x, y: at.y }));
  // Columns of instances come first. Under them the cables that leave the subnet, those from the right above.
  const alone = row.flatMap(({ instance, lines }, index) =>
    instance ? [] : (lines[0] ?? []).map((node) => ({ node, x: lefts[index] ?? at.x })),
  );
  const arriving = alone.filter(({ node }) => node.device && drawn.has(node.device.instanceId));
  const above = Math.max(0, ...placed.map(({ plugsAt }) => plugsAt - at.y));
  const comingIn = arriving.length === 0 ? 0 : overLoose + cableStep * arriving.length;
  const panels = Math.max(0, ...placed.map(({ panelBottom }) => panelBottom - at.y));
  const loose = alone.some(({ node }) => isLoose(node)) ? looseRoom : 0;
  const plugsAt = at.y + Math.max(above, panels + comingIn, loose);
  for (const { node, x } of alone) boxes.push({ kind: 'interface', node, x, y: plugsAt, ...interfaceSize });
  arriving.forEach(({ node, x }, index) => {
    if (!node.device) return;
    const middle = x + interfaceSize.width / 2;
    const y = plugsAt - overLoose - cableStep * (arriving.length - 1 - index);
    const points = [
      { x: middle, y: plugsAt },
      { x: middle, y },
    ] as const;
    const { instanceId, port } = node.device;
    halves.push({ interfaceId: node.id, instanceId, port, end: 'interface', points });
  });
  const columnBottom = Math.max(at.y, ...placed.map(({ bottom }) => bottom));
  const bottom = Math.max(columnBottom, alone.length > 0 ? plugsAt + interfaceSize.height : 0);
  const leaving = placed.flatMap((column) => column.leaving);
  leaving.forEach(({ x, points, ...cable }, index) => {
    const y = bottom + 8 + cableStep * (leaving.length - 1 - index);
    halves.push({ ...cable, end: 'port', points: [...points, { x, y }] });
  });
  const order = placed.flatMap((column) => column.boxes);
  return {
    boxes: [...order, ...boxes],
    cables: placed.flatMap((column) => column.cables),
    halves,
    right: right - gap,
    bottom: bottom + Math.max(pad, leaving.length === 0 ? 0 : 8 + cableStep * leaving.length + 4),
  };
}

/** Nothing holds it: neither an instance nor a service of Amazon's. */
export const isLoose = ({ device, service }: InterfaceNode): boolean => !device && !service;
