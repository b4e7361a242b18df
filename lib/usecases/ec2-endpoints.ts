import 'server-only';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { Ec2Credentials } from '@/lib/labs/views';
import { AttemptCredentials, giveCredentials, RevokedCredentials, revokeCredentials } from './ec2-credentials';

/** Credentials of lab attempts. What they sign goes to `/api/ec2`, which is no endpoint of this API (ec2-answer.ts). */
export const ec2Endpoints = {
  giveCredentials: endpoint({
    id: 'POST /api/v1/lab-attempts/{id}/credentials',
    summary:
      'Credentials for the EC2 endpoint, on which the AWS CLI and the SDKs work; the same until they are revoked',
    input: AttemptCredentials,
    output: Ec2Credentials,
    // Answered anew each time: what was derived must not be stored under an Idempotency-Key.
    handle: (caller, input) => giveCredentials(userOf(caller), input),
  }),
  revokeCredentials: endpoint({
    id: 'DELETE /api/v1/lab-attempts/{id}/credentials',
    summary: 'Revoke the credentials for the EC2 endpoint; the next ones are new',
    input: AttemptCredentials,
    output: RevokedCredentials,
    handle: (caller, input, keep) => revokeCredentials(userOf(caller), input, keep),
  }),
} satisfies Record<string, Endpoint>;
