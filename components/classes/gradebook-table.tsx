import Link from 'next/link';
import { sumPoints } from '@/lib/grading/points';
import type { Gradebook } from '@/lib/grading/views';
import { LocalTime } from '../ui/local-time';
import { Cell, HeadCell, Table } from '../ui/table';
import { VisuallyHidden } from '../ui/visually-hidden';
import { pointsText } from './words';

type Grade = Gradebook['learners'][number]['grades'][number];

/** Stays in sight while the table scrolls under it. */
const firstColumn = 'sticky left-0 z-10 bg-paper pr-4';
const lastColumn = 'sticky bg-paper sm:right-0 sm:z-10';

/** Learners by assignments. It scrolls inside itself both ways; names and assignments stay in sight. */
export function GradebookTable({ book: { assignments, learners, className } }: { book: Gradebook }) {
  const most = sumPoints(assignments.map(({ maxPoints }) => maxPoints));
  return (
    <Table caption={`Grades of ${className}`} captionHidden className="relative max-h-[75dvh] overflow-y-auto">
      {/* A border of collapsed cells scrolls away under a head that stays; its shadow does not. */}
      <thead className="[&_th]:shadow-[0_1px_0_var(--line)]">
        <tr>
          <HeadCell className={`top-0 z-20 min-w-40 align-bottom ${firstColumn}`}>Learner</HeadCell>
          {assignments.map(({ id, title, maxPoints, dueAt, releasedAt }) => (
            <HeadCell key={id} numeric className="sticky top-0 min-w-28 bg-paper align-bottom">
              <span className="block">{title}</span>
              <span className="block font-normal text-dim">of {pointsText(maxPoints)}</span>
              <span className="block font-normal text-dim">
                {releasedAt ? 'released' : dueAt ? <LocalTime iso={dueAt} /> : 'no due date'}
              </span>
            </HeadCell>
          ))}
          <HeadCell numeric className={`top-0 z-20 min-w-20 align-bottom ${lastColumn}`}>
            <span className="block">Total</span>
            <span className="block font-normal text-dim">of {pointsText(most)}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {learners.map(({ userId, name, email, grades }) => (
          <tr key={userId}>
            <HeadCell scope="row" className={firstColumn}>
              <span className="block w-36 break-words sm:w-56">{name}</span>
              {email && (
                <span title={email} className="block w-36 truncate text-xs font-normal text-dim sm:w-56">
                  {email}
                </span>
              )}
            </HeadCell>
            {grades.map((grade) => (
              <Cell key={grade.assignmentId} numeric>
                <GradeWords name={name} {...grade} />
              </Cell>
            ))}
            <Cell numeric className={`font-semibold ${lastColumn}`}>
              {pointsText(sumPoints(grades.map(({ points }) => points ?? 0)))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The points of one attempt, and the way to the answers in it that people mark, marked or not. */
function GradeWords({ name, state, points, unmarked = 0, answers = [] }: Grade & { name: string }) {
  if (state === 'none') {
    return (
      <span className="text-dim">
        <span aria-hidden="true">–</span>
        <VisuallyHidden>not begun</VisuallyHidden>
      </span>
    );
  }
  if (state === 'open') return <span className="text-dim">at work</span>;
  return (
    <>
      {points !== undefined && pointsText(points)}
      {unmarked > 0 && <span className="block text-xs">{unmarked} to mark</span>}
      {answers.map((id, index) => (
        <Link key={id} href={`/grading/${id}`} prefetch={false} className="block text-xs text-cable underline">
          {answers.length === 1 ? 'answer' : `answer ${index + 1}`}
          <VisuallyHidden> of {name}</VisuallyHidden>
        </Link>
      ))}
    </>
  );
}
