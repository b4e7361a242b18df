'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { Desk } from './desk';
import { EndCard, Reset, StartOver } from './lab-actions';
import { OwnTools } from './own-tools';
import { TaskList, type TaskText } from './task-list';
import { useAttempt } from './use-attempt';

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
        {attempt?.finishedAt && tasks.length > 0 && <EndCard tasks={tasks.length} />}
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
              foundOnDemand={isIncident}
              onHint={(task) => void lab.hint(task)}
            />
          </div>
        )}
        {attempt && (
          <div className="flex flex-wrap gap-2 border-t border-line pt-4">
            <Reset disabled={attempt.position === 0} onReset={() => void lab.moveTo(0)} />
            <StartOver onStart={() => void lab.begin()} />
            <OwnTools key={attempt.id} attemptId={attempt.id} />
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
