import type { Metadata } from 'next';
import Link from 'next/link';
import { Progress } from '@/components/progress/progress';
import { Page } from '@/components/site/page';
import { findBrowserCaller } from '@/lib/auth/caller';
import { progress } from '@/lib/usecases/progress';

export const metadata: Metadata = {
  title: 'Progress',
  description: 'Where you stand: per lesson, lab, quiz and exam objective.',
};

/** Rendered per request: it is about one person and nothing else. Needs no script. */
export default async function ProgressPage() {
  const caller = await findBrowserCaller();
  return (
    <Page width="list">
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h1 className="text-3xl">Progress</h1>
        <Link href="/notes" prefetch={false} className="underline">
          Bookmarks and notes
        </Link>
      </div>
      <Progress progress={await progress(caller?.user)} isGuest={caller?.user.kind === 'guest'} />
    </Page>
  );
}
