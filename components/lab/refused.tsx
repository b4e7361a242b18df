import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';

/** What the server refused in a dialog or panel; `children` is what to try. */
export function Refused({ message, children }: { message: string | undefined; children?: ReactNode }) {
  return (
    <div aria-live="polite" className="empty:hidden">
      {message && (
        <Notice kind="refused" live="assertive" title="That did not work">
          {message} {children}
        </Notice>
      )}
    </div>
  );
}
