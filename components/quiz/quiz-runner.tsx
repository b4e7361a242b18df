'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { ApiError } from '../site/api';
import { Button } from '../ui/button';
import { ErrorPanel } from '../ui/error-panel';
import { LinkButton } from '../ui/link-button';
import { SittingSkeleton, StartSkeleton } from './skeletons';
import { Start } from './start';
import { useQuiz } from './use-quiz';

// Who only looks at the page needs neither; each comes when there is an attempt to show.
const Sitting = dynamic(() => import('./sitting').then((module) => module.Sitting), { loading: SittingSkeleton });
const Result = dynamic(() => import('./result').then((module) => module.Result), { loading: SittingSkeleton });

/**
 * A quiz as this person has it: to begin, under way, or handed in. `children` is what the page says of the quiz; it gives
 * way to the questions.
 */
export function QuizRunner({ slug, children }: { slug: string; children: ReactNode }) {
  const quiz = useQuiz(slug);
  const { phase } = quiz;
  const [refusal, setRefusal] = useState<string>();

  const start = async () => {
    setRefusal(undefined);
    try {
      await quiz.start();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error.message);
    }
  };

  switch (phase.kind) {
    case 'loading':
      if (quiz.attemptId) return <SittingSkeleton />;
      return (
        <>
          {children}
          <StartSkeleton />
        </>
      );
    case 'failed':
      return (
        <>
          {children}
          <div className="mt-8">
            <Failed slug={slug} message={phase.message} gone={phase.gone} onAgain={quiz.again} />
          </div>
        </>
      );
    case 'start':
      return (
        <>
          {children}
          <Start
            attempts={phase.attempts}
            assigned={quiz.assigned}
            refusal={refusal}
            signIn={signInTo(slug)}
            onStart={start}
          />
        </>
      );
    case 'attempt':
      return phase.attempt.state === 'open' ? (
        <Sitting
          key={phase.attempt.id}
          attempt={phase.attempt}
          takesFocus={phase.takesFocus}
          onClosed={quiz.show}
          signIn={signInTo(slug)}
        />
      ) : (
        <Result
          key={phase.attempt.id}
          attempt={phase.attempt}
          takesFocus={phase.takesFocus}
          refusal={refusal}
          onChanged={quiz.show}
          onStart={start}
        />
      );
  }
}

/** The sign-in page, and back to where this page is. */
const signInTo = (slug: string): string =>
  `/sign-in?next=${encodeURIComponent(`/quizzes/${slug}${typeof location === 'undefined' ? '' : location.search}`)}`;

function Failed({
  slug,
  message,
  gone,
  onAgain,
}: {
  slug: string;
  message: string;
  gone: boolean;
  onAgain: () => void;
}) {
  if (!gone) {
    return (
      <ErrorPanel
        title="Your attempts could not be loaded"
        safe={message}
        advice="Answers that were not saved yet are kept in this browser and sent when the attempt opens again."
        action={<Button onClick={onAgain}>Try again</Button>}
      />
    );
  }
  return (
    <ErrorPanel
      title="This attempt cannot be opened here"
      safe="Nothing of it is lost: what was saved is on the server, what was not is kept in this browser."
      advice={
        <>
          If you began it with an account,{' '}
          <Link href={signInTo(slug)} prefetch={false} className="underline">
            sign in
          </Link>{' '}
          with that one.
        </>
      }
      action={
        <LinkButton href={`/quizzes/${slug}`} prefetch={false}>
          Your attempts at this quiz
        </LinkButton>
      }
    />
  );
}
