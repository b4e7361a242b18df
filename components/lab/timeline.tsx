'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { StepView } from '@/lib/labs/views';

const words = { changed: 'changed the account', refused: 'refused', shell: 'changed the shell or waited' } as const;

/** The steps that led here and those that were taken back: each a place to go to. Nothing is ever deleted. */
export function Timeline({
  steps,
  path,
  position,
  busy,
  onMove,
}: {
  steps: readonly StepView[];
  path: readonly number[];
  position: number;
  busy: boolean;
  onMove: (to: number) => void;
}) {
  const bySeq = new Map(steps.map((step) => [step.seq, step]));
  const ahead = newestBranch(steps, position);
  const shown = [...path, ...ahead];
  const index = path.length;
  const parent = bySeq.get(position)?.parent ?? 0;
  const [redo] = ahead;
  const line = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one stands is what brings its dot into sight
  useEffect(() => {
    const dot = line.current?.querySelector('[aria-current]');
    if (!line.current || !dot) return;
    // Not `scrollIntoView`, which would move the page too.
    const { left, right } = line.current.getBoundingClientRect();
    const at = dot.getBoundingClientRect();
    if (at.left < left) line.current.scrollLeft -= left - at.left;
    else if (at.right > right) line.current.scrollLeft += at.right - right;
  }, [position, steps]);
  return (
    <div className="flex min-w-0 flex-1 items-center justify-between gap-3 max-md:basis-full">
      <p className="shrink-0 text-sm text-dim tabular-nums" data-testid="position">
        Step {index} of {shown.length}
      </p>
      <ol ref={line} className="flex min-w-0 flex-1 items-center overflow-x-auto py-1 max-md:hidden" aria-label="Steps">
        {shown.map((seq, place) => (
          <li key={seq} className="flex min-w-7 flex-1 items-center last:flex-none">
            <Dot step={bySeq.get(seq)} current={seq === position} number={place + 1} busy={busy} onMove={onMove} />
            {place < shown.length - 1 && <span className="h-px flex-1 bg-line-strong" />}
          </li>
        ))}
      </ol>
      <div className="flex shrink-0 gap-1">
        <Button size="sm" variant="quiet" busy={busy} disabled={position === 0} onClick={() => onMove(parent)}>
          Undo
        </Button>
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          disabled={redo === undefined}
          onClick={() => redo !== undefined && onMove(redo)}
        >
          Redo
        </Button>
      </div>
    </div>
  );
}

function Dot({
  step,
  current,
  number,
  busy,
  onMove,
}: {
  step: StepView | undefined;
  current: boolean;
  number: number;
  busy: boolean;
  onMove: (to: number) => void;
}) {
  if (!step) return null;
  const tone =
    step.outcome === 'refused'
      ? 'border-refused'
      : current
        ? 'border-cable'
        : step.outcome === 'shell'
          ? 'border-line'
          : 'border-line-strong';
  const label = `Step ${number}: ${step.text.slice(0, 200)}: ${words[step.outcome]}${step.codes[0] ? `, ${step.codes[0]}` : ''}`;
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-current={current ? 'step' : undefined}
      aria-disabled={busy}
      onClick={() => !busy && !current && onMove(step.seq)}
      className="flex size-6 shrink-0 items-center justify-center rounded-full"
    >
      <span className={`size-2.5 rounded-full border-2 ${tone} ${current ? 'bg-cable' : 'bg-panel'}`} />
    </button>
  );
}

/** The steps that Redo would go through: from `position` on, always the newest child. */
function newestBranch(steps: readonly StepView[], position: number): number[] {
  const newest = new Map<number, number>();
  for (const step of steps) newest.set(step.parent, Math.max(step.seq, newest.get(step.parent) ?? 0));
  const branch: number[] = [];
  for (let seq = newest.get(position); seq !== undefined; seq = newest.get(seq)) branch.push(seq);
  return branch;
}
