import type { RefObject } from 'react';

/** What was being typed when one terminal gave way to another: the page's first one, the plain one, the usual one. */
export interface Typing {
  /** Ends with `\r` when it was entered and has not been run. */
  readonly text: string;
  /** Whether the keyboard was there. */
  readonly focused: boolean;
}

/** Where the terminal that goes leaves it, and the one that comes takes it from. */
export type TypingRef = RefObject<Typing | undefined>;
