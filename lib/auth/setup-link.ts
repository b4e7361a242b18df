import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { countAdministrators } from '@/lib/db/users';
import { environment } from '@/lib/environment/environment';

/** The address that makes the first administrator, while there is none. Derived, so it survives a restart. */
export async function setupLink(): Promise<string | undefined> {
  if ((await countAdministrators()) > 0) return undefined;
  const url = new URL('/sign-up', environment().publicUrl);
  url.searchParams.set('setup', setupToken());
  return url.href;
}

export function isSetupToken(token: string): boolean {
  const expected = Buffer.from(setupToken());
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const setupToken = (): string => createHmac('sha256', environment().secret).update('set-up').digest('base64url');
