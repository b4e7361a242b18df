import type { ExecResult, ResolvedCommandContext } from 'just-bash';
import { asAddress, isIpv6 } from '@/lib/engine/reachability/flow';
import { readUrl, readWanted, type Url, type Wanted } from './curl-options';
import { destinationOf } from './destination';
import { boundTo } from './devices';
import { askMetadata, isMetadataAddress } from './metadata';
import { lacks, ran } from './ran';
import { type Reading, readingOf } from './reading';
import { type HostSession, isOfFamily } from './session';
import { connectSeconds } from './tcp';
import { notHttp, type Page, pageOf } from './web-page';

/** One transfer: the page, or why there is none, with what `-v` and `-w` tell of it. */
interface Transfer {
  readonly page?: Page;
  readonly code: number;
  readonly text: string;
  readonly remote?: string;
  readonly local?: string;
  readonly notes: readonly string[];
  readonly seconds: number;
}

/**
 * `curl` over HTTP and HTTPS, as 7.88 prints and exits. Texts: Observed. What hosts serve is a small page that names them; a TLS
 * handshake costs nothing and always succeeds. Not modelled: the progress meter, which a terminal shows with `-o` alone.
 */
export async function curl(
  session: HostSession,
  args: readonly string[],
  context: Pick<ResolvedCommandContext, 'fs' | 'cwd'>,
): Promise<ExecResult> {
  const wanted = readWanted(args);
  if ('exitCode' in wanted) return wanted;
  let stdout = '';
  let stderr = '';
  let exitCode = 0;
  for (const text of wanted.urls) {
    const url = readUrl(text);
    if ('exitCode' in url) return ran(stdout, stderr + (wanted.silent ? '' : url.stderr), url.exitCode);
    const transfer = transferOf(session, wanted, url);
    if ('exitCode' in transfer) return ran(stdout, stderr + transfer.stderr, transfer.exitCode);
    if (wanted.verbose) stderr += verboseText(wanted, url, transfer);
    const failedPage = wanted.failOnError && (transfer.page?.status ?? 0) >= 400;
    exitCode = failedPage ? 22 : transfer.code;
    const why = failedPage ? `The requested URL returned error: ${transfer.page?.status}` : transfer.text;
    if (exitCode !== 0 && !wanted.silent) stderr += `curl: (${exitCode}) ${why}\n`;
    const shown = transfer.page && !failedPage ? pageText(wanted, transfer.page) : '';
    if (wanted.output === undefined || wanted.output === '-') stdout += shown;
    else if (shown !== '') await context.fs.writeFile(context.fs.resolvePath(context.cwd, wanted.output), shown);
    if (wanted.writeOut !== undefined) stdout += writeOut(wanted.writeOut, transfer, exitCode, url);
  }
  return ran(stdout, stderr, exitCode);
}

function transferOf(session: HostSession, wanted: Wanted, url: Url): Transfer | ExecResult {
  const notes: string[] = [];
  const fail = (code: number, text: string, seconds = 0): Transfer => ({ code, text, notes, seconds });
  const proxy = wanted.proxy === undefined ? undefined : readUrl(wanted.proxy, 1080);
  if (proxy && 'exitCode' in proxy) return lacks('curl', `-x ${wanted.proxy}`);
  const { host, port } = proxy ?? url;
  const literal = asAddress(host);
  if (literal !== undefined && !isOfFamily(literal, wanted.family)) return fail(7, "Couldn't connect to server");
  const to = destinationOf(session, host, wanted.family);
  if (to.address === undefined) return fail(proxy ? 5 : 6, `Could not resolve ${proxy ? 'proxy' : 'host'}: ${host}`);
  const { address } = to;
  notes.push(`*   Trying ${isIpv6(address) ? `[${address}]` : address}:${port}...`);
  if (!proxy && session.instanceId !== undefined && isMetadataAddress(address) && port === 80) {
    const answer = askMetadata(session, session.instanceId, address, { ...wanted, path: url.path });
    if (answer)
      return {
        page: answer,
        code: 0,
        text: '',
        remote: address,
        notes: [...notes, connected(host, address, port)],
        seconds: 0.001,
      };
  }
  const bound =
    wanted.bind === undefined ? undefined : boundTo(session, wanted.bind.replace(/^(if|host)!/, ''), address);
  if (bound && !bound.source) {
    return fail(
      45,
      bound.why === 'no device'
        ? `Couldn't bind to '${wanted.bind}'`
        : 'bind failed with errno 99: Cannot assign requested address',
    );
  }
  const trace = session.trace({
    source: bound?.source ?? session.source,
    destination: { kind: 'address', address },
    protocol: 'tcp',
    port,
  });
  const reading = readingOf(session.world, trace);
  const local = trace.out[0]?.packet.source ?? '';
  if (reading.seen !== 'answer')
    return { ...noConnection(session, wanted, reading, host, port, notes), remote: address, local };
  notes.push(connected(host, address, port));
  const strange = notHttp(host, port, proxy ? 'http' : url.scheme);
  const seconds = reading.rttMs / 500;
  if (strange) return { code: strange.code, text: strange.text, remote: address, local, notes, seconds };
  return { page: pageOf(session.world, reading, url.host), code: 0, text: '', remote: address, local, notes, seconds };
}

