import type { ReactNode } from 'react';

export interface BarRow {
  readonly key: string;
  readonly name: ReactNode;
  /** How far, in words: "3 of 4 tasks". */
  readonly state: ReactNode;
  /** From 0 to 1; absent where there is nothing to measure yet. */
  readonly done?: number | undefined;
}

type BarTableProps = {
  caption: ReactNode;
  heads: readonly [name: string, state: string, done: string];
  /** Rows under the name of their group, such as "Labs". */
  groups: readonly { readonly title: string; readonly rows: readonly BarRow[] }[];
};

/** The looks of its cells stand here once: a page is sent with every class that its elements have, twice. */
const look = [
  'mt-1 w-full table-fixed border-collapse text-left [&_a]:hover:underline [&_td_a]:underline',
  '[&_td]:border-b [&_td]:border-line [&_td]:py-2 [&_td]:align-baseline [&_td]:nth-2:pr-3 [&_td]:nth-2:text-sm [&_td]:nth-2:text-dim',
  '[&_th]:border-b [&_th]:border-line [&_th]:py-2 [&_th]:pr-3 [&_th]:align-baseline [&_th]:font-normal',
  '[&_th[colspan]]:pt-6 [&_th[colspan]]:font-semibold',
  '[&_svg]:h-2 [&_svg]:w-full [&_svg]:bg-line [&_svg]:fill-holds',
  'sm:[&_svg]:float-right sm:[&_svg]:mt-2 sm:[&_svg]:w-[calc(100%-3.5rem)]',
].join(' ');

/** A bar chart that is a table: each bar stands in the cell that says its share in figures. Needs no script. */
export function BarTable({ caption, heads, groups }: BarTableProps) {
  return (
    <table className={look}>
      <caption className="max-w-[68ch] pb-3 text-left text-dim">{caption}</caption>
      <thead className="text-sm text-dim">
        <tr>
          <th scope="col" className="w-[44%] sm:w-2/5">
            {heads[0]}
          </th>
          <th scope="col">{heads[1]}</th>
          <th scope="col" className="w-[26%] sm:w-1/3">
            {heads[2]}
          </th>
        </tr>
      </thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {title}
            </th>
          </tr>
          {rows.map(({ key, name, state, done }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{state}</td>
              <td>{done === undefined ? '–' : <Bar percent={percentOf(done)} />}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Whole percents; only what is done to the end says 100. */
const percentOf = (done: number): number => (done >= 1 ? 100 : Math.min(99, Math.round(done * 100)));

function Bar({ percent }: { percent: number }) {
  return (
    <>
      {`${percent} %`}
      <svg aria-hidden="true">
        <rect width={`${percent}%`} height="8" />
      </svg>
    </>
  );
}
