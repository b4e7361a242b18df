'use client';

import Link from 'next/link';
import { type ReactNode, Suspense, useState } from 'react';
import { ApiError } from '../site/api';
import { Button } from '../ui/button';
import { ErrorPanel } from '../ui/error-panel';
import { LinkButton } from '../ui/link-button';
import { AddressReader } from './address';
import { SittingSkeleton, StartSkeleton } from './skeletons';
import { Start } from './start';
import { useQuiz } from './use-quiz';

/**
 * A quiz as this person has it: to begin, under way, or handed in. `children` is what the page says of the quiz; it gives
 * way to the questions.
 */
export function QuizRunner({ slug, children }: { slug: string; children: ReactNode }) {
  const quiz = useQuiz(slug);
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

  return (
    <>
      <Suspense>
        <AddressReader onRead={quiz.read} />
      </Suspense>
      <Shown slug={slug} quiz={quiz} refusal={refusal} onStart={start}>
        {children}
      </Shown>
    </>
  );
}

function Shown({
  slug,
  quiz,
  refusal,
  onStart,
  children,
}: {
  slug: string;
  quiz: ReturnType<typeof useQuiz>;
  refusal: string | undefined;
  onStart: () => Promise<void>;
  children: ReactNode;
}) {
  const { phase } = quiz;
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
            onStart={onStart}
          />
        </>
      );
    case 'sitting':
      return (
        <phase.Screen
          key={phase.attempt.id}
          attempt={phase.attempt}
          takesFocus={phase.takesFocus}
          onClosed={quiz.close}
          signIn={signInTo(slug)}
        />
      );
    case 'result':
      return (
        <phase.Screen
          key={phase.attempt.id}
          attempt={phase.attempt}
          takesFocus={phase.takesFocus}
          refusal={refusal}
          onChanged={quiz.change}
          onStart={onStart}
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
