import type { Metadata } from 'next';
import { ComponentLimits } from '@/components/fidelity/component-limits';
import { SummaryTable } from '@/components/fidelity/summary-table';
import { Page } from '@/components/site/page';
import { componentLimits, fidelity } from '@/lib/usecases/fidelity';

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
          Each is <em>observed</em> (AWS was seen to answer so), <em>documented</em> (AWS writes so) or <em>assumed</em>{' '}
          (neither: a reasoned guess, or an emulator’s word), and names the tests that hold it. What is known to differ
          stands with the operation, and below it on each page.
        </p>
        <p>
          Parameters are those of AWS’s published API model of EC2, version 2016-11-15: every name, type and whether it
          is required is compared with it by <code>test/engine/model.test.ts</code>. What a parameter does is documented
          on the page of its operation; the tests that give it are listed.
        </p>
        <p>
          What AWS has and this simulator does not is refused as <code>NotModelled</code>, by name. It is never ignored,
          and never given a code of AWS’s.
        </p>
      </div>
      <SummaryTable resources={await fidelity()} />
      <ComponentLimits components={await componentLimits()} />
    </Page>
  );
}
