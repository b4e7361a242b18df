import { touchedBy } from '@/lib/diagram/touched';
import type { Change } from '@/lib/engine/table';
import { nextTimer } from '@/lib/engine/timer';
import { apply } from '@/lib/engine/transaction';
import { fromJson, setTime, type World, type WorldJson } from '@/lib/engine/world';
import type { AttemptView, CommandAnswer, StepView } from '@/lib/labs/views';
import { touchedBetween } from './touched-between';

/** An attempt as this page holds it. `world` is a copy of the server's and follows it by the changes of each command. */
export interface Attempt extends Omit<AttemptView, 'world'> {
  readonly world: World;
  /** Ids of the records that the last step touched, and of what they concern: what the picture marks. */
  readonly changed: ReadonlySet<string>;
  /** Counted up whenever `world` changed, since it is one object. */
  readonly revision: number;
  /** Until something in the account settles by itself, ms from when this came. */
  readonly dueInMs: number | undefined;
}

/** What a line and a form are answered with: as much of it as an attempt follows. */
export type Answer = Omit<CommandAnswer, 'stdout' | 'stderr' | 'exitCode'>;

export interface AttemptState {
  readonly attempt?: Attempt;
  readonly failed?: string;
  readonly busy: boolean;
}

export type AttemptEvent =
  | { kind: 'loaded'; view: AttemptView }
  | { kind: 'settled'; view: AttemptView }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'hinted'; task: string; shown: readonly string[] };

/** What the page holds after something came from the server. */
export function next(state: AttemptState, event: AttemptEvent): AttemptState {
  const { attempt } = state;
  switch (event.kind) {
    case 'loaded':
      return { busy: false, attempt: loaded(event.view, attempt?.revision ?? 0) };
    case 'settled':
      if (!attempt || state.busy) return state;
      return { ...state, attempt: settled(attempt, event.view) };
    case 'answered':
      return attempt ? { busy: false, attempt: answered(attempt, event.answer) } : state;
    case 'hinted':
      if (!attempt) return state;
      return { ...state, attempt: { ...attempt, hints: { ...attempt.hints, [event.task]: [...event.shown] } } };
  }
}

function loaded({ world, ...view }: AttemptView, revision: number): Attempt {
  // `toJson` of the same engine wrote it.
  const account = fromJson(world as WorldJson);
  return { ...view, world: account, changed: new Set(), revision: revision + 1, dueInMs: dueInMs(account) };
}

/** What another page or tool did is marked as this page's own steps are; what only came due leaves the marks as they are. */
function settled(attempt: Attempt, view: AttemptView): Attempt {
  const after = loaded(view, attempt.revision);
  const moved = after.position !== attempt.position;
  return { ...after, changed: moved ? touchedBetween(attempt.world, after.world) : attempt.changed };
}

function answered(attempt: Attempt, answer: Answer): Attempt {
  const { step } = answer;
  // Records are plain data and came through `changes` of the engine. Setting them twice is setting them once.
  const changes = answer.changes as unknown as Change[];
  apply(attempt.world, changes);
  setTime(attempt.world, answer.now);
  return {
    ...attempt,
    position: answer.position,
    tasks: answer.tasks,
    ports: answer.ports,
    prompt: answer.prompt,
    steps: step ? [...attempt.steps.filter((other) => other.seq !== step.seq), step] : attempt.steps,
    path: pathWith(attempt, step),
    changed: step ? touchedBy(attempt.world, changes) : attempt.changed,
    revision: attempt.revision + 1,
    dueInMs: dueInMs(attempt.world),
    ...(answer.misconception && { misconceptions: [...attempt.misconceptions, answer.misconception] }),
    ...(answer.finishedAt && { finishedAt: answer.finishedAt }),
  };
}

const pathWith = (attempt: Attempt, step: StepView | undefined): number[] =>
  !step || attempt.path.includes(step.seq) ? attempt.path : [...attempt.path, step.seq];

function dueInMs(world: World): number | undefined {
  const times = [
    nextTimer(world)?.at,
    ...world.instances.list().map((instance) => instance.stateAt),
    ...world.networkInterfaces.list().map((eni) => Math.max(eni.availableAt, eni.Attachment?.attachedAt ?? 0)),
  ].filter((at): at is number => at !== undefined && at > world.now);
  return times.length === 0 ? undefined : Math.min(...times) - world.now;
}
