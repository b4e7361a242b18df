'use client';

import { useEffect, useMemo, useState } from 'react';
import type { World, WorldJson } from '@/lib/engine/world';
import type { MomentView } from '@/lib/labs/moment-views';
import { api } from '../api';
import { Moments, type Seen } from './moments';

/** The account at a step, as the page shows it. */
export interface Moment extends Omit<MomentView, 'world' | 'changed'> {
  readonly world: World;
  readonly changed: ReadonlySet<string>;
}

/** The moment of a step; undefined is none. It changes nothing: the attempt stands where it stood. */
export function useMoment(attemptId: string | undefined, seq: number | undefined): Seen<Moment> {
  const [seen, setSeen] = useState<Seen<Moment>>({ isComing: false });
  const moments = useMemo(() => new Moments<Moment>((step) => askMoment(attemptId, step), setSeen), [attemptId]);
  useEffect(() => moments.want(seq), [moments, seq]);
  // What is still on its way is another attempt's.
  useEffect(() => () => moments.want(undefined), [moments]);
  return seen;
}

async function askMoment(attemptId: string | undefined, seq: number): Promise<Moment> {
  const view = await api<MomentView>('GET', `/lab-attempts/${attemptId}/moments/${seq}`);
  // Here with the attempt (use-attempt.ts), so this fetches nothing.
  const { fromJson } = await import('@/lib/engine/world');
  // `toJson` of the same engine wrote it.
  return { ...view, world: fromJson(view.world as WorldJson), changed: new Set(view.changed) };
}
