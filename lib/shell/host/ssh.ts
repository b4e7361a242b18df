import type { ExecResult } from 'just-bash';
import { isIpv6 } from '@/lib/engine/reachability/flow';
import { destinationOf, lookUpErrors } from './destination';
import { lastOf, type Options, readOptions } from './options';
import { failed, lacks, ran } from './ran';
import { type Reading, readingOf } from './reading';
import type { Family, HostSession } from './session';
import { type HostOn, type Seat, seatsNamed, userOf } from './standing';
import { connectSeconds } from './tcp';

const usage = `usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] [-B bind_interface]
           [-b bind_address] [-c cipher_spec] [-D [bind_address:]port]
           [-E log_file] [-e escape_char] [-F configfile] [-I pkcs11]
           [-i identity_file] [-J [user@]host[:port]] [-L address]
           [-l login_name] [-m mac_spec] [-O ctl_cmd] [-o option] [-p port]
           [-Q query_option] [-R address] [-S ctl_path] [-W host:port]
           [-w local_tun[:remote_tun]] destination [command [argument ...]]`;

/** What ssh came to: a machine, and what to do there, or an end. */
export type Connected = { readonly host: HostOn; readonly command: string; readonly greeting: string } | ExecResult;

/**
 * Connect as `ssh` of OpenSSH 9.2 does, with its texts: Observed, but for those of a login that is refused and of a way behind a jump, which are Assumed. It knows the lab's machines by their Name tags, as entries of
 * ~/.ssh/config would make it. Keys are not modelled: everybody's fits, for the user that the image is made with.
 */
export function connect(session: HostSession, args: readonly string[]): Connected {
  const options = readOptions(args, {
    flags: '46AaCkKNnqTtvxXYy',
    valued: 'bceFiIJlmop',
    lacking: 'BDEfGgLMOQRsSVwW',
    leading: true,
  });
  if ('problem' in options) {
    if (options.problem === 'not modelled') return lacks('ssh', options.option);
    const letter = options.option.replace(/^-+/, '');
    return failed(options.problem === 'unknown' ? `unknown option -- ${letter}\n${usage}` : usage, 255);
  }
  const [destination, ...command] = options.words;
  if (destination === undefined) return failed(usage, 255);
  const port = portIn(lastOf(options, 'p') ?? '22');
  if (port === undefined) return failed(`Bad port '${lastOf(options, 'p')}'`, 255);
  const family = options.flags.has('6') ? 6 : options.flags.has('4') ? 4 : undefined;
  const patience = patienceOf(options);
  let from = session.host;
  for (const jump of lastOf(options, 'J')?.split(',') ?? []) {
    const leg = oneLeg(session, from, jump, { family, patience, login: undefined, port: 22 });
    if ('exitCode' in leg) return afterJump(leg, from === session.host);
    from = leg;
  }
  const leg = oneLeg(session, from, destination, { family, patience, login: lastOf(options, 'l'), port });
  if ('exitCode' in leg) return from === session.host ? leg : afterJump(leg, false);
  const { seenFrom, ...host } = leg;
  // Assumed: somebody has been there before. The address is the one that the host saw, after all translation.
  const greeting = `Last login: ${dateText(session.world.now)} from ${seenFrom}\n`;
  return { host: { ...host, ...(session.host && { from: session.host }) }, command: command.join(' '), greeting };
}

interface Leg {
  readonly family: Family;
  /** Seconds. */
  readonly patience: number;
  readonly login: string | undefined;
  readonly port: number;
}

function oneLeg(
  session: HostSession,
  from: HostOn | undefined,
  destination: string,
  { family, patience, login, port: usual }: Leg,
): (HostOn & { readonly seenFrom: string }) | ExecResult {
  const [, user = login, host = '', port = String(usual)] =
    /^(?:ssh:\/\/)?(?:([^@]+)@)?(.*?)(?::(\d+))?$/.exec(plain(destination, usual)) ?? [];
  const number = portIn(port);
  if (number === undefined) return failed(`Bad port '${port}'`, 255);
  const { host: stays } = session;
  session.host = from;
  try {
    const named = addressOfNamed(session, host, family);
    if (typeof named === 'object') return named;
    const to = destinationOf(session, named ?? host, family);
    if (to.address === undefined)
      return failed(`ssh: Could not resolve hostname ${host}: ${lookUpErrors[to.why]}`, 255);
    const target = { kind: 'address', address: to.address } as const;
    const reading = readingOf(
      session.world,
      session.trace({ source: session.source, destination: target, protocol: 'tcp', port: number }),
    );
    const shown = named ?? host;
    if (reading.seen !== 'answer') {
      if (reading.seen === 'timeout') session.pass(patience);
      const why = {
        timeout: 'Connection timed out',
        refused: 'Connection refused',
        unreachable: 'Network is unreachable',
        'unknown-host': '',
      };
      return failed(`ssh: connect to host ${shown} port ${number}: ${why[reading.seen]}`, 255);
    }
    return logIn(session, reading, { user, address: shown, target: to.address });
  } finally {
    session.host = stays;
  }
}

