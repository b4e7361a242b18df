'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Change } from '@/lib/engine/table';
import { nextTimer } from '@/lib/engine/timer';
import { apply } from '@/lib/engine/transaction';
import { fromJson, setTime, type World, type WorldJson } from '@/lib/engine/world';
import type {
  AttemptStarted,
  AttemptSummary,
  AttemptView,
  CommandAnswer,
  HintAnswer,
  StepView,
} from '@/lib/labs/views';
import { ApiError } from '../site/api';
import { api } from './api';
import { useAttemptNews } from './attempt-news';
import { changedRecords } from './changed-records';

/** An attempt as this page holds it. `world` is a copy of the server's and follows it by the changes of each command. */
export interface Attempt extends Omit<AttemptView, 'world'> {
  readonly world: World;
  /** Ids of the records that the last step touched: what the picture marks. */
  readonly changed: ReadonlySet<string>;
  /** Counted up whenever `world` changed, since it is one object. */
  readonly revision: number;
}

type State = { attempt?: Attempt; failed?: string; busy: boolean };
type Event =
  | { kind: 'loaded'; view: AttemptView }
  | { kind: 'settled'; view: AttemptView }
  | { kind: 'answered'; answer: CommandAnswer }
  | { kind: 'hinted'; task: string; shown: readonly string[] }
  | { kind: 'failed'; message: string }
  | { kind: 'busy'; busy: boolean };

function next(state: State, event: Event): State {
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
    case 'failed':
      return { ...state, busy: false, failed: event.message };
    case 'busy':
      return { ...state, busy: event.busy };
  }
}

function loaded({ world, ...view }: AttemptView, revision: number): Attempt {
  // `toJson` of the same engine wrote it.
  return { ...view, world: fromJson(world as WorldJson), changed: new Set(), revision: revision + 1 };
}

/** What another page or tool did is marked as this page's own steps are; what only came due leaves the marks as they are. */
function settled(attempt: Attempt, view: AttemptView): Attempt {
  const after = loaded(view, attempt.revision);
  const moved = after.position !== attempt.position;
  return { ...after, changed: moved ? changedRecords(attempt.world, after.world) : attempt.changed };
}

function answered(attempt: Attempt, answer: CommandAnswer): Attempt {
  const { step } = answer;
  // Records are plain data and came through `changes` of the engine. Setting them twice is setting them once.
  apply(attempt.world, answer.changes as unknown as Change[]);
  setTime(attempt.world, answer.now);
  return {
    ...attempt,
    position: answer.position,
    tasks: answer.tasks,
    ports: answer.ports,
    prompt: answer.prompt,
    steps: step ? [...attempt.steps.filter((other) => other.seq !== step.seq), step] : attempt.steps,
    path: pathWith(attempt, step),
    changed: step ? new Set(answer.changes.map((change) => change.id)) : attempt.changed,
    revision: attempt.revision + 1,
    ...(answer.finishedAt && { finishedAt: answer.finishedAt }),
  };
}

const pathWith = (attempt: Attempt, step: StepView | undefined): number[] =>
  !step || attempt.path.includes(step.seq) ? attempt.path : [...attempt.path, step.seq];

/**
 * This person's newest attempt at a lab, or a first one. Everything that holds comes from the server; the page keeps
 * a copy to draw.
 */
