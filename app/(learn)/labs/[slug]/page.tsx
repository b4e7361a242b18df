import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MDXRemote } from 'next-mdx-remote/rsc';
import { Workbench } from '@/components/lab/workbench';
import { findLabPage, listLabs } from '@/lib/usecases/labs';

type Props = { params: Promise<{ slug: string }> };

// Labs are content of the build: what is not among them is not found, without asking anybody.
export const dynamicParams = false;
export const generateStaticParams = async () => (await listLabs()).map(({ slug }) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lab = await findLabPage((await params).slug);
  return lab ? { title: lab.title, description: lab.summary } : {};
}

const kinds = { guided: 'Guided lab', challenge: 'Challenge', incident: 'Incident', sandbox: 'No tasks' };

export default async function LabPage({ params }: Props) {
  const lab = await findLabPage((await params).slug);
  if (!lab) notFound();
  const facts = [
    kinds[lab.kind],
    lab.minutes && `${lab.minutes} min`,
    ...lab.objectives.map((objective) => objective.replace('/', ' ')),
  ];
  return (
    <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <noscript>
        <p className="border-b border-line p-4">A lab needs JavaScript: its terminal runs in this page.</p>
      </noscript>
      <Workbench
        slug={lab.slug}
        title={lab.title}
        facts={facts.filter(Boolean).join(' · ')}
        summary={lab.summary}
        tasks={lab.taskList}
        isIncident={lab.kind === 'incident'}
      >
        <MDXRemote source={lab.brief} />
      </Workbench>
    </main>
  );
}
