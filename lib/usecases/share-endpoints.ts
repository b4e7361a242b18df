import 'server-only';
import { z } from 'zod';
import { callerAddress } from '@/lib/auth/address';
import { type Endpoint, endpoint, textEndpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { OutcomeView, SharedMoment, ShareView, SolutionView } from '@/lib/labs/moment-views';
import { AttemptStarted } from '@/lib/labs/views';
import { GetOutcome, outcome } from './outcome';
import { GetSharedMoment, sharedMoment } from './shared-moment';
import { DeletedShare, DeleteShare, deleteShare, ListShares, listShares, Share, share } from './shares';
import { ShowSolution, solution } from './solution';
import { StartFromShare, startFromShare } from './start-from-share';
import { attemptTranscript, GetTranscript } from './transcript';

/** What a person can show of an attempt, to others and to themselves. */
export const shareEndpoints = {
  share: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/shares',
    summary: 'A link that shows a moment of an attempt to whoever has it; the same one for the same step',
    input: Share,
    output: ShareView,
    status: 201,
    handle: (caller, input, keep) => share(userOf(caller), input, keep),
  }),
  listShares: endpoint({
    id: 'GET /api/v1/lab-attempts/{id}/shares',
    summary: 'The links to moments of an attempt',
    input: ListShares,
    output: z.array(ShareView),
    handle: (caller, input) => listShares(userOf(caller), input),
  }),
  deleteShare: endpoint({
    id: 'DELETE /api/v1/lab-attempts/{id}/shares/{token}',
    summary: 'Take a link back; what somebody began from it stays theirs',
    input: DeleteShare,
    output: DeletedShare,
    handle: (caller, input, keep) => deleteShare(userOf(caller), input, keep),
  }),
  sharedMoment: endpoint({
    id: 'GET /api/v1/shares/{token}',
    summary: 'A moment that somebody shared: the account and the calls that made it',
    input: GetSharedMoment,
    output: SharedMoment,
    headers: { 'x-robots-tag': 'noindex' },
    handle: (_caller, input) => sharedMoment(input),
  }),
  startFromShare: endpoint({
    id: 'POST /api/v1/shares/{token}/attempts',
    summary: 'Start an attempt of your own where a shared moment stands; a finish of it is not recorded',
    input: StartFromShare,
    output: AttemptStarted,
    status: 201,
    handle: async (caller, input, keep) => startFromShare(userOf(caller), input, keep, await callerAddress()),
  }),
  solution: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/solution',
    summary: 'The lab’s solution, line by line; from then on a finish of this attempt is not recorded',
    input: ShowSolution,
    output: SolutionView,
    handle: (caller, input, keep) => solution(userOf(caller), input, keep),
  }),
  outcome: endpoint({
    id: 'GET /api/v1/lab-attempts/{id}/outcome',
    summary: 'A finished attempt: before and after, and what it took',
    input: GetOutcome,
    output: OutcomeView,
    handle: (caller, input) => outcome(userOf(caller), input),
  }),
  transcript: textEndpoint({
    id: 'GET /api/v1/lab-attempts/{id}/transcript',
    summary: 'What led to where an attempt stands, as a text file',
    input: GetTranscript,
    handle: (caller, input) => attemptTranscript(userOf(caller), input),
  }),
} satisfies Record<string, Endpoint>;
