import type { Metadata } from 'next';
import { cache } from 'react';
import { count } from '@/components/classes/words';
import { AnswerSheet } from '@/components/grading/answer-sheet';
import { GradingForm } from '@/components/grading/grading-form';
import { MarkHistory } from '@/components/grading/mark-history';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { LocalTime } from '@/components/ui/local-time';
import { getAnswerToGrade } from '@/lib/usecases/grading';
import { orNotFound, requireViewer } from '../../viewer';

type Props = { params: Promise<{ id: string }> };

/** Once for the title and the page. */
const load = cache(async (id: string) => orNotFound(getAnswerToGrade(await requireViewer(`/grading/${id}`), { id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Mark the answer of ${(await load((await params).id)).learner}` };
}

export default async function AnswerPage({ params }: Props) {
  const answer = await load((await params).id);
  const { answerId, rubric, maxPoints, mark, next, released, learner, deleted, history, left } = answer;
  return (
    <Page width="wide">
      <Crumbs
        trail={[
          { href: `/classes/${answer.classId}`, label: answer.className },
          { href: '/grading', label: 'Answers to mark' },
        ]}
      />
      <h1 className="text-2xl break-words">{learner}</h1>
      <p className="mt-1 mb-8 text-dim">
        {answer.quizTitle} · handed in <LocalTime iso={answer.submittedAt} /> ·{' '}
        {left === 0 ? 'nothing waits for a mark' : `${count(left, 'answer waits', 'answers wait')} for a mark`}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
        {/* The answer stays in sight while the rubric goes by; a long one scrolls in its place. */}
        <div className="lg:sticky lg:top-0 lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:py-4 lg:-mt-4">
          <AnswerSheet answer={answer} />
        </div>
        <section aria-labelledby="rubric" className="min-w-0">
          <h2 id="rubric" className="mb-2 text-sm font-semibold text-dim">
            Rubric
          </h2>
          {mark && (
            <p className="mb-4 text-sm">
              Marked by {mark.byName ?? 'the engine'}, <LocalTime iso={mark.markedAt} />
            </p>
          )}
          <noscript>
            <p className="border-y border-line py-4">Marking needs JavaScript: a mark is saved from this page.</p>
          </noscript>
          <GradingForm
            key={answerId}
            // What the island works with, and no more: the rest is in the page already.
            answer={{
              answerId,
              rubric,
              maxPoints,
              learner,
              released,
              ...(deleted && { deleted }),
              ...(mark && { mark }),
              ...(next && { next }),
            }}
          />
          <div className="py-4">
            <MarkHistory history={history} />
          </div>
        </section>
      </div>
    </Page>
  );
}
