import type { Point } from './layout';
import type { VpcBox } from './pictured';

/** Where a component is shown, and how a way comes there without crossing the names of others. */
export interface Place extends Point {
  /** In the strip above the picture. */
  readonly outside?: boolean;
  readonly vpc?: VpcBox;
  /** The gap beside the column that it stands in, px from the left. */
  readonly gap?: number;
  /** Height at which words about it cover no other words, px. */
  readonly wordsY?: number;
}

/** A place beside itself, by as much to the right as down. The words stay where they are. */
export const moved = (place: Place, by: number): Place => ({
  ...place,
  x: place.x + by,
  y: place.y + by,
  ...(place.gap !== undefined && { gap: place.gap + by }),
});

/** Over the wall of a VPC, px: between two VPCs, and between the uppermost and the strip. */
const overWall = 14;
/** From the picture's right edge, px: inside the wall of every VPC, where nothing is drawn. */
const besideWall = 11;

/**
 * The right angles of a way. Between the strip and a VPC it goes round the VPCs above. `right`: the picture's right edge,
 * `aside`: how far beside the way out this way is drawn, px.
 */
export function bendsBetween(from: Place, to: Place, right: number, aside: number): Point[] {
  const lanes = { wall: aside - overWall, side: right + aside - besideWall };
  if (from.outside && to.vpc) return turns(from, fromStrip(from, to, to.vpc, lanes), to);
  if (to.outside && from.vpc) return turns(from, fromStrip(to, from, from.vpc, lanes).reverse(), to);
  // Between a wall and a column: along the wall, and by the gap beside the column.
  if (to.gap !== undefined && from.gap === undefined && from.vpc) return turns(from, byGap(to.gap, from, to), to);
  if (from.gap !== undefined && to.gap === undefined && to.vpc)
    return turns(from, byGap(from.gap, to, from).reverse(), to);
  if (from.x === to.x || from.y === to.y) return [];
  // Straight up or down over the upper place, straight across at the height of the lower one.
  return [from.y < to.y ? { x: from.x, y: to.y } : { x: to.x, y: from.y }];
}

const byGap = (gap: number, wall: Point, place: Point): Point[] => [
  { x: gap, y: wall.y },
  { x: gap, y: place.y },
];

function fromStrip(strip: Point, place: Place, vpc: VpcBox, { wall, side }: { wall: number; side: number }): Point[] {
  const gap = place.gap ?? place.x;
  const y = vpc.y + wall;
  const round =
    vpc.y > 0
      ? [
          { x: side, y: wall },
          { x: side, y },
        ]
      : [];
  return [{ x: strip.x, y: wall }, ...round, { x: gap, y }, { x: gap, y: place.y }];
}

/** Only those points at which the way turns. */
export function turns(from: Point, points: readonly Point[], to: Point): Point[] {
  const bends: Point[] = [];
  points.forEach((point, index) => {
    const before = bends.at(-1) ?? from;
    const after = points[index + 1] ?? to;
    const isOnLine = (before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y);
    if (!isOnLine) bends.push(point);
  });
  return bends;
}
