'use client';

import { useEffect, useState } from 'react';
import type { Trace } from '@/lib/engine/reachability/hop';

export const speeds = { slow: 1600, normal: 900, fast: 450 } as const;
export type Speed = keyof typeof speeds;

/** Where the packet stands on a way of so many stops. It stands at the end until it is played or stepped. */
export interface Player {
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Whether a person moved it, so that each stop is worth saying. */
  readonly spoken: boolean;
  readonly play: () => void;
  readonly pause: () => void;
  readonly go: (to: number) => void;
  readonly setSpeed: (speed: Speed) => void;
}

/**
 * Plays a trace stop by stop. A new question (`asked` is no longer `askedBefore`) is played once by itself where motion is
 * wanted; a trace that changed shows its end.
 */
export function usePlayer(trace: Trace | undefined, asked: number, askedBefore: number, still: boolean): Player {
  const last = trace ? trace.out.length + trace.back.length - 1 : 0;
  const [state, setState] = useState({ trace, asked: askedBefore, at: last, playing: false, spoken: false });
  const [speed, setSpeed] = useState<Speed>('normal');
  if (trace && state.asked !== asked) {
    setState({ trace, asked, at: still ? last : 0, playing: !still, spoken: false });
  } else if (state.trace !== trace) {
    setState({ trace, asked, at: last, playing: false, spoken: false });
  }
  const { playing, at, spoken } = state;
  useEffect(() => {
    if (!playing) return;
    const next = at + 1;
    const step = () => setState((before) => ({ ...before, at: Math.min(next, last), playing: next < last }));
    const timer = setTimeout(step, speeds[speed]);
    return () => clearTimeout(timer);
  }, [playing, at, last, speed]);
  return {
    at: Math.min(at, Math.max(0, last)),
    playing,
    speed,
    spoken,
    play: () =>
      setState((before) => ({ ...before, playing: true, spoken: true, at: before.at >= last ? 0 : before.at })),
    pause: () => setState((before) => ({ ...before, playing: false })),
    go: (to) =>
      setState((before) => ({ ...before, at: Math.min(Math.max(0, to), last), playing: false, spoken: true })),
    setSpeed,
  };
}
