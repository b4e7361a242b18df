import type { Metadata } from 'next';
import { GlossaryList } from '@/components/glossary/glossary-list';
import { Page } from '@/components/site/page';
import { listGlossary } from '@/lib/usecases/glossary';

export const metadata: Metadata = {
  title: 'Glossary',
  description: 'The words of AWS networking around the Elastic Network Interface, each in a sentence or two.',
};

export default async function GlossaryPage() {
  return (
    <Page width="list">
      <h1 className="text-3xl">Glossary</h1>
      <p className="mt-2 max-w-[68ch] text-dim">
        The words of the field as AWS and the lessons use them. Each has the lesson that teaches it and AWS’s own page.
      </p>
      <GlossaryList words={await listGlossary()} />
    </Page>
  );
}
