import type { Metadata } from 'next';
import { Page } from '@/components/site/page';
import { LinkButton } from '@/components/ui/link-button';

export const metadata: Metadata = { title: 'No such moment' };

export default function NoSuchMoment() {
  return (
    <Page width="list">
      <div className="flex flex-col items-start gap-4 pt-10">
        <h1 className="text-3xl">This link leads nowhere</h1>
        <p className="max-w-[68ch] text-dim">
          It is mistyped, or whoever shared it took it back. Ask them for a new one. What you began from it is still
          yours.
        </p>
        <LinkButton href="/labs">See all labs</LinkButton>
      </div>
    </Page>
  );
}
