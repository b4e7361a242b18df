'use client';

import { type ReactNode, useRef, useState } from 'react';
import type { ExperimentAccount, ExperimentView } from '@/lib/lessons/experiment';
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
export function useExperiment(view: Pick<ExperimentView, 'id' | 'title' | 'steps'>) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [done, setDone] = useState(0);
  const [picture, setPicture] = useState<ReactNode>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const account = useRef<Promise<ReturnType<typeof openAccount>>>(undefined);

  /** The account; asked for again when it could not be had. */
  const open = () => {
    account.current ??= Promise.all([import('./experiment-account'), fetchAccount(view.id)])
      .then(([module, started]) => module.openAccount(view.title, started))
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
    const next = view.steps[done];
    const step = next && sameLine(line, next.run) ? next : undefined;
    setBusy(true);
    setFailed(false);
    try {
      const opened = open();
      const { picture: drawn, ...ran } = await (await opened).run(line, step);
      // Started over meanwhile: this was another account's.
      if (account.current !== opened) return false;
      setEntries((before) => [...before, { line: line.trim(), ...ran }]);
      setPicture(drawn);
      if (step) setDone(done + 1);
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

  return { entries, next: view.steps[done], done, picture, busy, failed, run, reset, show };
}
