import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Experiment } from '@/components/lesson/experiment';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { NamedDocuments } from '@/components/sources/named-documents';
import { SettledClaims } from '@/components/sources/settled-claims';
import { listExperiments } from '@/lib/usecases/experiments';
import { findExperiment } from '@/lib/usecases/sources';

type Props = { params: Promise<{ slug: string }> };

export const dynamicParams = false;
export const generateStaticParams = async () => (await listExperiments()).map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findExperiment((await params).slug);
  return found ? { title: `Experiment: ${found.started.view.title}` } : {};
}

export default async function ExperimentPage({ params }: Props) {
  const { started, claims, hrefs, cases, lesson } = (await findExperiment((await params).slug)) ?? notFound();
  return (
    <Page width="list">
      <Crumbs
        trail={[
          { href: '/sources', label: 'Sources' },
          { href: '/sources/experiments', label: 'Experiments' },
        ]}
      />
      <Experiment view={started.view} heading="h1">
        <NamedDocuments view={started.view} />
      </Experiment>
      <SettledClaims claims={claims} hrefs={hrefs} />
      <ul className="mt-6 text-sm text-dim [&_a]:underline">
        {cases.map(({ id, title }) => (
          <li key={id}>
            It settles case {id.slice(1)}: <a href={`/sources/${id}`}>{title}</a>
          </li>
        ))}
        {lesson && (
          <li>
            It stands in the lesson <a href={lesson.href}>{lesson.title}</a>
          </li>
        )}
      </ul>
    </Page>
  );
}
