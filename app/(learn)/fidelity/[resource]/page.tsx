import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ResourceFidelity } from '@/components/fidelity/resource-fidelity';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { fidelity, findFidelity } from '@/lib/usecases/fidelity';

type Props = { params: Promise<{ resource: string }> };

export const dynamicParams = false;
export const generateStaticParams = async () => (await fidelity()).map(({ slug }) => ({ resource: slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findFidelity((await params).resource);
  return found ? { title: `Fidelity: ${found.title}` } : {};
}

export default async function ResourceFidelityPage({ params }: Props) {
  const resource = (await findFidelity((await params).resource)) ?? notFound();
  return (
    <Page>
      <Crumbs trail={[{ href: '/fidelity', label: 'Fidelity' }]} />
      <h1 className="mt-2 mb-8 text-3xl">{resource.title}</h1>
      <ResourceFidelity resource={resource} />
    </Page>
  );
}
