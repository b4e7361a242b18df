import type { ExecResult } from 'just-bash';
import { isIpv6 } from '@/lib/engine/reachability/flow';
import { destinationOf, lookUpErrors } from './destination';
import { lastOf, type Options, readOptions } from './options';
import { failed, lacks, ran } from './ran';
import { jittered, type Router, readingOf, routersOn } from './reading';
import type { HostSession } from './session';

const usage = `Usage:
  traceroute [ -46dFITnreAUDV ] [ -f first_ttl ] [ -g gate,... ] [ -i device ] [ -m max_ttl ] [ -N squeries ] [ -p port ] [ -t tos ] [ -l flow_label ] [ -w MAX,HERE,NEAR ] [ -q nqueries ] [ -s src_addr ] [ -z sendwait ] [ --fwmark=num ] host [ packetlen ]
`;

/**
 * `traceroute`, as version 2.1.2 for Linux prints: by UDP, or ICMP (`-I`) or TCP (`-T`). Texts: Observed.
 * Assumed: a router's own message always finds the way back.
 */
export function traceroute(session: HostSession, args: readonly string[]): ExecResult {
  const options = readOptions(args, {
    flags: '46nITUFr',
    valued: 'fmpqwsizNt',
    lacking: 'dgeADVMOPl',
    long: { icmp: 'I', tcp: 'T', udp: 'U', 'max-hops': 'm', port: 'p', queries: 'q', wait: 'w' },
  });
  if ('problem' in options) return badOption(options.problem, options.option, args);
  const [host] = options.words;
  if (host === undefined) return ran(usage);
  for (const letter of ['m', 'q', 'p', 'f', 'w'] as const) {
    const value = lastOf(options, letter);
    if (value !== undefined && !/^\d+(\.\d+)?$/.test(value)) {
      return failed(
        `Cannot handle \`-${letter}' option with arg \`${value}' (argc ${args.indexOf(`-${letter}`) + 1})`,
        2,
      );
    }
  }
  const most = Number(lastOf(options, 'm') ?? 30);
  if (most < 1) return failed('first hop out of range', 2);
  if (most > 255) return failed('max hops cannot be more than 255', 2);
  const to = destinationOf(session, host, options.flags.has('6') ? 6 : options.flags.has('4') ? 4 : undefined);
  if (to.address === undefined) {
    const at = args.indexOf(host) + 1;
    return failed(
      `${host}: ${lookUpErrors[to.why]}\nCannot handle "host" cmdline arg \`${host}' on position 1 (argc ${at})`,
      2,
    );
  }
  return follow(session, options, host, to.address, most);
}

function follow(session: HostSession, options: Options, host: string, address: string, most: number): ExecResult {
  const { world } = session;
  const trace = session.trace({
    source: session.source,
    destination: { kind: 'address', address },
    ...probe(options),
  });
  const { seen, rttMs } = readingOf(world, trace);
  const size = isIpv6(address) ? 80 : 60;
  const head = `traceroute to ${host} (${address}), ${most} hops max, ${size} byte packets\n`;
  if (seen === 'unreachable' && trace.out.length <= 1) return ran(head, 'connect: Network is unreachable\n', 1);
  // A closed port answers too: that is how the end of the way is known.
  const arrives = seen === 'answer' || seen === 'refused';
  const ways: (Router | undefined)[] = routersOn(world, trace.out).slice(0, most);
  if (arrives && ways.length < most) ways.push({ address, rttMs });
  if (!arrives) while (ways.length < most) ways.push(undefined);
  const probes = Math.min(10, Number(lastOf(options, 'q') ?? 3));
  const first = Number(lastOf(options, 'f') ?? 1);
  const lost = ways.filter((way) => way?.address === undefined).length * probes;
  // Sixteen probes are on their way at a time.
  session.pass(Math.ceil(lost / 16) * Number(lastOf(options, 'w') ?? 5));
  const lines = ways.map((way, index) => {
    const number = String(index + 1).padStart(2);
    if (way?.address === undefined) return `${number}${'  *'.repeat(1)}${' *'.repeat(probes - 1)}\n`;
    const name = options.flags.has('n')
      ? way.address
      : `${session.nameOf(way.address) ?? way.address} (${way.address})`;
    const times = Array.from({ length: probes }, (_, n) => jittered(world, way.rttMs, `trace ${way.address}`, n));
    return `${number}  ${name}${times.map((ms) => `  ${ms.toFixed(3)} ms`).join('')}\n`;
  });
  return ran(head + lines.slice(first - 1).join(''));
}

/** What is sent: to ports that count up from 33434 by UDP, to one port with `-U` and `-T`. */
function probe(options: Options): { protocol: 'tcp' | 'udp' | 'icmp'; port?: number } {
  const port = lastOf(options, 'p');
  if (options.flags.has('I')) return { protocol: 'icmp' };
  if (options.flags.has('T')) return { protocol: 'tcp', port: Number(port ?? 80) };
  return { protocol: 'udp', port: Number(port ?? (options.flags.has('U') ? 53 : 33_434)) };
}

function badOption(problem: string, option: string, args: readonly string[]): ExecResult {
  if (problem === 'not modelled') return lacks('traceroute', option);
  const at = Math.max(1, args.findIndex((arg) => arg.startsWith(option)) + 1);
  if (problem === 'unknown') return failed(`Bad option \`${option}' (argc ${at})`, 2);
  return failed(`Option \`${option}' (argc ${at}) requires an argument: \`${option} value'`, 2);
}
