import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { QuizIntro } from '@/components/quiz/quiz-intro';
import { QuizRunner } from '@/components/quiz/quiz-runner';
import { Page } from '@/components/site/page';
import { findQuizPage, listQuizzes } from '@/lib/usecases/quizzes';

type Props = { params: Promise<{ slug: string }> };

// Quizzes are content of the build: what is not among them is not found, without asking anybody.
export const dynamicParams = false;
export const generateStaticParams = async () => (await listQuizzes()).map(({ slug }) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const quiz = await findQuizPage((await params).slug);
  return quiz ? { title: quiz.title, description: quiz.summary } : {};
}

export default async function QuizPage({ params }: Props) {
  const quiz = await findQuizPage((await params).slug);
  if (!quiz) notFound();
  return (
    <Page width="list">
      <noscript>
        <p className="mb-6 border-y border-line py-4">A quiz needs JavaScript: it saves each answer as you give it.</p>
      </noscript>
      <QuizRunner slug={quiz.slug}>
        <QuizIntro quiz={quiz} />
      </QuizRunner>
    </Page>
  );
}