const connected = (host: string, address: string, port: number): string =>
  `* Connected to ${host} (${address}) port ${port} (#0)`;

function noConnection(
  session: HostSession,
  { maxTime, connectTimeout }: Wanted,
  { seen, rttMs }: Reading,
  host: string,
  port: number,
  notes: readonly string[],
): Transfer {
  const where = `Failed to connect to ${host} port ${port} after`;
  if (seen !== 'timeout') {
    const ms = seen === 'refused' ? Math.round(rttMs) : 0;
    const why = seen === 'refused' ? 'Connection refused' : 'Network is unreachable';
    const text = `${where} ${ms} ms: Couldn't connect to server`;
    return {
      code: 7,
      text,
      notes: [...notes, `* connect to ${host} port ${port} failed: ${why}`, `* ${text}`],
      seconds: 0,
    };
  }
  const seconds = Math.min(maxTime ?? connectSeconds, connectTimeout ?? connectSeconds, connectSeconds);
  session.pass(seconds);
  const ms = Math.round(seconds * 1000) + 1;
  const text =
    seconds === maxTime
      ? `Connection timed out after ${ms} milliseconds`
      : `${where} ${ms} ms: ${seconds === connectTimeout ? 'Timeout was reached' : "Couldn't connect to server"}`;
  return { code: 28, text, notes: [...notes, `* ${text}`], seconds };
}

function pageText({ headOnly, withHeaders }: Wanted, page: Page): string {
  const head = `HTTP/1.1 ${page.status} ${page.reason}\r\n${page.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return headOnly ? head : withHeaders ? head + page.body : page.body;
}

function verboseText({ method, headers }: Wanted, url: Url, { page, notes }: Transfer): string {
  const lines = [...notes];
  if (page) {
    const given = [...headers].map(([name, value]) => `> ${name}: ${value}`);
    lines.push(
      `> ${method} ${url.path} HTTP/1.1`,
      `> Host: ${url.authority}`,
      '> User-Agent: curl/7.88.1',
      '> Accept: */*',
      ...given,
      '> ',
    );
    lines.push(
      `< HTTP/1.1 ${page.status} ${page.reason}`,
      ...page.headers.map(([name, value]) => `< ${name}: ${value}`),
      '< ',
    );
  }
  lines.push(page ? `* Connection #0 to host ${url.host} left intact` : '* Closing connection 0');
  return lines.map((line) => `${line}\n`).join('');
}

/** What `-w` asks for: the variables that people use; another one is left as it stands. */
function writeOut(format: string, { page, remote, local, seconds }: Transfer, exitCode: number, { port }: Url): string {
  const values: Readonly<Record<string, string>> = {
    http_code: String(page?.status ?? 0).padStart(3, '0'),
    response_code: String(page?.status ?? 0).padStart(3, '0'),
    remote_ip: page ? (remote ?? '') : '',
    remote_port: page ? String(port) : '0',
    local_ip: page ? (local ?? '') : '',
    exitcode: String(exitCode),
    size_download: String(page?.body.length ?? 0),
    time_connect: (page ? seconds / 2 : 0).toFixed(6),
    time_total: seconds.toFixed(6),
  };
  return format
    .replace(/%\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
    .replace(/\\([nrt])/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? '');
}
