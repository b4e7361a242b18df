import { useMemo } from 'react';
import type { Line } from './line';
import { marksOf, type Outcome } from './marks';

const rings: { readonly [K in Outcome]: string } = {
  shell: 'stroke-line',
  changed: 'stroke-line-strong',
  refused: 'stroke-refused',
};
const wide = 1000;

/** The steps as dots on a line, and where the lab stands: as many shapes for five thousand steps as for five. Decoration. */
export function Track({ line }: { line: Line }) {
  const { steps, index } = line;
  const dots = useMemo(() => {
    const marks = marksOf(steps);
    // A stroke of no length with round ends is a dot, and is not stretched with the drawing.
    return Object.entries(rings).map(([outcome, ring]) => ({
      ring,
      path: marks.flatMap((mark) => (mark.outcome === outcome ? [`M${mark.at * wide} 12h0.01`] : [])).join(''),
    }));
  }, [steps]);
  const here = steps.length === 0 ? 0 : (index / steps.length) * wide;
  return (
    <svg
      viewBox={`0 0 ${wide} 24`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-2 inset-y-0 h-full w-[calc(100%-1rem)] overflow-visible [&_path]:fill-none [&_path]:[stroke-linecap:round] [&_path]:[vector-effect:non-scaling-stroke]"
    >
      <path d={`M0 12H${here}`} className="stroke-line-strong" />
      <path d={`M${here} 12H${wide}`} className="stroke-line-strong" strokeDasharray="3 5" />
      {dots.map(({ ring, path }) => (
        <g key={ring}>
          <path d={path} className={ring} strokeWidth="9" />
          <path d={path} className="stroke-panel" strokeWidth="5" />
        </g>
      ))}
      <path d={`M${here} 12h0.01`} className="stroke-cable" strokeWidth="9" />
    </svg>
  );
}
