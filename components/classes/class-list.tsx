import Link from 'next/link';
import type { ClassSummary } from '@/lib/grading/views';
import { count, roleWords } from './words';

/** The viewer's classes, what they are in each and how much is set there. */
export function ClassList({ classes }: { classes: readonly ClassSummary[] }) {
  return (
    <ul className="border-b border-line">
      {classes.map(({ id, name, role, assignments }) => (
        <li
          key={id}
          className="relative grid gap-x-8 gap-y-1 border-t border-line py-4 sm:grid-cols-[1fr_auto] sm:items-baseline"
        >
          <h3 className="min-w-0 text-lg break-words">
            <Link
              href={`/classes/${id}`}
              prefetch={false}
              className="after:absolute after:-inset-x-2 after:inset-y-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
            >
              {name}
            </Link>
          </h3>
          <p className="text-sm text-dim">
            You are {roleWords[role]} ·{' '}
            {assignments === 0 ? 'nothing set yet' : `${count(assignments, 'quiz', 'quizzes')} set`}
          </p>
        </li>
      ))}
    </ul>
  );
}
