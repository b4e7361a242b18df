import { useEffect, useRef } from 'react';
import { LightText } from '@/components/lab/light-text';
import { printable } from '@/components/lab/transcript';
import type { Entry } from './use-experiment';

/** Most that the log shows of a line and of a message, in characters: a whole file pasted in would bury the answer. */
const longest = { line: 300, message: 2_000 };
const clip = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}… ${text.length.toLocaleString('en')} characters` : text;
/** The CLI ends a long list of what it knows with what one may have meant. */
const clipMiddle = (text: string): string =>
  text.length > longest.message ? `${text.slice(0, longest.message - 300)}\n…\n${text.slice(-300)}` : text;

function passed(seconds: number): string {
  const time = seconds < 1 ? 'A moment' : seconds === 1 ? 'One second' : `${seconds.toLocaleString('en')} seconds`;
  return `${time} of simulated time went by, and none of yours.`;
}

/** What was run and what came of it, the newest in sight. */
export function ExperimentLog({ entries, label }: { entries: readonly Entry[]; label: string }) {
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
              {clip(entry.line, longest.line)}
            </p>
            {entry.stdout && <pre className="text-sm wrap-anywhere whitespace-pre-wrap">{printable(entry.stdout)}</pre>}
            {entry.stderr && (
              <pre className="text-sm wrap-anywhere whitespace-pre-wrap text-terminal-refused">
                {entry.refused ? '✕ Refused. ' : '✕ Not run. '}
                {clipMiddle(printable(entry.stderr).trim())}
              </pre>
            )}
            {!entry.stdout && !entry.stderr && (
              <p className="text-sm text-terminal-dim">
                ✓ Done. {entry.waitedSeconds === undefined ? 'It prints nothing.' : passed(entry.waitedSeconds)}
              </p>
            )}
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
