import { type ComponentProps, type ReactNode, useId } from 'react';

type TableProps = {
  caption: ReactNode;
  /** The caption is for screen readers only, where a heading beside the table already says it. */
  captionHidden?: boolean;
  /** `<thead>` and `<tbody>`. */
  children: ReactNode;
  className?: string;
};

/** A table that scrolls inside itself when it is wider than its place, also with the arrow keys. */
export function Table({ caption, captionHidden = false, children, className = '' }: TableProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
    <section aria-labelledby={id} tabIndex={0} className={`overflow-x-auto ${className}`}>
      <table className="cells w-full border-collapse text-left text-sm">
        <caption id={id} className={captionHidden ? 'sr-only' : 'pb-2 text-left text-dim'}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

/** Head of a column, or of a row with `scope="row"`. `numeric` puts it over its figures. */
export function HeadCell({ numeric = false, className, ...rest }: ComponentProps<'th'> & { numeric?: boolean }) {
  return <th scope="col" {...rest} {...classes(numeric && 'text-right', className)} />;
}

/** `mono` for ids, addresses and commands. */
export function Cell({
  numeric = false,
  mono = false,
  className,
  ...rest
}: ComponentProps<'td'> & { numeric?: boolean; mono?: boolean }) {
  return <td {...rest} {...classes(numeric && 'text-right', mono && 'font-mono', className)} />;
}

function classes(...names: (string | false | undefined)[]): { className?: string } {
  const className = names.filter(Boolean).join(' ');
  return className ? { className } : {};
}

/** The one row of a table that has no others. */
export function EmptyRow({ columns }: { columns: number }) {
  return (
    <tr>
      <Cell colSpan={columns} className="text-dim">
        None
      </Cell>
    </tr>
  );
}

/** For what people name: a name of 255 letters without a space must not push the other columns out of sight. */
export const namedCell = 'min-w-24 wrap-anywhere';
