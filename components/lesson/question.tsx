'use client';

import { type FormEvent, useActionState, useState } from 'react';
import type { FormState } from '@/components/account/form';
import { LightText } from '@/components/lab/light-text';
import { ApiError } from '@/components/site/api';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Sign } from '@/components/ui/sign';
import { titleOf } from '@/lib/lessons/aws-pages';
import type { LessonFeedback } from '@/lib/lessons/views';
import type { QuestionView } from '@/lib/quizzes/views';
import { sendAnswer, useLessonState } from './lesson-state';

/** The action behind the form where there is no script. */
export type AnswerAction = (
  previous: FormState<LessonFeedback> | undefined,
  form: FormData,
) => Promise<FormState<LessonFeedback>>;

type SingleChoice = Extract<QuestionView, { type: 'single' }>;

/**
 * A question in the text. The server marks it and says why of each choice; without script its form is posted, and the
 * page comes back with that.
 */
export function Question({ slug, question, action }: { slug: string; question: SingleChoice; action: AnswerAction }) {
  const { id, stem, choices } = question;
  const stored = useLessonState()?.answers.find(({ questionId }) => questionId === id);
  const [posted, send] = useActionState(action, undefined, `/lessons/${slug}#${id}`);
  const [given, setGiven] = useState<LessonFeedback>();
  const [failed, setFailed] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [busy, setBusy] = useState(false);

  const feedback = given ?? (posted?.ok ? posted.value : stored);
  const answer = chosen ?? feedback?.answer;
  const refused = failed ?? (posted && !posted.ok ? posted.message : undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || typeof answer !== 'string') return;
    setBusy(true);
    setFailed(undefined);
    try {
      setGiven(await sendAnswer(slug, id, answer));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailed(error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section
      id={id}
      aria-labelledby={`${id}-head ${id}-stem`}
      className="my-8 scroll-mt-4 border-y border-line py-6 text-base"
    >
      <h3 id={`${id}-head`} className="text-lg font-normal text-cable">
        Question
      </h3>
      <form action={send} onSubmit={submit} className="mt-2 flex max-w-[40rem] flex-col gap-4">
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="questionId" value={id} />
        <div id={`${id}-stem`} className="flex flex-col gap-2">
          <LightText text={stem} />
        </div>
        <fieldset aria-labelledby={`${id}-stem`} className="border-b border-line">
          {choices.map((choice) => {
            const part = feedback?.parts.find((one) => one.id === choice.id);
            return (
              <div key={choice.id} className="border-t border-line">
                <label className="flex min-h-11 gap-3 px-2 py-2.5 hover:bg-sunk has-focus-visible:outline-2 has-focus-visible:outline-focus">
                  <input
                    type="radio"
                    name="answer"
                    required
                    value={choice.id}
                    checked={answer === choice.id}
                    onChange={() => setChosen(choice.id)}
                    className="mt-1 size-4 shrink-0 accent-cable outline-none"
                  />
                  <span className="min-w-0">
                    <LightText text={choice.text} />
                  </span>
                </label>
                {part && <Part part={part} />}
              </div>
            );
          })}
        </fieldset>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" busy={busy}>
            {busy ? 'Checking' : 'Check the answer'}
          </Button>
          <p role="status" className="text-sm">
            {feedback && !busy && (feedback.score === 1 ? 'That is right.' : 'Not that one. Each choice now says why.')}
          </p>
        </div>
        {refused && (
          <Notice kind="refused" live="assertive">
            {refused}
          </Notice>
        )}
        {feedback && (
          <div className="flex flex-col gap-2 border-l-2 border-line-strong pl-3">
            <LightText text={feedback.explain} />
            <p className="text-sm text-dim">
              AWS:{' '}
              {feedback.sources.map((source, index) => (
                <span key={source}>
                  {index > 0 && ', '}
                  <a href={source} rel="noreferrer" className="underline">
                    {titleOf(source)}
                  </a>
                </span>
              ))}
            </p>
          </div>
        )}
      </form>
    </section>
  );
}

/** What is so with one choice, once an answer was marked. */
function Part({ part }: { part: LessonFeedback['parts'][number] }) {
  const isRight = part.right === 'chosen';
  const wasChosen = part.answered === 'chosen';
  return (
    <div className="flex gap-2.5 pb-3 pl-9 text-sm">
      <span className="pt-0.5">
        <Sign kind={isRight ? 'holds' : wasChosen ? 'refused' : 'info'} />
      </span>
      <div>
        <p className="font-semibold">
          {isRight ? 'Right' : 'Wrong'}
          {wasChosen && ', and your choice'}
        </p>
        <LightText text={part.why} />
      </div>
    </div>
  );
}
