import 'server-only';
import { z } from 'zod';
import { type Endpoint, endpoint, streamEndpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import {
  AttemptMoved,
  AttemptStarted,
  AttemptSummary,
  AttemptView,
  CommandAnswer,
  CompletionAnswer,
  FirstCommandAnswer,
  HintAnswer,
  LabSummary,
} from '@/lib/labs/views';
import { attemptEvents } from './attempt-events';
import { callEndpoints } from './call-endpoints';
import { classEndpoints } from './class-endpoints';
import { ec2Endpoints } from './ec2-endpoints';
import { health } from './health';
import {
  Complete,
  complete,
  GetAttempt,
  getAttempt,
  ListAttempts,
  listAttempts,
  reset,
  ShowHint,
  StartAttempt,
  showHint,
  startAttempt,
  Undo,
  undo,
} from './lab-attempts';
import { listLabs } from './labs';
import { lessonEndpoints } from './lesson-endpoints';
import { noteEndpoints } from './note-endpoints';
import { openApi } from './open-api';
import { OpenLab, openLab, RunInLab, runInLab } from './open-lab';
import { personEndpoints } from './person-endpoints';
import { progressEndpoints } from './progress-endpoints';
import { quizEndpoints } from './quiz-endpoints';
import { RunCommand, runCommand } from './run-command';
import { shareEndpoints } from './share-endpoints';
import { timelineEndpoints } from './timeline-endpoints';

/** The whole HTTP API. Route files serve these; openapi.json is written from them. */
export const endpoints = {
  health: endpoint({
    id: 'GET /api/health',
    summary: 'Whether this server and its database answer',
    input: z.object({}),
    output: z.object({ status: z.literal('ok'), version: z.string(), database: z.enum(['sqlite', 'postgresql']) }),
    handle: () => health(),
  }),
  openApi: endpoint({
    id: 'GET /api/v1/openapi.json',
    summary: 'This description',
    input: z.object({}),
    output: z.record(z.string(), z.unknown()),
    handle: async (): Promise<Record<string, unknown>> => openApi(Object.values(endpoints)),
  }),
  ...personEndpoints,
  ...progressEndpoints,
  listLabs: endpoint({
    id: 'GET /api/v1/labs',
    summary: 'Every lab',
    input: z.object({}),
    output: z.array(LabSummary),
    handle: () => listLabs(),
  }),
  startAttempt: endpoint({
    id: 'POST /api/v1/labs/{slug}/attempts',
    summary: 'Start a lab in a fresh account; `sandbox` has its default VPC and no tasks',
    input: StartAttempt,
    output: AttemptStarted,
    status: 201,
    handle: (caller, input, keep) => startAttempt(userOf(caller), input, keep),
  }),
  openLab: endpoint({
    id: 'POST /api/v1/labs/{slug}/open',
    summary: 'Your newest attempt at a lab, or a first one, as its page opens with it',
    input: OpenLab,
    output: AttemptView,
    handle: (caller, input) => openLab(userOf(caller), input),
  }),
  runInLab: endpoint({
    id: 'POST /api/v1/labs/{slug}/commands',
    summary: 'Run one line in your newest attempt at a lab, or in a first one',
    input: RunInLab,
    output: FirstCommandAnswer,
    handle: (caller, input, keep) => runInLab(userOf(caller), input, keep),
  }),
  listAttempts: endpoint({
    id: 'GET /api/v1/lab-attempts',
    summary: 'Your attempts, newest first',
    input: ListAttempts,
    output: z.array(AttemptSummary),
    // Nobody has none yet: a page asks before its first write makes a guest.
    handle: async (caller, input) => (caller ? listAttempts(caller.user, input) : []),
  }),
  getAttempt: endpoint({
    id: 'GET /api/v1/lab-attempts/{id}',
    summary: 'An attempt with its log, tasks and account',
    input: GetAttempt,
    output: AttemptView,
    handle: (caller, input) => getAttempt(userOf(caller), input),
  }),
  attemptEvents: streamEndpoint({
    id: 'GET /api/v1/lab-attempts/events',
    summary: 'Server-sent events: an attempt of yours moved, by whichever tool',
    output: AttemptMoved,
    subscribe: (caller, send, end) => attemptEvents(userOf(caller), send, end),
  }),
  runCommand: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/commands',
    summary: 'Run one line in the attempt’s shell',
    input: RunCommand,
    output: CommandAnswer,
    handle: (caller, input, keep) => runCommand(userOf(caller), input, keep),
  }),
  ...callEndpoints,
  undo: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/undo',
    summary: 'Stand at another step of the log; nothing is deleted',
    input: Undo,
    output: AttemptView,
    again: (caller, { id }) => getAttempt(userOf(caller), { id }),
    handle: (caller, input, keep) => undo(userOf(caller), input, keep),
  }),
  reset: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/reset',
    summary: 'Stand at the start again; nothing is deleted',
    input: GetAttempt,
    output: AttemptView,
    again: (caller, { id }) => getAttempt(userOf(caller), { id }),
    handle: (caller, input, keep) => reset(userOf(caller), input, keep),
  }),
  showHint: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/hints',
    summary: 'Show the next hint of a task',
    input: ShowHint,
    output: HintAnswer,
    handle: (caller, input, keep) => showHint(userOf(caller), input, keep),
  }),
  complete: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/completions',
    summary: 'What Tab offers at a place in a line',
    input: Complete,
    output: CompletionAnswer,
    handle: (caller, input) => complete(userOf(caller), input),
  }),
  ...shareEndpoints,
  ...timelineEndpoints,
  ...ec2Endpoints,
  ...quizEndpoints,
  ...classEndpoints,
  ...lessonEndpoints,
  ...noteEndpoints,
} satisfies Record<string, Endpoint>;
