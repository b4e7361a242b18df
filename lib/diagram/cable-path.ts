import type { Cable, Point } from './layout';

/** Radius of a cable's bends, px. */
const round = 5;

/** The way of a cable as SVG draws it: hanging between its ends, or by its right angles, rounded. */
export function cablePath({ from, to, bends }: Cable): string {
  if (bends.length === 0) {
    const [, a, b] = hangs(from, to);
    return `M${from.x} ${from.y}C${a.x} ${a.y} ${b.x} ${b.y} ${to.x} ${to.y}`;
  }
  const corners = bends.map((bend, index) => {
    const before = bends[index - 1] ?? from;
    const after = bends[index + 1] ?? to;
    const [a, b] = [towards(bend, before), towards(bend, after)];
    return `L${a.x} ${a.y}Q${bend.x} ${bend.y} ${b.x} ${b.y}`;
  });
  return `M${from.x} ${from.y}${corners.join('')}L${to.x} ${to.y}`;
}

/** Ends and control points of a cable that hangs between them. */
export function hangs(from: Point, to: Point): readonly [Point, Point, Point, Point] {
  const bend = Math.max(18, Math.abs(to.y - from.y) / 2);
  return [from, { x: from.x, y: from.y + bend }, { x: to.x, y: to.y - bend }, to];
}

/** From a bend so far towards the next point that two bends never meet. */
function towards(bend: Point, next: Point): Point {
  const [dx, dy] = [next.x - bend.x, next.y - bend.y];
  const by = Math.min(round, Math.max(Math.abs(dx), Math.abs(dy)) / 2);
  return { x: bend.x + Math.sign(dx) * by, y: bend.y + Math.sign(dy) * by };
}
