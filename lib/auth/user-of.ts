import 'server-only';
import type { User } from '@/lib/db/users';
import type { Caller } from './caller';

/** The person behind a call that the permission table lets nobody make without an identity. */
export function userOf(caller: Caller | undefined): User {
  if (!caller) throw new Error('this call is not for everyone');
  return caller.user;
}
