import type { Metadata } from 'next';
import Link from 'next/link';
import { NotesList } from '@/components/lesson/notes-list';
import { Page } from '@/components/site/page';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { findBrowserCaller } from '@/lib/auth/caller';
import { listNotes } from '@/lib/usecases/notes';

export const metadata: Metadata = {
  title: 'Bookmarks and notes',
  description: 'What you have kept of the lessons, for yourself.',
};

/** Rendered per request: it is about one person and nothing else. */
export default async function NotesPage() {
  const caller = await findBrowserCaller();
  const lessons = await listNotes(caller?.user);
  return (
    <Page width="list">
      <h1 className="mb-8 text-3xl">Bookmarks and notes</h1>
      {lessons.length === 0 ? (
        <EmptyState
          title="Nothing kept yet"
          action={
            <LinkButton href="/lessons" prefetch={false} variant="primary">
              Choose a lesson
            </LinkButton>
          }
        >
          In a lesson, the sign beside a heading bookmarks its section, and there is room for a note at the end. Both
          stand here then, in the order of the course. Nobody else sees them.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          {caller?.user.kind === 'guest' && (
            <Notice title="Kept on this device">
              As a guest you keep this for 30 days after your last visit.{' '}
              <Link href="/sign-up?next=/notes" prefetch={false} className="underline">
                Make an account
              </Link>{' '}
              to keep it for good, on every device.
            </Notice>
          )}
          <NotesList lessons={lessons} />
        </div>
      )}
    </Page>
  );
}
