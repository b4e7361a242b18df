import type { AttemptView, StepView, TimelineView } from '@/lib/labs/views';

/** The steps that one walks through with Undo and Redo, and where one stands among them. */
export interface Line {
  /** From the first step to the last that Redo leads to. */
  readonly steps: readonly StepView[];
  /** How many of them led to where the attempt stands. */
  readonly index: number;
  readonly bySeq: ReadonlyMap<number, StepView>;
}

/** Cost: what the tree holds. Kept by whoever shows it, until the attempt's steps or where it stands change. */
export function lineOf({
  steps,
  path,
  position,
  timelines,
  timeline,
}: Pick<AttemptView, 'steps' | 'path' | 'position' | 'timelines' | 'timeline'>): Line {
  const bySeq = new Map(steps.map((step) => [step.seq, step]));
  const seqs = [...path, ...redone(steps, bySeq, position, timelines, timeline)];
  return { steps: seqs.flatMap((seq) => bySeq.get(seq) ?? []), index: path.length, bySeq };
}

/** The step at a place of the line; 0 is the start. */
export const seqAt = (line: Line, place: number): number => (place === 0 ? 0 : (line.steps[place - 1]?.seq ?? 0));

/** The place of a step on the line; undefined where it lies on another branch. */
export function placeOf(line: Line, seq: number): number | undefined {
  if (seq === 0) return 0;
  const index = line.steps.findIndex((step) => step.seq === seq);
  return index < 0 ? undefined : index + 1;
}

/** How many steps lead to a step, itself included: what a page calls its number. */
export function numberOf(bySeq: ReadonlyMap<number, StepView>, seq: number): number {
  let number = 0;
  for (let step = bySeq.get(seq); step; step = bySeq.get(step.parent)) number += 1;
  return number;
}

/**
 * The steps that Redo goes through: back to where this timeline was forked, if it was undone beyond that, and then the newest
 * step each time that belongs to no other timeline.
 */
function redone(
  steps: readonly StepView[],
  bySeq: ReadonlyMap<number, StepView>,
  position: number,
  timelines: readonly TimelineView[],
  timeline: number,
): number[] {
  const forkedAt = timelines.find(({ number }) => number === timeline)?.forkedAt ?? 0;
  const first = way(bySeq, forkedAt, position) ?? [];
  const others = new Set(
    timelines
      .filter(({ number }) => number !== timeline)
      .flatMap((other) => way(bySeq, other.head, other.forkedAt) ?? []),
  );
  const newest = new Map<number, number>();
  for (const { seq, parent } of steps) {
    if (!others.has(seq)) newest.set(parent, Math.max(seq, newest.get(parent) ?? 0));
  }
  const rest: number[] = [];
  for (let seq = newest.get(first.at(-1) ?? position); seq !== undefined; seq = newest.get(seq)) rest.push(seq);
  return [...first, ...rest];
}

/** The steps after `from` that lead to `to`; undefined when `to` does not come after it. */
function way(bySeq: ReadonlyMap<number, StepView>, to: number, from: number): number[] | undefined {
  const seqs: number[] = [];
  let seq = to;
  for (let step = bySeq.get(to); step && seq !== from; step = bySeq.get(seq)) {
    seqs.push(seq);
    seq = step.parent;
  }
  return seq === from ? seqs.reverse() : undefined;
}
