import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { SharedMoment } from '@/components/moment/shared-moment';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { UserError } from '@/lib/auth/user-error';
import { sharedMomentPage } from '@/lib/usecases/shared-moment';
import { startFromShareAction } from '../actions';

type Props = { params: Promise<{ token: string }> };

/** Once for the title and the page. */
const load = cache(async (token: string) => {
  try {
    return await sharedMomentPage({ token });
  } catch (error) {
    if (error instanceof UserError && error.code === 'NotFound') notFound();
    throw error;
  }
});

// Who has the link may look, and nobody else is to come upon it. The server's own policy, `same-origin`, keeps it from other
// sites; a stricter one would take the origin from the form too.
const hidden: Metadata = { robots: { index: false, follow: false }, referrer: 'same-origin' };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { moment } = await load((await params).token);
  return { ...hidden, title: `A moment of “${moment.title}”` };
}

/** Rendered per request, and needs no script but to start from here. */
export default async function MomentPage({ params }: Props) {
  const { token } = await params;
  const page = await load(token);
  return (
    <Page>
      <Crumbs trail={[{ href: '/labs', label: 'Labs' }]} />
      <SharedMoment {...page} token={token} start={startFromShareAction} />
    </Page>
  );
}
