'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { type Entry, printable, usualPrompt } from './transcript';

/** The terminal's twin for phones and screen readers: an ordinary field and a log of what came of each line. */
export function PlainTerminal({
  entries,
  run,
  prompt,
  history,
  busy,
}: {
  entries: readonly Entry[];
  run: (line: string) => Promise<Entry>;
  /** What stands before the next line: on which host it will run. */
  prompt: string;
  history: readonly string[];
  busy: boolean;
}) {
  const id = useId();
  const [line, setLine] = useState('');
  const [back, setBack] = useState(0);
  const log = useRef<HTMLOListElement>(null);

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
    <div className="flex h-full min-h-0 flex-col bg-terminal text-terminal-ink">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse */}
      <section aria-label="What was run" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto p-3">
        <ol ref={log} aria-live="polite" className="flex flex-col gap-3 font-mono text-sm">
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
            <li key={index}>
              <p className="break-words whitespace-pre-wrap">
                <span className="text-terminal-dim">{entry.prompt ?? usualPrompt} </span>
                {entry.line}
              </p>
              {entry.stdout && <pre className="overflow-x-auto">{printable(entry.stdout)}</pre>}
              {entry.stderr && (
                <pre className="overflow-x-auto whitespace-pre-wrap text-terminal-refused">
                  {printable(entry.stderr).trim()}
                </pre>
              )}
            </li>
          ))}
        </ol>
      </section>
      <form onSubmit={submit} className="flex gap-2 border-t border-line bg-panel p-3 text-ink">
        <label htmlFor={id} className="sr-only">
          Command
        </label>
        <span className="self-center font-mono text-sm text-dim">{prompt}</span>
        <TextInput
          id={id}
          value={line}
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            recall(back + (event.key === 'ArrowUp' ? 1 : -1));
          }}
          placeholder="aws ec2 describe-instances"
          className="font-mono"
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? 'Running' : 'Run'}
        </Button>
      </form>
    </div>
  );
}
