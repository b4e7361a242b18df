'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Cell, HeadCell, namedCell, Table } from '@/components/ui/table';
import type { DifferenceView } from '@/lib/labs/moment-views';

/** Resources shown at first, and with each press of the button. */
const page = 100;

/** What differs, by kind of resource, the left value beside the right one. */
export function Differences({
  differences,
  left,
  right,
}: {
  differences: readonly DifferenceView[];
  left: string;
  right: string;
}) {
  const [most, setMost] = useState(page);
  const groups = useMemo(() => grouped(differences.slice(0, most)), [differences, most]);
  const more = differences.length - most;
  return (
    <div className="flex flex-col gap-6">
      {groups.map(([resource, rows]) => (
        <Table key={resource} caption={wordsOf(resource)} className="[&_table]:min-w-176 [&_table]:table-fixed">
          <thead>
            <tr>
              {/* The same widths in each table: the sides stand below each other. */}
              <HeadCell className="w-1/4">Resource</HeadCell>
              <HeadCell className="w-1/4">Attribute</HeadCell>
              <HeadCell className="wrap-anywhere">{left}</HeadCell>
              <HeadCell className="wrap-anywhere">{right}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <DifferenceRows key={row.id} row={row} />
            ))}
          </tbody>
        </Table>
      ))}
      {more > 0 && (
        <Button className="self-start" onClick={() => setMost(most + page)}>
          Show {Math.min(more, page)} more of {more}
        </Button>
      )}
    </div>
  );
}

function DifferenceRows({ row }: { row: DifferenceView }) {
  const { id, name, side } = row;
  // One that is on one side only says so even where nothing else tells it apart.
  const attributes = row.attributes.length > 0 ? row.attributes : [{ name: '' }];
  const absent = (other: 'left' | 'right') => (side === other ? 'not there' : 'none');
  return attributes.map((attribute, index) => (
    <tr key={attribute.name}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={attributes.length} className={`font-normal ${namedCell}`}>
          {name && <span className="block">{name}</span>}
          <span className="font-mono">{id}</span>
          {side !== 'both' && <span className="block text-dim">only on the {side}</span>}
        </th>
      )}
      {/* The first cell of a row that belongs to the resource above it, yet not the first column. */}
      <Cell className="pl-3! wrap-anywhere">{attribute.name || 'all of it'}</Cell>
      <Value text={attribute.left} absent={absent('right')} />
      <Value text={attribute.right} absent={absent('left')} />
    </tr>
  ));
}

function Value({ text, absent }: { text: string | undefined; absent: string }) {
  if (text === undefined) return <Cell className="text-dim">{absent}</Cell>;
  return (
    <Cell mono className="min-w-32 wrap-anywhere whitespace-pre-wrap">
      {text}
    </Cell>
  );
}

function grouped(differences: readonly DifferenceView[]): [string, DifferenceView[]][] {
  const groups = new Map<string, DifferenceView[]>();
  for (const difference of differences) {
    const group = groups.get(difference.resource);
    if (group) group.push(difference);
    else groups.set(difference.resource, [difference]);
  }
  return [...groups];
}

/** `NetworkInterface` as "Network interface"; a word in capitals, as VPC, stays one. */
export function wordsOf(resource: string): string {
  const words = resource.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return words.replace(/ ([A-Z])(?=[a-z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`);
}
