'use client';

import type { MouseEvent, ReactNode } from 'react';

/**
 * What stands around a lab in another site's frame: no header, and every link opens a page of its own, since no other page of
 * ours may be shown in a frame.
 */
export function EmbedFrame({ href, children }: { href: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col [--header-height:2.5rem] lg:h-dvh lg:min-h-0" onClickCapture={openOutside}>
      <header className="flex h-(--header-height) shrink-0 items-center justify-end border-b border-line px-4 text-sm">
        <a href={href} className="underline">
          Open in Patchbay
        </a>
      </header>
      {children}
    </div>
  );
}

function openOutside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const to = link?.getAttribute('href') ?? '';
  if (!(link instanceof HTMLAnchorElement) || to.startsWith('#') || link.hasAttribute('download')) return;
  event.preventDefault();
  event.stopPropagation();
  window.open(link.href, '_blank', 'noopener');
}
