import type { Metadata } from 'next';
import { cache } from 'react';
import { orNotFound } from '@/app/(teach)/viewer';
import { FinishedLab } from '@/components/outcome/finished-lab';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { LinkButton } from '@/components/ui/link-button';
import { findBrowserCaller } from '@/lib/auth/caller';
import { outcomePage } from '@/lib/usecases/outcome';

type Props = { params: Promise<{ id: string }> };

/** Once for the title and the page. */
const load = cache(async (id: string) => {
  const caller = await findBrowserCaller();
  return orNotFound(outcomePage(caller?.user, { id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await load((await params).id);
  return { title: `What you showed: ${title}`, robots: { index: false, follow: false } };
}

/** Rendered per request: it is its owner's and nobody else's. Needs no script. */
export default async function OutcomePage({ params }: Props) {
  const { id } = await params;
  const { slug, title, shown } = await load(id);
  return (
    <Page>
      <Crumbs
        trail={[
          { href: '/labs', label: 'Labs' },
          { href: `/labs/${slug}`, label: title },
        ]}
      />
      {typeof shown === 'string' ? (
        <div className="flex flex-col items-start gap-4">
          <h1 className="text-3xl">Nothing to show yet</h1>
          <p className="max-w-[68ch]">{shown}</p>
          <LinkButton href={`/labs/${slug}?attempt=${id}`} prefetch={false}>
            Back to the lab
          </LinkButton>
        </div>
      ) : (
        <FinishedLab {...shown} />
      )}
    </Page>
  );
}
