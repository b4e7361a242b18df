'use client';

import { type ReactNode, useRef, useState } from 'react';
import type { ExperimentAccount, ExperimentTask } from '@/lib/lessons/experiment';
import type { openAccount, Ran } from './experiment-account';

export interface Entry extends Omit<Ran, 'picture'> {
  readonly line: string;
}

const sameLine = (a: string, b: string): boolean => a.trim().split(/\s+/).join(' ') === b.trim().split(/\s+/).join(' ');

/** A file that was made with the page. */
async function fetchAccount(id: string): Promise<ExperimentAccount> {
  const answer = await fetch(`/experiments/${id}/account.json`);
  if (!answer.ok) throw new Error(`the account of ${id} was answered with ${answer.status}`);
  return answer.json();
}

/** An experiment at work: what was run, which step is next, and the account, which comes when it is first needed. */
export function useExperiment({ id, title, runs }: ExperimentTask) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [done, setDone] = useState(0);
  const [picture, setPicture] = useState<ReactNode>();
  /** What the commands show of the prediction. */
  const [truth, setTruth] = useState<Pick<ExperimentAccount, 'right' | 'because'>>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const account = useRef<Promise<ReturnType<typeof openAccount>>>(undefined);

  /** The account; asked for again when it could not be had. */
  const open = () => {
    account.current ??= Promise.all([import('./experiment-account'), fetchAccount(id)])
      .then(([module, started]) => module.openAccount(title, started))
      .catch((error: unknown) => {
        account.current = undefined;
        throw error;
      });
    return account.current;
  };

  /** Shows the account as it is at first. A failure is told when a line is to run. */
  const show = () => {
    const opened = open();
    opened.then(
      (first) => account.current === opened && setPicture((shown) => shown ?? first.picture),
      () => {},
    );
  };

  /** Runs a line; the step that is next when the line is its command. @returns whether it ran */
  const run = async (line: string): Promise<boolean> => {
    const next = runs[done];
    const isStep = next !== undefined && sameLine(line, next);
    setBusy(true);
    setFailed(false);
    try {
      const opened = open();
      const { run: runIn, right, because } = await opened;
      const { picture: drawn, ...ran } = await runIn(line, isStep ? done : undefined);
      // Started over meanwhile: this was another account's.
      if (account.current !== opened) return false;
      setEntries((before) => [...before, { line: line.trim(), ...ran }]);
      setPicture(drawn);
      setTruth({ right, because });
      if (isStep) setDone(done + 1);
      return true;
    } catch (error) {
      console.error(error);
      setFailed(true);
      return false;
    } finally {
      setBusy(false);
    }
  };

  const reset = () => {
    account.current = undefined;
    setEntries([]);
    setDone(0);
    setPicture(undefined);
    setFailed(false);
  };

  return { entries, next: runs[done], done, picture, truth, busy, failed, run, reset, show };
}
