import Link from 'next/link';
import { Logo } from './logo';
import { NavLink } from './nav-link';
import { Person } from './person';
import { SearchLink } from './search-link';

/** Sections for everyone; what only an account has stands in its menu (person.tsx). A page that is not built is not listed. */
const sections = [
  { href: '/lessons', label: 'Lessons' },
  { href: '/labs', label: 'Labs' },
  { href: '/quizzes', label: 'Quizzes' },
  { href: '/progress', label: 'Progress' },
];

/** Top of every page, the same for everyone: prerendered, with one island for who is here. */
export function SiteHeader() {
  return (
    <header className="flex h-(--header-height) shrink-0 items-center border-b border-line px-4 sm:gap-3 sm:px-5">
      {/* On a phone the sign stands for the name, so that every section fits beside it. */}
      <Link
        href="/"
        prefetch={false}
        className="flex h-11 min-w-9 shrink-0 items-center gap-2.5 rounded font-semibold sm:pr-2"
      >
        <Logo />
        <span className="max-sm:sr-only">Patchbay</span>
      </Link>
      {/* On a smaller one the row scrolls; it never wraps or hides one behind a button. */}
      <nav aria-label="Main" className="flex min-w-0 flex-1 overflow-x-auto p-1 -m-1">
        {sections.map((section) => (
          <NavLink key={section.href} {...section} />
        ))}
      </nav>
      <SearchLink />
      <Person />
    </header>
  );
}
