import 'server-only';
import { z } from 'zod';
import { refuse } from '@/lib/auth/user-error';
import type { Remember } from '@/lib/db/idempotency';
import type { LabAttempt } from '@/lib/db/lab-attempts';
import { portsOf } from '@/lib/diagram/ports';
import { settleDue } from '@/lib/engine/settle';
import { toJson } from '@/lib/engine/world';
import { checkLab } from '@/lib/labs/check-lab';
import { pathTo, type Step } from '@/lib/labs/path';
import type { AttemptView, StepView } from '@/lib/labs/views';
import type { LiveAttempt } from './live-attempts';

/** Makes the stored form of a write's answer, when the client sent an Idempotency-Key. */
export type Keep = <T>(answer: (result: T) => unknown) => Remember<T> | undefined;

export const AttemptId = z.uuid({ error: 'This is not the id of an attempt.' });

/** One answer for an attempt that is absent and for one of somebody else. */
export const noSuchAttempt = (): never => refuse('NotFound', 'You have no attempt with this id.');

/** Tasks that held so far on the path to the head. */
export const lastTicked = (live: LiveAttempt): readonly string[] => live.steps.get(live.head)?.ticked ?? [];

export const stepView = ({ seq, parent, at, via, text, calls, repeats }: Step): StepView => ({
  seq,
  parent,
  at: new Date(at).toISOString(),
  via,
  text,
  outcome: calls.length === 0 ? 'shell' : calls.some((call) => call.ok) ? 'changed' : 'refused',
  codes: calls.flatMap((call) => (call.ok ? [] : [call.code])),
  repeats,
});

/** The attempt as its page shows it, where `live` stands: settled up to its world's time. */
export function attemptView(header: LabAttempt, live: LiveAttempt): AttemptView {
  const { world } = live.moment;
  settleDue(world);
  const { tasks } = checkLab(live.lab, live.moment, lastTicked(live));
  const steps = [...live.steps.values()];
  return {
    id: header.id,
    slug: header.labSlug,
    title: live.lab.title,
    position: live.head,
    startedAt: header.createdAt.toISOString(),
    ...(header.finishedAt && { finishedAt: header.finishedAt.toISOString() }),
    tasks: [...tasks],
    hints: Object.fromEntries(live.lab.tasks.map((task) => [task.id, task.hints.slice(0, header.hints[task.id] ?? 0)])),
    steps: steps.map(stepView),
    path: pathTo(steps, live.head).map((step) => step.seq),
    world: toJson(world),
    ports: portsOf(world),
  };
}
