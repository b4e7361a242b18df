'use client';

import { useEffect, useRef } from 'react';
import { fitted, textWidth } from '@/lib/diagram/fit';
import type { Point, Rect } from '@/lib/diagram/layout';
import type { PicturedWalk, Stop } from '@/lib/diagram/walk';

/** How long the packet is on its way from one stop to the next, ms. */
const moveMs = 180;
/** Room for the words beside the packet, px: a phone shows them whole. */
const mostWords = 270;

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
          <text
            x={box.x + box.width / 2}
            y={box.y + (box.name === undefined ? 24 : 16)}
            fontSize={box.name === undefined ? 12 : 11}
            textAnchor="middle"
            className={box.name === undefined ? 'fill-ink' : 'fill-dim'}
          >
            {box.kind}
          </text>
          {box.name !== undefined && (
            <text x={box.x + box.width / 2} y={box.y + 31} fontSize="12" textAnchor="middle" className="fill-ink">
              {fitted(box.name, box.width - 24, 12)}
            </text>
          )}
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

/** The words about a stop with their frame, in a picture so wide; none where the picture itself names what is there. */
export function wordsAt(
  { x, y, hop, label, drawn, wordsY }: Stop,
  width: number,
): (Rect & { text: string }) | undefined {
  if (drawn && !hop.refusal) return undefined;
  const text = fitted(hop.refusal ? `refused: ${label}` : label, mostWords, 12);
  const size = { width: textWidth(text, 12) + 14, height: 22 };
  // Beside the packet, and over it where the picture ends.
  const isOver = x + 14 + size.width > width;
  const left = isOver ? Math.max(0, width - size.width) : x + 14;
  return { text, x: left, y: (wordsY ?? (isOver ? y - 24 : y)) - 11, ...size };
}

const pathTo = (from: Point, to: Stop): string =>
  `M${[from, ...to.bends, to].map(({ x, y }) => `${x} ${y}`).join('L')}`;

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
    const points = [from, ...stop.bends, stop];
    const frames = points.map(({ x, y }) => ({ transform: `translate(${x - stop.x}px, ${y - stop.y}px)` }));
    const move = place.current.animate(frames, { duration: moveMs, easing: 'ease-out' });
    return () => move.cancel();
  }, [from, stop, still]);
  const words = wordsAt(stop, width);
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
      {words && (
        <>
          <rect
            x={words.x}
            y={words.y}
            width={words.width}
            height={words.height}
            rx="3"
            className={`fill-panel ${refused ? 'stroke-refused' : 'stroke-cable'}`}
          />
          <text x={words.x + 7} y={words.y + 15} fontSize="12" className={refused ? 'fill-refused' : 'fill-ink'}>
            {words.text}
          </text>
        </>
      )}
    </g>
  );
}
