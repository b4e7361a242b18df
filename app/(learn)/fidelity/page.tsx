import type { Metadata } from 'next';
import { SummaryTable } from '@/components/fidelity/summary-table';
import { Page } from '@/components/site/page';
import { fidelity } from '@/lib/usecases/fidelity';

export const metadata: Metadata = {
  title: 'Fidelity',
  description:
    'How far the simulated account is like AWS: every operation, parameter and refusal, and how each is known.',
};

export default async function FidelityPage() {
  return (
    <Page>
      <h1 className="text-3xl">Fidelity</h1>
      <div className="mt-3 mb-8 flex max-w-[68ch] flex-col gap-3 text-dim">
        <p>
          How far the simulated account is like AWS. This list is read from the simulator’s own code, so it cannot
          promise what is not there.
        </p>
        <p>
          What AWS has and this simulator does not is refused as <code>NotModelled</code>, by name. It is never ignored,
          and never given a code of AWS’s.
        </p>
      </div>
      <SummaryTable resources={await fidelity()} />
    </Page>
  );
}
