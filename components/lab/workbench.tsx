'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { topology } from '@/lib/diagram/topology';
import type { CompletionAnswer } from '@/lib/labs/views';
import { AccountTable } from './account-table';
import { ApiError, api } from './api';
import { Diagram } from './diagram';
import { PlainTerminal } from './plain-terminal';
import { TaskList, type TaskText } from './task-list';
import { Timeline } from './timeline';
import { type Entry, keepTranscript, readTranscript } from './transcript';
import { type Attempt, useAttempt } from './use-attempt';

// xterm is half of this page's script: it comes when the page can be read, and on phones not at all.
const Terminal = dynamic(() => import('./terminal').then((module) => module.Terminal), {
  ssr: false,
  loading: () => <div className="size-full bg-terminal" />,
});

export interface WorkbenchProps {
  readonly slug: string;
  readonly title: string;
  readonly facts: string;
  readonly summary: string;
  readonly tasks: readonly TaskText[];
  /** The lab's brief, rendered. */
  readonly children: ReactNode;
}

/** A lab at work: tasks, picture or table, steps, terminal. One state, which the server holds. */
export function Workbench({ slug, title, facts, summary, tasks, children }: WorkbenchProps) {
  const lab = useAttempt(slug);
  const { attempt, failed, busy } = lab;
  if (failed && !attempt) {
    return (
      <div className="mx-auto w-full max-w-3xl p-5">
        <h1 className="mb-6 text-2xl">{title}</h1>
        <ErrorPanel
          title="The lab could not be loaded"
          safe="Nothing is lost: what you did is kept on the server."
          advice={failed}
          action={<Button onClick={() => void lab.open()}>Try again</Button>}
        />
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col lg:grid lg:h-[calc(100dvh-var(--header-height))] lg:flex-none lg:grid-cols-[21rem_minmax(0,1fr)]">
      <section aria-label="Lab" className="flex flex-col gap-4 border-line p-5 lg:overflow-y-auto lg:border-r">
        <div>
          <h1 className="text-xl">{title}</h1>
          <p className="mt-1 text-sm text-dim">{facts}</p>
        </div>
        <p>{summary}</p>
        <Disclosure summary="Read the brief" open={tasks.length === 0}>
          <div className="flex flex-col gap-3 [&_h2]:mt-2 [&_h2]:text-base [&_li]:ml-4 [&_li]:list-disc">
            {children}
          </div>
        </Disclosure>
        {attempt?.finishedAt && tasks.length > 0 && <EndCard attempt={attempt} tasks={tasks} />}
        {failed && attempt && (
          <Notice kind="refused" live="assertive">
            {failed}
          </Notice>
        )}
        {tasks.length > 0 && (
          <div>
            <p className="sr-only" role="status">
              {attempt && `${attempt.tasks.filter((task) => task.passed).length} of ${tasks.length} tasks hold.`}
            </p>
            <TaskList
              texts={tasks}
              states={attempt?.tasks ?? []}
              hints={attempt?.hints ?? {}}
              onHint={(task) => void lab.hint(task)}
            />
          </div>
        )}
        {attempt && (
          <div className="flex flex-wrap gap-2 border-t border-line pt-4">
            <Reset disabled={attempt.position === 0} onReset={() => void lab.moveTo(0)} />
            <StartOver onStart={() => void lab.begin()} />
          </div>
        )}
      </section>
      {attempt ? (
        <Desk key={attempt.id} attempt={attempt} busy={busy} run={lab.run} moveTo={lab.moveTo} />
      ) : (
        <Loading label="The lab is being loaded.">
          <div className="flex flex-col gap-6 p-6">
            <Skeleton className="h-64 w-full" />
            <Skeleton className="h-40 w-full" />
          </div>
        </Loading>
      )}
    </div>
  );
}

type Lab = ReturnType<typeof useAttempt>;

/** Picture above, terminal below. */
function Desk({
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
  const [plain, setPlain] = usePlainTerminal();
  const account = useMemo(
    // `revision` stands for what is in `world`, which is one object.
    () => (attempt.revision >= 0 ? topology(attempt.world, attempt.ports) : { vpcs: [], looseAddresses: [] }),
    [attempt.world, attempt.ports, attempt.revision],
  );
  const add = useCallback(
    (entry: Entry) => {
      setEntries((before) => {
        const after = [...before, entry];
        keepTranscript(attempt.id, after);
        return after;
      });
      return entry;
    },
    [attempt.id],
  );
  const runLine = useCallback(
    async (line: string): Promise<Entry> => {
      if (line.trim() === '') return { line, stdout: '', stderr: '' };
      try {
        const { stdout, stderr } = await run(line);
        return add({ line, stdout, stderr });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return add({ line, stdout: '', stderr: `${error.message}\n` });
      }
    },
    [run, add],
  );
  const complete = useCallback(
    (line: string) => api<CompletionAnswer>('POST', `/lab-attempts/${attempt.id}/completions`, { line }),
    [attempt.id],
  );
  const history = useMemo(() => entries.map((entry) => entry.line), [entries]);
  return (
    <Tabs defaultValue="diagram" className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="order-1 min-h-72 flex-1 overflow-auto border-line bg-paper max-lg:max-h-[60vh] max-lg:border-t">
        <TabPanel value="diagram" className="min-w-fit p-5">
          <Measured>{(width) => <Diagram account={account} changed={attempt.changed} width={width} />}</Measured>
        </TabPanel>
        <TabPanel value="table">
          <AccountTable account={account} changed={attempt.changed} />
        </TabPanel>
      </div>
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
        </TabList>
        <Button size="sm" variant="quiet" aria-pressed={plain} onClick={() => setPlain(!plain)}>
          Plain input
        </Button>
      </div>
      <section aria-label="Terminal" className="order-3 h-80 shrink-0 lg:h-[38%]">
        {plain ? (
          <PlainTerminal entries={entries} run={runLine} history={history} busy={busy} />
        ) : (
          <Terminal
            entries={entries}
            run={runLine}
            complete={complete}
            history={history}
            screenReader={false}
            fontSize={13}
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

/** The ordinary field in place of the terminal: chosen on this device, and from the start where there is no mouse. */
function usePlainTerminal(): [boolean, (plain: boolean) => void] {
  const [plain, setPlain] = useState(() => {
    try {
      const chosen = localStorage.getItem('plain-terminal');
      if (chosen !== null) return chosen === '1';
    } catch {
      // Storage refused: the device decides.
    }
    return matchMedia('(pointer: coarse)').matches;
  });
  const choose = (next: boolean) => {
    setPlain(next);
    try {
      localStorage.setItem('plain-terminal', next ? '1' : '0');
    } catch {
      // The choice lasts as long as the page.
    }
  };
  return [plain, choose];
}

/** Gives its content the width it has, px, in steps so that a drag of the window does not lay out at every pixel. */
function Measured({ children }: { children: (width: number) => ReactNode }) {
  const [width, setWidth] = useState<number>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current?.parentElement;
    if (!element) return;
    const measure = () => setWidth(Math.max(330, Math.floor((element.clientWidth - 44) / 20) * 20));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={place}>{width !== undefined && children(width)}</div>;
}

function EndCard({ attempt, tasks }: { attempt: Attempt; tasks: readonly TaskText[] }) {
  return (
    <Notice kind="holds" title="Finished" live="polite">
      <p>
        All {tasks.length} tasks held, with {attempt.steps.filter((step) => step.outcome !== 'shell').length} steps.
        What you proved stays proved, whatever you undo.
      </p>
      <p className="mt-2">
        <Link href="/labs/sandbox" className="underline">
          Go on in the sandbox
        </Link>
      </p>
    </Notice>
  );
}

function Reset({ disabled, onReset }: { disabled: boolean; onReset: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Go back to the start?"
      description="The account becomes as it was at first. Your steps are kept: Redo goes through them again."
      trigger={
        <Button size="sm" disabled={disabled}>
          Reset
        </Button>
      }
      actions={
        <>
          <DialogClose />
          <Button
            variant="primary"
            onClick={() => {
              setOpen(false);
              onReset();
            }}
          >
            Go back to the start
          </Button>
        </>
      }
    />
  );
}

function StartOver({ onStart }: { onStart: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Start a new attempt?"
      description="You get a fresh account with other ids. This attempt is kept."
      trigger={<Button size="sm">New attempt</Button>}
      actions={
        <>
          <DialogClose />
          <Button
            variant="primary"
            onClick={() => {
              setOpen(false);
              onStart();
            }}
          >
            Start a new attempt
          </Button>
        </>
      }
    />
  );
}
