'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import type { Attempt } from './attempt-state';
import type { DialogKind } from './time/use-places';

/** What was proved, and the one thing to do next. It comes into view when the lab is finished. */
export function EndCard({ tasks, onShow }: { tasks: number; onShow: () => void }) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: what newer browsers return of it is no function to clean up with.
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={card}>
      <Notice kind="holds" title="Finished" live="polite">
        <p>
          All {tasks} tasks have held. That is recorded for good; the list says what holds in the account right now.
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button size="sm" onClick={onShow}>
            See what you showed
          </Button>
          <Link href="/labs/sandbox" className="underline">
            Go on in the sandbox
          </Link>
        </p>
      </Notice>
    </div>
  );
}

/** Why a finish of this attempt is not recorded, where it is not. */
export function Unrecorded({ attempt }: { attempt: Attempt }) {
  if (attempt.finishedAt || !(attempt.solutionShown || attempt.fromShare)) return null;
  return (
    <Notice>
      {attempt.fromShare
        ? 'This attempt began at a moment that somebody shared, so a finish is not recorded.'
        : 'You have seen the solution, so a finish of this attempt is not recorded.'}{' '}
      A new attempt counts.
    </Notice>
  );
}

/** Where one stands, and what can be done with the attempt as a whole. */
export function LabActions({
  attempt,
  hasTasks,
  onOpen,
}: {
  attempt: Attempt;
  hasTasks: boolean;
  onOpen: (dialog: DialogKind) => void;
}) {
  const opener = (kind: DialogKind, label: string, disabled = false) => (
    <Button size="sm" aria-haspopup="dialog" disabled={disabled} onClick={() => onOpen(kind)}>
      {label}
    </Button>
  );
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <p className="text-sm text-dim">
        You began on <LocalTime iso={attempt.startedAt} />. Leave whenever you like: it stays as you left it.
      </p>
      <div className="flex flex-wrap gap-2">
        {opener('reset', 'Reset', attempt.position === 0)}
        {opener('start-over', 'New attempt')}
        {opener('attempts', 'Your attempts')}
        {opener('share', 'Share')}
        <a href={`/api/v1/lab-attempts/${attempt.id}/transcript`} download className={buttonClass('plain', 'sm')}>
          Transcript
        </a>
        {hasTasks && opener('solution', 'Show solution')}
        {opener('own-tools', 'Use your own tools')}
      </div>
    </div>
  );
}
