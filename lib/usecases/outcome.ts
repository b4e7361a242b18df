import 'server-only';
import { z } from 'zod';
import { refuse } from '@/lib/auth/user-error';
import { findAttempt, type LabAttempt } from '@/lib/db/lab-attempts';
import { listPath } from '@/lib/db/lab-log';
import type { User } from '@/lib/db/users';
import { portsOf } from '@/lib/diagram/ports';
import { settleDue } from '@/lib/engine/settle';
import { toJson } from '@/lib/engine/world';
import type { OutcomeView } from '@/lib/labs/moment-views';
import { AttemptId, noSuchAttempt } from './attempt-view';
import { listLabs } from './labs';
import { loadAt, toSteps } from './live-attempts';
import { inLongTurn } from './long-calls';

export const GetOutcome = z.strictObject({ id: AttemptId });

/** A lab that is done: before and after, and what it took. Refused until every task has held. */
export async function outcome(user: User, { id }: z.output<typeof GetOutcome>): Promise<OutcomeView> {
  const header = (await findAttempt(id, user.id)) ?? noSuchAttempt();
  const { finishedSeq } = header;
  if (finishedSeq === null) return refuse('Conflict', whyNotFinished(header));
  return inLongTurn(header.bytes, user.id, () => outcomeAt(header, finishedSeq));
}

async function outcomeAt(header: LabAttempt, finishedSeq: number): Promise<OutcomeView> {
  const { id, labSlug } = header;
  const [before, after, path] = await Promise.all([
    loadAt(header, 0, 0),
    loadAt(header, finishedSeq, 0),
    listPath(id, finishedSeq),
  ]);
  const worlds = [before, after].map(({ moment }) => moment.world);
  for (const world of worlds) settleDue(world);
  const { lab } = after;
  const steps = await toSteps(path);
  const refusals = steps.map(({ calls, repeats }) => calls.filter((call) => !call.ok).length * (1 + repeats));
  const next = await nextLab(labSlug);
  return {
    slug: labSlug,
    title: lab.title,
    before: toJson(before.moment.world),
    after: toJson(after.moment.world),
    ports: Object.assign({}, ...worlds.map(portsOf)),
    calls: steps.flatMap(({ calls }) => calls.filter((call) => call.ok)).length,
    refusals: refusals.reduce((sum, count) => sum + count, 0),
    ...(lab.shortest !== undefined && { shortest: lab.shortest }),
    shown: lab.tasks.map(({ id: task, say }) => ({ task, say })),
    ...(next && { next }),
  };
}

function whyNotFinished({ solutionShownAt, fromShare }: { solutionShownAt: Date | null; fromShare: boolean }): string {
  if (fromShare) return 'This attempt began where somebody else had come to, so no finish of it is recorded.';
  if (solutionShownAt) return 'The solution was shown in this attempt, so no finish of it is recorded. Start another.';
  return 'This lab is not finished: not all of its tasks have held yet.';
}

/** The one after it in the list of labs, as `/labs` shows it; the sandbox is the last. */
async function nextLab(slug: string): Promise<OutcomeView['next']> {
  const labs = await listLabs();
  const at = labs.findIndex((lab) => lab.slug === slug);
  const next = at < 0 ? undefined : labs[at + 1];
  return next && { href: `/labs/${next.slug}`, title: next.title };
}
