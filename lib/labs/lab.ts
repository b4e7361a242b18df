import { z } from 'zod';
import { Check } from './checks/check';
import { ServiceInterface } from './service-interfaces';
import { Surroundings } from './surroundings';

const text = z.string().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What a learner has to reach, and how it is judged. One object, so that text and check cannot belong to two tasks. */
export const Task = z.strictObject({
  id: slug,
  /** Paragraphs with `code` and **strong** words, no more. States everything that the check tests. */
  say: text,
  check: Check,
  /** A nudge, the direction, the shape of the command. */
  hints: z.tuple([text, text, text]),
});
export type Task = z.output<typeof Task>;

const head = {
  title: text,
  summary: text,
  /** `guided`: a task stays ticked once it held. `challenge`, `incident`: all hold together. `sandbox`: no tasks. */
  kind: z.enum(['guided', 'challenge', 'incident', 'sandbox']),
  /** How long it takes; absent where there is no end. */
  minutes: z.int().positive().optional(),
  /** Accepted calls that change something, on the shortest way that is known: the solution's. */
  shortest: z.int().positive().optional(),
  /** Task statements of the exam guides: `SAA-C03/2.2`. */
  objectives: z.array(z.string().regex(/^(SAA-C03|ANS-C01)\/\d\.\d$/)),
  /** The account's Region; us-east-1 when absent. */
  region: text.optional(),
  /** What services have in the account from the start; no AWS CLI line of `start.sh` could make it. */
  serviceInterfaces: z.array(ServiceInterface).optional(),
  /** What runs on hosts and what lies around the account; things are named by their Name tags. */
  surroundings: Surroundings.optional(),
  tasks: z.array(Task),
  /** Misconceptions that its tasks make everybody show, by id: there they are told to nobody. */
  expects: z.array(slug).optional(),
  /** Rows of the ledger of claims that this lab settles. */
  claims: z.array(z.int().positive()),
  sources: z.array(z.url({ protocol: /^https$/ })),
};

function tasksFit(
  { kind, tasks }: { kind: string; tasks: { id: string }[] },
  context: z.core.$RefinementCtx<unknown>,
): void {
  const issue = (message: string, ...where: PropertyKey[]) =>
    context.addIssue({ code: 'custom', path: ['tasks', ...where], message });
  if (kind === 'sandbox' && tasks.length > 0) issue('a sandbox has no tasks');
  if (kind !== 'sandbox' && tasks.length === 0) issue('a lab that is no sandbox has tasks');
  for (const [index, { id }] of tasks.entries())
    if (tasks.findIndex((task) => task.id === id) < index) issue('two tasks have one id', index, 'id');
}

/** What lab.yaml says. Strict: a misspelt key is refused. */
export const LabFile = z.strictObject(head).superRefine(tasksFit);

/** A lab as an attempt needs it and as a version of it is stored. Without its solution: that is `LabProof`. */
export const Lab = z
  .strictObject({
    slug,
    ...head,
    /** MDX. */
    brief: z.string(),
    /** AWS CLI lines that make the start state out of a fresh account; empty for just the account. */
    start: z.string(),
  })
  .superRefine(tasksFit);
export type Lab = z.output<typeof Lab>;
