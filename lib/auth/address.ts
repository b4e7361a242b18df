import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { environment } from '@/lib/environment/environment';
import { requestHeaders } from './incoming';

/**
 * Make X-Forwarded-For what the socket says, before anything reads it: a client may send any such header, and the
 * framework keeps what it finds. Called once, when the server starts, unless a trusted proxy sets the header.
 */
export function trustSocketAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    // The channel's documented message: https://nodejs.org/api/diagnostics_channel.html#http
    const { request } = message as { request: IncomingMessage };
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown';
  });
}

/** The address this request came from, for counting tries: as the socket says, or the outermost trusted proxy. */
export async function callerAddress(): Promise<string> {
  const named = (await requestHeaders()).get('x-forwarded-for')?.split(',') ?? [];
  // Each proxy adds at the end what it saw; what stands before is whatever the client wrote.
  return named.at(-Math.max(1, environment().trustedProxies))?.trim() || 'unknown';
}
