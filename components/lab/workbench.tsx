'use client';

import { type ComponentProps, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { Attempt } from './attempt-state';
import type { Look } from './desk';
import type { Shown } from './desk-panels';
import { EarlyTerminal } from './early/early-terminal';
import { usePart } from './flow/use-part';
import { EndCard, LabActions, Unrecorded } from './lab-actions';
import type { LabDialogs } from './lab-dialogs';
import { NotCome } from './late-panel';
import { TaskList, type TaskText } from './task-list';
import { type Line, lineOf } from './time/line';
import { linkedStep } from './time/linked-step';
import { useMoment } from './time/use-moment';
import { type Places, usePlaces } from './time/use-places';
import type { TypingRef } from './typing';
import { useAttempt } from './use-attempt';

// Nothing of it can be shown before the attempt is there. It comes beside it, and a phone runs it in a piece of its own.
const loadDesk = () => import('./desk').then((module) => module.Desk);
// Asked for before React reads the page. That it does not come is said once it is wanted.
if (typeof window !== 'undefined') loadDesk().catch(() => {});
const loadDialogs = () => import('./lab-dialogs').then((module) => module.LabDialogs);

export interface WorkbenchProps {
  readonly slug: string;
  readonly title: string;
  readonly facts: string;
  readonly summary: string;
  readonly tasks: readonly TaskText[];
  /** To find out what is wrong is the task: what a check found is told on demand. */
  readonly isIncident: boolean;
  /** The lab's brief, rendered. */
  readonly children: ReactNode;
}

/** A lab at work: tasks, picture or table, steps, terminal. One state, which the server holds. */
export function Workbench({ slug, title, facts, summary, tasks, isIncident, children }: WorkbenchProps) {
  const lab = useAttempt(slug);
  const desk = usePart(loadDesk, true);
  const typing: TypingRef = useRef(undefined);
  const { attempt, failed } = lab;
  const [places, setPlaces] = usePlaces(attempt?.id);
  const line = useLine(attempt);
  const { look, shown, states } = useShown(attempt, places);
  const [problem, setProblem] = useLink(attempt, lab.lost, line, setPlaces);
  if (failed && !attempt) {
    const again = () => {
      desk.again();
      void lab.open();
    };
    return (
      <div className="mx-auto w-full max-w-3xl p-5">
        <h1 className="mb-6 text-2xl">{title}</h1>
        <ErrorPanel
          title="The lab could not be loaded"
          safe="Nothing is lost: what you did is kept on the server."
          advice={failed}
          action={<Button onClick={again}>Try again</Button>}
        />
      </div>
    );
  }
  const passed = states.filter((task) => task.passed).length;
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
        {attempt?.finishedAt && tasks.length > 0 && (
          <EndCard tasks={tasks.length} onShow={() => setPlaces({ outcome: true, view: 'outcome', arrives: true })} />
        )}
        {attempt && <Unrecorded attempt={attempt} />}
        {failed && attempt && (
          <Notice kind="refused" live="assertive">
            {failed}
          </Notice>
        )}
        {problem && (
          <Notice live="polite">
            {problem}{' '}
            <Button size="sm" onClick={() => setProblem(undefined)}>
              Close
            </Button>
          </Notice>
        )}
        {tasks.length > 0 && (
          <div>
            <p className="sr-only" role="status">
              {attempt && !look && `${passed} of ${tasks.length} tasks hold.`}
            </p>
            {look && !look.failed && <p className="pb-2 text-sm text-dim">What held at the step you look at:</p>}
            <TaskList
              texts={tasks}
              states={states}
              hints={attempt?.hints ?? {}}
              // Before the first step it would say that nothing was done, and push down what is being read.
              found={isIncident ? 'asked' : attempt?.steps.length ? 'said' : 'unsaid'}
              onHint={(task) => void lab.hint(task)}
            />
          </div>
        )}
        {attempt && (
          <>
            <LabActions attempt={attempt} hasTasks={tasks.length > 0} onOpen={(dialog) => setPlaces({ dialog })} />
            <Dialogs
              slug={slug}
              attempt={attempt}
              line={line}
              looking={look?.seq}
              lab={lab}
              kind={places.dialog}
              onPlaces={setPlaces}
            />
          </>
        )}
      </section>
      {attempt && shown && desk.part ? (
        <desk.part
          key={attempt.id}
          attempt={attempt}
          shown={shown}
          line={line}
          look={look}
          lab={lab}
          places={places}
          onPlaces={setPlaces}
          typing={typing}
        />
      ) : (
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <div className="min-h-0 flex-1 overflow-hidden p-6">
            {desk.failed ? (
              <NotCome onAgain={desk.again} />
            ) : (
              <Loading label="The lab is being loaded.">
                <Skeleton className="h-64 w-full" />
              </Loading>
            )}
          </div>
          <section aria-label="Terminal" className="h-80 shrink-0 border-t border-line lg:h-[38%]">
            <EarlyTerminal typing={typing} />
          </section>
        </div>
      )}
    </div>
  );
}

/** The dialogs, from when the first one is opened. That they do not come is said, and costs nothing else. */
function Dialogs(props: ComponentProps<typeof LabDialogs>) {
  const { part: All, failed, again } = usePart(loadDialogs, props.kind !== undefined);
  if (All) return <All {...props} />;
  if (!failed || !props.kind) return null;
  return (
    <Notice kind="refused" live="assertive" title="This part of the page did not come">
      Look at your connection. The lab is as it was.{' '}
      <Button size="sm" onClick={again}>
        Try again
      </Button>
    </Notice>
  );
}

const noSteps: readonly never[] = [];
const nothing: Parameters<typeof lineOf>[0] = { steps: [], path: [], position: 0, timelines: [], timeline: 0 };

/** The steps of an attempt, walked again only when they, or where one stands, changed. */
function useLine(attempt: Attempt | undefined): Line {
  const { steps, path, position, timelines, timeline } = attempt ?? nothing;
  return useMemo(
    () => lineOf({ steps, path, position, timelines, timeline }),
    [steps, path, position, timelines, timeline],
  );
}

/** What is shown: the account and tasks of now, or of the step that is looked at. */
function useShown(attempt: Attempt | undefined, places: Places) {
  const seq = attempt && places.look !== attempt.position ? places.look : undefined;
  const { moment, isComing, failed } = useMoment(attempt?.id, seq);
  const isShown = seq !== undefined && moment !== undefined && !failed;
  const look: Look | undefined = seq === undefined ? undefined : { seq, isComing, failed: failed?.message };
  const shown: Shown | undefined = attempt && isShown ? { ...moment, revision: attempt.revision } : attempt;
  return { look, shown, states: (isShown ? moment.tasks : attempt?.tasks) ?? noSteps };
}

/** The step that the page's address asks for is looked at, once; what is wrong with the address is told. */
function useLink(attempt: Attempt | undefined, lost: boolean, line: Line, onPlaces: (some: Partial<Places>) => void) {
  const [problem, setProblem] = useState<string>();
  const done = useRef(false);
  useEffect(() => {
    if (!attempt || done.current) return;
    done.current = true;
    if (lost) return setProblem('This link names an attempt that is not among yours. Your newest one is shown.');
    const link = linkedStep(window.location.search, line);
    if (!link) return;
    if ('seq' in link) onPlaces({ look: link.seq });
    else setProblem(link.problem);
  }, [attempt, lost, line, onPlaces]);
  return [problem, setProblem] as const;
}
