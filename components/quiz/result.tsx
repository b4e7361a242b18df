'use client';

import { useEffect, useRef, useState } from 'react';
import { shortTime } from '@/components/ui/short-time';
import type { Answer } from '@/lib/quizzes/answer';
import type { QuizAttemptView } from '@/lib/quizzes/views';
import { LightText } from '../lab/light-text';
import { Button } from '../ui/button';
import { LinkButton } from '../ui/link-button';
import { Notice } from '../ui/notice';
import { AnswerWords } from './answer-words';
import { isSame } from './answers';
import { browserStorage, Drafts } from './drafts';
import { gradeWords } from './points';
import { QuestionOutcome } from './question-outcome';
import { ToLookAt } from './to-look-at';

/** An attempt that is handed in: its grade, and question by question what was right and why. */
export function Result({
  attempt,
  takesFocus,
  refusal,
  onChanged,
  onStart,
}: {
  attempt: QuizAttemptView;
  takesFocus: boolean;
  /** Why no new attempt was begun. */
  refusal: string | undefined;
  onChanged: (attempt: QuizAttemptView) => void;
  onStart: () => Promise<void>;
}) {
  const { result, withheld, questions, assignment } = attempt;
  const [starting, setStarting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(takesFocus);
  useEffect(() => {
    // It replaces the questions, and the focus that was in them. Later views of it are the same page.
    if (first.current) heading.current?.focus();
    first.current = false;
  }, []);
  const start = async () => {
    setStarting(true);
    await onStart();
    setStarting(false);
  };
  const answerOf = (questionId: string): Answer =>
    attempt.answers.find((answer) => answer.questionId === questionId)?.answer ?? null;

  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-2">
        <p className="text-sm text-dim">{attempt.title}</p>
        <h1 ref={heading} tabIndex={-1} className="text-3xl outline-none">
          {result ? gradeWords(result.points, result.maxPoints) : 'Handed in'}
        </h1>
        {result && result.unmarked > 0 && (
          <p>
            {result.unmarked === 1
              ? 'One answer is not marked yet; its points are not counted.'
              : `${result.unmarked} answers are not marked yet; their points are not counted.`}
          </p>
        )}
        <p className="text-dim">
          {attempt.closedBy === 'deadline' ? 'Closed when it was due,' : 'Submitted'}
          {attempt.submittedAt && (
            <>
              {' '}
              <time dateTime={attempt.submittedAt}>{shortTime(attempt.submittedAt)}</time>
            </>
          )}
          {assignment && `. For ${assignment.className}`}.
        </p>
        {withheld && (
          <div className="mt-2">
            <Notice>{withheld}</Notice>
          </div>
        )}
        {result && <ToLookAt questions={questions} outcomes={result.questions} />}
      </header>
      <Unsent attempt={attempt} />
      <ol className="flex flex-col">
        {questions.map((question, index) => {
          const outcome = result?.questions.find(({ questionId }) => questionId === question.id);
          return (
            <li
              key={question.id}
              id={`question-${index + 1}`}
              className="scroll-mt-4 border-t border-line py-6"
              data-question={question.id}
            >
              {outcome ? (
                <QuestionOutcome
                  attempt={attempt}
                  question={question}
                  number={index + 1}
                  answer={answerOf(question.id)}
                  outcome={outcome}
                  onChanged={onChanged}
                />
              ) : (
                <div className="flex flex-col gap-3">
                  <h2 className="text-sm text-dim">Question {index + 1}</h2>
                  <div className="flex max-w-[68ch] flex-col gap-3">
                    <LightText text={question.stem} />
                  </div>
                  <h3 className="text-sm text-dim">You answered</h3>
                  <AnswerWords question={question} answer={answerOf(question.id)} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <div className="flex flex-col gap-4 border-t border-line pt-6">
        {refusal && (
          <Notice kind="refused" live="assertive" title="No new attempt was begun">
            {refusal}
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          {!assignment && (
            <Button variant="primary" busy={starting} onClick={start}>
              {starting ? 'Starting' : 'New attempt'}
            </Button>
          )}
          <LinkButton href={`/quizzes/${attempt.slug}`} prefetch={false}>
            All your attempts
          </LinkButton>
        </div>
      </div>
    </div>
  );
}

/** What this browser still had when the attempt was closed. It counts no more, but it is the person's text. */
function Unsent({ attempt }: { attempt: QuizAttemptView }) {
  const [drafts] = useState(() => new Drafts(attempt.id, browserStorage()));
  const [late, setLate] = useState(() =>
    attempt.questions.flatMap((question, index) => {
      const draft = drafts.find(question.id);
      const handedIn = attempt.answers.find(({ questionId }) => questionId === question.id)?.answer ?? null;
      if (draft && isSame(draft.answer, handedIn)) drafts.drop(question.id);
      return draft && !isSame(draft.answer, handedIn) ? [{ question, number: index + 1, answer: draft.answer }] : [];
    }),
  );
  if (late.length === 0) return null;
  const forget = () => {
    for (const { question } of late) drafts.drop(question.id);
    setLate([]);
  };
  return (
    <Notice kind="refused" title="Not handed in">
      <p>These answers did not reach the server before the attempt was closed. They are kept in this browser.</p>
      <div className="mt-3 flex flex-col items-start gap-3">
        {late.map(({ question, number, answer }) => (
          <div key={question.id} className="flex w-full flex-col gap-1">
            <h2 className="text-sm text-dim">Question {number}</h2>
            <AnswerWords question={question} answer={answer} />
          </div>
        ))}
        <Button size="sm" onClick={forget}>
          Remove them from this browser
        </Button>
      </div>
    </Notice>
  );
}
