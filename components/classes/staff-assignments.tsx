import Link from 'next/link';
import type { AssignmentView } from '@/lib/grading/views';
import { LocalTime } from '../ui/local-time';
import { ProgressBar } from '../ui/progress-bar';
import { type AssignmentActions, AssignmentSettings } from './assignment-settings';
import { count } from './words';

/** What is set to a class, for those who grade it; with `actions` for those who teach it. */
export function StaffAssignments({
  assignments,
  actions,
}: {
  assignments: readonly AssignmentView[];
  actions?: AssignmentActions;
}) {
  return (
    <ul className="border-b border-line">
      {assignments.map((assignment) => (
        <li key={assignment.id} className="flex flex-col gap-2 border-t border-line py-5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
            <h3 className="text-lg">
              <Link href={`/quizzes/${assignment.quizSlug}`} prefetch={false} className="hover:underline">
                {assignment.title}
              </Link>
            </h3>
            <p className="text-sm text-dim">
              <When {...assignment} />
            </p>
          </div>
          {assignment.counts && <Counts {...assignment.counts} />}
          {actions && <AssignmentSettings assignment={assignment} {...actions} />}
        </li>
      ))}
    </ul>
  );
}

function When({ dueAt, releasedAt }: AssignmentView) {
  if (releasedAt) {
    return (
      <>
        Released <LocalTime iso={releasedAt} />
      </>
    );
  }
  if (!dueAt) return 'No due date';
  return (
    <>
      Due <LocalTime iso={dueAt} />
    </>
  );
}

function Counts({ learners, started, submitted, toMark }: NonNullable<AssignmentView['counts']>) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      {/* Whoever deleted their account is in it no more; what they handed in is in the gradebook and the queue. */}
      {learners === 0 ? (
        <p className="text-sm text-dim">There is no learner in the class.</p>
      ) : (
        <ProgressBar value={submitted} max={learners} label={`${submitted} of ${learners} handed in`} />
      )}
      {started > submitted && <p className="text-sm text-dim">{started - submitted} at work</p>}
      <p className="text-sm">
        {toMark === 0 ? (
          <span className="text-dim">Nothing to mark</span>
        ) : (
          <Link href="/grading" prefetch={false} className="font-medium text-cable underline">
            {count(toMark, 'answer')} to mark
          </Link>
        )}
      </p>
    </div>
  );
}
