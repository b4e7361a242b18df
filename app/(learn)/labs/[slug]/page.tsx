import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LabAtWork } from '@/app/lab-at-work';
import { findLabPage, listLabs } from '@/lib/usecases/labs';

type Props = { params: Promise<{ slug: string }> };

// Labs are content of the build: what is not among them is not found, without asking anybody.
export const dynamicParams = false;
export const generateStaticParams = async () => (await listLabs()).map(({ slug }) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lab = await findLabPage((await params).slug);
  return lab ? { title: lab.title, description: lab.summary } : {};
}

export default async function LabPage({ params }: Props) {
  const lab = await findLabPage((await params).slug);
  if (!lab) notFound();
  return <LabAtWork lab={lab} />;
}
