'use client';

import { useMemo } from 'react';
import { others } from '@/lib/diagram/others';
import type { Topology } from '@/lib/diagram/topology';
import type { World } from '@/lib/engine/world';
import { AccountTable } from './account-table';
import { OtherTable } from './other-table';
import { RuleTables } from './rule-tables';
import { ShownRow } from './shown-row';

/** The account as tables: what the picture shows, what decides over packets, and everything else. */
export function TablePanel({
  world,
  revision,
  account,
  changed,
  row,
  onShown,
}: {
  world: World;
  /** Stands for what is in `world`, which is one object. */
  revision: number;
  account: Topology;
  changed: ReadonlySet<string>;
  /** The row to go to. */
  row: string | undefined;
  onShown: () => void;
}) {
  const rest = useMemo(() => (revision >= 0 ? others(world) : []), [world, revision]);
  return (
    <>
      <AccountTable account={account} changed={changed} />
      <RuleTables world={world} revision={revision} changed={changed} />
      <OtherTable rows={rest} changed={changed} />
      <ShownRow row={row} onShown={onShown} />
    </>
  );
}
