import Link from 'next/link';
import { Logo } from './logo';
import { NavLink } from './nav-link';
import { Person } from './person';

/** Sections that exist. A page that is not built is not listed. */
const sections = [{ href: '/labs', label: 'Labs' }];

/** Top of every page, the same for everyone: prerendered, with one island for who is here. */
export function SiteHeader() {
  return (
    <header className="flex h-(--header-height) shrink-0 items-center gap-1 border-b border-line px-4 sm:gap-3 sm:px-5">
      <Link href="/" prefetch={false} className="flex h-11 shrink-0 items-center gap-2.5 rounded pr-2 font-semibold">
        <Logo />
        Patchbay
      </Link>
      {/* With more sections than fit, the row scrolls; it never wraps or hides one behind a button. */}
      <nav aria-label="Main" className="flex min-w-0 flex-1 overflow-x-auto p-1 -m-1">
        {sections.map((section) => (
          <NavLink key={section.href} {...section} />
        ))}
      </nav>
      <Person />
    </header>
  );
}
