'use client';

import { useEffect } from 'react';
import { rowId } from './row-id';

/** Brings a row into sight and focuses it, once: put it after the tables. */
export function ShownRow({ row, onShown }: { row: string | undefined; onShown: () => void }) {
  useEffect(() => {
    if (row === undefined) return;
    const element = document.getElementById(rowId(row));
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
    onShown();
  }, [row, onShown]);
  return null;
}
