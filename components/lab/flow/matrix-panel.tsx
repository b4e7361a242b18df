'use client';

import { useCallback, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { type EndGroup, flowEnds } from '@/lib/diagram/flow-ends';
import type { Flow } from '@/lib/engine/reachability/flow';
import { endName } from '@/lib/engine/reachability/hop-words';
import type { World } from '@/lib/engine/world';
import { type MatrixChoice, mostHosts } from './matrix-choice';
import { MatrixTable } from './matrix-table';
import { ProbeChoice } from './probe-choice';
import { type MatrixAnswers, type MatrixHost, type Probe, useMatrix } from './use-matrix';

/** Who reaches whom: chosen hosts against each other, one protocol and port at a time. Every cell leads to its trace. */
export function MatrixPanel({
  world,
  revision,
  choice,
  onChoose,
  onOpen,
}: {
  world: World;
  /** Stands for what is in `world`, which is one object. */
  revision: number;
  choice: MatrixChoice;
  onChoose: (choice: MatrixChoice) => void;
  onOpen: (flow: Flow) => void;
}) {
  const groups = useMemo(() => (revision >= 0 ? flowEnds(world) : []), [world, revision]);
  const { chosen, probes, shown } = choice;
  const usual = useMemo(() => new Set(usualKeys(groups)), [groups]);
  const keys = chosen ?? usual;
  // The same list as long as it says the same: what is known of it stands until it is known anew.
  const listed = JSON.stringify(hostsOf(world, groups, keys));
  const hosts = useMemo(() => JSON.parse(listed) as MatrixHost[], [listed]);
  const known = useMatrix(world, revision, hosts, probes);
  const open = useCallback(
    (from: MatrixHost, to: MatrixHost) => {
      const { protocol, port } = shown;
      onOpen({ source: from.end, destination: to.end, protocol, ...(port !== undefined && { port }) });
    },
    [onOpen, shown],
  );
  const offered = groups.flatMap(({ ends }) => ends);
  if (offered.length < 2) {
    return (
      <div className="p-5">
        <EmptyState title="Nothing to compare yet">
          The matrix shows which hosts reach each other. Run an instance in the terminal, and it stands here beside the
          internet.
        </EmptyState>
      </div>
    );
  }
  const toggle = (key: string) => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    onChoose({ ...choice, chosen: next });
  };
  const instances = groups.find(({ label }) => label === 'Instances')?.ends.length ?? 0;
  const left = instances + 1 - mostHosts;
  return (
    <div className="flex flex-col gap-4 p-5">
      <h2 className="sr-only">Reachability matrix</h2>
      <ProbeChoice
        probes={probes.map((probe) => ({ probe, ...countOf(known, probe) }))}
        shown={shown}
        onShow={(probe) => onChoose({ ...choice, shown: probe })}
        onAdd={(probe) => {
          const isNew = !probes.some(({ key }) => key === probe.key);
          onChoose({ ...choice, shown: probe, probes: isNew ? [...probes, probe] : probes });
        }}
      />
      <Disclosure summary={`Hosts: ${hosts.length} of ${offered.length}`}>
        {!chosen && left > 0 && (
          <p className="text-sm text-dim">
            {mostHosts} are shown at once; {left} instances are left out. Take some away to choose others.
          </p>
        )}
        <HostChoice groups={groups} keys={keys} full={hosts.length >= mostHosts} onToggle={toggle} />
      </Disclosure>
      {known.failed ? (
        <ErrorPanel
          title="The matrix could not be computed"
          safe="The lab is as it was: nothing was changed."
          advice="The part of the page that traces packets did not load or failed. Look at your connection, then try again."
          action={<Button onClick={known.again}>Try again</Button>}
        />
      ) : hosts.length < 2 ? (
        <p className="text-dim">Choose two hosts or more.</p>
      ) : (
        <MatrixTable
          probe={shown}
          index={known.probes.findIndex(({ key }) => key === shown.key)}
          hosts={hosts}
          rows={known.hosts === hosts ? known.rows : []}
          busy={!known.done}
          onOpen={open}
        />
      )}
    </div>
  );
}

/** The internet and the instances, as many as there is room for. */
const usualKeys = (groups: readonly EndGroup[]): string[] =>
  groups
    .filter(({ label }) => label === 'Outside' || label === 'Instances')
    .flatMap(({ ends }) => ends.map(({ key }) => key))
    .slice(0, mostHosts);

/** Short names for the table; where two are named alike, with the id before the name, which may be cut. */
function hostsOf(world: World, groups: readonly EndGroup[], keys: ReadonlySet<string>): MatrixHost[] {
  const ends = groups
    .flatMap((group) => group.ends)
    .filter(({ key }) => keys.has(key))
    .slice(0, mostHosts);
  const names = ends.map(({ end }) => endName(world, end).replace(/^the internet$/, 'internet'));
  return ends.map(({ key, end, label }, index) => {
    const name = names[index] ?? label;
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    return { key, end, label: isAlone ? name : 'id' in end ? `${end.id} ${name}` : label };
  });
}

/** How many pairs are known, and how many of them are reached. */
function countOf({ hosts, probes, rows }: MatrixAnswers, probe: Probe) {
  const index = probes.findIndex(({ key }) => key === probe.key);
  const cells = rows.flatMap((row, from) => row.flatMap((cell, to) => (from === to ? [] : (cell[index] ?? []))));
  return { known: hosts.length < 2 ? 0 : cells.length, reached: cells.filter(({ reached }) => reached).length };
}

function HostChoice({
  groups,
  keys,
  full,
  onToggle,
}: {
  groups: readonly EndGroup[];
  keys: ReadonlySet<string>;
  full: boolean;
  onToggle: (key: string) => void;
}) {
  return (
    <div className="flex max-h-72 flex-col gap-3 overflow-y-auto">
      {groups.map(({ label, ends }) => (
        <fieldset key={label}>
          <legend className="text-sm text-dim">{label}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-4">
            {ends.map((end) => (
              <label
                key={end.key}
                className="flex min-h-7 items-center gap-2 text-sm wrap-anywhere pointer-coarse:min-h-11"
              >
                <input
                  type="checkbox"
                  checked={keys.has(end.key)}
                  disabled={full && !keys.has(end.key)}
                  onChange={() => onToggle(end.key)}
                />
                {end.label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
