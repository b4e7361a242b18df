'use client';

import { useCallback, useMemo, useState } from 'react';
import type { CompletionAnswer } from '@/lib/labs/views';
import { ApiError } from '../site/api';
import { api } from './api';
import type { Attempt } from './attempt-state';
import { addToTranscript, type Entry, keepTranscript, mostEntries, readTranscript } from './transcript';
import type { Lab } from './use-attempt';

/** The lines of a terminal: what it showed, and to run one more. */
export function useLines(attempt: Attempt, run: Lab['run']) {
  const { id, prompt } = attempt;
  const [entries, setEntries] = useState<readonly Entry[]>(() => firstEntries(attempt));
  const [outside, setOutside] = useState<readonly Entry[]>([]);
  const add = useCallback(
    (entry: Entry) => {
      addToTranscript(id, entry);
      setEntries((before) => [...before, entry]);
      return entry;
    },
    [id],
  );
  const runLine = useCallback(
    async (line: string): Promise<Entry & { next?: string }> => {
      const nothing = { line, stdout: '', stderr: '' };
      if (line.trim() === '') return nothing;
      if (line.trim() === 'clear') {
        keepTranscript(id, []);
        setEntries([]);
        return nothing;
      }
      try {
        const { stdout, stderr, prompt: next } = await run(line);
        return { ...add({ line, stdout, stderr, prompt }), next };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return add({ line, stdout: '', stderr: `${error.message}\n`, prompt });
      }
    },
    [run, add, id, prompt],
  );
  /** Run a line that nobody typed; the terminal shows it as if. Answers whether it was run. */
  const runElsewhere = useCallback(
    async (line: string): Promise<boolean> => {
      const { next, ...entry } = await runLine(line);
      setOutside((before) => [...before, entry]);
      return next !== undefined;
    },
    [runLine],
  );
  const complete = useCallback(
    (line: string) => api<CompletionAnswer>('POST', `/lab-attempts/${id}/completions`, { line }),
    [id],
  );
  const history = useMemo(() => entries.map((entry) => entry.line), [entries]);
  return { entries, outside, runLine, runElsewhere, complete, history };
}

/** What the terminal showed on this device, or else the lines that the log has: the last of them. */
function firstEntries(attempt: Attempt): Entry[] {
  const kept = readTranscript(attempt.id);
  if (kept.length > 0) return kept;
  const last = new Set(attempt.path.slice(-mostEntries));
  return attempt.steps
    .filter(({ seq }) => last.has(seq))
    .map(({ text, codes }) => ({
      line: text,
      stdout: '',
      stderr: codes.map((code) => `refused: ${code}\n`).join(''),
    }));
}
