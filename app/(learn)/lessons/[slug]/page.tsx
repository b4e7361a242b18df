import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ContentText } from '@/app/content-text';
import { TermHints } from '@/components/glossary/term-hints';
import { Bookmark } from '@/components/lesson/bookmark';
import { EndCard } from '@/components/lesson/end-card';
import { LessonState } from '@/components/lesson/lesson-state';
import { lessonComponents, wordsLook } from '@/components/lesson/mdx';
import { Note } from '@/components/lesson/note';
import { Page } from '@/components/site/page';
import { listTerms } from '@/lib/usecases/glossary';
import { findLessonPage, listLessons } from '@/lib/usecases/lessons';
import { answerLessonQuestionAction, finishLessonAction } from '../actions';

type Props = { params: Promise<{ slug: string }> };

// Lessons are content of the build: what is not among them is not found, without asking anybody.
export const dynamicParams = false;
export const generateStaticParams = async () => (await listLessons()).map(({ slug }) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const lesson = (await listLessons()).find((one) => one.slug === slug);
  return lesson ? { title: lesson.title, description: lesson.summary } : {};
}

export default async function LessonPage({ params }: Props) {
  const lesson = await findLessonPage((await params).slug);
  if (!lesson) notFound();
  const { slug, title, summary, minutes, objectives, body, proved, next } = lesson;
  const facts = [`Lesson, ${minutes} min`, ...objectives.map((objective) => objective.replace('/', ' '))];
  return (
    <Page width="list">
      <LessonState slug={slug}>
        <article className="text-lg">
          <h1 className="text-3xl">{title}</h1>
          <p className="mt-3 max-w-[31.5rem] text-dim">{summary}</p>
          <p className="mt-2 text-sm text-dim">{facts.join(' · ')}</p>
          <div className="mt-1 flex flex-wrap items-center gap-x-5 noscript:hidden print:hidden">
            <Bookmark />
            <a href="#your-note" className="text-sm text-dim hover:text-ink hover:underline">
              Your note
            </a>
          </div>
          <div className={`long-text mt-8 ${wordsLook}`}>
            <ContentText
              file={`lessons/${slug}/lesson.mdx`}
              source={body}
              components={lessonComponents({ ...lesson, terms: await listTerms() }, answerLessonQuestionAction)}
            />
            <TermHints />
          </div>
          <EndCard slug={slug} proved={proved} next={next} action={finishLessonAction} />
          <Note />
        </article>
      </LessonState>
    </Page>
  );
}
