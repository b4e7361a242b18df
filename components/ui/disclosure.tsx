import type { ReactNode } from 'react';

/** More on demand; the browser's own, so it works without script and is found by a search in the page. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-7 list-none items-center gap-2 rounded font-medium pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <svg
          width="8"
          height="10"
          viewBox="0 0 8 10"
          aria-hidden="true"
          className="shrink-0 text-dim group-open:rotate-90"
        >
          <path d="m1.5 1 5 4-5 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {summary}
      </summary>
      <div className="pt-1 pb-2 pl-4">{children}</div>
    </details>
  );
}
