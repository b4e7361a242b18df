import type { ExecResult } from 'just-bash';
import { lastOf, readOptions } from './options';
import { failed, lacks } from './ran';
import type { Family } from './session';

/** What a curl is asked to do. */
export interface Wanted {
  readonly urls: readonly string[];
  readonly method: string;
  /** By name in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly headOnly: boolean;
  readonly withHeaders: boolean;
  readonly silent: boolean;
  readonly verbose: boolean;
  readonly failOnError: boolean;
  readonly output?: string;
  readonly writeOut?: string;
  readonly family: Family;
  /** Seconds for everything, and for the connection alone. */
  readonly maxTime?: number;
  readonly connectTimeout?: number;
  readonly bind?: string;
  readonly proxy?: string;
}

const tryHelp = "\ncurl: try 'curl --help' or 'curl --manual' for more information";

/** Letters that no short option of curl has stand for long ones alone. */
const long: Readonly<Record<string, string>> = {
  head: 'I',
  include: 'i',
  silent: 's',
  'show-error': 'S',
  verbose: 'v',
  fail: 'f',
  insecure: 'k',
  location: 'L',
  ipv4: '4',
  ipv6: '6',
  compressed: '(',
  'no-progress-meter': '(',
  http1: '(',
  'http1.1': '(',
  output: 'o',
  'max-time': 'm',
  'connect-timeout': ')',
  interface: '<',
  proxy: 'x',
  header: 'H',
  request: 'X',
  data: 'd',
  'write-out': 'w',
  'user-agent': 'A',
  url: '>',
};

/** Read the words of a curl, with its own refusals. Texts: Observed with 7.88. */
export function readWanted(args: readonly string[]): Wanted | ExecResult {
  const options = readOptions(args, {
    flags: 'IisSvfkL46(',
    valued: 'om)<xHXdwA>',
    lacking: 'abcCDeEFgGhJjKlMnNOpPqQrRtTuUVyYz#:',
    long,
  });
  if ('problem' in options) {
    if (options.problem === 'not modelled') return lacks('curl', options.option);
    const why = options.problem === 'unknown' ? 'is unknown' : 'requires parameter';
    return failed(`curl: option ${options.option}: ${why}${tryHelp}`, 2);
  }
  const urls = [...options.words, ...(options.values.get('>') ?? [])];
  const seconds: number[] = [];
  for (const letter of ['m', ')']) {
    const value = lastOf(options, letter);
    const name =
      letter === ')' ? '--connect-timeout' : (args.find((arg) => /^(-[a-zA-Z46]*m|--max-time)/.test(arg)) ?? '-m');
    if (value !== undefined && !/^\d*\.?\d+$/.test(value)) {
      return failed(`curl: option ${name}: expected a proper numerical parameter${tryHelp}`, 2);
    }
    seconds.push(Number(value ?? 0));
  }
  if (urls.length === 0) return failed(tryHelp.trimStart(), 2);
  const headers = new Map<string, string>();
  for (const line of options.values.get('H') ?? []) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  const { flags } = options;
  const given = (letter: string) => lastOf(options, letter);
  const [maxTime = 0, connectTimeout = 0] = seconds;
  const output = given('o');
  const writeOut = given('w');
  const bind = given('<');
  const proxy = given('x');
  return {
    urls,
    method: given('X') ?? (flags.has('I') ? 'HEAD' : given('d') === undefined ? 'GET' : 'POST'),
    headers,
    headOnly: flags.has('I'),
    withHeaders: flags.has('i'),
    silent: flags.has('s') && !flags.has('S'),
    verbose: flags.has('v'),
    failOnError: flags.has('f'),
    family: flags.has('6') ? 6 : flags.has('4') ? 4 : undefined,
    ...(output !== undefined && { output }),
    ...(writeOut !== undefined && { writeOut }),
    ...(maxTime > 0 && { maxTime }),
    ...(connectTimeout > 0 && { connectTimeout }),
    ...(bind !== undefined && { bind }),
    ...(proxy !== undefined && { proxy }),
  };
}

export interface Url {
  readonly scheme: 'http' | 'https';
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** Begins with a slash. */
  readonly path: string;
  /** As it stands in a request's Host header. */
  readonly authority: string;
}

/** The parts of a URL; without a scheme it is one of HTTP. Or curl's refusal of it. Observed. */
export function readUrl(text: string, usualPort?: number): Url | ExecResult {
  const [, scheme = 'http', rest = ''] = /^(?:([A-Za-z][\w+.-]*):\/\/)?(.*)$/.exec(text) ?? [];
  const kind = scheme.toLowerCase();
  if (kind !== 'http' && kind !== 'https') {
    if (/^(ftps?|file|scp|sftp|telnet|ldaps?|smtps?|imaps?|pop3s?|dict|gopher|tftp|mqtt|rtsp)$/.test(kind))
      return lacks('curl', `${kind}://`);
    return failed(`curl: (1) Protocol "${scheme}" not supported or disabled in libcurl`, 1);
  }
  const [, authority = '', path = ''] = /^([^/?#]*)([^#]*)/.exec(rest) ?? [];
  const [, bracketed, name, digits] =
    /^(?:[^@]*@)?(?:\[([0-9A-Fa-f:]+)\]|([^:[\]]+))(?::(\d*))?$/.exec(authority) ?? [];
  const host = bracketed ?? name;
  const port = digits ? Number(digits) : (usualPort ?? (kind === 'https' ? 443 : 80));
  if (host === undefined || port > 65_535 || port < 1 || /\s/.test(text)) {
    return failed('curl: (3) URL using bad/illegal format or missing URL', 3);
  }
  return {
    scheme: kind,
    host,
    port,
    path: path.startsWith('/') ? path : `/${path}`,
    authority: authority.replace(/^[^@]*@/, ''),
  };
}
