import { hangs } from '@/lib/diagram/cable-path';
import { type Box, boxId, type Cable, type Layout, type Point, type Rect } from '@/lib/diagram/layout';

const apart = (a: Rect, b: Rect): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

const inside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

type Segment = readonly [Point, Point];
const depth = { vpc: 0, zone: 1, subnet: 2, instance: 3, interface: 3 } as const;

/** What is wrong with the boxes of a picture, in words; nothing when all is well. */
export function wrongBoxes({ boxes, width, height }: Layout): string[] {
  const wrong: string[] = [];
  const within = { x: 0, y: 0, width, height };
  const path: Box[] = [];
  boxes.forEach((box, index) => {
    if (!inside(box, within)) wrong.push(`${boxId(box)} lies outside the picture`);
    while (path.length > 0 && depth[path.at(-1)?.kind ?? 'vpc'] >= depth[box.kind]) path.pop();
    for (const outer of path) if (!inside(box, outer)) wrong.push(`${boxId(box)} lies outside ${boxId(outer)}`);
    const around = new Set(path.map(boxId));
    for (const other of boxes.slice(0, index)) {
      if (!around.has(boxId(other)) && !apart(box, other)) wrong.push(`${boxId(box)} lies over ${boxId(other)}`);
    }
    path.push(box);
  });
  return wrong;
}

/** The way of a cable in straight pieces, as it is drawn. */
function pieces({ from, to, bends }: Cable): Segment[] {
  const points = bends.length > 0 ? [from, ...bends, to] : curve(hangs(from, to));
  return points.slice(1).map((point, index) => [points[index] ?? from, point]);
}

const curve = ([a, b, c, d]: readonly [Point, Point, Point, Point]): Point[] =>
  Array.from({ length: 33 }, (_, step) => {
    const t = step / 32;
    const mix = (p: number, q: number, r: number, s: number) =>
      (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
    return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
  });

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
const spans = (a: number, b: number, c: number, d: number): number =>
  Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d));

/** `none`, `once`, or `along` where two pieces share more than a point. */
function meeting([a, b]: Segment, [c, d]: Segment): 'none' | 'once' | 'along' {
  const [p, q, r, s] = [cross(a, b, c), cross(a, b, d), cross(c, d, a), cross(c, d, b)];
  const [x, y] = [spans(a.x, b.x, c.x, d.x), spans(a.y, b.y, c.y, d.y)];
  if (p === 0 && q === 0) return x < 0 || y < 0 || (x === 0 && y === 0) ? 'none' : 'along';
  return p * q <= 0 && r * s <= 0 && x >= 0 && y >= 0 ? 'once' : 'none';
}

/** Whether a piece goes through a box, not only along its edge. */
function crosses([a, b]: Segment, box: Rect): boolean {
  const rect = { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 };
  const [left, right, top, bottom] = [rect.x, rect.x + rect.width, rect.y, rect.y + rect.height];
  const isIn = ({ x, y }: Point) => x > left && x < right && y > top && y < bottom;
  if (isIn(a) || isIn(b)) return true;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ].map(([x = 0, y = 0]) => ({ x, y }));
  return corners.some((corner, index) => meeting([a, b], [corner, corners[(index + 1) % 4] ?? corner]) !== 'none');
}

/** What lies around a box, outermost first. */
function aroundOf(boxes: readonly Box[], index: number): Box[] {
  const around: Box[] = [];
  let least = depth[boxes[index]?.kind ?? 'vpc'];
  for (let at = index - 1; at >= 0; at -= 1) {
    const box = boxes[at];
    if (!box || depth[box.kind] >= least) continue;
    around.unshift(box);
    least = depth[box.kind];
  }
  return around;
}

/** Where a cable's ends lie: ids of what is around them, and of the subnet of each. */
export function endsOf({ boxes }: Layout, cable: Cable) {
  const around = (id: string) =>
    aroundOf(
      boxes,
      boxes.findIndex((box) => boxId(box) === id),
    ).map(boxId);
  const [port, plug] = [around(cable.instanceId), around(cable.interfaceId)];
  return { around: new Set([...port, ...plug]), portSubnet: port[2], plugSubnet: plug[2] };
}

/** Boxes that a cable goes over though it neither ends there nor in them. */
export function wrongCables(picture: Layout): string[] {
  return picture.cables.flatMap((cable) => {
    const { around } = endsOf(picture, cable);
    const all = pieces(cable);
    return picture.boxes.flatMap((box) => {
      const id = boxId(box);
      if (around.has(id)) return [];
      // It begins within its own panel.
      const own = id === cable.instanceId ? all.slice(cable.bends.length > 0 ? 1 : 8) : all;
      return own.some((piece) => crosses(piece, box)) ? [`the cable of ${cable.interfaceId} goes over ${id}`] : [];
    });
  });
}

/** How often two cables cross. Infinity where one lies along the other. */
export function crossings(a: Cable, b: Cable): number {
  let count = 0;
  for (const one of pieces(a)) {
    for (const other of pieces(b)) {
      const met = meeting(one, other);
      if (met === 'along') return Number.POSITIVE_INFINITY;
      if (met === 'once') count += 1;
    }
  }
  return count;
}
