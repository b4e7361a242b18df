'use client';

import { useCallback, useEffect, useState } from 'react';
import type { SearchEntry } from '@/lib/search/entry';
import { type Find, searchIn } from '@/lib/search/find';

async function fetchIndex(): Promise<Find> {
  const answer = await fetch('/search/index.json');
  if (!answer.ok) throw new Error(`the index was answered with ${answer.status}`);
  // A file of the same build.
  return searchIn((await answer.json()) as SearchEntry[]);
}

/** Kept from page to page, until the window is loaded anew. */
let index: Promise<Find> | undefined;
function loadIndex(): Promise<Find> {
  index ??= fetchIndex().catch((error: unknown) => {
    index = undefined;
    throw error;
  });
  return index;
}

/** The search, fetched once something is `wanted` of it. */
export function useIndex(wanted: boolean) {
  const [state, setState] = useState<{ readonly find?: Find; readonly failed?: boolean }>({});
  const load = useCallback(() => {
    loadIndex().then(
      (find) => setState({ find }),
      () => setState({ failed: true }),
    );
  }, []);
  useEffect(() => {
    if (wanted) load();
  }, [wanted, load]);
  const again = () => {
    setState({});
    load();
  };
  return { ...state, again };
}
