import type { ExecResult } from 'just-bash';
import { destinationOf, lookUpErrors } from './destination';
import { boundTo } from './devices';
import { lastOf, type Options, readOptions } from './options';
import { failed, lacks, ran } from './ran';
import { readingOf } from './reading';
import type { HostSession } from './session';
import { connectSeconds, portOf, serviceName } from './tcp';

const usage = `usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]
\t  [-m minttl] [-O length] [-P proxy_username] [-p source_port]
\t  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]
\t  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]
\t  [destination] [port]`;

/**
 * `nc` as a port scanner, as OpenBSD's 1.219 prints and exits: 0 when a port of those asked was open. Texts: Observed.
 * Not modelled: carrying data, so that without `-z` it connects and ends.
 */
export function nc(session: HostSession, args: readonly string[]): ExecResult {
  const options = readOptions(args, { flags: '46nruvzNCd', valued: 'wspiq', lacking: 'DFhklStUZIMmOPTVWXx' });
  if ('problem' in options) {
    if (options.problem === 'not modelled') return lacks('nc', options.option);
    const what = options.problem === 'unknown' ? 'invalid option' : 'option requires an argument';
    return failed(`nc: ${what} -- '${options.option.replace(/^-+/, '')}'\n${usage}`);
  }
  const [host, ...wanted] = options.words;
  if (host === undefined) return failed(usage);
  const limit = lastOf(options, 'w');
  if (limit !== undefined && !/^\d+$/.test(limit)) return failed(`nc: timeout invalid: ${limit}`);
  if (wanted.length === 0) return failed('nc: missing port number');
  const ports: number[] = [];
  for (const word of wanted) {
    const more = portsOf(word);
    if (typeof more === 'string') return failed(`nc: ${more}`);
    ports.push(...more);
  }
  return scan(session, options, host, ports, limit === undefined ? undefined : Number(limit));
}

function scan(
  session: HostSession,
  options: Options,
  host: string,
  ports: readonly number[],
  limit?: number,
): ExecResult {
  const { flags } = options;
  const family = flags.has('6') ? 6 : flags.has('4') ? 4 : undefined;
  const to = destinationOf(session, host, family);
  if (to.address === undefined || (flags.has('n') && to.isName)) {
    const why = to.address === undefined ? to.why : 'unknown';
    return failed(`nc: getaddrinfo for host "${host}" port ${ports[0]}: ${lookUpErrors[why]}`);
  }
  const { address } = to;
  const protocol = flags.has('u') ? 'udp' : 'tcp';
  const shown = to.isName ? `${host} (${address})` : host;
  const from = lastOf(options, 's');
  const bound = from === undefined ? undefined : boundTo(session, from, address);
  if (bound && !bound.source) return failed('nc: bind failed: Cannot assign requested address');
  let stderr = '';
  let open = false;
  for (const port of ports) {
    const destination = { kind: 'address', address } as const;
    const source = bound?.source ?? session.source;
    const { seen } = readingOf(session.world, session.trace({ source, destination, protocol, port }));
    // Without an answer nobody knows of a datagram whether it arrived: nc takes that for success.
    const reached = seen === 'answer' || (protocol === 'udp' && seen === 'timeout');
    if (reached) {
      open = true;
      if (flags.has('v'))
        stderr += `Connection to ${shown} ${port} port [${protocol}/${serviceName(protocol, port)}] succeeded!\n`;
      continue;
    }
    const gaveUp = limit !== undefined && limit < connectSeconds;
    if (seen === 'timeout') session.pass(gaveUp ? limit : connectSeconds);
    if (!flags.has('v') || protocol === 'udp') continue;
    stderr += `nc: connect to ${shown} port ${port} (${protocol}) ${
      seen === 'timeout' && gaveUp
        ? 'timed out: Operation now in progress'
        : `failed: ${seen === 'timeout' ? 'Connection timed out' : seen === 'refused' ? 'Connection refused' : 'Network is unreachable'}`
    }\n`;
  }
  return ran('', stderr, open ? 0 : 1);
}

/** The ports of `80`, `http` or `79-81`, or what is wrong with the word. */
function portsOf(word: string): number[] | string {
  const range = /^(\d+)-(\d+)$/.exec(word);
  const [low = '', high = low] = range ? [range[1] ?? '', range[2] ?? ''] : [word];
  const ends = [portOf(low), portOf(high)];
  const [first, last] = ends;
  if (first === undefined || last === undefined) return `port number invalid: ${word}`;
  if (first > 65_535 || last > 65_535) return `port number too large: ${word}`;
  const [from, to] = first <= last ? [first, last] : [last, first];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
