import type { Box } from '@/lib/diagram/layout';

export type Shape<Kind extends Box['kind']> = { box: Box & { kind: Kind }; changed: ReadonlySet<string> };

/** Width of a text in the type of addresses, px. */
export const monoWidth = (text: string, size: number): number => text.length * size * 0.6;

/** The outline of a box; `mark`: in the colour of what changed. */
export function Frame({
  box,
  className,
  dashed = false,
  mark = false,
}: {
  box: Box;
  className: string;
  dashed?: boolean;
  mark?: boolean;
}) {
  return (
    <rect
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
      rx="4"
      className={mark ? className.replace(/stroke-\S+/, 'stroke-cable') : className}
      {...(dashed && { strokeDasharray: '4 4' })}
    />
  );
}
