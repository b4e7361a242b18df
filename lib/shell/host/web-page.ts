import type { World } from '@/lib/engine/world';
import type { Reading } from './reading';
import { seatName } from './standing';

/** An answer of a web server, or of what is none. */
export interface Page {
  readonly status: number;
  readonly reason: string;
  /** In order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  502: 'Bad Gateway',
  504: 'Gateway Time-out',
};

export function page(world: World, status: number, body: string, type: string, more: Page['headers'] = []): Page {
  const bytes = String(new TextEncoder().encode(body).length);
  return {
    status,
    reason: reasons[status] ?? '',
    headers: [['Date', new Date(world.now).toUTCString()], ['Content-Type', type], ['Content-Length', bytes], ...more],
    body,
  };
}

/**
 * What a web server of a lab shows: who it is, and from which address it sees the caller come. Ours, not a real program's: what
 * runs on hosts is lab data, and that says ports alone. A proxy whose own connection fails says so, as nginx does.
 */
export function pageOf(world: World, { end, seenFrom, beyondProxy }: Reading, host: string): Page {
  if (beyondProxy) {
    const status = beyondProxy === 'refused' ? 502 : 504;
    const text = `${status} ${reasons[status]}`;
    return page(world, status, html(text, `<center><h1>${text}</h1></center>`), 'text/html');
  }
  if (host === 'checkip.amazonaws.com') return page(world, 200, `${seenFrom}\n`, 'text/plain;charset=UTF-8');
  const name = end?.kind === 'instance' ? seatName(world, { kind: 'instance', id: end.id }) : host;
  return page(world, 200, html(name, `<h1>${name}</h1>\n<p>You come from ${seenFrom}.</p>`), 'text/html');
}

const html = (title: string, body: string): string =>
  `<html>\n<head><title>${title}</title></head>\n<body>\n${body}\n</body>\n</html>\n`;

/**
 * What curl says to a port whose service speaks first, and does not speak HTTP, and to one whose service hangs up on nonsense.
 * Assumed: that the port tells which service it is.
 */
export function notHttp(
  host: string,
  port: number,
  scheme: 'http' | 'https',
): { readonly code: number; readonly text: string } | undefined {
  if ([21, 22, 23, 25, 110, 143, 3306].includes(port)) {
    return scheme === 'https'
      ? { code: 35, text: 'OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number' }
      : { code: 1, text: 'Received HTTP/0.9 when not allowed' };
  }
  if ([53, 389, 445, 1433, 3389, 5432, 6379].includes(port)) {
    return scheme === 'https'
      ? { code: 35, text: `OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to ${host}:${port} ` }
      : { code: 52, text: 'Empty reply from server' };
  }
  if (scheme === 'https' && port === 80) {
    return { code: 35, text: 'OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number' };
  }
  return undefined;
}
