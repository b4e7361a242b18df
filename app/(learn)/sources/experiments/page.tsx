import type { Metadata } from 'next';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { ExperimentList } from '@/components/sources/experiment-list';
import { comingWords, named } from '@/components/sources/words';
import { experimentsPage } from '@/lib/usecases/sources';

export const metadata: Metadata = {
  title: 'Experiments',
  description: 'Predict what AWS does, then run it in the page. Each experiment settles claims of the documents.',
};

export default async function ExperimentsPage() {
  const { ready, coming } = await experimentsPage();
  return (
    <Page width="list">
      <Crumbs trail={[{ href: '/sources', label: 'Sources' }]} />
      <h1 className="text-3xl">Experiments</h1>
      <p className="mt-3 max-w-[68ch] text-dim">
        Say what you expect, then run it in an account of its own. Each settles claims of the documents, and stands in a
        lesson too.
      </p>
      <ExperimentList rows={ready} />
      {coming.length > 0 && (
        <section aria-labelledby="coming" className="mt-10">
          <h2 id="coming" className="text-xl">
            To come
          </h2>
          <p className="mt-1 max-w-[68ch] text-dim">These wait for a system that the simulator does not have yet.</p>
          <ul className="mt-4 border-b border-line">
            {coming.map(({ title, needs, claims }) => (
              <li key={title} className="flex flex-col gap-0.5 border-t border-line py-3">
                <p>{title}</p>
                <p className="text-sm text-dim">
                  Needs {comingWords(needs)} · {named('Claim', claims)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
