import { readingCall } from '@/lib/ec2-query/read-call';

/** The call of some pairs, where nobody else is waiting. */
export function readCall(...[pairs]: Parameters<typeof readingCall>) {
  const reading = readingCall(pairs);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}
