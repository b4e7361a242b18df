import Link from 'next/link';
import { isEmpty } from '@/lib/progress/progress';
import type { ProgressView } from '@/lib/progress/views';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';
import { Notice } from '../ui/notice';
import { ProgressTables } from './progress-tables';

/** Where a person stands, or what to begin with. `isGuest`: who has no account is told how long it is kept. */
export function Progress({ progress, isGuest }: { progress: ProgressView; isGuest: boolean }) {
  if (isEmpty(progress)) {
    const [first] = progress.lessons;
    return (
      <EmptyState
        title="Nothing done yet"
        action={
          <LinkButton href={first ? `/lessons/${first.slug}` : '/labs'} prefetch={false} variant="primary">
            {first ? 'Read the first lesson' : 'Start a lab'}
          </LinkButton>
        }
      >
        Here you will see how far you are in each lesson, lab and quiz, and what that is for in the exams.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-10">
      {isGuest && (
        <Notice title="Kept on this device">
          As a guest you keep this for 30 days after your last visit.{' '}
          <Link href="/sign-up?next=/progress" prefetch={false} className="underline">
            Make an account
          </Link>{' '}
          to keep it for good, on every device.
        </Notice>
      )}
      <ProgressTables progress={progress} />
    </div>
  );
}
