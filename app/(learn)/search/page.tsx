import type { Metadata } from 'next';
import { Search } from '@/components/search/search';
import { Page } from '@/components/site/page';

export const metadata: Metadata = {
  title: 'Search',
  description: 'Look for a word in lessons, labs, the glossary and the claims of the documents.',
};

export default function SearchPage() {
  return (
    <Page width="list">
      <h1 className="text-3xl">Search</h1>
      <Search />
    </Page>
  );
}
