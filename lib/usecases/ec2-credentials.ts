import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import * as attempts from '@/lib/db/lab-attempts';
import type { User } from '@/lib/db/users';
import { environment } from '@/lib/environment/environment';
import { AttemptId, type Keep, noSuchAttempt } from './attempt-view';
import { labRegion } from './lab-versions';

export const AttemptCredentials = z.strictObject({ id: AttemptId });

export const RevokedCredentials = z.object({ revoked: z.literal(true) });

/** What signs a request: the attempt's secret, which only this server's own secret gives. 40 characters, as AWS's. */
export function secretAccessKey({ id, keyVersion }: { id: string; keyVersion: number }): string {
  return createHmac('sha256', environment().secret).update(`ec2/${id}/${keyVersion}`).digest('base64').slice(0, 40);
}

/** The credentials of an attempt for the EC2 endpoint: the same ones until they are revoked. */
export async function giveCredentials(user: User, { id }: z.output<typeof AttemptCredentials>) {
  const given = (await attempts.giveAccessKey(id, user.id, newAccessKeyId())) ?? noSuchAttempt();
  return {
    endpointUrl: new URL('/api/ec2', environment().publicUrl).href,
    region: await labRegion(given.contentHash),
    accessKeyId: given.accessKeyId,
    secretAccessKey: secretAccessKey({ id, keyVersion: given.keyVersion }),
  };
}

/** Nothing that is signed with the attempt's credentials is taken from now on. */
export async function revokeCredentials(user: User, { id }: z.output<typeof AttemptCredentials>, keep: Keep) {
  const answer = { revoked: true } as const;
  if (
    !(await attempts.revokeAccessKey(
      id,
      user.id,
      keep(() => answer),
    ))
  )
    noSuchAttempt();
  return answer;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** In the form of AWS's for a person; 80 random bits. */
const newAccessKeyId = (): string => `AKIA${[...randomBytes(16)].map((byte) => letters[byte % 32]).join('')}`;
