import Link from 'next/link';
import type { GradingQueue } from '@/lib/grading/views';
import { LocalTime } from '../ui/local-time';

/** Answers that wait for a mark, oldest first. */
export function QueueList({ items }: { items: GradingQueue['items'] }) {
  return (
    <ol className="border-b border-line">
      {items.map(({ answerId, className, quizTitle, questionId, learner, submittedAt }) => (
        <li
          key={answerId}
          className="relative grid gap-x-8 gap-y-1 border-t border-line py-3 sm:grid-cols-[1fr_auto] sm:items-baseline"
        >
          <div className="min-w-0">
            <h2 className="text-base break-words">
              <Link
                href={`/grading/${answerId}`}
                prefetch={false}
                className="after:absolute after:-inset-x-2 after:inset-y-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
              >
                {learner}
              </Link>
            </h2>
            <p className="text-sm break-words text-dim">
              {quizTitle}, <code>{questionId}</code> · {className}
            </p>
          </div>
          <p className="text-sm text-dim">
            Handed in <LocalTime iso={submittedAt} />
          </p>
        </li>
      ))}
    </ol>
  );
}
