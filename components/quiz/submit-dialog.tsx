'use client';

import { useRef, useState } from 'react';
import type { QuizAttemptView } from '@/lib/quizzes/views';
import { ApiError } from '../site/api';
import { Button } from '../ui/button';
import { Dialog, DialogClose } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { submitAttempt } from './api';

/** What is unanswered, and whether to hand in. Waits until the last answer is saved. */
export function SubmitDialog({
  open,
  attempt,
  extents,
  isAway,
  stuck,
  flush,
  onClose,
  onGo,
  onSubmitted,
}: {
  open: boolean;
  attempt: QuizAttemptView;
  /** How much of each question is answered. */
  extents: readonly ('none' | 'part' | 'full')[];
  isAway: boolean;
  /** The places of questions that are not saved before something is decided there. */
  stuck: readonly number[];
  /** Saves everything; false where the person has to decide something first. */
  flush: () => Promise<boolean>;
  onClose: () => void;
  onGo: (index: number) => void;
  onSubmitted: (attempt: QuizAttemptView) => void;
}) {
  const [doing, setDoing] = useState<'saving' | 'submitting'>();
  const [problem, setProblem] = useState<string>();
  // The go that is under way; state comes too late for the second press of a double click.
  const go = useRef<object>(undefined);

  const close = () => {
    // What is on its way cannot be called back.
    if (doing === 'submitting') return;
    go.current = undefined;
    setDoing(undefined);
    setProblem(undefined);
    onClose();
  };
  const submit = async () => {
    if (go.current) return;
    const mine = {};
    go.current = mine;
    setProblem(undefined);
    setDoing('saving');
    const saved = await flush();
    if (go.current !== mine) return;
    try {
      if (!saved) return setProblem('Not every answer is saved. See what is asked of you there.');
      setDoing('submitting');
      onSubmitted(await submitAttempt(attempt.id));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    } finally {
      go.current = undefined;
      setDoing(undefined);
    }
  };

  const answered = extents.filter((extent) => extent === 'full').length;
  const missing = extents.flatMap((extent, index) => (extent === 'full' ? [] : [{ index, extent }]));
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title="Submit your answers?"
      description={`${answered} of ${extents.length} questions are answered. Once submitted they cannot be changed. ${
        attempt.assignment
          ? 'You see the marks when they are released to your class.'
          : 'You see what was right at once.'
      }`}
      actions={
        <>
          <DialogClose>Go on answering</DialogClose>
          <Button variant="primary" busy={doing !== undefined} onClick={submit}>
            {doing === 'submitting' ? 'Submitting' : doing === 'saving' ? 'Saving first' : 'Submit'}
          </Button>
        </>
      }
    >
      {missing.length > 0 && (
        <div>
          <p className="mb-2">{missing.length === 1 ? 'This one is not:' : 'These are not:'}</p>
          <ul className="flex flex-wrap gap-2">
            {missing.map(({ index, extent }) => (
              <li key={index}>
                <Button size="sm" onClick={() => onGo(index)}>
                  Question {index + 1}
                  {extent === 'part' && ', in part'}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {doing === 'saving' && isAway && (
        <Notice live="polite" title="The server does not answer">
          Your last answers are safe on this page. It is tried again, and they are submitted once they are saved.
        </Notice>
      )}
      {problem && (
        <Notice kind="refused" live="assertive" title="Not submitted">
          <p>{problem}</p>
          {stuck.length > 0 && (
            <ul className="mt-2 flex flex-wrap gap-2">
              {stuck.map((index) => (
                <li key={index}>
                  <Button size="sm" onClick={() => onGo(index)}>
                    Question {index + 1}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </Dialog>
  );
}
