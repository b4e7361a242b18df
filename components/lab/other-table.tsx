import { Cell, HeadCell, namedCell, Table } from '@/components/ui/table';
import type { OtherNode } from '@/lib/diagram/others';
import { rowPlace } from './row-id';

/** What an account holds beside instances, interfaces and subnets. */
export function OtherTable({
  rows,
  changed,
  linked = true,
  captionEnd = '',
}: {
  rows: readonly OtherNode[];
  changed: ReadonlySet<string>;
  /** Whether something in the page leads to its rows. */
  linked?: boolean;
  /** What tells its caption from another such table's: “, before”. */
  captionEnd?: string;
}) {
  if (rows.length === 0) return null;
  return (
    <div className="px-4 pb-4">
      <Table caption={`Everything else${captionEnd}`}>
        <thead>
          <tr>
            <HeadCell>Kind</HeadCell>
            <HeadCell>Id</HeadCell>
            <HeadCell>Name</HeadCell>
            <HeadCell>What</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, id, name, what }) => (
            <tr key={id} {...(linked && rowPlace(id))}>
              <Cell className="whitespace-nowrap">{kind}</Cell>
              <Cell mono>
                {id}
                {changed.has(id) && <span className="text-cable"> ← changed</span>}
              </Cell>
              <Cell className={namedCell}>{name || '–'}</Cell>
              <Cell className="min-w-40 wrap-anywhere">{what || '–'}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
