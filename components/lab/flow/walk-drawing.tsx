'use client';

import { useEffect, useRef } from 'react';
import type { Point } from '@/lib/diagram/layout';
import type { PicturedWalk, Stop } from '@/lib/diagram/walk';

const clip = (text: string, characters: number): string =>
  text.length > characters ? `${text.slice(0, characters - 1)}…` : text;

/** How long the packet is on its way from one stop to the next, ms. */
const moveMs = 180;
/** Width of a letter of a label, px: near enough for the paper behind it. */
const letter = 6.3;

/** A walk over the picture of an account: its way, its stops, what lies outside, and the packet at stop `at`. */
export function WalkDrawing({ walk, at, still }: { walk: PicturedWalk; at: number; still: boolean }) {
  const { stops, outside } = walk;
  const stop = stops[at];
  return (
    <g>
      {outside.map((box) => (
        <g key={box.key}>
          <title>{box.label}</title>
          <rect
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            rx="15"
            className="fill-panel stroke-line-strong"
          />
          <text x={box.x + box.width / 2} y={box.y + 19} fontSize="12" textAnchor="middle" className="fill-ink">
            {clip(box.label, 22)}
          </text>
        </g>
      ))}
      {stops.map((to, index) => {
        const from = stops[index - 1];
        return (
          from?.way === to.way && (
            <path
              // The stops of one walk keep their places.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              d={pathTo(from, to)}
              className={`fill-none ${index <= at ? 'stroke-cable' : 'stroke-line-strong'}`}
              strokeWidth={index <= at ? 2.5 : 1.5}
              strokeLinejoin="round"
              {...(to.way === 'back' && { strokeDasharray: '6 4' })}
            />
          )
        );
      })}
      {stops.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Mark key={index} stop={one} passed={index <= at} />
      ))}
      {stop && <Packet from={stops[at - 1]} stop={stop} still={still} width={walk.width} />}
    </g>
  );
}

const pathTo = (from: Point, { bend, x, y }: Stop): string =>
  `M${from.x} ${from.y}${bend ? `L${bend.x} ${bend.y}` : ''}L${x} ${y}`;

function Mark({ stop, passed }: { stop: Stop; passed: boolean }) {
  const tone = passed ? 'fill-panel stroke-cable' : 'fill-panel stroke-line-strong';
  return stop.drawn ? (
    <circle cx={stop.x} cy={stop.y} r="3.5" className={tone} strokeWidth="1.5" />
  ) : (
    <g>
      <title>{stop.label}</title>
      <rect x={stop.x - 4} y={stop.y - 4} width="8" height="8" className={tone} strokeWidth="1.5" />
    </g>
  );
}

function Packet({ from, stop, still, width }: { from: Stop | undefined; stop: Stop; still: boolean; width: number }) {
  const place = useRef<SVGGElement>(null);
  const refused = stop.hop.refusal !== undefined;
  useEffect(() => {
    if (still || from?.way !== stop.way || !place.current) return;
    const points = [from, ...(stop.bend ? [stop.bend] : []), stop];
    const frames = points.map(({ x, y }) => ({ transform: `translate(${x - stop.x}px, ${y - stop.y}px)` }));
    const move = place.current.animate(frames, { duration: moveMs, easing: 'ease-out' });
    return () => move.cancel();
  }, [from, stop, still]);
  const words = clip(refused ? `refused: ${stop.label}` : stop.label, 44);
  const length = words.length * letter + 14;
  // Beside the packet, and over it where the picture ends.
  const isOver = stop.x + 14 + length > width;
  const x = isOver ? Math.max(0, width - length) : stop.x + 14;
  const y = isOver ? stop.y - 24 : stop.y;
  return (
    <g ref={place}>
      <circle
        cx={stop.x}
        cy={stop.y}
        r="8"
        className={refused ? 'fill-refused stroke-panel' : 'fill-cable stroke-panel'}
        strokeWidth="2"
      />
      {refused && (
        <path
          d={`M${stop.x - 3} ${stop.y - 3}l6 6m0 -6l-6 6`}
          className="fill-none stroke-panel"
          strokeWidth="2"
          strokeLinecap="round"
        />
      )}
      {/* What the picture draws has its name there. */}
      {(refused || !stop.drawn) && (
        <>
          <rect
            x={x}
            y={y - 11}
            width={length}
            height="22"
            rx="3"
            className={`fill-panel ${refused ? 'stroke-refused' : 'stroke-cable'}`}
          />
          <text x={x + 7} y={y + 4} fontSize="12" className={refused ? 'fill-refused' : 'fill-ink'}>
            {words}
          </text>
        </>
      )}
    </g>
  );
}
