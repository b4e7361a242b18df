import 'server-only';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { ComparisonView, MomentView } from '@/lib/labs/moment-views';
import { AttemptView } from '@/lib/labs/views';
import { getAttempt } from './lab-attempts';
import { Compare, comparison, GetMoment, moment } from './moments';
import { ForkTimeline, fork, RenameTimeline, rename, SwitchTimeline, switchTo } from './timelines';

/** Time in an attempt: looking at any of its steps, and heads beside its own. */
export const timelineEndpoints = {
  moment: endpoint({
    id: 'GET /api/v1/lab-attempts/{id}/moments/{seq}',
    summary: 'The account as it was after one step; looking moves nothing',
    input: GetMoment,
    output: MomentView,
    handle: (caller, input) => moment(userOf(caller), input),
  }),
  comparison: endpoint({
    id: 'GET /api/v1/lab-attempts/{id}/comparison',
    summary: 'What the accounts after two steps do not have alike, in AWS’s words',
    input: Compare,
    output: ComparisonView,
    handle: (caller, input) => comparison(userOf(caller), input),
  }),
  forkTimeline: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/timelines',
    summary: 'Begin a named timeline at a step and stand there; the one that is left stays as it is',
    input: ForkTimeline,
    output: AttemptView,
    again: (caller, { id }) => getAttempt(userOf(caller), { id }),
    handle: (caller, input, keep) => fork(userOf(caller), input, keep),
  }),
  renameTimeline: endpoint({
    id: 'PUT /api/v1/lab-attempts/{id}/timelines/{number}',
    summary: 'Give a timeline another name',
    input: RenameTimeline,
    output: AttemptView,
    again: (caller, { id }) => getAttempt(userOf(caller), { id }),
    handle: (caller, input, keep) => rename(userOf(caller), input, keep),
  }),
  switchTimeline: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/timelines/{number}/switch',
    summary: 'Stand where another timeline does; the one that is left stays as it is',
    input: SwitchTimeline,
    output: AttemptView,
    again: (caller, { id }) => getAttempt(userOf(caller), { id }),
    handle: (caller, input, keep) => switchTo(userOf(caller), input, keep),
  }),
} satisfies Record<string, Endpoint>;
