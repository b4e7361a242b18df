'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { TaskText } from './task-list';
import type { Attempt } from './use-attempt';

/** What was proved, and the one thing to do next. */
export function EndCard({ attempt, tasks }: { attempt: Attempt; tasks: readonly TaskText[] }) {
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

/** Back to the start, after a question. */
export function Reset({ disabled, onReset }: { disabled: boolean; onReset: () => void }) {
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

/** Another attempt, after a question. */
export function StartOver({ onStart }: { onStart: () => void }) {
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
