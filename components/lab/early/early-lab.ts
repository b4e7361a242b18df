import type { Entry } from '../transcript';

/** What the page's first script has done by itself, before React came. */
export interface EarlyLab {
  /** Once `window.earlyLab` is `taken`: waits for the last line. `id` is the attempt that they were run in, if one was. */
  take(): Promise<{ readonly id: string | undefined; readonly entries: readonly Entry[] }>;
}

declare global {
  interface Window {
    /** Absent where the script was not run; `taken` once React is there. */
    earlyLab?: EarlyLab | 'taken';
  }
}
