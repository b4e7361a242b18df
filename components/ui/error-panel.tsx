import type { ReactNode } from 'react';
import { Sign } from './sign';

type ErrorPanelProps = {
  title: ReactNode;
  /** What is not lost. */
  safe: ReactNode;
  /** What to try, as a sentence; the button for it is `action`. */
  advice?: ReactNode;
  action?: ReactNode;
  /** Mark under which the server's log has the details. */
  reference?: string | undefined;
};

/** A panel or page that failed: what happened, what is safe, what to try. */
export function ErrorPanel({ title, safe, advice, action, reference }: ErrorPanelProps) {
  return (
    <div role="alert" className="flex flex-col items-start gap-3 border-y border-line py-8">
      <p className="flex items-center gap-2 text-lg font-semibold">
        <Sign kind="refused" />
        {title}
      </p>
      <div className="flex max-w-[68ch] flex-col gap-1 text-dim">
        <p>{safe}</p>
        {advice && <p>{advice}</p>}
      </div>
      {action}
      {reference && (
        <p className="text-sm text-dim">
          In the server’s log as <code>{reference}</code>
        </p>
      )}
    </div>
  );
}