/** What answered has to be a machine of the lab, and the user one of its. */
function logIn(
  session: HostSession,
  reading: Reading,
  { user, address, target }: { user: string | undefined; address: string; target: string },
): (HostOn & { readonly seenFrom: string }) | ExecResult {
  const seat = reading.beyondProxy ? undefined : seatOf(session, reading, target);
  const name = seat && userOf(session.world, seat);
  if (!seat || name === undefined || (user !== undefined && user !== name)) {
    return failed(`${user ?? 'user'}@${address}: Permission denied (publickey).`, 255);
  }
  return { seat, user: name, address, seenFrom: reading.seenFrom };
}

function seatOf({ world }: HostSession, { end }: Reading, address: string): Seat | undefined {
  if (end?.kind === 'instance') return { kind: 'instance', id: end.id };
  const site = end?.kind === 'site' ? world.surroundings?.sites?.find(({ name }) => name === end.id) : undefined;
  const host = site?.hosts.find((one) => one.address === address);
  return site && host && { kind: 'site', name: site.name, host: host.name };
}

/**
 * The address that a Name tag stands for: the public one from the learner's own machine, where there is one, the private one
 * from everywhere else. Undefined for what is no name of a machine.
 */
function addressOfNamed(session: HostSession, name: string, family: Family): string | ExecResult | undefined {
  const { world } = session;
  const [seat, other] = seatsNamed(world, name);
  if (!seat) return undefined;
  if (other) return failed(`ssh: several machines are called ${name}: use an address`, 255);
  if (seat.kind === 'vpnClient') return failed(`ssh: Could not resolve hostname ${name}: ${lookUpErrors.unknown}`, 255);
  if (seat.kind === 'site') {
    return world.surroundings?.sites
      ?.find((site) => site.name === seat.name)
      ?.hosts.find((host) => host.name === seat.host)?.address;
  }
  const [primary] = world.networkInterfaces
    .by('InstanceId', seat.id)
    .sort((a, b) => (a.Attachment?.DeviceIndex ?? 0) - (b.Attachment?.DeviceIndex ?? 0));
  const own = primary?.PrivateIpAddresses[0]?.PrivateIpAddress;
  const elastic = world.addresses
    .by('NetworkInterfaceId', primary?.NetworkInterfaceId ?? '')
    .find(({ association }) => association?.PrivateIpAddress === own)?.PublicIp;
  const v6 = primary?.Ipv6Addresses?.[0]?.Ipv6Address;
  const v4 = session.host ? own : (elastic ?? primary?.publicIp ?? own);
  return family === 6 ? (v6 ?? v4) : (v4 ?? v6);
}

/** What the ssh that waits behind a jump says when that does not lead there. `first`: the jump itself was not reached. */
function afterJump(end: ExecResult, first: boolean): ExecResult {
  const { stderr, exitCode } = end;
  if (!first && stderr.includes('Permission denied')) return end;
  const why = /(?:port \d+|hostname \S+): (.*)\n$/.exec(stderr)?.[1];
  const own =
    first || why === undefined ? stderr : `channel 0: open failed: connect failed: ${why}\nstdio forwarding failed\n`;
  const closed =
    'kex_exchange_identification: Connection closed by remote host\nConnection closed by UNKNOWN port 65535\n';
  return ran('', own + closed, exitCode);
}

/** `[::1]` as `::1`; an IPv6 address has colons that begin no port. */
const plain = (destination: string, port: number): string => {
  const [, before = '', inside = '', after = ''] = /^((?:[^@]+@)?)\[([^\]]+)\](.*)$/.exec(destination) ?? [];
  const whole = inside === '' ? destination : `${before}${inside}${after}`;
  return isIpv6(whole) && !/^[^:]*:\d+$/.test(whole) ? `${whole}:${port}` : whole;
};

function portIn(word: string): number | undefined {
  const port = /^\d{1,5}$/.test(word) ? Number(word) : 0;
  return port > 0 && port < 65_536 ? port : undefined;
}

function patienceOf(options: Options): number {
  const given = options.values
    .get('o')
    ?.map((one) => /^ConnectTimeout[= ](\d+)$/i.exec(one)?.[1])
    .find((one) => one !== undefined);
  return given === undefined || given === '0' ? connectSeconds : Math.min(Number(given), connectSeconds);
}

/** `Sat Jan 31 09:31:01 2026`. */
function dateText(now: number): string {
  const [, day, date, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(now).toUTCString()) ?? [];
  return `${day} ${month} ${(date ?? '').replace(/^0/, ' ')} ${time} ${year}`;
}
