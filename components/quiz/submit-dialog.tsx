'use client';

import { useRef, useState } from 'react';
import type { QuizAttemptView } from '@/lib/quizzes/views';
import { ApiError } from '../site/api';
import { Button } from '../ui/button';
import { Dialog, DialogClose } from '../ui/dialog';
import { Notice } from '../ui/notice';
import type { Extent } from './answers';
import { submitAttempt } from './api';

/** What is unanswered, and whether to hand in. Waits until the last answer is saved. */
export function SubmitDialog({
  open,
  attempt,
  extents,
  isAway,
  flush,
  onClose,
  onGo,
  onSubmitted,
}: {
  open: boolean;
  attempt: QuizAttemptView;
  /** How far each question is answered. */
  extents: readonly Extent[];
  isAway: boolean;
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
      if (!saved) return setProblem('Not every answer is saved. The page says what is asked of you.');
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
  const placed = extents.map((extent, index) => ({ index, extent }));
  const unsaved = placed.filter(({ extent }) => extent === 'unsaved');
  const missing = placed.filter(({ extent }) => extent === 'none' || extent === 'part');
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title="Submit your answers?"
      description={`${answered} of ${extents.length} questions are answered. Once submitted they cannot be changed. ${
        attempt.assignment
          ? 'You see the marks when they are released to your class.'
          : 'After you submit you see at once what was right.'
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
      {unsaved.length > 0 && (
        <Questions
          title="Not saved; something is asked of you there before you can submit:"
          questions={unsaved}
          onGo={onGo}
        />
      )}
      {missing.length > 0 && <Questions title="Not answered:" questions={missing} onGo={onGo} />}
      {doing === 'saving' && isAway && (
        <Notice live="polite" title="The server does not answer">
          Your last answers are safe on this page. It is tried again, and they are submitted once they are saved.
        </Notice>
      )}
      {problem && (
        <Notice kind="refused" live="assertive" title="Not submitted">
          <p>{problem}</p>
        </Notice>
      )}
    </Dialog>
  );
}

/** Buttons that lead to some of the questions. */
function Questions({
  title,
  questions,
  onGo,
}: {
  title: string;
  questions: readonly { readonly index: number; readonly extent: Extent }[];
  onGo: (index: number) => void;
}) {
  return (
    <div>
      <p className="mb-2">{title}</p>
      <ul className="flex flex-wrap gap-2">
        {questions.map(({ index, extent }) => (
          <li key={index}>
            <Button size="sm" onClick={() => onGo(index)}>
              Question {index + 1}
              {extent === 'part' && ', answered in part'}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
