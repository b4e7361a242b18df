import type { Metadata } from 'next';
import { count } from '@/components/classes/words';
import { QueueList } from '@/components/grading/queue-list';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { gradingQueue } from '@/lib/usecases/grading';
import { requireViewer } from '../viewer';

export const metadata: Metadata = { title: 'Answers to mark' };

export default async function GradingPage() {
  const { toMark, items } = await gradingQueue(await requireViewer('/grading'));
  const [first] = items;
  return (
    <Page width="list">
      <Crumbs trail={[{ href: '/classes', label: 'Classes' }]} />
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-3xl">Answers to mark</h1>
          {first && (
            <p className="mt-1 text-dim">
              {count(toMark, 'answer waits', 'answers wait')}
              {toMark > 1 && ', the oldest first'}
              {items.length < toMark && `; the first ${items.length} are listed`}.
            </p>
          )}
        </div>
        {first && (
          <LinkButton href={`/grading/${first.answerId}`} prefetch={false} variant="primary">
            Start with the oldest
          </LinkButton>
        )}
      </div>
      {first ? (
        <QueueList items={items} />
      ) : (
        <EmptyState
          title="Nothing waits for a mark"
          action={
            <LinkButton href="/classes" prefetch={false}>
              Your classes
            </LinkButton>
          }
        >
          Written answers appear here once they are handed in, in the classes that you grade or teach. The rest of a
          quiz marks itself.
        </EmptyState>
      )}
    </Page>
  );
}
