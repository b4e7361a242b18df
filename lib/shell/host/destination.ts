import { asAddress, isIpv6 } from '@/lib/engine/reachability/flow';
import { type Family, type HostSession, isOfFamily } from './session';

/** Where a program is to send to. */
export type Destination =
  | { readonly address: string; readonly isName: boolean }
  | { readonly address?: undefined; readonly why: 'unknown' | 'unanswered' | 'wrong family' };

/** The address behind a word of a command line. Names with addresses of both families give the IPv4 one, unless told. */
export function destinationOf(session: HostSession, word: string, family: Family): Destination {
  const literal = asAddress(word);
  if (literal !== undefined) {
    return isOfFamily(literal, family) ? { address: literal, isName: false } : { why: 'wrong family' };
  }
  // Every host has this one in /etc/hosts.
  if (word.toLowerCase() === 'localhost') return { address: family === 6 ? '::1' : '127.0.0.1', isName: true };
  const { found, ...not } = session.lookUp(word);
  if (!found) return 'why' in not ? { why: not.why } : { why: 'unknown' };
  const able = found.filter((address) => isOfFamily(address, family));
  const address = able.find((one) => !isIpv6(one)) ?? able[0];
  return address === undefined ? { why: 'wrong family' } : { address, isName: true };
}

/** What getaddrinfo(3) says of a word that leads nowhere. Observed with glibc 2.36. */
export const lookUpErrors = {
  unknown: 'Name or service not known',
  unanswered: 'Temporary failure in name resolution',
  'wrong family': 'Address family for hostname not supported',
} as const;
