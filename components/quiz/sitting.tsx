'use client';

import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import type { QuizAttemptView } from '@/lib/quizzes/views';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { extentOf } from './answers';
import { Conflict } from './conflict';
import { Due } from './due';
import { QuestionPanel } from './question-panel';
import { QuestionStrip } from './question-strip';
import { SaveLine } from './save-line';
import { isAway, saveState, stuckIn } from './save-queue';
import { SubmitDialog } from './submit-dialog';
import { useSaver } from './use-saver';

/** An open attempt: one question at a time, and always in sight whether the answers are saved. */
export function Sitting({
  attempt,
  takesFocus,
  onClosed,
  signIn,
}: {
  attempt: QuizAttemptView;
  takesFocus: boolean;
  /** It is handed in, by this page, another, or the deadline. */
  onClosed: (attempt: QuizAttemptView) => void;
  signIn: string;
}) {
  const { questions } = attempt;
  const { saver, queue } = useSaver(attempt, onClosed);
  const stuck = stuckIn(queue);
  const extents = questions.map((question) =>
    stuck.includes(question.id) ? 'unsaved' : extentOf(question, queue.slots[question.id]?.answer ?? null),
  );
  const [index, setIndex] = useState(() => Math.max(extents.indexOf('none'), 0));
  const [submitting, setSubmitting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(takesFocus);
  const question = questions[index];
  const slot = question && queue.slots[question.id];
  const save = saveState(queue);
  const isLast = index === questions.length - 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question came, so reading goes on at its head
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [index]);

  const go = (to: number) => {
    saver.sendNow();
    moved.current = true;
    if (to === index) heading.current?.focus();
    setIndex(to);
  };
  const numberOf = (questionId: string) => questions.findIndex(({ id }) => id === questionId) + 1;

  return (
    <div className="flex flex-col gap-6">
      <div className="sticky top-0 z-10 -mx-4 -mt-4 border-b border-line bg-paper px-4 py-2 sm:-mx-5 sm:px-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5">
          <h1 className="text-base">{attempt.title}</h1>
          <SaveLine
            state={save}
            current={question?.id}
            numberOf={numberOf}
            onGo={(id) => go(numberOf(id) - 1)}
            onTry={() => saver.resume()}
          />
        </div>
      </div>
      {(attempt.assignment || attempt.dueAt) && (
        <p className="-mt-2 text-sm text-dim">
          {attempt.assignment && `For ${attempt.assignment.className}. `}
          {attempt.dueAt && <Due at={attempt.dueAt} />}
        </p>
      )}
      {queue.stop?.kind === 'over' && <Over signIn={signIn} onTry={() => saver.resume()} />}
      <QuestionStrip extents={extents} current={index} onGo={go} />
      {question && slot && (
        <QuestionPanel
          key={question.id}
          question={question}
          number={index + 1}
          of={questions.length}
          answer={slot.answer}
          refused={slot.refused}
          heading={heading}
          onAnswer={(answer, how) => saver.change(question.id, answer, how)}
          onLeave={() => saver.sendNow()}
        >
          {slot.other && (
            <Conflict
              question={question}
              mine={slot.answer}
              other={slot.other}
              onChoose={(whose) => {
                saver.choose(question.id, whose);
                heading.current?.focus();
              }}
            />
          )}
        </QuestionPanel>
      )}
      <div className="flex gap-3">
        <Button disabled={index === 0} onClick={() => go(index - 1)}>
          Back
        </Button>
        {isLast ? (
          <Button variant="primary" className="ml-auto" onClick={() => setSubmitting(true)}>
            Submit
          </Button>
        ) : (
          <>
            <Button variant="quiet" className="ml-auto" onClick={() => setSubmitting(true)}>
              Submit
            </Button>
            <Button variant="primary" onClick={() => go(index + 1)}>
              Next
            </Button>
          </>
        )}
      </div>
      <SubmitDialog
        open={submitting}
        attempt={attempt}
        extents={extents}
        isAway={isAway(save)}
        flush={() => saver.flush()}
        onClose={() => setSubmitting(false)}
        onGo={(to) => {
          setSubmitting(false);
          go(to);
        }}
        onSubmitted={onClosed}
      />
    </div>
  );
}

/** The session ended, or this browser is somebody else's now. */
function Over({ signIn, onTry }: { signIn: string; onTry: () => void }) {
  return (
    <Notice kind="refused" live="assertive" title="This browser may not save to this attempt any more">
      <p>
        Nothing is lost: what is not saved yet stays on this page and in this browser. Perhaps you signed out, or
        someone else signed in here.{' '}
        <Link href={signIn} prefetch={false} target="_blank" className="underline">
          Sign in again in a new tab
        </Link>
        , then come back and try again.
      </p>
      <Button size="sm" className="mt-2" onClick={onTry}>
        Try again
      </Button>
    </Notice>
  );
}
