'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { LightText } from '@/components/lab/light-text';
import { printable } from '@/components/lab/transcript';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ExperimentView } from '@/lib/lessons/experiment';
import { type Entry, useExperiment } from './use-experiment';

/** Predict, then run each command, then whatever one likes. The picture comes with the account, once one has predicted. */
export function ExperimentDesk({ view }: { view: ExperimentView }) {
  const { id, predict, steps } = view;
  const experiment = useExperiment(view);
  const { entries, next, done, busy, failed } = experiment;
  const [expected, setExpected] = useState<number>();
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState<string>();
  const fields = useRef<HTMLFieldSetElement>(null);
  const line = typed ?? next?.run ?? '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || line.trim() === '') return;
    if (expected === undefined) {
      setAsked(true);
      fields.current?.querySelector('input')?.focus();
      return;
    }
    if (await experiment.run(line)) setTyped(undefined);
  };
  const startOver = () => {
    experiment.reset();
    setTyped(undefined);
    setExpected(undefined);
    setAsked(false);
    fields.current?.querySelector('input')?.focus();
  };

  return (
    <div className="flex flex-col gap-4">
      <fieldset ref={fields} className="noscript:hidden">
        <legend className="font-medium">
          <LightText text={predict.ask} />
        </legend>
        <p className="text-sm text-dim">Say what you expect before you run anything.</p>
        <div className="mt-2 flex flex-col">
          {predict.options.map((option, index) => (
            <label key={option} className="flex min-h-9 gap-2.5 py-1.5 pointer-coarse:min-h-11">
              <input
                type="radio"
                name={`${id}-expected`}
                checked={expected === index}
                // What was expected stands once the first command has run; it is not read-only for a keyboard to skip over.
                disabled={entries.length > 0 && expected !== index}
                onChange={() => {
                  setExpected(index);
                  setAsked(false);
                  experiment.show();
                }}
                className="mt-1 size-4 shrink-0 accent-cable"
              />
              <LightText text={option} />
            </label>
          ))}
        </div>
        <div aria-live="polite">
          {asked && <p className="text-sm text-refused">✕ Choose what you expect first. There is nothing to lose.</p>}
        </div>
      </fieldset>
      {experiment.picture}
      <div className="overflow-hidden rounded bg-terminal text-terminal-ink noscript:hidden">
        <Log entries={entries} label={`What was run: ${view.title}`} />
        <Prompt line={line} onLine={setTyped} busy={busy} loading={busy && entries.length === 0} onSubmit={submit} />
      </div>
      {failed && (
        <Notice kind="refused" live="assertive" title="That did not run">
          The simulator could not be loaded or ended with an error. Nothing is lost: run it again, or start over.
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm noscript:hidden">
        <p className="text-dim" role="status">
          {next ? `Command ${done + 1} of ${steps.length}. You may change it, or run another.` : null}
          {!next && expected !== undefined && (
            <>
              That was the last command. You expected: <q>{plain(predict.options[expected] ?? '')}</q>. The account is
              still yours to try other lines in.
            </>
          )}
        </p>
        {next && typed !== undefined && typed !== next.run && (
          <Button variant="quiet" size="sm" onClick={() => setTyped(undefined)}>
            Put the command back
          </Button>
        )}
        {entries.length > 0 && (
          <Button size="sm" onClick={startOver}>
            Start over
          </Button>
        )}
      </div>
    </div>
  );
}

const plain = (text: string): string => text.replace(/`|\*\*/g, '');

/** What was run and what came of it, the newest in sight. */
function Log({ entries, label }: { entries: readonly Entry[]; label: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const log = place.current;
    const newest = log?.querySelector('li:last-child');
    // Only the log moves, not the page.
    if (log && newest instanceof HTMLElement && entries.length > 0) log.scrollTop = newest.offsetTop - log.offsetTop;
  }, [entries]);
  return (
    <section
      ref={place}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
      tabIndex={0}
      className={`max-h-80 overflow-y-auto focus-visible:-outline-offset-2 ${entries.length > 0 ? 'p-3 pb-1' : ''}`}
    >
      <ol aria-live="polite" className="flex flex-col gap-4">
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
          <li key={index} className="flex flex-col gap-1">
            <p className="font-mono text-sm break-words whitespace-pre-wrap">
              <span className="text-terminal-dim">$ </span>
              {entry.line}
            </p>
            {entry.stdout && <pre className="overflow-x-auto text-sm">{printable(entry.stdout)}</pre>}
            {entry.stderr && (
              <pre className="overflow-x-auto text-sm whitespace-pre-wrap text-terminal-refused">
                {entry.refused ? '✕ Refused. ' : '✕ Not run. '}
                {printable(entry.stderr).trim()}
              </pre>
            )}
            {!entry.stdout && !entry.stderr && <p className="text-sm text-terminal-dim">✓ Done. It prints nothing.</p>}
            {entry.note && (
              <div className="mt-1 border-l-2 border-terminal-dim pl-3 font-sans">
                <LightText text={entry.note} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The command that is next, to run as it stands or changed. */
function Prompt({
  line,
  onLine,
  busy,
  loading,
  onSubmit,
}: {
  line: string;
  onLine: (line: string) => void;
  busy: boolean;
  loading: boolean;
  onSubmit: (event: FormEvent) => void;
}) {
  const id = useId();
  return (
    <form onSubmit={onSubmit} className="flex items-end gap-2 p-3">
      <label htmlFor={id} className="sr-only">
        Command
      </label>
      <textarea
        id={id}
        value={line}
        rows={2}
        onChange={(event) => onLine(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        placeholder="aws ec2 describe-network-interfaces"
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className="min-w-0 flex-1 resize-none rounded border border-terminal-dim bg-transparent px-2 py-1.5 font-mono text-sm placeholder:text-terminal-dim pointer-coarse:text-[1rem]"
      />
      <Button type="submit" variant="primary" busy={busy}>
        {loading ? 'Loading' : busy ? 'Running' : 'Run'}
      </Button>
    </form>
  );
}
