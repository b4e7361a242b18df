import type { Metadata } from 'next';
import { LessonList } from '@/components/lesson/lesson-list';
import { Page } from '@/components/site/page';
import { listLessons } from '@/lib/usecases/lessons';

export const metadata: Metadata = {
  title: 'Lessons',
  description: 'Short lessons on AWS networking with experiments to run in the page, each with its sources.',
};

/** Prerendered, and without a `loading.tsx`: that would put a long list behind a script in a page that is already whole. */
export default async function LessonsPage() {
  return (
    <Page width="list">
      <h1 className="text-3xl">Lessons</h1>
      <p className="mt-2 max-w-[68ch] text-dim">
        A few minutes of reading each. Say what you expect, run it in the page, and see whether the documents are right.
      </p>
      <LessonList lessons={await listLessons()} />
    </Page>
  );
}
