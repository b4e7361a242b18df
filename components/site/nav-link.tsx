'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A link of the main navigation; marked as current on its page and on those below it. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const current = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      prefetch={false}
      href={href}
      // `true` below the page itself: the section is current, the link still leads somewhere else.
      aria-current={path === href ? 'page' : current}
      className="flex h-11 items-center rounded px-1.5 text-dim max-sm:text-sm sm:px-2 hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-ink"
    >
      {label}
    </Link>
  );
}
