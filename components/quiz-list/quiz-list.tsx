import type { QuizSummary } from '@/lib/quizzes/views';
import { ContentRow } from '../site/content-row';
import { EmptyState } from '../ui/empty-state';
import { QuizProgress, QuizStatus } from './quiz-progress';

/** Quizzes in the order given. The same for everyone; how far the viewer is follows from the server. */
export function QuizList({ quizzes }: { quizzes: readonly QuizSummary[] }) {
  if (quizzes.length === 0) {
    return (
      <div className="mt-8">
        <EmptyState title="There are no quizzes yet">
          Quizzes are read from <code>content/quizzes</code> when Patchbay is built. Add one there and start it again.
        </EmptyState>
      </div>
    );
  }
  return (
    <QuizProgress>
      <ul className="mt-8 border-b border-line">
        {quizzes.map((quiz) => (
          <ContentRow key={quiz.slug} href={`/quizzes/${quiz.slug}`} heading="h2" content={quiz}>
            <QuizStatus slug={quiz.slug} questions={quiz.questions} />
          </ContentRow>
        ))}
      </ul>
    </QuizProgress>
  );
}
