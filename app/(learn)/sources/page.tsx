import type { Metadata } from 'next';
import { Page } from '@/components/site/page';
import { CaseList } from '@/components/sources/case-list';
import { verdictWords } from '@/components/sources/verdict';
import { sourcesPage } from '@/lib/usecases/sources';

export const metadata: Metadata = {
  title: 'Sources',
  description: 'Five documents on elastic network interfaces, every statement of theirs, and whether it is right.',
};

export default async function SourcesPage() {
  const { claims, verdicts, documents, cases, gaps, systems, experiments, coming } = await sourcesPage();
  const counted = verdicts.flatMap(({ verdict, count }) => (count > 0 ? [`${verdictWords[verdict]}: ${count}`] : []));
  return (
    <Page width="list">
      <h1 className="text-3xl">Sources</h1>
      <div className="mt-3 flex max-w-[68ch] flex-col gap-3 text-dim">
        <p>
          The course is drawn from five documents. They say {claims} things about network interfaces, and not all of
          them are so. Each is held against AWS’s own pages, and tried in the simulated account where it can be.
        </p>
      </div>
      <ul className="mt-6 border-b border-line [&>li]:border-t [&>li]:border-line [&>li]:py-3 [&_a]:font-semibold [&_a]:underline [&_p]:text-sm [&_p]:text-dim">
        <li>
          <a href="/sources/claims">The ledger: all {claims} claims</a>
          <p>
            {counted.join(' · ')}. And {gaps} facts that no document has.
          </p>
        </li>
        <li>
          <a href="/sources/experiments">Experiments</a>
          <p>
            {experiments} to run in the page{coming > 0 && `, ${coming} to come`}.
          </p>
        </li>
        <li>
          <a href="/sources/systems">Systems and uses</a>
          <p>{systems} that the documents name, with what to read and what to do.</p>
        </li>
      </ul>
      <section aria-labelledby="cases" className="mt-12">
        <h2 id="cases" className="text-2xl">
          Where the documents contradict each other
        </h2>
        <p className="mt-2 max-w-[68ch] text-dim">
          Two statements that cannot both be meant. Say what you expect, run it, then read the verdict.
        </p>
        <CaseList cases={cases} />
      </section>
      <section aria-labelledby="documents" className="mt-12">
        <h2 id="documents" className="text-2xl">
          The five documents
        </h2>
        <ol className="mt-4 border-b border-line">
          {documents.map((title, index) => (
            <li key={title} className="border-t border-line py-2">
              Document {index + 1}: {title}
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
}
