'use client';

import { useMemo } from 'react';
import { Cell, EmptyRow, HeadCell, namedCell, Table } from '@/components/ui/table';
import { aclEntries, groupRules, routes } from '@/lib/diagram/rules';
import type { World } from '@/lib/engine/world';
import { rowId } from './row-id';

/** What decides over packets, rule by rule: groups, network ACLs and route tables. Traces lead to these rows. */
export function RuleTables({
  world,
  revision,
  changed,
}: {
  world: World;
  /** Stands for what is in `world`, which is one object. */
  revision: number;
  changed: ReadonlySet<string>;
}) {
  const [rules, entries, ways] = useMemo(
    () => (revision >= 0 ? [groupRules(world), aclEntries(world), routes(world)] : [[], [], []]),
    [world, revision],
  );
  const mark = (id: string) => changed.has(id) && <span className="text-cable"> ← changed</span>;
  return (
    <div className="flex flex-col gap-8 px-4 pb-4">
      <Table caption="Rules of security groups">
        <thead>
          <tr>
            <HeadCell>Group</HeadCell>
            <HeadCell>Rule</HeadCell>
            <HeadCell>Direction</HeadCell>
            <HeadCell>Allows</HeadCell>
            <HeadCell>From or to</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rules.length === 0 && <EmptyRow columns={5} />}
          {rules.map(({ id, of, direction, what, peer }) => (
            <tr key={id} id={rowId(id)} tabIndex={-1}>
              <Cell className={namedCell}>{of.name}</Cell>
              <Cell mono>
                {id}
                {mark(id)}
              </Cell>
              <Cell>{direction}</Cell>
              <Cell>{what}</Cell>
              <Cell className={namedCell}>{peer}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table caption="Rules of network ACLs">
        <thead>
          <tr>
            <HeadCell>Network ACL</HeadCell>
            <HeadCell>Direction</HeadCell>
            <HeadCell numeric>Number</HeadCell>
            <HeadCell>Rule</HeadCell>
            <HeadCell>From or to</HeadCell>
          </tr>
        </thead>
        <tbody>
          {entries.length === 0 && <EmptyRow columns={5} />}
          {entries.map(({ id, of, direction, number, action, what, peer }) => (
            <tr key={id} id={rowId(id)} tabIndex={-1}>
              <Cell className={namedCell}>
                {of.name}
                {mark(of.id)}
              </Cell>
              <Cell>{direction}</Cell>
              <Cell numeric>{number}</Cell>
              <Cell>
                {action} {what}
              </Cell>
              <Cell mono>{peer}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table caption="Routes">
        <thead>
          <tr>
            <HeadCell>Route table</HeadCell>
            <HeadCell>Destination</HeadCell>
            <HeadCell>Target</HeadCell>
            <HeadCell>State</HeadCell>
          </tr>
        </thead>
        <tbody>
          {ways.length === 0 && <EmptyRow columns={4} />}
          {ways.map(({ id, of, to, target, state }) => (
            <tr key={id} id={rowId(id)} tabIndex={-1}>
              <Cell className={namedCell}>
                {of.name}
                {mark(of.id)}
              </Cell>
              <Cell mono>{to}</Cell>
              <Cell className={namedCell}>{target}</Cell>
              <Cell>{state}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
