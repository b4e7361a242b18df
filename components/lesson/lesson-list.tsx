import type { LessonSummary } from '@/lib/lessons/views';
import { ContentRow } from '../site/content-row';
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
          <ContentRow key={lesson.slug} href={`/lessons/${lesson.slug}`} heading="h2" content={lesson}>
            <LessonStatus slug={lesson.slug} questions={lesson.questions} />
          </ContentRow>
        ))}
      </ul>
    </LessonStanding>
  );
}
