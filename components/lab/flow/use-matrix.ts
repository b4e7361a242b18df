'use client';

import { startTransition, useEffect, useState } from 'react';
import type { Flow, FlowSource } from '@/lib/engine/reachability/flow';
import type { Cell } from '@/lib/engine/reachability/matrix';
import type { World } from '@/lib/engine/world';
import { usePart } from './use-part';

export interface MatrixHost {
  readonly key: string;
  readonly label: string;
  readonly end: FlowSource;
}
/** What is tried between two hosts. */
export interface Probe {
  readonly key: string;
  readonly label: string;
  readonly protocol: Flow['protocol'];
  readonly port?: number;
}

/** What one host reaches: `[target][probe]`. */
export type MatrixRow = readonly (readonly Cell[])[];

/** What is known so far, for the hosts and probes that stand beside it. */
interface Known {
  readonly hosts: readonly MatrixHost[];
  readonly probes: readonly Probe[];
  /** By the index of the sending host; the last ones may still be missing. */
  readonly rows: readonly MatrixRow[];
}
export interface MatrixAnswers extends Known {
  readonly done: boolean;
  readonly failed: boolean;
  readonly again: () => void;
}

const loadMatrix = () => import('@/lib/engine/reachability/matrix');
const nothing: Known = { hosts: [], probes: [], rows: [] };
/** How often what is known so far is drawn, ms. */
const drawMs = 250;

/** Whether every host reaches every other, a row at a time so that the page breathes, and anew whenever the account changed. */
export function useMatrix(
  world: World,
  revision: number,
  hosts: readonly MatrixHost[],
  probes: readonly Probe[],
): MatrixAnswers {
  const { part: matrix, failed: notLoaded, again } = usePart(loadMatrix, true);
  const [state, setState] = useState({ known: nothing, done: false, failed: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` stands for what is in `world`
  useEffect(() => {
    if (!matrix) return;
    const targets = hosts.map(({ end }) => end);
    const flows = probes.map(({ protocol, port }) => ({ protocol, ...(port !== undefined && { port }) }));
    const rows: MatrixRow[] = [];
    let timer: ReturnType<typeof setTimeout>;
    let drawnAt = performance.now();
    const slice = () => {
      const source = targets[rows.length];
      if (source) {
        try {
          const [row] = matrix.reachabilityMatrix(world, { sources: [source], targets, flows });
          rows.push(row ?? []);
        } catch (error) {
          // A bug of the simulator costs this table, never the lab around it; the console has it.
          console.error(error);
          setState((before) => ({ ...before, done: true, failed: true }));
          return;
        }
      }
      const done = rows.length >= targets.length;
      if (done || performance.now() - drawnAt > drawMs) {
        drawnAt = performance.now();
        const known = { hosts, probes, rows: [...rows] };
        startTransition(() =>
          // What was known of the same hosts before stays in sight until all is known anew.
          setState((before) => {
            const isLonger = before.known.hosts !== hosts || rows.length >= before.known.rows.length;
            return { known: done || isLonger ? known : before.known, done, failed: false };
          }),
        );
      }
      if (!done) timer = setTimeout(slice);
    };
    setState((before) => (before.done ? { ...before, done: false, failed: false } : before));
    timer = setTimeout(slice);
    return () => clearTimeout(timer);
  }, [matrix, world, revision, hosts, probes]);
  return { ...state.known, done: state.done, failed: notLoaded || state.failed, again };
}
