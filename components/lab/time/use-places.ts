'use client';

import { useCallback, useState } from 'react';
import type { Pair } from './compare-panel';
import type { Solution } from './solution-player';

export type DialogKind =
  | 'reset'
  | 'start-over'
  | 'attempts'
  | 'timelines'
  | 'fork'
  | 'share'
  | 'solution'
  | 'own-tools';

/** What a person has open in a lab: places to look at, none of which moves anything. */
export interface Places {
  /** The step that is looked at. */
  readonly look: number | undefined;
  /** The two steps that are compared. */
  readonly pair: Pair | undefined;
  /** The tab that is open. */
  readonly view: string;
  /** A button elsewhere on the page opened the tab: what it shows takes the focus. */
  readonly arrives: boolean;
  /** Whether there is a tab with what the lab showed. */
  readonly outcome: boolean;
  /** The solution that is being played. */
  readonly solution: Solution | undefined;
  /** The dialog that is open. */
  readonly dialog: DialogKind | undefined;
}

const atFirst: Places = {
  look: undefined,
  pair: undefined,
  view: 'diagram',
  arrives: false,
  outcome: false,
  solution: undefined,
  dialog: undefined,
};

/** What is open in this attempt; another attempt begins with nothing open. */
export function usePlaces(attemptId: string | undefined): [Places, (some: Partial<Places>) => void] {
  const [state, setState] = useState({ attemptId, places: atFirst });
  if (state.attemptId !== attemptId) setState({ attemptId, places: atFirst });
  const set = useCallback(
    (some: Partial<Places>) =>
      setState((before) => ({ attemptId: before.attemptId, places: { ...before.places, ...some } })),
    [],
  );
  return [state.places, set];
}
