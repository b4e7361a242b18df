import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { CaseRoom } from '@/components/sources/case-room';
import { Neighbours } from '@/components/sources/neighbours';
import { findCase, listCases } from '@/lib/usecases/sources';

type Props = { params: Promise<{ case: string }> };

export const dynamicParams = false;
export const generateStaticParams = async () => (await listCases()).map(({ id }) => ({ case: id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { case: id } = await params;
  const found = (await listCases()).find((one) => one.id === id);
  return found ? { title: `Case ${id.slice(1)}: ${found.title}` } : {};
}

export default async function CasePage({ params }: Props) {
  const view = (await findCase((await params).case)) ?? notFound();
  const { id, title, before, after } = view;
  return (
    <Page width="list">
      <Crumbs trail={[{ href: '/sources', label: 'Sources' }]} />
      <p className="mt-2 text-cable">Case {id.slice(1)}</p>
      <h1 className="text-3xl">{title}</h1>
      <CaseRoom view={view} />
      <Neighbours label="Cases" before={before} after={after} />
    </Page>
  );
}
