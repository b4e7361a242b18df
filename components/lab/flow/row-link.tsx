import type { ReactNode } from 'react';
import { rowId } from '../row-id';

/** A link to a row of the page's tables, which stand behind another tab. */
export function RowLink({
  row,
  onShow,
  children,
}: {
  row: string;
  onShow: (row: string) => void;
  children: ReactNode;
}) {
  return (
    <a
      href={`#${rowId(row)}`}
      onClick={(event) => {
        event.preventDefault();
        onShow(row);
      }}
      className="underline underline-offset-2 pointer-coarse:min-h-9"
    >
      {children}
    </a>
  );
}
