'use client';

import { useCallback, useMemo, useState } from 'react';
import type { Flow } from '@/lib/engine/reachability/flow';
import type { Trace } from '@/lib/engine/reachability/hop';
import type { World } from '@/lib/engine/world';
import { usePart } from './use-part';
import { verdictChange } from './verdict-change';

/** The simulator of packets is no part of the page's first script: it comes with the first question. */
const loadTrace = () => import('@/lib/engine/reachability/trace');
type Tracer = (world: World, flow: Flow) => Trace;

/** A flow that was asked for, and what holds of it now. */
export interface FlowTest {
  readonly flow: Flow | undefined;
  /** Counted up by every question, also by the same one again. */
  readonly asked: number;
  readonly trace: Trace | undefined;
  /** What a change of the account did to the verdict since it was asked, in words. */
  readonly change: string | undefined;
  /** Why there is no trace. */
  readonly failed: 'loading the simulator' | 'tracing' | undefined;
  readonly ask: (flow: Flow) => void;
  /** After a failure. */
  readonly again: () => void;
}

/** The flow that is being tested, traced anew whenever the world changed. `revision` stands for what is in `world`. */
export function useFlow(world: World, revision: number): FlowTest {
  const [question, setQuestion] = useState<{ flow: Flow; number: number }>();
  const ask = useCallback((flow: Flow) => setQuestion((before) => ({ flow, number: (before?.number ?? 0) + 1 })), []);
  const { part, failed, again } = usePart(loadTrace, question !== undefined);
  const tracer = part?.trace;
  const result = useMemo(
    () => (question && tracer && revision >= 0 ? traced(tracer, world, question.flow) : undefined),
    [question, tracer, world, revision],
  );
  const [seen, setSeen] = useState<{ number: number; trace: Trace; change?: string }>();
  const trace = result?.trace;
  // What was seen last is compared with what holds now, in the render that shows it.
  if (question && trace && trace !== seen?.trace) {
    const change = seen?.number === question.number ? (verdictChange(seen.trace, trace) ?? seen.change) : undefined;
    setSeen({ number: question.number, trace, ...(change !== undefined && { change }) });
  }
  return {
    flow: question?.flow,
    asked: question?.number ?? 0,
    trace,
    change: seen?.number === question?.number ? seen?.change : undefined,
    failed: failed ? 'loading the simulator' : result && !trace ? 'tracing' : undefined,
    ask,
    again: () => {
      again();
      setQuestion((before) => before && { flow: before.flow, number: before.number + 1 });
    },
  };
}

function traced(tracer: Tracer, world: World, flow: Flow): { trace: Trace | undefined } {
  try {
    return { trace: tracer(world, flow) };
  } catch (error) {
    // A bug of the simulator costs this answer, never the lab around it; the console has it.
    console.error(error);
    return { trace: undefined };
  }
}
