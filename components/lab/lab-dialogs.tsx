'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { Attempt } from './attempt-state';
import { OwnTools } from './own-tools';
import { AttemptsBody } from './time/attempts-body';
import type { Line } from './time/line';
import { timelineName } from './time/names';
import { ShareBody } from './time/share-body';
import { ShowSolution } from './time/show-solution';
import { placeWords } from './time/step-words';
import { ForkForm, TimelinesBody } from './time/timelines-body';
import type { DialogKind, Places } from './time/use-places';
import type { Lab } from './use-attempt';

/** The dialogs of a lab. Together they weigh as much as the page around them, so they come with the first one that is opened. */
export function LabDialogs({
  slug,
  attempt,
  line,
  looking,
  lab,
  kind,
  onPlaces,
}: {
  slug: string;
  attempt: Attempt;
  line: Line;
  /** The step that is looked at, where it is not the one that the lab stands at. */
  looking: number | undefined;
  lab: Pick<Lab, 'busy' | 'change' | 'moveTo' | 'begin' | 'resume'>;
  /** The one that is open. */
  kind: DialogKind | undefined;
  onPlaces: (some: Partial<Places>) => void;
}) {
  const close = () => onPlaces({ dialog: undefined });
  const dialog = (of: DialogKind) => ({ open: kind === of, onOpenChange: (open: boolean) => !open && close() });
  const seq = looking ?? attempt.position;
  const place = (step: number) => placeWords(line, step);
  const current = timelineName(attempt.timelines, attempt.timeline);
  const moved = () => onPlaces({ dialog: undefined, look: undefined });
  // What a dialog led to takes the focus by itself.
  const leads = useRef(false);
  useEffect(() => {
    if (kind) leads.current = false;
  }, [kind]);
  const unlessLed = () => !leads.current;
  const closing = <DialogClose>Close</DialogClose>;
  return (
    <>
      <Dialog
        {...dialog('reset')}
        title="Go back to the start?"
        description="The account becomes as it was at first. Your steps are kept: Redo goes through them again."
        actions={
          <Question
            action="Go back to the start"
            busy={lab.busy}
            onAction={() => {
              moved();
              void lab.moveTo(0);
            }}
          />
        }
      />
      <Dialog
        {...dialog('start-over')}
        title="Start a new attempt?"
        description="You get a fresh account with other ids. This attempt is kept: “Your attempts” leads back to it."
        actions={
          <Question
            action="Start a new attempt"
            busy={lab.busy}
            onAction={() => {
              close();
              void lab.begin();
            }}
          />
        }
      />
      <Dialog
        {...dialog('attempts')}
        title="Your attempts at this lab"
        description="Nothing expires. Each goes on where you left it."
        actions={closing}
      >
        <AttemptsBody
          slug={slug}
          current={attempt.id}
          onResume={(id) => {
            close();
            void lab.resume(id);
          }}
        />
      </Dialog>
      <Dialog
        {...dialog('timelines')}
        finalFocus={unlessLed}
        title="Timelines"
        description="A fork is another way to go on from a step. Each timeline keeps where it stands, and none changes another."
        actions={closing}
      >
        <TimelinesBody
          attempt={attempt}
          line={line}
          looking={looking}
          change={lab.change}
          onCompare={(left, right) => {
            leads.current = true;
            onPlaces({ dialog: undefined, pair: { left, right }, view: 'compare', arrives: true });
          }}
          onDone={moved}
        />
      </Dialog>
      <Dialog
        {...dialog('fork')}
        // What opened it is gone once one stands on the fork.
        finalFocus={() => looking !== undefined || document.getElementById('lab-timeline')}
        title="Fork from here"
        description={`A timeline of its own begins at ${place(seq)}, and you go on there. ${current} stays as it is.`}
        actions={<DialogClose />}
      >
        <ForkForm timelines={attempt.timelines} from={seq} place={place(seq)} change={lab.change} onDone={moved} />
      </Dialog>
      <Dialog
        {...dialog('share')}
        wide
        title="Share a moment"
        description="Who has the link sees the account at that step and the calls that led there, and can start from it in an attempt of their own. They see nothing of you, and change nothing of yours. It works until you revoke it."
        actions={closing}
      >
        <ShareBody attemptId={attempt.id} seq={seq} placeOf={place} />
      </Dialog>
      <ShowSolution
        {...dialog('solution')}
        finalFocus={unlessLed}
        attempt={attempt}
        change={lab.change}
        onPlay={(solution) => {
          leads.current = true;
          onPlaces({ dialog: undefined, look: undefined, solution });
        }}
      />
      <Dialog
        {...dialog('own-tools')}
        wide
        title="Use your own tools"
        description="The AWS CLI, boto3 and the SDKs can call this account. What they do shows here at once, and counts like what you type."
        actions={closing}
      >
        <OwnTools attemptId={attempt.id} />
      </Dialog>
    </>
  );
}

/** `busy`: a second press comes while the dialog is on its way out. */
function Question({ action, busy, onAction }: { action: string; busy: boolean; onAction: () => void }) {
  return (
    <>
      <DialogClose />
      <Button variant="primary" busy={busy} onClick={onAction}>
        {action}
      </Button>
    </>
  );
}
