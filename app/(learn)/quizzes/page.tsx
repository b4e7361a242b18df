import type { Metadata } from 'next';
import { QuizList } from '@/components/quiz-list/quiz-list';
import { Page } from '@/components/site/page';
import { listQuizzes } from '@/lib/usecases/quizzes';

export const metadata: Metadata = {
  title: 'Quizzes',
  description:
    'Questions on AWS networking whose keys the simulated account has proved, and how far you are with each.',
};

/** Prerendered, and without a `loading.tsx`: see the page of labs. */
export default async function QuizzesPage() {
  return (
    <Page width="list">
      <h1 className="text-3xl">Quizzes</h1>
      <p className="mt-2 max-w-[68ch] text-dim">
        Every key here was proved in the simulated account. Answers are saved as you give them; leave whenever you like.
      </p>
      <QuizList quizzes={await listQuizzes()} />
    </Page>
  );
}
