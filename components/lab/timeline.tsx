'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { type Line, seqAt } from './time/line';
import { stepWords } from './time/step-words';
import { Track } from './time/track';

const thumb =
  '[&::-webkit-slider-thumb]:size-4 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-cable [&::-webkit-slider-thumb]:bg-panel [&::-moz-range-thumb]:box-border [&::-moz-range-thumb]:size-4 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-2 [&::-moz-range-thumb]:border-cable [&::-moz-range-thumb]:bg-panel';

/** The steps that led here and those that Redo leads to. The slider looks at them; only Undo and Redo move. */
export function Timeline({
  line,
  looked,
  busy,
  onLook,
  onMove,
  children,
}: {
  line: Line;
  /** The place on the line that is looked at. */
  looked: number;
  busy: boolean;
  /** Look at a step; nothing moves. */
  onLook: (seq: number) => void;
  onMove: (to: number) => void;
  /** Before the steps: which timeline they are of. */
  children?: ReactNode;
}) {
  const { steps, index } = line;
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 max-sm:basis-full sm:min-w-max sm:flex-nowrap">
      {children}
      <p className="shrink-0 text-sm text-dim tabular-nums" data-testid="position">
        Step {index} of {steps.length}
      </p>
      <div className="relative h-7 min-w-24 flex-1 pointer-coarse:h-11 max-sm:order-last max-sm:basis-full">
        <Track line={line} />
        <input
          id="lab-steps"
          type="range"
          aria-label="Look at a step"
          aria-valuetext={stepWords(line, looked)}
          title={stepWords(line, looked)}
          min={0}
          max={steps.length}
          value={looked}
          disabled={steps.length === 0}
          onChange={(event) => onLook(seqAt(line, Number(event.target.value)))}
          className={`absolute inset-0 size-full appearance-none rounded bg-transparent focus-visible:outline-2 focus-visible:outline-focus disabled:opacity-50 ${thumb}`}
        />
      </div>
      <div className="ml-auto flex shrink-0 gap-1">
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          disabled={index === 0}
          onClick={() => onMove(seqAt(line, index - 1))}
        >
          Undo
        </Button>
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          disabled={index === steps.length}
          onClick={() => onMove(seqAt(line, index + 1))}
        >
          Redo
        </Button>
      </div>
    </div>
  );
}
