import type { ReactNode } from 'react';

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded border border-line-strong bg-panel px-1 text-center text-xs leading-[1.125rem] whitespace-nowrap text-ink">
      {children}
    </kbd>
  );
}
