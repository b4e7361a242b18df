import Link from 'next/link';
import type { LessonSummary } from '@/lib/lessons/views';
import { EmptyState } from '../ui/empty-state';
import { LessonStanding, LessonStatus } from './lesson-status';

/** Lessons in the order given. The same for everyone; how far the viewer is follows from the server. */
export function LessonList({ lessons }: { lessons: readonly LessonSummary[] }) {
  if (lessons.length === 0) {
    return (
      <div className="mt-8">
        <EmptyState title="There are no lessons yet">
          Lessons are read from <code>content/lessons</code> when Patchbay is built. Add one there and start it again.
        </EmptyState>
      </div>
    );
  }
  return (
    <LessonStanding>
      <ul className="mt-10 border-b border-line">
        {lessons.map((lesson) => (
          <LessonRow key={lesson.slug} lesson={lesson} />
        ))}
      </ul>
    </LessonStanding>
  );
}

function LessonRow({ lesson: { slug, title, summary, minutes, objectives, questions } }: { lesson: LessonSummary }) {
  const facts = [`${minutes} min`, ...objectives.map((objective) => objective.replace('/', ' '))];
  return (
    <li className="relative grid gap-x-8 gap-y-2 border-t border-line py-5 sm:grid-cols-[1fr_11rem] sm:items-baseline">
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-lg">
          {/* The link covers its row, so the whole of it can be pressed. */}
          <Link
            href={`/lessons/${slug}`}
            prefetch={false}
            className="after:absolute after:-inset-x-2 after:inset-y-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {title}
          </Link>
        </h2>
        <p className="text-dim">{summary}</p>
        <p className="text-sm text-dim">{facts.join(' · ')}</p>
      </div>
      <LessonStatus slug={slug} questions={questions} />
    </li>
  );
}
