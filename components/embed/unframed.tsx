'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** What stands around every page but those in other sites' frames. */
export function Unframed({ children }: { children: ReactNode }) {
  // There is none where a page is rendered without Next's router.
  return usePathname()?.startsWith('/embed/') ? null : children;
}
