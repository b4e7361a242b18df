import type { LoggedCall } from '@/lib/shell/line';

/** One thing that somebody did in an attempt: the calls it made, accepted or refused. Reads are no steps. */
export interface Step {
  /** Its position; never used twice in an attempt. 0 is the start state and has no step. */
  readonly seq: number;
  /** The step it was taken from; 0 for the start state. Steps form a tree: after an undo two steps have one parent. */
  readonly parent: number;
  /** Simulated time after the step, ms since 1970 UTC. */
  readonly at: number;
  /** Id of the user who made it. */
  readonly actor: string;
  readonly via: 'shell' | 'form' | 'ec2' | 'sdk' | 'fault';
  /** The line, for people; a replay runs the calls. */
  readonly text: string;
  readonly calls: readonly LoggedCall[];
  /** The world's `sequence` before the step, raised by what was undone, so that no id is ever given twice. */
  readonly sequence: number;
  /** Ids of the tasks that held after this step or before it on its path. */
  readonly ticked: readonly string[];
  /** How often the same refusal was met again. */
  readonly repeats: number;
  /** Version of the engine that ran it. */
  readonly engine: string;
}

/** The steps from the start state to `head`, in order. Refuses a head, or a parent, that is not among the steps. */
export function pathTo<S extends Pick<Step, 'seq' | 'parent'>>(steps: Iterable<S>, head: number): S[] {
  const bySeq = new Map<number, S>();
  for (const step of steps) bySeq.set(step.seq, step);
  const path: S[] = [];
  for (let seq = head; seq !== 0; ) {
    const step = bySeq.get(seq);
    if (!step) throw new Error(`there is no step ${seq}`);
    if (step.parent >= seq) throw new Error(`step ${seq} has the parent ${step.parent}`);
    path.push(step);
    seq = step.parent;
  }
  return path.reverse();
}
