'use client';

import Link from 'next/link';
import { useState } from 'react';
import { shortTime } from '@/components/ui/short-time';
import type { QuizAttemptSummary } from '@/lib/quizzes/views';
import { Button } from '../ui/button';
import { LinkButton } from '../ui/link-button';
import { Notice } from '../ui/notice';
import { Cell, HeadCell, Table } from '../ui/table';
import { Due } from './due';
import { gradeWords } from './points';
import { fetchAhead, resultScreen, sittingScreen } from './screens';

/** What can be done now, and what was done before. */
export function Start({
  attempts,
  assigned,
  refusal,
  signIn,
  onStart,
}: {
  attempts: readonly QuizAttemptSummary[];
  /** The page was opened for a class's assignment that this person has not begun. */
  assigned: boolean;
  refusal: string | undefined;
  signIn: string;
  onStart: () => Promise<void>;
}) {
  const [starting, setStarting] = useState(false);
  const open = attempts.filter(({ state }) => state === 'open');
  // What the address asks for comes first; then work that is due, then practice.
  const next = assigned ? undefined : (open.find(({ assignment }) => assignment) ?? open[0]);
  const start = async () => {
    setStarting(true);
    await onStart();
    setStarting(false);
  };
  const words = assigned ? 'Start it for your class' : attempts.length > 0 ? 'New attempt' : 'Start the quiz';
  return (
    <div className="mt-8 flex flex-col gap-6 border-t border-line pt-6">
      {refusal && (
        <Notice kind="refused" live="assertive" title="It was not started">
          <p>{refusal}</p>
          {assigned && (
            <p className="mt-1">
              Work of a class belongs to an account.{' '}
              <Link href={signIn} prefetch={false} className="underline">
                Sign in
              </Link>{' '}
              with the one that joined it.
            </p>
          )}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {next ? (
          <>
            <LinkButton variant="primary" href={`?attempt=${next.id}`} prefetch={false} {...aheadOf(next)}>
              Continue
            </LinkButton>
            <p className="text-dim">
              {progressWords(next)}
              {next.assignment && `, for ${next.assignment.className}`}
            </p>
          </>
        ) : (
          <Button variant="primary" busy={starting} onClick={start} {...aheadOf({ state: 'open' })}>
            {starting ? 'Starting' : words}
          </Button>
        )}
      </div>
      {next?.dueAt && (
        <p className="text-dim">
          <Due at={next.dueAt} />
        </p>
      )}
      {attempts.length > 0 && <Earlier attempts={attempts} />}
    </div>
  );
}

/** What opens an attempt fetches its script when it is pointed at. */
function aheadOf({ state }: Pick<QuizAttemptSummary, 'state'>) {
  const fetch = () => fetchAhead(state === 'open' ? sittingScreen : resultScreen);
  return { onPointerEnter: fetch, onFocus: fetch };
}

const progressWords = ({ answered, questions }: QuizAttemptSummary): string => `${answered} of ${questions} answered`;

function Earlier({ attempts }: { attempts: readonly QuizAttemptSummary[] }) {
  return (
    <section>
      <h2 className="text-lg">Your attempts</h2>
      <Table caption="Your attempts at this quiz" captionHidden className="mt-2">
        <thead>
          <tr>
            <HeadCell>Begun</HeadCell>
            <HeadCell>For</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell>
              <span className="sr-only">Open</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.id}>
              <Cell className="whitespace-nowrap">
                <time dateTime={attempt.startedAt}>{shortTime(attempt.startedAt)}</time>
              </Cell>
              <Cell>{attempt.assignment?.className ?? 'Practice'}</Cell>
              <Cell>{stateWords(attempt)}</Cell>
              <Cell className="whitespace-nowrap">
                <Link href={`?attempt=${attempt.id}`} prefetch={false} className="underline" {...aheadOf(attempt)}>
                  {attempt.state === 'open' ? 'Continue' : 'Look at it'}
                  <span className="sr-only">, begun {shortTime(attempt.startedAt)}</span>
                </Link>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** How far an attempt is, or what it ended with. */
function stateWords(attempt: QuizAttemptSummary): string {
  if (attempt.state === 'open') return progressWords(attempt);
  if (attempt.points === undefined || attempt.maxPoints === undefined) return 'Handed in, marks not shown yet';
  const unmarked = attempt.unmarked ? `, ${attempt.unmarked} not marked yet` : '';
  return `${gradeWords(attempt.points, attempt.maxPoints)}${unmarked}`;
}
