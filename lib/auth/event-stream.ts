import 'server-only';

/** Sends events from now on; answers how to stop. `end` closes the stream, and the browser opens a new one. */
export type Subscribe = (send: (event: object) => void, end: () => void) => Promise<() => void>;

/** A comment in between keeps proxies from taking the stream for dead. */
const heartbeatMs = 20_000;
/** Then the browser connects anew, and who is signed out by then is told so. */
const longestMs = 10 * 60_000;
/** How soon a browser connects again, ms. */
const retryMs = 2_000;

/**
 * Streams that are open, on globalThis since Next loads this file more than once. When the process is to stop they end: Next
 * waits for every request it has, and these would not.
 */
const process_ = globalThis as { patchbayStreams?: Set<() => void> };

function openStreams(): Set<() => void> {
  if (process_.patchbayStreams) return process_.patchbayStreams;
  const streams = new Set<() => void>();
  process_.patchbayStreams = streams;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      for (const end of streams) end();
    });
  }
  return streams;
}

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), until the browser goes. */
export async function eventStream(subscribe: Subscribe, signal: AbortSignal): Promise<Response> {
  const text = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (line: string) => controller.enqueue(text.encode(`${line}\n\n`));
      const end = () => {
        stop();
        try {
          controller.close();
        } catch {
          // The browser closed it first.
        }
      };
      const timers = [setInterval(() => write(':'), heartbeatMs), setTimeout(end, longestMs)];
      // A stream does not keep the server from stopping.
      for (const timer of timers) timer.unref();
      let unsubscribe = () => {};
      openStreams().add(end);
      stop = () => {
        stop = () => {};
        openStreams().delete(end);
        for (const timer of timers) clearTimeout(timer);
        unsubscribe();
      };
      signal.addEventListener('abort', end, { once: true });
      write(`retry: ${retryMs}`);
      unsubscribe = await subscribe((event) => write(`data: ${JSON.stringify(event)}`), end);
      if (signal.aborted) end();
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Compressing would hold events back until there are enough of them.
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
