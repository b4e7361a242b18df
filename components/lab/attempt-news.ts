'use client';

import { useEffect, useRef } from 'react';
import type { AttemptMoved } from '@/lib/labs/views';

/**
 * What one page of this browser hears, all of them do: a browser has six connections to a server, and a stream holds one as
 * long as it is open. The page that has the lock listens; when it is closed, another gets the lock.
 */
const shared = 'patchbay-attempt-moves';

/** Calls `onMove` whenever this attempt moved, by whichever page or tool, and when moves may have been missed. */
export function useAttemptNews(id: string | undefined, onMove: (moved: AttemptMoved | undefined) => void): void {
  const listener = useRef(onMove);
  useEffect(() => {
    listener.current = onMove;
  });
  useEffect(() => {
    if (!id) return;
    const hear = ({ data }: { data: AttemptMoved | 'reconnected' }) => {
      if (data === 'reconnected') listener.current(undefined);
      else if (data.id === id) listener.current(data);
    };
    const channel = new BroadcastChannel(shared);
    channel.addEventListener('message', hear);
    const stop = listen((data) => {
      channel.postMessage(data);
      hear({ data });
    });
    return () => {
      stop();
      channel.close();
    };
  }, [id]);
}

/** Opens the stream as soon as no other page of this browser has it. Answers how to stop. */
function listen(tell: (data: AttemptMoved | 'reconnected') => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const open = () =>
    new Promise<void>((closed) => {
      if (signal.aborted) return closed();
      const source = new EventSource('/api/v1/lab-attempts/events');
      let wasOpen = false;
      source.onopen = () => {
        if (wasOpen) tell('reconnected');
        wasOpen = true;
      };
      source.onmessage = ({ data }) => tell(JSON.parse(data));
      signal.addEventListener('abort', () => {
        source.close();
        closed();
      });
    });
  // Without https browsers have no locks, and in another site's frame they refuse them; then each page listens for itself.
  if (navigator.locks)
    navigator.locks.request(shared, { signal }, open).catch(() => (signal.aborted ? undefined : open()));
  else void open();
  return () => stopped.abort();
}
