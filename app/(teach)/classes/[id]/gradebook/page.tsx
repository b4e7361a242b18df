import type { Metadata } from 'next';
import { cache } from 'react';
import { GradebookTable } from '@/components/classes/gradebook-table';
import { count } from '@/components/classes/words';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { gradebook } from '@/lib/usecases/gradebook';
import { orNotFound, requireViewer } from '../../../viewer';

type Props = { params: Promise<{ id: string }> };

/** Once for the title and the page. */
const load = cache(async (id: string) =>
  orNotFound(gradebook(await requireViewer(`/classes/${id}/gradebook`), { id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Gradebook of ${(await load((await params).id)).className}` };
}

export default async function GradebookPage({ params }: Props) {
  const { id } = await params;
  const book = await load(id);
  const { className, assignments, learners } = book;
  const isEmpty = assignments.length === 0 || learners.length === 0;
  return (
    <Page width="wide">
      <Crumbs
        trail={[
          { href: '/classes', label: 'Classes' },
          { href: `/classes/${id}`, label: className },
        ]}
      />
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-3xl">Gradebook</h1>
          <p className="mt-1 text-dim">
            {count(learners.length, 'learner')} · {count(assignments.length, 'quiz', 'quizzes')} set
          </p>
        </div>
        {!isEmpty && (
          // A file, not a page: the router has nothing to do with it.
          <a href={`/api/v1/classes/${id}/gradebook?format=csv`} download className={buttonClass('plain', 'md')}>
            Download as CSV
          </a>
        )}
      </div>
      {isEmpty ? (
        <EmptyState
          title="There are no grades yet"
          action={
            <LinkButton href={`/classes/${id}`} prefetch={false}>
              Back to the class
            </LinkButton>
          }
        >
          {assignments.length === 0
            ? 'A column appears for each quiz that is set to the class.'
            : 'A row appears for each learner who joins with the class code.'}
        </EmptyState>
      ) : (
        <GradebookTable book={book} />
      )}
    </Page>
  );
}
