import 'server-only';
import { z } from 'zod';
import { refuse } from '@/lib/auth/user-error';
import { findAttempt, type LabAttempt } from '@/lib/db/lab-attempts';
import { listPath } from '@/lib/db/lab-log';
import type { User } from '@/lib/db/users';
import { portsOf } from '@/lib/diagram/ports';
import { settleDue } from '@/lib/engine/settle';
import { toJson, type World } from '@/lib/engine/world';
import type { OutcomeView } from '@/lib/labs/moment-views';
import { AttemptId, noSuchAttempt } from './attempt-view';
import { isDrawable } from './drawable';
import { labVersion } from './lab-versions';
import { listLabs } from './labs';
import { loadAt, toSteps } from './live-attempts';
import { inLongTurn } from './long-calls';

export const GetOutcome = z.strictObject({ id: AttemptId });

/** A lab that is done: before and after, and what it took. Refused until every task has held. */
export async function outcome(user: User, { id }: z.output<typeof GetOutcome>): Promise<OutcomeView> {
  const header = (await findAttempt(id, user.id)) ?? noSuchAttempt();
  const { finishedSeq } = header;
  if (finishedSeq === null) return refuse('Conflict', whyNotFinished(header));
  return inLongTurn(header.bytes, user.id, async () => {
    const { words, before, after } = await finishOf(header, finishedSeq);
    const ports = { ...portsOf(before), ...portsOf(after) };
    return { ...words, before: toJson(before), after: toJson(after), ports };
  });
}

/** What the page of an outcome shows of an attempt. */
export interface OutcomePage {
  readonly slug: string;
  readonly title: string;
  /** Why there is no outcome of it, or the outcome; its accounts are undefined when one is more than a page draws. */
  readonly shown:
    | string
    | { readonly outcome: Words; readonly before: World | undefined; readonly after: World | undefined };
}

/**
 * The same for a page, in an address that somebody may have made up: nobody has no attempts, and what is no id is one of none.
 * Of an attempt that is not finished it says so, as its page names the lab all the same.
 */
export async function outcomePage(user: User | undefined, { id }: { id: string }): Promise<OutcomePage> {
  if (!user || !AttemptId.safeParse(id).success) return noSuchAttempt();
  const header = (await findAttempt(id, user.id)) ?? noSuchAttempt();
  const { finishedSeq, labSlug: slug } = header;
  if (finishedSeq === null) {
    const { title } = await labVersion(header.contentHash);
    return { slug, title, shown: whyNotFinished(header) };
  }
  return inLongTurn(header.bytes, user.id, async () => {
    const { words, before, after } = await finishOf(header, finishedSeq);
    const drawn = [before, after].every((world) => isDrawable(toJson(world)));
    const accounts = drawn ? { before, after } : { before: undefined, after: undefined };
    return { slug, title: words.title, shown: { outcome: words, ...accounts } };
  });
}

type Words = Omit<OutcomeView, 'before' | 'after' | 'ports'>;

async function finishOf(
  header: LabAttempt,
  finishedSeq: number,
): Promise<{ words: Words; before: World; after: World }> {
  const { id, labSlug } = header;
  const [before, after, path] = await Promise.all([
    loadAt(header, 0, 0),
    loadAt(header, finishedSeq, 0),
    listPath(id, finishedSeq),
  ]);
  for (const { moment } of [before, after]) settleDue(moment.world);
  const { lab } = after;
  const steps = await toSteps(path);
  const refusals = steps.map(({ calls, repeats }) => calls.filter((call) => !call.ok).length * (1 + repeats));
  const next = await nextLab(labSlug);
  const words = {
    slug: labSlug,
    title: lab.title,
    calls: steps.flatMap(({ calls }) => calls.filter((call) => call.ok)).length,
    refusals: refusals.reduce((sum, count) => sum + count, 0),
    ...(lab.shortest !== undefined && { shortest: lab.shortest }),
    shown: lab.tasks.map(({ id: task, say }) => ({ task, say })),
    ...(next && { next }),
  };
  return { words, before: before.moment.world, after: after.moment.world };
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
