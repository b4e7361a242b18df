'use client';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { SolutionView } from '@/lib/labs/moment-views';
import { api } from '../api';
import type { Attempt } from '../attempt-state';
import { Refused } from '../refused';
import { useAsking } from '../use-asking';
import type { Lab } from '../use-attempt';
import { freeName } from './names';
import type { Solution } from './solution-player';

/** The solution, after a word on what that means; played on a timeline of its own that begins at the start. */
export function ShowSolution({
  open,
  onOpenChange,
  finalFocus,
  attempt,
  change,
  onPlay,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  finalFocus: () => boolean;
  attempt: Pick<Attempt, 'id' | 'timeline' | 'timelines' | 'solutionShown' | 'finishedAt' | 'fromShare'>;
  change: Lab['change'];
  onPlay: (solution: Solution) => void;
}) {
  const { busy, failed, ask } = useAsking();
  const name = freeName('Solution', attempt.timelines);
  const show = () =>
    ask(async () => {
      const { lines } = await api<SolutionView>('POST', `/lab-attempts/${attempt.id}/solution`);
      const { timeline } = await change('POST', '/timelines', { name, from: 0 });
      onPlay({ lines, timeline, from: attempt.timeline });
    });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={finalFocus}
      title="Show the solution?"
      description={`${meaning(attempt)} It is played line by line on a timeline of its own, “${name}”, from the start on. What you did stays as it is, and you can go back to it at any time.`}
      actions={
        <>
          <DialogClose />
          <Button variant="primary" busy={busy} onClick={() => void show()}>
            {busy ? 'Fetching' : 'Show the solution'}
          </Button>
        </>
      }
    >
      <Refused message={failed} />
    </Dialog>
  );
}

/** What it means to see the solution, for the record. */
export function meaning({
  solutionShown,
  finishedAt,
  fromShare,
}: Pick<Attempt, 'solutionShown' | 'finishedAt' | 'fromShare'>): string {
  if (finishedAt) return 'You finished this attempt, and that stays recorded.';
  if (fromShare) return 'A finish of this attempt is not recorded: it began at a moment that somebody shared.';
  if (solutionShown) return 'You have seen it already, so a finish of this attempt is not recorded.';
  return 'From then on a finish of this attempt is not recorded. A new attempt counts again.';
}
