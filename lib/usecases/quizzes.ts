import 'server-only';
import { findQuiz, loadQuizzes } from '@/lib/content/quizzes';
import { maxPoints, type QuestionType } from '@/lib/quizzes/question';
import type { Quiz } from '@/lib/quizzes/quiz';
import type { QuizSummary } from '@/lib/quizzes/views';

const summaryOf = ({ slug, title, summary, minutes, questions }: Quiz): QuizSummary => ({
  slug,
  title,
  summary,
  minutes,
  objectives: [...new Set(questions.map(({ objective }) => objective))].sort(),
  questions: questions.length,
  points: questions.reduce((sum, question) => sum + maxPoints(question), 0),
});

/** Every quiz, the same for everyone: no questions. */
export async function listQuizzes(): Promise<QuizSummary[]> {
  return [...(await loadQuizzes()).values()].map(summaryOf);
}

/** What a quiz's page says of it, the same for everyone: no questions, only how many there are of each type. */
export interface QuizPage extends QuizSummary {
  readonly kinds: Readonly<Partial<Record<QuestionType, number>>>;
}

export async function findQuizPage(slug: string): Promise<QuizPage | undefined> {
  const quiz = await findQuiz(slug);
  return quiz && { ...summaryOf(quiz), kinds: kindsOf(quiz) };
}

function kindsOf({ questions }: Quiz): QuizPage['kinds'] {
  const kinds: Partial<Record<QuestionType, number>> = {};
  for (const { type } of questions) kinds[type] = (kinds[type] ?? 0) + 1;
  return kinds;
}
