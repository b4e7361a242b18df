import type { ExecResult } from 'just-bash';
import { isIpv6 } from '@/lib/engine/reachability/flow';
import type { World } from '@/lib/engine/world';
import { type Destination, destinationOf, lookUpErrors } from './destination';
import { boundTo } from './devices';
import { lastOf, type Options, readOptions } from './options';
import { failed, lacks, ran } from './ran';
import { jittered, type Reading, readingOf } from './reading';
import type { Family, HostSession } from './session';

/** Echo requests where `-c` says nothing: here nothing runs until Ctrl-C. */
export const usualCount = 4;
/** Seconds that ping waits for a last answer where `-W` says nothing. Observed. */
const usualWait = 10;

/**
 * `ping`, as iputils 20221126 prints and exits: 0 with an answer, 1 without any, 2 where nothing could be sent. Texts: Observed.
 * Assumed: how long answers take.
 */
export function ping(session: HostSession, args: readonly string[]): ExecResult {
  const options = readOptions(args, { flags: '46nqvDOab', valued: 'cIiWwst', lacking: 'ABCdefFlLmMNpQRSTUV' });
  if ('problem' in options) return badOption(options.problem, options.option);
  const [word, ...more] = options.words;
  if (word === undefined) return failed('ping: usage error: Destination address required');
  if (more.length > 0) return lacks('ping', 'of several hosts');
  const asked = readAsked(options);
  if ('exitCode' in asked) return asked;
  const to = destinationOf(session, word, asked.family);
  if (to.address === undefined) return failed(`ping: ${word}: ${lookUpErrors[to.why]}`, 2);
  const bound = asked.bind === undefined ? undefined : boundTo(session, asked.bind, to.address);
  if (bound && !bound.source) {
    return failed(
      bound.why === 'no device'
        ? `ping: SO_BINDTODEVICE ${asked.bind}: No such device`
        : 'ping: bind: Cannot assign requested address',
      2,
    );
  }
  const destination = { kind: 'address', address: to.address } as const;
  const trace = session.trace({ source: bound?.source ?? session.source, destination, protocol: 'icmp' });
  const reading = readingOf(session.world, trace);
  if (reading.seen === 'unreachable' && trace.out.length <= 1)
    return failed('ping: connect: Network is unreachable', 2);
  const between = (asked.count - 1) * asked.interval;
  session.pass(reading.seen === 'answer' ? between : between + (asked.deadline === undefined ? asked.wait : 0));
  const name = to.isName ? session.nameOf(to.address) : undefined;
  const from = bound ? ` from ${bound.address} ${bound.device}:` : '';
  return ran(
    pingText(session.world, reading, { ...asked, word, to, from, name }),
    '',
    reading.seen === 'answer' ? 0 : 1,
  );
}

interface Asked {
  readonly count: number;
  /** Seconds. */
  readonly interval: number;
  readonly wait: number;
  readonly deadline?: number;
  readonly size: number;
  readonly quiet: boolean;
  readonly family: Family;
  readonly bind?: string;
}

function readAsked(options: Options): Asked | ExecResult {
  const numbers: Record<string, number> = {};
  for (const [letter, least, most] of [
    ['c', 1, Number.POSITIVE_INFINITY],
    ['s', 0, 65_507],
    ['t', 1, 255],
    ['w', 0, 2_147_483_647],
  ] as const) {
    const value = lastOf(options, letter);
    if (value === undefined) continue;
    if (!/^\d+$/.test(value)) return failed(`ping: invalid argument: '${value}'`);
    numbers[letter] = Number(value);
    if (Number(value) < least || Number(value) > most) {
      return failed(
        `ping: invalid argument: '${value}': out of range: ${least} <= value <= ${letter === 'c' ? '9223372036854775807' : most}`,
      );
    }
  }
  for (const letter of ['i', 'W'] as const) {
    const value = lastOf(options, letter);
    if (value === undefined) continue;
    if (!/^\d*\.?\d+$/.test(value)) return failed(`ping: option argument contains garbage: ${value}`);
    numbers[letter] = Number(value);
  }
  const interval = numbers.i ?? 1;
  const deadline = numbers.w || undefined;
  const before =
    deadline === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(deadline / (interval || 0.01)));
  const count = Math.min(numbers.c ?? (deadline === undefined ? usualCount : Number.POSITIVE_INFINITY), before);
  if (count > mostCount) return failed(`ping: at most ${mostCount} echo requests at a time here`, 2);
  const bind = lastOf(options, 'I');
  return {
    count,
    interval,
    wait: numbers.W ?? usualWait,
    ...(deadline !== undefined && { deadline }),
    size: numbers.s ?? 56,
    quiet: options.flags.has('q'),
    family: options.flags.has('6') ? 6 : options.flags.has('4') ? 4 : undefined,
    ...(bind !== undefined && { bind }),
  };
}

/** A slip of the finger must not print for ever. */
const mostCount = 1_000;

/** What is printed of so many echo requests that all fare alike. */
function pingText(
  world: World,
  reading: Reading,
  asked: Pick<Asked, 'count' | 'interval' | 'size' | 'quiet'> & {
    readonly word: string;
    readonly to: Extract<Destination, { readonly address: string }>;
    readonly from: string;
    readonly name: string | undefined;
  },
): string {
  const { count, interval, size, word, to, from, name } = asked;
  const { address } = to;
  const v6 = isIpv6(address);
  const head = v6
    ? `PING ${word}(${address})${from} ${size} data bytes\n`
    : `PING ${word} (${address})${from} ${size}(${size + 28}) bytes of data.\n`;
  const answers = reading.seen === 'answer';
  const times = answers
    ? Array.from({ length: count }, (_, n) => jittered(world, reading.rttMs, `ping ${address}`, n))
    : [];
  const who = to.isName ? `${name ?? word} (${address})` : address;
  const lines = times.map(
    (ms, n) => `${size + 8} bytes from ${who}: icmp_seq=${n + 1} ttl=${reading.ttl} time=${timeText(ms)} ms\n`,
  );
  const between = Math.round((count - 1) * (interval * 1000 + (answers ? 1 : 12)));
  const loss = answers ? 0 : 100;
  return [
    head,
    ...(asked.quiet ? [] : lines),
    `\n--- ${word} ping statistics ---\n`,
    `${count} packets transmitted, ${times.length} received, ${loss}% packet loss, time ${between}ms\n`,
    answers ? `rtt min/avg/max/mdev = ${spread(times)} ms\n` : '\n',
  ].join('');
}

/** Three digits and no more, as ping rounds. */
const timeText = (ms: number): string => ms.toFixed(ms >= 100 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : 3);

function spread(times: readonly number[]): string {
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
  const deviation = Math.sqrt(times.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / times.length);
  return [Math.min(...times), mean, Math.max(...times), deviation].map((ms) => ms.toFixed(3)).join('/');
}

function badOption(problem: string, option: string): ExecResult {
  if (problem === 'not modelled') return lacks('ping', option);
  const what = problem === 'unknown' ? 'invalid option' : 'option requires an argument';
  // The real one goes on with all of its options.
  return failed(`ping: ${what} -- '${option.replace(/^-+/, '')}'\n\nUsage\n  ping [options] <destination>`, 2);
}
