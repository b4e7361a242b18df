import type { Metadata } from 'next';
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
      <h1 className="mb-8 text-3xl">Progress</h1>
      <Progress progress={await progress(caller?.user)} isGuest={caller?.user.kind === 'guest'} />
    </Page>
  );
}
