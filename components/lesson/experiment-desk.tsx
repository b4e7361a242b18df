'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LightText } from '@/components/lab/light-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ExperimentAccount, ExperimentTask } from '@/lib/lessons/experiment';
import { ExperimentLog } from './experiment-log';
import { useExperiment } from './use-experiment';

/** Predict, then run each command, then whatever one likes. The picture comes with the account, once one has predicted. */
export function ExperimentDesk({ task }: { task: ExperimentTask }) {
  const { id, title, ask, options, runs } = task;
  const experiment = useExperiment(task);
  const { entries, next, done, truth, busy, failed } = experiment;
  const [expected, setExpected] = useState<number>();
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState<string>();
  const fields = useRef<HTMLFieldSetElement>(null);
  const line = typed ?? next ?? '';

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
    // At once, since the choices take no focus before they are enabled again.
    flushSync(() => {
      experiment.reset();
      setTyped(undefined);
      setExpected(undefined);
      setAsked(false);
    });
    fields.current?.querySelector('input')?.focus();
  };

  return (
    <div className="flex flex-col gap-4">
      <fieldset ref={fields} className="noscript:hidden">
        <legend className="font-medium">
          <LightText text={ask} />
        </legend>
        <p className="text-sm text-dim">Say what you expect before you run anything.</p>
        <div className="mt-2 flex flex-col">
          {options.map((option, index) => (
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
        <ExperimentLog entries={entries} label={`What was run: ${title}`} />
        <Prompt
          line={line}
          last={entries.at(-1)?.line}
          onLine={setTyped}
          busy={busy}
          loading={busy && entries.length === 0}
          onSubmit={submit}
        />
      </div>
      {failed && (
        <Notice kind="refused" live="assertive" title="That did not run">
          The simulator could not be loaded or ended with an error. Nothing is lost: run it again, or start over.
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm noscript:hidden">
        <div className="max-w-[40rem] text-dim" role="status">
          {next && <p>{`Command ${done + 1} of ${runs.length}. You may change it, or run another.`}</p>}
          {!next && truth && expected !== undefined && <Settled options={options} truth={truth} expected={expected} />}
        </div>
        {next && typed !== undefined && typed !== next && (
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

/** What one expected, held against what the commands show. */
function Settled({
  options,
  truth,
  expected,
}: {
  options: readonly string[];
  truth: Pick<ExperimentAccount, 'right' | 'because'>;
  expected: number;
}) {
  const quoted = (index: number) => <q>{plain(options[index] ?? '')}</q>;
  const isRight = expected === truth.right;
  return (
    <div className="flex flex-col gap-1">
      <p>That was the last command. You expected: {quoted(expected)}.</p>
      <div className="text-base text-ink">
        <p className="font-semibold">{isRight ? 'That is how it is.' : <>It is otherwise: {quoted(truth.right)}.</>}</p>
        <LightText text={truth.because} />
      </div>
      <p>The account is still yours to try other lines in.</p>
    </div>
  );
}

const plain = (text: string): string => text.replace(/`|\*\*/g, '');

/** The command that is next, to run as it stands or changed. Arrow up brings back the `last` line that ran. */
function Prompt({
  line,
  last,
  onLine,
  busy,
  loading,
  onSubmit,
}: {
  line: string;
  last: string | undefined;
  onLine: (line: string) => void;
  busy: boolean;
  loading: boolean;
  onSubmit: (event: FormEvent) => void;
}) {
  const id = useId();
  const caret = useRef<number>(undefined);
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
          const { selectionStart, selectionEnd } = event.currentTarget;
          caret.current = event.key === 'ArrowUp' && selectionStart === selectionEnd ? selectionStart : undefined;
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        onKeyUp={(event) => {
          // A caret that could go no further up was in the first line; anywhere else the key is the text's own.
          const stuck = event.key === 'ArrowUp' && caret.current === event.currentTarget.selectionStart;
          if (stuck && last !== undefined) onLine(last);
        }}
        placeholder="aws ec2 describe-network-interfaces"
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className="field-sizing-content max-h-48 min-h-[3.5rem] min-w-0 flex-1 resize-none rounded border border-terminal-dim bg-transparent px-2 py-1.5 font-mono text-sm placeholder:text-terminal-dim pointer-coarse:text-[1rem]"
      />
      <Button type="submit" variant="primary" busy={busy}>
        {loading ? 'Loading' : busy ? 'Running' : 'Run'}
      </Button>
    </form>
  );
}
