import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { createToken } from '@/lib/db/api-tokens';

/** 256 random bits need no slow hash. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A token for programs. It is shown once; only its hash is kept. */
export async function newToken(userId: string, name: string): Promise<string> {
  const token = `pb_${randomBytes(32).toString('base64url')}`;
  await createToken(userId, name, tokenHash(token));
  return token;
}
