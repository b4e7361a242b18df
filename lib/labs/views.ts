import { z } from 'zod';

/** What pages and programs see of labs and lab attempts. Nothing here holds a check, a solution or an unshown hint. */
export const LabSummary = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(['guided', 'challenge', 'incident', 'sandbox']),
  minutes: z.int().optional().describe('Absent for the sandbox, which has no end.'),
  objectives: z.array(z.string()),
  tasks: z.int().describe('How many tasks it has; the sandbox has none.'),
});
export type LabSummary = z.output<typeof LabSummary>;

export const TaskState = z.object({
  id: z.string(),
  passed: z.boolean(),
  found: z.string().optional().describe('What the check found, where there is more to say than passed or not.'),
});
export type TaskState = z.output<typeof TaskState>;

export const StepView = z.object({
  seq: z.int(),
  parent: z.int().describe('The step it was made on; 0 is the start.'),
  at: z.iso.datetime().describe('Simulated time.'),
  via: z.enum(['shell', 'form', 'ec2', 'sdk', 'fault', 'start']),
  text: z.string().describe('What was typed, or the line that does the same; a long one without its middle.'),
  outcome: z
    .enum(['changed', 'refused', 'shell'])
    .describe('`shell`: no call is kept; variables or files of the shell changed, or time went by.'),
  codes: z.array(z.string()).describe('AWS codes of its refusals.'),
  repeats: z.int().describe('How often the same refusal came again.'),
});
export type StepView = z.output<typeof StepView>;

/** A record before and after; sent so that a page's copy of the account can follow. */
const ChangeView = z.object({
  table: z.string(),
  id: z.string(),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
});

export const Ports = z.record(z.string(), z.int()).describe('Most interfaces an instance takes, by instance type.');

export const AttemptStarted = z.object({
  id: z.uuid(),
  slug: z.string(),
  position: z.int(),
  tasks: z.array(TaskState),
});
export type AttemptStarted = z.output<typeof AttemptStarted>;

/** A belief that what a person did shows, and what is true instead. */
export const MisconceptionNote = z.object({
  id: z.string(),
  belief: z.string().describe('One sentence, as somebody who believes it would say it.'),
  say: z.string().describe('Why it is tempting, and what is true instead.'),
  href: z.string().describe('Where it is put right: a page of this site, or of AWS.'),
  label: z.string().describe('What a link there says.'),
  source: z.url().describe('AWS’s page on it.'),
});
export type MisconceptionNote = z.output<typeof MisconceptionNote>;

export const CommandAnswer = z.object({
  position: z.int().describe('The step that holds now.'),
  stdout: z.string(),
  stderr: z.string(),
  exitCode: z.int(),
  tasks: z.array(TaskState),
  step: StepView.optional().describe('The step this line made; absent when it only read.'),
  changes: z.array(ChangeView),
  now: z.int().describe('Simulated time, milliseconds since 1970 UTC.'),
  prompt: z.string().describe('What stands before the next line: `lab$`, or `web-1$` after `ssh web-1`.'),
  ports: Ports,
  finishedAt: z.iso.datetime().optional(),
  misconception: MisconceptionNote.optional().describe('Told once to each person, by the step that first shows it.'),
});
export type CommandAnswer = z.output<typeof CommandAnswer>;

export const FirstCommandAnswer = CommandAnswer.extend({ id: z.uuid().describe('The attempt that the line ran in.') });
export type FirstCommandAnswer = z.output<typeof FirstCommandAnswer>;

export const CallRefusal = z.object({
  code: z.string().describe('AWS’s code; `NotModelled` where the refusal is this simulator’s own.'),
  message: z.string(),
  rule: z
    .object({
      provenance: z.enum(['observed', 'documented', 'assumed']),
      source: z.string().describe('Where it was seen or stands, or what is assumed.'),
      title: z.string().describe('The resource that it is of.'),
      href: z.string().describe('Its row of the page that says so.'),
    })
    .optional()
    .describe('How the refusal is known.'),
});
export type CallRefusal = z.output<typeof CallRefusal>;

export const CallAnswer = CommandAnswer.omit({ stdout: true, stderr: true, exitCode: true }).extend({
  command: z.string().describe('The line that makes the same call.'),
  refusal: CallRefusal.optional().describe('Present when the call was refused.'),
});
export type CallAnswer = z.output<typeof CallAnswer>;

/** A named head in the attempt's tree of steps. */
export const TimelineView = z.object({
  number: z.int().describe('0 is the one that the attempt began with.'),
  name: z.string(),
  head: z.int().describe('The step it stands at.'),
  forkedAt: z.int().describe('The step it was forked at; 0 for the first.'),
});
export type TimelineView = z.output<typeof TimelineView>;

export const AttemptView = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  position: z.int(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional().describe('When every task first held; undo never takes it back.'),
  tasks: z.array(TaskState),
  hints: z.record(z.string(), z.array(z.string())).describe('Hints shown so far, by task.'),
  steps: z.array(StepView).describe('The whole tree in order of seq, undone branches too.'),
  path: z.array(z.int()).describe('Steps from the first one to `position`.'),
  world: z.unknown().describe('The simulated account as data.'),
  prompt: z.string().describe('What stands before the next line: `lab$`, or `web-1$` after `ssh web-1`.'),
  ports: Ports,
  timelines: z.array(TimelineView).describe('In order of number; one called `main` where nothing was forked.'),
  timeline: z.int().describe('The number of the one that `position` belongs to.'),
  solutionShown: z.boolean().describe('From then on a finish is not recorded.'),
  fromShare: z.boolean().describe('It began at a moment that somebody shared: a finish is not recorded.'),
  misconceptions: z.array(MisconceptionNote).describe('Beliefs that this attempt was the first to show, in order.'),
});
export type AttemptView = z.output<typeof AttemptView>;

export const Ec2Credentials = z.object({
  endpointUrl: z
    .url()
    .describe('For `--endpoint-url` of the AWS CLI, `endpoint_url` of boto3, `endpoint` of the SDKs.'),
  region: z.string(),
  accessKeyId: z.string(),
  secretAccessKey: z.string().describe('Derived, and stored nowhere: keep it as you would one of AWS.'),
});
export type Ec2Credentials = z.output<typeof Ec2Credentials>;

/** Told to a person's pages whenever an attempt of theirs moved, wherever that was done. */
export const AttemptMoved = z.object({
  id: z.uuid().describe('The attempt.'),
  position: z.int().describe('The step that holds now.'),
  timeline: z.int().describe('The number of the timeline that it belongs to.'),
});
export type AttemptMoved = z.output<typeof AttemptMoved>;

export const AttemptSummary = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  tasksPassed: z.int(),
  tasksTotal: z.int(),
  steps: z.int(),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
});
export type AttemptSummary = z.output<typeof AttemptSummary>;

export const HintAnswer = z.object({
  task: z.string(),
  shown: z.array(z.string()).describe('The hints shown so far, weakest first.'),
  total: z.int(),
});
export type HintAnswer = z.output<typeof HintAnswer>;

export const CompletionAnswer = z.object({
  from: z.int().describe('Where in the line the candidates begin.'),
  candidates: z.array(z.string()),
});
export type CompletionAnswer = z.output<typeof CompletionAnswer>;
