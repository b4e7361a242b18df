import type { ReactNode } from 'react';

/** A list with nothing in it: why, and the one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 border-y border-line py-8">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-[68ch] text-dim">{children}</div>}
      {action}
    </div>
  );
}
