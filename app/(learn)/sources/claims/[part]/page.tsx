import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { ClaimList } from '@/components/sources/claim-list';
import { Neighbours } from '@/components/sources/neighbours';
import { findPart, listParts } from '@/lib/usecases/sources';

type Props = { params: Promise<{ part: string }> };

export const dynamicParams = false;
export const generateStaticParams = async () => (await listParts()).map(({ id }) => ({ part: id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { part } = await params;
  const found = (await listParts()).find(({ id }) => id === part);
  return found ? { title: `Claims: ${found.title}` } : {};
}

const placeOf = ({ id, title }: { readonly id: string; readonly title: string }) => ({
  href: `/sources/claims/${id}`,
  title,
});

export default async function PartPage({ params }: Props) {
  const { title, claims, before, after } = (await findPart((await params).part)) ?? notFound();
  return (
    <Page width="list">
      <Crumbs
        trail={[
          { href: '/sources', label: 'Sources' },
          { href: '/sources/claims', label: 'The ledger of claims' },
        ]}
      />
      <h1 className="text-3xl">{title}</h1>
      <ClaimList claims={claims} />
      <Neighbours label="Parts" before={before && placeOf(before)} after={after && placeOf(after)} />
    </Page>
  );
}
