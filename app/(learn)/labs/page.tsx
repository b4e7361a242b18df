import type { Metadata } from 'next';
import { LabList } from '@/components/lab-list/lab-list';
import { Page } from '@/components/site/page';
import { listLabs } from '@/lib/usecases/labs';

export const metadata: Metadata = {
  title: 'Labs',
  description: 'Labs in a simulated AWS account: what each asks for, how long it takes, and how far you are.',
};

/** Prerendered, and without a `loading.tsx`: that would put a long list behind a script in a page that is already whole. */
export default async function LabsPage() {
  return (
    <Page width="list">
      <h1 className="text-3xl">Labs</h1>
      <p className="mt-2 max-w-[68ch] text-dim">
        Each lab is a small AWS account with something to find out or to put right. Leave whenever you like; it stays as
        you left it.
      </p>
      <LabList labs={await listLabs()} />
    </Page>
  );
}
