'use client';

import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type {
  AttemptMoved,
  AttemptStarted,
  AttemptView,
  CallAnswer,
  CommandAnswer,
  HintAnswer,
} from '@/lib/labs/views';
import { ApiError } from '../site/api';
import { api } from './api';
import { useAttemptNews } from './attempt-news';
import type { Answer, AttemptEvent, AttemptState } from './attempt-state';
import { openAttempt } from './early/open-attempt';

// The engine's tables come with it, which nothing needs before the account is here. Asked for before React reads the page.
const loadState = () => import('./attempt-state').catch(didNotCome);
if (typeof window !== 'undefined') loadState().catch(() => {});

/**
 * This person's newest attempt at a lab, or a first one. Everything that holds comes from the server; the page keeps
 * a copy to draw.
 */
export function useAttempt(slug: string) {
  const [state, change] = useState<AttemptState>({ busy: true });
  const setBusy = useCallback((busy: boolean) => change((state) => ({ ...state, busy })), []);
  /** Throws ApiError where the script does not come. */
  const follow = useCallback(async (event: AttemptEvent) => {
    const { next } = await loadState();
    change((state) => next(state, event));
  }, []);
  const started = useRef(false);
  // Counted up by everything that a person does, so that an older look at the attempt never covers a newer state.
  const acts = useRef(0);
  const { attempt } = state;
  const id = attempt?.id;
  const timeline = attempt?.timeline;

  const load = useCallback(
    async (attemptId: string) =>
      follow({ kind: 'loaded', view: await api<AttemptView>('GET', `/lab-attempts/${attemptId}`) }),
    [follow],
  );

  const begin = useCallback(async () => {
    const made = await api<AttemptStarted>('POST', `/labs/${slug}/attempts`);
    await load(made.id);
    nameAttempt(undefined);
  }, [slug, load]);

  /** Turn a refusal into a state that the page shows; anything else is a bug and stays one. Answers whether it was done. */
  const guarded = useCallback(
    async (work: () => Promise<void>): Promise<boolean> => {
      acts.current += 1;
      setBusy(true);
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        change((state) => ({ ...state, busy: false, failed: error.message }));
        return false;
      }
    },
    [setBusy],
  );

  const [lost, setLost] = useState(false);
  const open = useCallback(
    () =>
      guarded(async () => {
        const named = new URLSearchParams(window.location.search).get('attempt') ?? undefined;
        const [view, { next }] = await Promise.all([openAttempt(slug, named), loadState()]);
        // The whole desk comes with it: drawn in parts, so that typing and scrolling go on meanwhile.
        startTransition(() => {
          setLost(named !== undefined && named !== view.id);
          change((state) => next(state, { kind: 'loaded', view }));
        });
      }),
    [slug, guarded],
  );

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void open();
  }, [open]);

  const look = useCallback(
    async (attemptId: string) => {
      const before = acts.current;
      const view = await api<AttemptView>('GET', `/lab-attempts/${attemptId}`);
      if (before === acts.current) await follow({ kind: 'settled', view });
    },
    [follow],
  );

  // Another tab, device or tool went on with it, or was refused the same again, which moves nothing. What this page does
  // itself it hears of too, mostly before its answer. One look at a time: whatever comes meanwhile is seen by the next.
  const { busy } = state;
  const [heard, setHeard] = useState<{ moved: AttemptMoved | undefined }>();
  const [looking, setLooking] = useState(false);
  const own = useRef<number>(undefined);
  useAttemptNews(
    id,
    useCallback((moved) => setHeard({ moved }), []),
  );
  useEffect(() => {
    if (!id || !heard || busy || looking) return;
    setHeard(undefined);
    const { moved } = heard;
    // Another timeline may stand at the same step.
    const isOwn = moved !== undefined && moved.position === own.current && moved.timeline === timeline;
    own.current = undefined;
    if (isOwn) return;
    setLooking(true);
    // Not being able to look changes nothing.
    void look(id)
      .catch(() => {})
      .finally(() => setLooking(false));
  }, [id, timeline, heard, busy, looking, look]);

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
    const due = attempt.dueInMs;
    if (due === undefined || due > 120_000) return;
    // Not being able to look changes nothing: the next command brings what settled.
    const timer = setTimeout(() => void look(attempt.id).catch(() => {}), due + 300);
    return () => clearTimeout(timer);
  }, [attempt, look]);

  /** Do something in the account; the page follows by itself what came of it. Throws ApiError. */
  const act = useCallback(
    async <A extends Answer>(path: string, body: object): Promise<A> => {
      if (!attempt) throw new ApiError(0, 'The lab is still being loaded.');
      acts.current += 1;
      setBusy(true);
      try {
        const answer = await api<A>('POST', `/lab-attempts/${attempt.id}${path}`, body);
        const follows = answer.step === undefined || answer.step.parent === attempt.position || answer.step.repeats > 0;
        if (answer.step) own.current = answer.position;
        await follow({ kind: 'answered', answer });
        if (!follows) await load(attempt.id); // Another page went on with this attempt.
        return answer;
      } catch (error) {
        setBusy(false);
        if (!(error instanceof ApiError) || (error.status !== 0 && error.status < 500)) throw error;
        await load(attempt.id).catch(() => {});
        throw new ApiError(
          error.status,
          'No answer came, so this may have been done or not. Look at the steps before you send it again.',
        );
      }
    },
    [attempt, load, follow, setBusy],
  );

  /** Run one line; the answer is for the terminal. Throws ApiError. */
  const run = useCallback((line: string) => act<CommandAnswer>('/commands', { line }), [act]);

  /** Make one call, as a form does. Throws ApiError. */
  const call = useCallback(
    (operation: string, input: object) => act<CallAnswer>('/calls', { operation, input }),
    [act],
  );

  /** A write below this attempt that answers with the attempt: fork, switch, rename, undo. Throws ApiError. */
  const write = useCallback(
    async (method: 'POST' | 'PUT', path: string, body: object = {}): Promise<AttemptView> => {
      acts.current += 1;
      setBusy(true);
      try {
        const view = await api<AttemptView>(method, `/lab-attempts/${id}${path}`, body);
        await follow({ kind: 'loaded', view });
        return view;
      } catch (error) {
        setBusy(false);
        throw error;
      }
    },
    [id, follow, setBusy],
  );

  const moveTo = useCallback(
    (to: number) => guarded(async () => void (await write('POST', '/undo', { to }))),
    [write, guarded],
  );

  const switchTo = useCallback(
    (timeline: number) => guarded(async () => void (await write('POST', `/timelines/${timeline}/switch`))),
    [write, guarded],
  );

  const hint = useCallback(
    (task: string) =>
      guarded(async () => {
        const answer = await api<HintAnswer>('POST', `/lab-attempts/${id}/hints`, { task });
        await follow({ kind: 'hinted', ...answer });
        setBusy(false);
      }),
    [id, guarded, follow, setBusy],
  );

  /** Go on with an earlier attempt at this lab. */
  const resume = useCallback(
    (attemptId: string) =>
      guarded(async () => {
        await load(attemptId);
        nameAttempt(attemptId);
      }),
    [guarded, load],
  );

  return {
    ...state,
    /** Whether the page's address names an attempt that is not among this person's. */
    lost,
    open,
    run,
    call,
    change: write,
    moveTo,
    switchTo,
    hint,
    resume,
    begin: () => guarded(begin),
  };
}

export type Lab = ReturnType<typeof useAttempt>;

function didNotCome(error: unknown): never {
  console.warn(error);
  throw new ApiError(0, 'A part of this page did not come. Look at your connection, then try again.');
}

/** The page's address keeps which attempt is open, where it is not simply the newest. */
function nameAttempt(id: string | undefined): void {
  const { pathname } = window.location;
  window.history.replaceState(null, '', id ? `${pathname}?attempt=${id}` : pathname);
}