export function useAttempt(slug: string) {
  const [state, send] = useReducer(next, { busy: true });
  const started = useRef(false);
  // Counted up by everything that a person does, so that an older look at the attempt never covers a newer state.
  const acts = useRef(0);
  const { attempt } = state;
  const id = attempt?.id;

  const load = useCallback(
    async (attemptId: string) =>
      send({ kind: 'loaded', view: await api<AttemptView>('GET', `/lab-attempts/${attemptId}`) }),
    [],
  );

  const begin = useCallback(async () => {
    const made = await api<AttemptStarted>('POST', `/labs/${slug}/attempts`);
    await load(made.id);
  }, [slug, load]);

  /** Turn a refusal into a state that the page shows; anything else is a bug and stays one. */
  const guarded = useCallback(async (work: () => Promise<void>) => {
    acts.current += 1;
    send({ kind: 'busy', busy: true });
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      send({ kind: 'failed', message: error.message });
    }
  }, []);

  const open = useCallback(
    () =>
      guarded(async () => {
        const [newest] = await api<AttemptSummary[]>('GET', `/lab-attempts?slug=${slug}`);
        await (newest ? load(newest.id) : begin());
      }),
    [slug, guarded, load, begin],
  );

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void open();
  }, [open]);

  const look = useCallback(async (attemptId: string) => {
    const before = acts.current;
    const view = await api<AttemptView>('GET', `/lab-attempts/${attemptId}`);
    if (before === acts.current) send({ kind: 'settled', view });
  }, []);

  // Another tab, device or tool went on with it, or was refused the same again, which moves nothing. What this page does
  // itself it hears of too, mostly before its answer. One look at a time: whatever comes meanwhile is seen by the next.
  const { busy } = state;
  const [heard, setHeard] = useState<{ position: number | undefined }>();
  const [looking, setLooking] = useState(false);
  const own = useRef<number>(undefined);
  useAttemptNews(
    id,
    useCallback((position) => setHeard({ position }), []),
  );
  useEffect(() => {
    if (!id || !heard || busy || looking) return;
    setHeard(undefined);
    const isOwn = heard.position !== undefined && heard.position === own.current;
    own.current = undefined;
    if (isOwn) return;
    setLooking(true);
    // Not being able to look changes nothing.
    void look(id)
      .catch(() => {})
      .finally(() => setLooking(false));
  }, [id, heard, busy, looking, look]);

  // The stream may have slept with the page.
  useEffect(() => {
    if (!id) return;
    const wake = () => {
      if (document.visibilityState === 'visible') void look(id).catch(() => {});
    };
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, [id, look]);

  // What is on its way (an interface detaching, an instance stopping) settles by itself: look again when it is due.
  useEffect(() => {
    if (!attempt) return;
    const due = dueInMs(attempt.world);
    if (due === undefined || due > 120_000) return;
    // Not being able to look changes nothing: the next command brings what settled.
    const timer = setTimeout(() => void look(attempt.id).catch(() => {}), due + 300);
    return () => clearTimeout(timer);
  }, [attempt, look]);

  /** Run one line; the answer is for the terminal, the rest of the page follows by itself. Throws ApiError. */
  const run = useCallback(
    async (line: string): Promise<CommandAnswer> => {
      if (!attempt) throw new ApiError(0, 'The lab is still being loaded.');
      acts.current += 1;
      send({ kind: 'busy', busy: true });
      try {
        const answer = await api<CommandAnswer>('POST', `/lab-attempts/${attempt.id}/commands`, { line });
        const follows = answer.step === undefined || answer.step.parent === attempt.position || answer.step.repeats > 0;
        if (answer.step) own.current = answer.position;
        send({ kind: 'answered', answer });
        if (!follows) await load(attempt.id); // Another page went on with this attempt.
        return answer;
      } catch (error) {
        send({ kind: 'busy', busy: false });
        if (!(error instanceof ApiError) || (error.status !== 0 && error.status < 500)) throw error;
        await load(attempt.id).catch(() => {});
        throw new ApiError(
          error.status,
          'No answer came, so this line may have run or not. Look at the steps above before you send it again.',
        );
      }
    },
    [attempt, load],
  );

  const moveTo = useCallback(
    (to: number) =>
      guarded(async () => {
        if (id) send({ kind: 'loaded', view: await api<AttemptView>('POST', `/lab-attempts/${id}/undo`, { to }) });
      }),
    [id, guarded],
  );

  const hint = useCallback(
    (task: string) =>
      guarded(async () => {
        const answer = await api<HintAnswer>('POST', `/lab-attempts/${id}/hints`, { task });
        send({ kind: 'hinted', ...answer });
        send({ kind: 'busy', busy: false });
      }),
    [id, guarded],
  );

  return { ...state, open, run, moveTo, hint, begin: () => guarded(begin) };
}

/** Until something in the account settles by itself, ms. */
function dueInMs(world: World): number | undefined {
  const times = [
    nextTimer(world)?.at,
    ...world.instances.list().map((instance) => instance.stateAt),
    ...world.networkInterfaces.list().map((eni) => Math.max(eni.availableAt, eni.Attachment?.attachedAt ?? 0)),
  ].filter((at): at is number => at !== undefined && at > world.now);
  return times.length === 0 ? undefined : Math.min(...times) - world.now;
}
