import { z } from 'zod';
import { Ports, StepView, TaskState } from './views';

/** What pages and programs see of moments: steps that somebody looks at, compares, forks from or shares. */

/** The account at one step, to look at. */
export const MomentView = z.object({
  position: z.int(),
  tasks: z.array(TaskState),
  world: z.unknown().describe('The simulated account as data.'),
  ports: Ports,
  changed: z.array(z.string()).describe('Ids of the records that the step touched, and of what they concern.'),
});
export type MomentView = z.output<typeof MomentView>;

/** One resource that two moments do not have alike. */
export const DifferenceView = z.object({
  resource: z.string().describe('AWS’s name of its kind: `NetworkInterface`.'),
  id: z.string(),
  name: z
    .string()
    .optional()
    .describe('Its Name tag, or a group’s GroupName; absent where the two moments do not call it alike.'),
  side: z.enum(['left', 'right', 'both']).describe('Where it is.'),
  attributes: z
    .array(z.object({ name: z.string(), left: z.string().optional(), right: z.string().optional() }))
    .describe(
      'By AWS’s names, as `describe` shows them: `Attachment.DeviceIndex`; one of a list by what it is, `Routes[0.0.0.0/0]`, with the members that differ. Of one that is on one side only, what tells it apart.',
    ),
});
export type DifferenceView = z.output<typeof DifferenceView>;

export const ComparisonView = z.object({
  left: z.int(),
  right: z.int(),
  common: z.int().describe('The last step that both paths went through; 0 is the start.'),
  differences: z.array(DifferenceView),
});
export type ComparisonView = z.output<typeof ComparisonView>;

export const ShareView = z.object({
  token: z.string(),
  url: z.url(),
  position: z.int().describe('The step that it shows.'),
  createdAt: z.iso.datetime(),
});
export type ShareView = z.output<typeof ShareView>;

/** A moment that somebody shared: the network and the calls that made it, and nothing of the person. */
export const SharedMoment = MomentView.omit({ changed: true }).extend({
  slug: z.string(),
  title: z.string(),
  steps: z.array(StepView.pick({ text: true, outcome: true, codes: true })),
});
export type SharedMoment = z.output<typeof SharedMoment>;

/** A lab's solution, to be played line by line. */
export const SolutionView = z.object({
  lines: z.array(
    z.object({ line: z.string(), say: z.string().optional().describe('What the line is for, from its comment.') }),
  ),
});
export type SolutionView = z.output<typeof SolutionView>;

/** A lab that is done: where it began, where it ended, and what was shown on the way. */
export const OutcomeView = z.object({
  slug: z.string(),
  title: z.string(),
  before: z.unknown().describe('The account at the start, as data.'),
  after: z.unknown().describe('The account at the step that finished it, as data.'),
  ports: Ports,
  calls: z.int().describe('Accepted calls on the path to the step that finished it.'),
  refusals: z.int(),
  shortest: z.int().optional().describe('Accepted calls of the shortest way that is known.'),
  shown: z.array(z.object({ task: z.string(), say: z.string() })),
  next: z.object({ href: z.string(), title: z.string() }).optional(),
});
export type OutcomeView = z.output<typeof OutcomeView>;
