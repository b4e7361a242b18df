'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { others } from '@/lib/diagram/others';
import { topology } from '@/lib/diagram/topology';
import type { CompletionAnswer } from '@/lib/labs/views';
import { ApiError } from '../site/api';
import { AccountTable } from './account-table';
import { api } from './api';
import { Diagram } from './diagram';
import { OtherTable } from './other-table';
import { PlainTerminal } from './plain-terminal';
import { StepLog } from './step-log';
import { TerminalControls, useTerminalSettings } from './terminal-settings';
import { Timeline } from './timeline';
import { addToTranscript, type Entry, keepTranscript, readTranscript } from './transcript';
import type { Attempt, useAttempt } from './use-attempt';

// xterm is half of this page's script: it comes when the page can be read, and on phones not at all.
const Terminal = dynamic(() => import('./terminal').then((module) => module.Terminal), {
  ssr: false,
  loading: () => <div className="size-full bg-terminal" />,
});

type Lab = ReturnType<typeof useAttempt>;

/** Picture above, terminal below. */
export function Desk({
  attempt,
  busy,
  run,
  moveTo,
}: {
  attempt: Attempt;
  busy: boolean;
  run: Lab['run'];
  moveTo: Lab['moveTo'];
}) {
  const [entries, setEntries] = useState<readonly Entry[]>(() => firstEntries(attempt));
  const [settings, change] = useTerminalSettings();
  const account = useMemo(
    // `revision` stands for what is in `world`, which is one object.
    () => (attempt.revision >= 0 ? topology(attempt.world, attempt.ports) : { vpcs: [], looseAddresses: [] }),
    [attempt.world, attempt.ports, attempt.revision],
  );
  const rest = useMemo(() => (attempt.revision >= 0 ? others(attempt.world) : []), [attempt.world, attempt.revision]);
  const add = useCallback(
    (entry: Entry) => {
      addToTranscript(attempt.id, entry);
      setEntries((before) => [...before, entry]);
      return entry;
    },
    [attempt.id],
  );
  const runLine = useCallback(
    async (line: string): Promise<Entry> => {
      const nothing = { line, stdout: '', stderr: '' };
      if (line.trim() === '') return nothing;
      if (line.trim() === 'clear') {
        keepTranscript(attempt.id, []);
        setEntries([]);
        return nothing;
      }
      try {
        const { stdout, stderr } = await run(line);
        return add({ line, stdout, stderr });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return add({ line, stdout: '', stderr: `${error.message}\n` });
      }
    },
    [run, add, attempt.id],
  );
  const complete = useCallback(
    (line: string) => api<CompletionAnswer>('POST', `/lab-attempts/${attempt.id}/completions`, { line }),
    [attempt.id],
  );
  const history = useMemo(() => entries.map((entry) => entry.line), [entries]);
  return (
    <Tabs defaultValue="diagram" className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Measured className="order-1 min-h-72 flex-1 overflow-auto border-line bg-paper max-lg:max-h-[60vh] max-lg:border-t">
        {(width) => (
          <>
            <TabPanel value="diagram" className="w-fit p-5">
              <Diagram account={account} changed={attempt.changed} width={width - 44} />
            </TabPanel>
            <TabPanel value="table">
              <AccountTable account={account} changed={attempt.changed} />
              <OtherTable rows={rest} changed={attempt.changed} />
            </TabPanel>
            <TabPanel value="log">
              <StepLog steps={attempt.steps} path={attempt.path} />
            </TabPanel>
          </>
        )}
      </Measured>
      <div className="order-2 flex flex-wrap items-center gap-x-4 gap-y-1 border-y border-line bg-panel px-4 py-1.5">
        <Timeline
          steps={attempt.steps}
          path={attempt.path}
          position={attempt.position}
          busy={busy}
          onMove={(to) => void moveTo(to)}
        />
        <TabList label="Show the account as">
          <Tab value="diagram">Diagram</Tab>
          <Tab value="table">Table</Tab>
          <Tab value="log">Log</Tab>
        </TabList>
        <TerminalControls settings={settings} onChange={change} />
      </div>
      <section aria-label="Terminal" className="order-3 h-80 shrink-0 lg:h-[38%]">
        {settings.plain ? (
          <PlainTerminal entries={entries} run={runLine} history={history} busy={busy} />
        ) : (
          <Terminal
            entries={entries}
            run={runLine}
            complete={complete}
            history={history}
            screenReader={settings.screenReader}
            fontSize={settings.fontSize}
          />
        )}
      </section>
    </Tabs>
  );
}

/** What the terminal showed on this device, or else the lines that the log has. */
function firstEntries(attempt: Attempt): Entry[] {
  const kept = readTranscript(attempt.id);
  if (kept.length > 0) return kept;
  const bySeq = new Map(attempt.steps.map((step) => [step.seq, step]));
  return attempt.path.flatMap((seq) => {
    const step = bySeq.get(seq);
    return step
      ? [{ line: step.text, stdout: '', stderr: step.codes.map((code) => `refused: ${code}\n`).join('') }]
      : [];
  });
}

/** A place that scrolls; its content is given its width, px, in steps so that a drag of the window lays out seldom. */
function Measured({ className, children }: { className: string; children: (width: number) => ReactNode }) {
  const [width, setWidth] = useState<number>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth / 10) * 10);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className={className}>
      {width !== undefined && children(width)}
    </div>
  );
}
