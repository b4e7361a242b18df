import type { Metadata } from 'next';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { ClaimIndex } from '@/components/sources/claim-index';
import { GapList } from '@/components/sources/gap-list';
import { ledgerPage } from '@/lib/usecases/sources';

export const metadata: Metadata = {
  title: 'The ledger of claims',
  description: 'What five documents say about elastic network interfaces, claim by claim, and whether it is right.',
};

export default async function LedgerPage() {
  const { parts, gaps } = await ledgerPage();
  return (
    <Page width="list">
      <Crumbs trail={[{ href: '/sources', label: 'Sources' }]} />
      <h1 className="text-3xl">The ledger of claims</h1>
      <p className="mt-3 max-w-[68ch] text-dim">
        Every statement of the five documents, in our words, with its verdict. Each number leads to what is right
        instead, to AWS’s page, and to the lesson and the experiment.
      </p>
      {parts.map((part) => (
        <ClaimIndex key={part.id} part={part} />
      ))}
      <section aria-labelledby="gaps" className="mt-10">
        <h2 id="gaps" className="scroll-mt-4 text-xl">
          What no document says
        </h2>
        <GapList gaps={gaps} />
      </section>
    </Page>
  );
}
