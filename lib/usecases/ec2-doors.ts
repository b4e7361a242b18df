import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { maxBodyBytes, readBody, tooLarge } from '@/lib/auth/request';
import { answerEc2 } from './ec2-answer';

/** The EC2 endpoint as a route handler: behind `next dev`, and wherever the server is another than ours. */
export async function routeEc2(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { status, headers, text } = await answerEc2({
    method: request.method,
    url: pathname + search,
    header: (name) => request.headers.get(name) ?? undefined,
    body: () => readBody(request),
  });
  return new Response(text, { status, headers });
}

/** The same for a request of Node's own server, as lib/setup/serve.mjs has it. Headers that the response has already stay. */
export async function serveEc2(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, text } = await answerEc2({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    body: () => bodyOf(request),
  });
  if (response.destroyed) return;
  response.statusCode = status;
  response.setHeaders(new Map(Object.entries(headers))).end(text);
}

/** The body as text. What is too long is refused at once; Node reads the rest away when the refusal is sent. */
function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.byteLength;
      chunks.push(chunk);
      if (length > maxBodyBytes) refuse();
    };
    const refuse = () => {
      request.off('data', take);
      reject(tooLarge());
    };
    if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return refuse();
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    // Sent to the end or not; if not, nobody is left to be told.
    request.once('close', refuse);
  });
}

// The server cannot import what Next has bundled, so this is where it finds it.
Object.assign(globalThis, { patchbayEc2: serveEc2 });
