'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { askMe, currentMe, type Me, onMeChange, refreshMe, signOut } from './me';

/**
 * The right end of the header: guest or account. The page is the same for everyone, so the first paint says "Guest" (or
 * nothing, where an account was last seen) and the answer of the server follows when the page can be read. Without script
 * no answer ever comes: then it says nothing of who is here, and leads to where the server does.
 */
export function Person() {
  const me = useSyncExternalStore(onMeChange, currentMe, () => undefined);
  const path = usePathname();
  const previous = useRef<string>(undefined);

  useEffect(() => {
    // Asked on arrival, and again when leaving the pages that change who is here.
    const before = previous.current ?? '';
    previous.current = path;
    if (before.startsWith('/sign-') || before.startsWith('/classes') || before === '/settings') refreshMe();
    else askMe();
  }, [path]);

  if (me?.kind === 'account') return <AccountMenu me={me} />;
  return (
    <>
      <p className={`flex shrink-0 items-center gap-1 text-sm noscript:hidden ${me ? '' : 'in-data-account:hidden'}`}>
        <span className="text-dim">
          <span className="max-sm:sr-only">Guest</span>
          <span className="max-lg:sr-only"> · progress is kept on this device</span>
        </span>
        <Link href="/sign-in" prefetch={false} className={headerLink}>
          Sign in
        </Link>
      </p>
      <noscript>
        <a href="/settings" className={headerLink}>
          Account
        </a>
      </noscript>
    </>
  );
}

const headerLink = 'flex h-11 shrink-0 items-center rounded px-2 text-sm hover:underline';

function AccountMenu({ me }: { me: Me }) {
  const name = me.name ?? 'Account';
  const panel = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const pages = [
    { href: '/classes', label: me.classes ? 'Classes' : 'Join a class' },
    ...(me.grades ? [{ href: '/grading', label: 'Grading' }] : []),
    { href: '/notes', label: 'Bookmarks and notes' },
    { href: '/settings', label: 'Settings' },
  ];
  const item = 'flex min-h-11 w-full items-center px-4 text-left hover:bg-sunk focus-visible:-outline-offset-2';

  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        className="flex h-11 max-w-24 shrink-0 items-center gap-1.5 rounded px-2 max-sm:text-sm sm:max-w-48 lg:max-w-72"
      >
        <span className="truncate" title={name}>
          {name}
        </span>
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true" className="shrink-0 text-dim">
          <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      <div
        ref={panel}
        id="account-menu"
        popover="auto"
        className="absolute top-12 right-3 left-auto min-w-44 rounded border border-line-strong bg-panel py-1 text-ink"
      >
        {pages.map(({ href, label }) => (
          <Link key={href} href={href} prefetch={false} className={item} onClick={() => panel.current?.hidePopover()}>
            {label}
          </Link>
        ))}
        <button type="button" className={item} onClick={() => signOut().catch(() => setFailed(true))}>
          Sign out
        </button>
        <p role="alert" className="max-w-56 px-4 text-sm text-refused">
          {failed && 'You are still signed in: the server did not answer. Try again.'}
        </p>
      </div>
    </>
  );
}
