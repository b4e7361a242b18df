'use client';

import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { PlainEntry, PlainView, plainLogClass } from './plain-view';
import type { Entry } from './transcript';
import type { TypingRef } from './typing';

/** The terminal's twin for phones and screen readers: an ordinary field and a log of what came of each line. */
export function PlainTerminal({
  entries,
  run,
  prompt,
  history,
  busy,
  typing,
}: {
  entries: readonly Entry[];
  run: (line: string) => Promise<Entry>;
  /** What stands before the next line: on which host it will run. */
  prompt: string;
  history: readonly string[];
  busy: boolean;
  typing: TypingRef;
}) {
  const id = useId();
  const [line, setLine] = useState('');
  const [back, setBack] = useState(0);
  const log = useRef<HTMLOListElement>(null);
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    const input = field.current;
    const left = typing.current;
    typing.current = undefined;
    if (left) setLine(left.text.replace('\r', ''));
    if (left?.focused) input?.focus({ preventScroll: true });
    let entered = left?.text.endsWith('\r') ?? false;
    // After React has put the line into the field.
    const entering = setTimeout(() => {
      if (entered) input?.form?.requestSubmit();
      entered = false;
    });
    return () => {
      clearTimeout(entering);
      if (!input) return;
      const text = entered ? `${input.value}\r` : input.value;
      typing.current = { text, focused: document.activeElement === input };
    };
  }, [typing]);

  useEffect(() => {
    if (entries.length > 0) log.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [entries]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || line.trim() === '') return;
    setLine('');
    setBack(0);
    await run(line);
  };
  const recall = (steps: number) => {
    const to = Math.min(history.length, Math.max(0, steps));
    setBack(to);
    setLine(to === 0 ? '' : (history[history.length - to] ?? ''));
  };

  return (
    <PlainView
      log={
        <ol ref={log} aria-live="polite" className={plainLogClass}>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
            <PlainEntry key={index} entry={entry} />
          ))}
        </ol>
      }
      prompt={prompt}
      busy={busy}
      onSubmit={submit}
      field={{
        id,
        ref: field,
        value: line,
        onChange: (event) => setLine(event.target.value),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          recall(back + (event.key === 'ArrowUp' ? 1 : -1));
        },
      }}
    />
  );
}
