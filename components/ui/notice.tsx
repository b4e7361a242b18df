import type { ReactNode } from 'react';
import { Sign } from './sign';

const edges = { info: 'border-line-strong', holds: 'border-holds', refused: 'border-refused' };

type NoticeProps = {
  kind?: 'info' | 'holds' | 'refused';
  title?: ReactNode;
  children?: ReactNode;
  /** For one that appears after the page: read out when the reader pauses (`polite`) or at once (`assertive`). */
  live?: 'polite' | 'assertive';
};

/** Something to know: what happened, and what to do next. */
export function Notice({ kind = 'info', title, children, live }: NoticeProps) {
  return (
    <div
      {...(live && { role: live === 'assertive' ? 'alert' : 'status' })}
      className={`flex gap-2.5 border-l-2 py-1 pl-3 ${edges[kind]}`}
    >
      <span className="pt-[0.2rem]">
        <Sign kind={kind} />
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
