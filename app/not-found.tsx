import type { Metadata } from 'next';
import { Page } from '@/components/site/page';
import { LinkButton } from '@/components/ui/link-button';

export const metadata: Metadata = { title: 'No such page' };

export default function NotFound() {
  return (
    <Page width="list">
      <div className="flex flex-col items-start gap-4 pt-10">
        <h1 className="text-3xl">There is no page here</h1>
        <p className="max-w-[68ch] text-dim">
          The address may be mistyped, or it leads to something that only its owner can see. If the work is yours, sign
          in first.
        </p>
        <LinkButton href="/labs">See all labs</LinkButton>
      </div>
    </Page>
  );
}
