import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden';

/** The place of a text that is not here yet. Width and height by class, as the text will have. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-pulse rounded bg-line ${className}`} />;
}

/** Around skeletons: says once what is being loaded. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {children}
    </div>
  );
}
