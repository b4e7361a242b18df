'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';

/** What the address of a quiz's page asks for. */
export interface Address {
  readonly attemptId: string | undefined;
  readonly assignmentId: string | undefined;
}

/**
 * Says what the address asks for, now and whenever it changes. It shows nothing: a prerendered page cannot know its
 * address, and whatever reads it is rendered anew in the browser, so that is this and not the page. Wrap it in Suspense.
 */
export function AddressReader({ onRead }: { onRead: (address: Address) => void }) {
  const search = useSearchParams();
  const attemptId = search.get('attempt') ?? undefined;
  const assignmentId = search.get('assignment') ?? undefined;
  useEffect(() => onRead({ attemptId, assignmentId }), [onRead, attemptId, assignmentId]);
  return null;
}
