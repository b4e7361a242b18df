import Link from 'next/link';
import type { ReactNode } from 'react';
import type { AssignmentView } from '@/lib/grading/views';
import { LinkButton } from '../ui/link-button';
import { LocalTime } from '../ui/local-time';
import { pointsText } from './words';

/** What is set to a learner, and how far they are. `now` in ms since 1970. */
export function LearnerAssignments({ assignments, now }: { assignments: readonly AssignmentView[]; now: number }) {
  return (
    <ul className="border-b border-line">
      {assignments.map((assignment) => (
        <li
          key={assignment.id}
          className="grid gap-x-8 gap-y-3 border-t border-line py-5 sm:grid-cols-[1fr_auto] sm:items-center"
        >
          <div className="flex min-w-0 flex-col gap-1">
            <h3 className="text-lg">{assignment.title}</h3>
            <State assignment={assignment} now={now} />
          </div>
          <Way assignment={assignment} now={now} />
        </li>
      ))}
    </ul>
  );
}

const isClosed = ({ dueAt, releasedAt }: AssignmentView, now: number): boolean =>
  releasedAt !== undefined || (dueAt !== undefined && Date.parse(dueAt) <= now);

const due = (dueAt: string | undefined): ReactNode =>
  dueAt ? (
    <>
      due <LocalTime iso={dueAt} />
    </>
  ) : (
    'no due date'
  );

function State({ assignment, now }: { assignment: AssignmentView; now: number }) {
  const { own, dueAt, releasedAt } = assignment;
  if (own?.state === 'submitted') {
    const handedIn = own.submittedAt && (
      <>
        Handed in <LocalTime iso={own.submittedAt} />.
      </>
    );
    return (
      <p className="text-sm text-dim">
        {handedIn} {!releasedAt && 'You see your marks once your instructor releases them.'}
      </p>
    );
  }
  if (isClosed(assignment, now)) return <p className="text-sm text-dim">Closed; you handed nothing in.</p>;
  return (
    <p className="text-sm text-dim">
      {own ? 'Begun' : 'Not begun'}, {due(dueAt)}
    </p>
  );
}

/** The link to the work, under the words for what it leads to. */
function Way({ assignment, now }: { assignment: AssignmentView; now: number }) {
  const { id, quizSlug, own, title } = assignment;
  const href = `/quizzes/${quizSlug}?assignment=${id}`;
  if (own?.state === 'submitted') {
    return (
      <p className="flex items-baseline gap-4">
        {own.points !== undefined && (
          <span className="text-lg font-semibold tabular-nums">
            {pointsText(own.points)}
            {own.maxPoints !== undefined && ` of ${pointsText(own.maxPoints)}`}
          </span>
        )}
        <Link
          href={href}
          prefetch={false}
          className="underline"
          aria-label={`${own.points === undefined ? 'What you handed in' : 'Marks and comments'}: ${title}`}
        >
          {own.points === undefined ? 'What you handed in' : 'Marks and comments'}
        </Link>
      </p>
    );
  }
  if (isClosed(assignment, now)) return null;
  return (
    <LinkButton href={href} prefetch={false} variant="primary" aria-label={`${own ? 'Go on with' : 'Begin'} ${title}`}>
      {own ? 'Go on' : 'Begin'}
    </LinkButton>
  );
}
