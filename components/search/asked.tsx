'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';

/** Tells what the address asks for, now and whenever it changes. Shows nothing: put it in a `Suspense`, so that the rest is prerendered. */
export function Asked({ onAsked }: { onAsked: (query: string) => void }) {
  const query = useSearchParams().get('q') ?? '';
  useEffect(() => onAsked(query), [query, onAsked]);
  return null;
}
