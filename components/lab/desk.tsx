'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { topology } from '@/lib/diagram/topology';
import type { Flow } from '@/lib/engine/reachability/flow';
import type { CompletionAnswer } from '@/lib/labs/views';
import { ApiError } from '../site/api';
import { api } from './api';
import { Diagram } from './diagram';
import { type MatrixChoice, usualChoice } from './flow/matrix-choice';
import { useFlow } from './flow/use-flow';
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

// What few open at first is not in the first script either.
const TablePanel = dynamic(() => import('./table-panel').then((module) => module.TablePanel), {
  ssr: false,
  loading: () => <PanelLoading />,
});
const FlowPanel = dynamic(() => import('./flow/flow-panel').then((module) => module.FlowPanel), {
  ssr: false,
  loading: () => <PanelLoading />,
});
const MatrixPanel = dynamic(() => import('./flow/matrix-panel').then((module) => module.MatrixPanel), {
  ssr: false,
  loading: () => <PanelLoading />,
});
const PanelLoading = () => (
  <Loading label="The panel is being loaded.">
    <Skeleton className="m-5 h-48 w-auto" />
  </Loading>
);

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
  const [view, setView] = useState('diagram');
  const [row, setRow] = useState<string>();
  const showRow = useCallback((id: string) => {
    setRow(id);
    setView('table');
  }, []);
  const rowShown = useCallback(() => setRow(undefined), []);
  const [choice, setChoice] = useState<MatrixChoice>(usualChoice);
  const test = useFlow(attempt.world, attempt.revision);
  const { ask } = test;
  const openFlow = useCallback(
    (flow: Flow) => {
      ask(flow);
      setView('flow');
    },
    [ask],
  );
  const add = useCallback(
    (entry: Entry) => {
      addToTranscript(attempt.id, entry);
      setEntries((before) => [...before, entry]);
      return entry;
    },
    [attempt.id],
  );
  const { prompt } = attempt;
  const runLine = useCallback(
    async (line: string): Promise<Entry & { next?: string }> => {
      const nothing = { line, stdout: '', stderr: '' };
      if (line.trim() === '') return nothing;
      if (line.trim() === 'clear') {
        keepTranscript(attempt.id, []);
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
    [run, add, attempt.id, prompt],
  );
  const complete = useCallback(
    (line: string) => api<CompletionAnswer>('POST', `/lab-attempts/${attempt.id}/completions`, { line }),
    [attempt.id],
  );
  const history = useMemo(() => entries.map((entry) => entry.line), [entries]);
  return (
    <Tabs value={view} onValueChange={setView} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Measured className="order-1 min-h-72 flex-1 overflow-auto border-line bg-paper max-lg:max-h-[60vh] max-lg:border-t">
        {(width) => (
          <>
            <TabPanel value="diagram" className="w-fit p-5">
              <Diagram account={account} changed={attempt.changed} width={width - 44} />
            </TabPanel>
            <TabPanel value="table">
              <TablePanel
                world={attempt.world}
                revision={attempt.revision}
                account={account}
                changed={attempt.changed}
                row={row}
                onShown={rowShown}
              />
            </TabPanel>
            <TabPanel value="flow" className="h-full">
              <FlowPanel
                world={attempt.world}
                revision={attempt.revision}
                account={account}
                test={test}
                width={width}
                onShow={showRow}
              />
            </TabPanel>
            <TabPanel value="matrix">
              <MatrixPanel
                world={attempt.world}
                revision={attempt.revision}
                choice={choice}
                onChoose={setChoice}
                onOpen={openFlow}
              />
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
          <Tab value="flow">Test a flow</Tab>
          <Tab value="matrix">Matrix</Tab>
          <Tab value="log">Log</Tab>
        </TabList>
        <TerminalControls settings={settings} onChange={change} />
      </div>
      <section aria-label="Terminal" className="order-3 h-80 shrink-0 lg:h-[38%]">
        {settings.plain ? (
          <PlainTerminal entries={entries} run={runLine} prompt={prompt} history={history} busy={busy} />
        ) : (
          <Terminal
            entries={entries}
            run={runLine}
            prompt={prompt}
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
