import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Cell, HeadCell, namedCell, Table } from '@/components/ui/table';
import type { Form } from '@/lib/console/form';
import type { Row } from '@/lib/console/rows';
import type { Section } from '@/lib/console/sections';

/** A list of the console: one row can be selected, and what is done then begins from it. */
export function ResourceList({
  section,
  rows,
  selected,
  onSelect,
  onOpen,
}: {
  section: Section;
  rows: readonly Row[];
  selected: Row | undefined;
  onSelect: (row: Row) => void;
  onOpen: (form: Form) => void;
}) {
  const name = useId();
  return (
    <div className="flex flex-col gap-3">
      <Actions section={section} selected={selected} onOpen={onOpen} />
      {rows.length === 0 ? (
        <p className="border-y border-line py-6 text-dim">
          There are none in this account. {section.make.title} to have one.
        </p>
      ) : (
        <Table caption={section.title} captionHidden>
          <thead>
            <tr>
              <HeadCell>
                <span className="sr-only">Selected</span>
              </HeadCell>
              <HeadCell>Name</HeadCell>
              <HeadCell>ID</HeadCell>
              {section.columns.map((column) => (
                <HeadCell key={column}>{column}</HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={row.id === selected?.id ? 'bg-sunk' : ''}>
                <Cell>
                  <input
                    type="radio"
                    name={name}
                    checked={row.id === selected?.id}
                    onChange={() => onSelect(row)}
                    aria-label={row.name ? `${row.name}, ${row.id}` : row.id}
                    className="size-4 accent-cable pointer-coarse:size-6"
                  />
                </Cell>
                <Cell className={namedCell}>{row.name || '–'}</Cell>
                <Cell mono className="whitespace-nowrap">
                  {row.id}
                </Cell>
                {row.cells.map((cell, index) => (
                  <Cell key={section.columns[index]} className="min-w-45 wrap-anywhere">
                    {cell}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}

/** What can be made here, and the Actions menu in the console's groups. */
function Actions({
  section,
  selected,
  onOpen,
}: {
  section: Section;
  selected: Row | undefined;
  onOpen: (form: Form) => void;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          Actions <span aria-hidden="true">{open ? '▴' : '▾'}</span>
        </Button>
        <Button onClick={() => onOpen(section.make)}>{section.make.title}</Button>
        <p className="min-w-0 text-sm text-dim wrap-anywhere" role="status">
          {selected ? `Selected: ${selected.name || selected.id}` : 'Nothing selected.'}
        </p>
      </div>
      <div
        id={id}
        hidden={!open}
        className="flex flex-col gap-x-8 gap-y-3 border-l-2 border-line-strong py-1 pl-3 sm:flex-row sm:flex-wrap"
      >
        {section.actions.map(({ group, forms }) => (
          <div key={group ?? forms[0]?.id} className="flex flex-col items-start gap-0.5">
            {group && <p className="text-sm font-semibold">{group}</p>}
            <ul {...(group && { 'aria-label': group })}>
              {forms.map((form) => (
                <li key={form.id}>
                  <Button variant="quiet" size="sm" onClick={() => onOpen(form)}>
                    {form.title}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  );
}
