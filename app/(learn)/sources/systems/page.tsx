import type { Metadata } from 'next';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { SystemList } from '@/components/sources/system-list';
import { systemsPage } from '@/lib/usecases/sources';

export const metadata: Metadata = {
  title: 'Systems and uses',
  description: 'Every system and use of network interfaces that the documents name, with what to read and what to do.',
};

export default async function SystemsPage() {
  return (
    <Page width="list">
      <Crumbs trail={[{ href: '/sources', label: 'Sources' }]} />
      <h1 className="text-3xl">Systems and uses</h1>
      <p className="mt-3 max-w-[68ch] text-dim">
        What the documents would have one build with network interfaces, with the lesson that speaks of it and what
        there is to do.
      </p>
      <SystemList systems={await systemsPage()} />
    </Page>
  );
}
