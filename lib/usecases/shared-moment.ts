import 'server-only';
import { z } from 'zod';
import { refuse } from '@/lib/auth/user-error';
import { findAttempt, type LabAttempt } from '@/lib/db/lab-attempts';
import { listPath } from '@/lib/db/lab-log';
import { findShare } from '@/lib/db/lab-shares';
import { portsOf } from '@/lib/diagram/ports';
import { settleDue } from '@/lib/engine/settle';
import { fromJson, toJson, type World } from '@/lib/engine/world';
import { checkLab, type LabResult } from '@/lib/labs/check-lab';
import { linesOf } from '@/lib/labs/copy-path';
import type { SharedMoment } from '@/lib/labs/moment-views';
import { shiftTime } from '@/lib/labs/shift-time';
import { withoutKeys } from '@/lib/labs/typed-keys';
import { lastTicked, noSuchAttempt, stepView, unnamed } from './attempt-view';
import { isDrawable } from './drawable';
import { type LiveAttempt, loadAt, toStep } from './live-attempts';
import { inLongTurn } from './long-calls';
import { Token } from './shares';

export const GetSharedMoment = z.strictObject({ token: Token });

/** Of the path that is listed; who wants the whole of it starts from there. */
const mostListed = { steps: 300, characters: 1_048_576 };

/** A shared moment is always at this time, so that nothing in it says when somebody sat at it. */
const anyTime = Date.UTC(2026, 0, 1, 12);

/** A moment that is shared, for use on the server: it says whose it is. */
export interface OpenShare {
  readonly header: LabAttempt;
  readonly seq: number;
  readonly live: LiveAttempt;
  readonly verdict: LabResult;
}

/** Where a link leads: to the attempt as it was when the link was made, what was on its way settled by then. */
export async function openShare(token: string): Promise<OpenShare> {
  const found = await requireShare(token);
  return open(await attemptOf(found), found);
}

async function requireShare(token: string) {
  const found = /^[\w-]{22}$/.test(token) ? await findShare(token) : undefined;
  return found ?? refuse('NotFound', 'This link leads nowhere: it is mistyped, or whoever shared it took it back.');
}

type FoundShare = Awaited<ReturnType<typeof requireShare>>;

/** It was there a moment ago, and goes with its links. */
const attemptOf = async ({ attemptId, userId }: FoundShare): Promise<LabAttempt> =>
  (await findAttempt(attemptId, userId)) ?? noSuchAttempt();

async function open(header: LabAttempt, { seq, createdAt }: FoundShare): Promise<OpenShare> {
  const live = await loadAt(header, seq, createdAt.getTime());
  settleDue(live.moment.world);
  return { header, seq, live, verdict: checkLab(live.lab, live.moment, lastTicked(live)) };
}

/** What the page of a shared moment shows, beside what a program gets. */
export interface SharedMomentPage {
  readonly moment: SharedMoment;
  /** Undefined when it is more than a page for strangers draws. */
  readonly world: World | undefined;
  readonly tasks: readonly { readonly id: string; readonly say: string; readonly passed: boolean }[];
  /** Whether there were calls before those that are listed. */
  readonly isCut: boolean;
}

/** By token: a moment never changes, and a whole class opens a link at once. */
const pages = new Map<string, Promise<SharedMomentPage>>();
const mostPages = 20;

/** A moment for anybody who has its link: the network and the calls that made it, and nothing of the person. */
export async function sharedMomentPage({ token }: z.output<typeof GetSharedMoment>): Promise<SharedMomentPage> {
  const found = await requireShare(token);
  const page = pages.get(token) ?? opened(found);
  pages.delete(token);
  pages.set(token, page);
  const [oldest] = pages.keys();
  if (pages.size > mostPages && oldest !== undefined) pages.delete(oldest);
  page.catch(() => pages.delete(token));
  return page;
}

/** One after another: what opening many links to large accounts takes is not taken from everybody at once. */
async function opened(found: FoundShare): Promise<SharedMomentPage> {
  const header = await attemptOf(found);
  return inLongTurn(header.bytes, found.userId, async () => pageOf(await open(header, found)));
}

async function pageOf({ header, seq, live, verdict }: OpenShare): Promise<SharedMomentPage> {
  const { lab } = live;
  const path = await listPath(header.id, seq, mostListed);
  const now = toJson(live.moment.world);
  const world = unnamed(withoutKeys(shiftTime(now, anyTime - now.now)));
  const passed = new Set(verdict.tasks.filter((task) => task.passed).map((task) => task.id));
  return {
    moment: {
      slug: lab.slug,
      title: lab.title,
      position: seq,
      tasks: [...verdict.tasks],
      world,
      ports: portsOf(live.moment.world),
      steps: path.map(toStep).flatMap((step) => {
        if (step.calls.length === 0) return [];
        const { text, outcome, codes } = stepView({
          ...step,
          text: linesOf(withoutKeys(step.calls.slice(0, mostLines))),
        });
        return [{ text, outcome, codes }];
      }),
    },
    world: isDrawable(world) ? fromJson(world) : undefined,
    tasks: lab.tasks.map(({ id, say }) => ({ id, say, passed: passed.has(id) })),
    isCut: (path[0]?.parent ?? seq) !== 0,
  };
}

/** More calls of one step than fit into what is shown of its text. */
const mostLines = 50;

export const sharedMoment = async (input: z.output<typeof GetSharedMoment>): Promise<SharedMoment> =>
  (await sharedMomentPage(input)).moment;
