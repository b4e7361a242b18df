import 'server-only';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { CallAnswer } from '@/lib/labs/views';
import { RunCall, runCall } from './run-call';

/** Calls of forms. */
export const callEndpoints = {
  runCall: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/calls',
    summary: 'Make one call of the EC2 API in the attempt, as its forms do; a refusal is part of the answer',
    input: RunCall,
    output: CallAnswer,
    handle: (caller, input, keep) => runCall(userOf(caller), input, keep),
  }),
} satisfies Record<string, Endpoint>;
