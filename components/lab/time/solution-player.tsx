'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { SolutionView } from '@/lib/labs/moment-views';
import { useReducedMotion } from '../flow/reduced-motion';
import { LightText } from '../light-text';

/** A solution that is being played, and the timeline that it is played on. */
export interface Solution {
  readonly lines: SolutionView['lines'];
  readonly timeline: number;
  /** The person's own timeline, to go back to. */
  readonly from: number;
}

/** Between a line's answer and the next line, ms: long enough to read what the line was for. */
const speeds = { Slow: 8000, Normal: 4500, Fast: 1500 } as const;
type Speed = keyof typeof speeds;

/** The next line of the solution, what it is for, and to run it. Where no motion is wanted one steps through it. */
export function SolutionPlayer({
  lines,
  isHere,
  own,
  busy,
  run,
  onReturn,
  onResume,
  onStop,
}: {
  lines: SolutionView['lines'];
  /** The lab stands on the solution's timeline. */
  isHere: boolean;
  /** The name of the person's own timeline. */
  own: string;
  busy: boolean;
  /** Runs a line in the terminal. Answers whether it was run. */
  run: (line: string) => Promise<boolean>;
  onReturn: () => void;
  onResume: () => void;
  onStop: () => void;
}) {
  const still = useReducedMotion();
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>('Normal');
  const line = lines[at];
  const plays = playing && isHere && !still && line !== undefined;
  const next = async () => {
    if (!line) return;
    if (await run(line.line)) setAt(at + 1);
    else setPlaying(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line is run once for its place, however often `next` is made anew
  useEffect(() => {
    if (!plays || busy) return;
    const timer = setTimeout(() => void next(), speeds[speed]);
    return () => clearTimeout(timer);
  }, [plays, busy, at, speed]);
  const place = useRef<HTMLElement>(null);
  const isNew = useRef(true);
  const ended = line === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ended` takes buttons away, too
  useEffect(() => {
    // It comes where a dialog was, and the button that leaves or ends it goes with the press.
    if (isNew.current || document.activeElement === document.body) place.current?.querySelector('button')?.focus();
    isNew.current = false;
  }, [isHere, ended]);
  const back = (
    <Button size="sm" variant={line ? 'quiet' : 'primary'} busy={busy} onClick={onReturn}>
      Back to {own}
    </Button>
  );
  return (
    <section
      ref={place}
      aria-label="Solution"
      className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line bg-panel px-4 py-2 text-sm"
    >
      <div className="min-w-0 flex-1 basis-72" aria-live={plays ? 'off' : 'polite'}>
        {line ? (
          <>
            <p className="text-dim">
              The solution, line {at + 1} of {lines.length}
            </p>
            {line.say && <LightText text={line.say} />}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse */}
            <pre tabIndex={0} className="mt-1 max-h-28 overflow-auto font-mono wrap-anywhere whitespace-pre-wrap">
              {line.line}
            </pre>
          </>
        ) : (
          <p>That was the last of {lines.length} lines. Look around, or go back to what is yours.</p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {!isHere && (
          <Button size="sm" busy={busy} onClick={onResume}>
            Go on with the solution
          </Button>
        )}
        {isHere && line && (
          <>
            <Button size="sm" variant="primary" busy={busy} onClick={() => void next()}>
              {busy ? 'Running' : 'Next'}
            </Button>
            {!still && (
              <>
                <Button size="sm" onClick={() => setPlaying(!playing)} className="min-w-16">
                  {playing ? 'Pause' : 'Play'}
                </Button>
                <SpeedChoice speed={speed} onSpeed={setSpeed} />
              </>
            )}
          </>
        )}
        {isHere && back}
        <Button size="sm" variant="quiet" onClick={onStop}>
          {line ? 'Stop' : 'Close'}
        </Button>
      </div>
    </section>
  );
}

function SpeedChoice({ speed, onSpeed }: { speed: Speed; onSpeed: (speed: Speed) => void }) {
  return (
    <label className="flex items-center gap-1.5 text-dim">
      Speed
      <select
        value={speed}
        // The options are the names of the speeds.
        onChange={(event) => onSpeed(event.target.value as Speed)}
        className="min-h-7 rounded border border-line-strong bg-panel px-1.5 text-ink pointer-coarse:min-h-9"
      >
        {Object.keys(speeds).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
