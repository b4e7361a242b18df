'use client';

import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';

/** What was proved, and the one thing to do next. It comes into view when the lab is finished. */
export function EndCard({ tasks }: { tasks: number }) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={card}>
      <Notice kind="holds" title="Finished" live="polite">
        <p>
          All {tasks} tasks have held. That is recorded for good; the list says what holds in the account right now.
        </p>
        <p className="mt-2">
          <Link href="/labs/sandbox" className="underline">
            Go on in the sandbox
          </Link>
        </p>
      </Notice>
    </div>
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
