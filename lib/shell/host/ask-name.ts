import { parseIp6 } from '@/lib/engine/ip6';
import { asAddress, isIpv6 } from '@/lib/engine/reachability/flow';
import { nameOfAddress, resolveName } from '@/lib/engine/reachability/resolve-name';
import { destinationOf } from './destination';
import { readingOf } from './reading';
import type { HostSession } from './session';

export type RecordType = 'A' | 'AAAA' | 'PTR';

export interface NameRecord {
  /** Ends in a dot. */
  readonly name: string;
  readonly type: RecordType;
  readonly ttl: number;
  readonly value: string;
}

export interface Answer {
  readonly status: 'NOERROR' | 'NXDOMAIN';
  readonly records: readonly NameRecord[];
  /** Address of the server that answered. */
  readonly by: string;
}

/** The server that did not answer, and what its silence looks like: its host says at once that nothing listens, or nobody does. */
interface Unanswered {
  readonly unanswered: string;
  readonly why: 'timed out' | 'connection refused';
}

/** Seconds that AWS's records of names live. Source: answers of `dig` that users posted. */
const ttl = 60;

/**
 * Ask a name server as `dig`, `host` and `nslookup` do: the host's own, or one that was named and has to be reached first.
 * Assumed: a server that is not of the VPC knows what the internet knows.
 */
export function ask(
  session: HostSession,
  name: string,
  type: RecordType,
  server?: string,
): Answer | Unanswered | { readonly noServer: string } {
  const own = session.nameServers();
  const wanted = server ?? own[0] ?? '127.0.0.1';
  const to = destinationOf(session, wanted, undefined);
  if (to.address === undefined) return { noServer: wanted };
  const by = to.address;
  const isOwn = own.includes(by) || (session.vpcId !== undefined && by === '169.254.169.253');
  if (isOwn) {
    if (!session.hasNameServer()) return { unanswered: by, why: 'timed out' };
  } else {
    const flow = { source: session.source, destination: { kind: 'address', address: by } as const };
    const { seen } = readingOf(session.world, session.trace({ ...flow, protocol: 'udp', port: 53 }));
    if (seen !== 'answer') return { unanswered: by, why: seen === 'refused' ? 'connection refused' : 'timed out' };
  }
  const vpcId = isOwn ? session.vpcId : undefined;
  const records = recordsOf(session, vpcId, name, type);
  return { ...(records ? { status: 'NOERROR', records } : { status: 'NXDOMAIN', records: [] }), by };
}

/** Undefined where the name does not exist at all. */
function recordsOf(
  { world }: HostSession,
  vpcId: string | undefined,
  name: string,
  type: string,
): NameRecord[] | undefined {
  const address = addressIn(name);
  if (address !== undefined) {
    const owner = nameOfAddress(world, vpcId, address);
    if (owner === undefined) return undefined;
    return type === 'PTR' ? [{ name: `${name}.`, type: 'PTR', ttl, value: `${owner}.` }] : [];
  }
  const resolved = resolveName(world, vpcId, name);
  if (!resolved) return undefined;
  if (type !== 'A' && type !== 'AAAA') return [];
  return resolved.addresses
    .filter((one) => isIpv6(one) === (type === 'AAAA'))
    .map((value) => ({ name: `${name}.`, type, ttl, value }));
}

/** The name that an address is asked by: `5.1.0.10.in-addr.arpa`. */
export function reverseName(address: string): string {
  const ip6 = parseIp6(address);
  if (ip6 === undefined) return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
  return `${[...ip6.toString(16).padStart(32, '0')].reverse().join('.')}.ip6.arpa`;
}

/** The address of such a name. */
function addressIn(name: string): string | undefined {
  const v4 = /^([\d.]+)\.in-addr\.arpa$/.exec(name)?.[1];
  if (v4 !== undefined) return asAddress(v4.split('.').reverse().join('.'));
  const v6 = /^((?:[0-9a-f]\.){32})ip6\.arpa$/.exec(name)?.[1];
  const digits = v6?.split('.').reverse().join('');
  return digits === undefined ? undefined : asAddress(digits.replace(/(.{4})(?=.)/g, '$1:'));
}

/** What `dig`, `host` and `nslookup` write of each try. Texts: Observed; `connection refused` as people posted it. */
export const triesText = ({ unanswered, why }: Unanswered, tries: number): string =>
  `;; communications error to ${unanswered}#53: ${why}\n`.repeat(tries);

/** Seconds until a program has given up that waits so long for each of its tries. */
export const triesSeconds = ({ why }: Unanswered, seconds: number): number => (why === 'timed out' ? seconds : 0);
