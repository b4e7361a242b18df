import type { AttemptView } from '@/lib/labs/views';
import type { Entry } from '../transcript';

/** What the page's first script has done by itself, before React came. */
export interface EarlyLab {
  readonly slug: string;
  /** Ends its part: no line is run any more, and the last one is waited for. Fails when the lab did not open. */
  take(): Promise<{ readonly view: AttemptView; readonly entries: readonly Entry[] }>;
}

declare global {
  interface Window {
    /** Absent before the script ran, after it was taken, and where a lab was come to by a link. */
    earlyLab?: EarlyLab | undefined;
  }
}
