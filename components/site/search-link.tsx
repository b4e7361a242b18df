'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** The way to the search, a sign where there is no room for its word. */
export function SearchLink() {
  return (
    <Link
      prefetch={false}
      href="/search"
      title="Search"
      aria-current={usePathname() === '/search' ? 'page' : undefined}
      className="flex h-11 min-w-9 shrink-0 items-center justify-center gap-1.5 rounded text-dim hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink sm:px-2"
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="shrink-0">
        <path d="M11 11 15 15M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span className="max-lg:sr-only">Search</span>
    </Link>
  );
}
