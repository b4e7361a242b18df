import type { Values } from '@/lib/console/form';

/** Where somebody is in the console. Kept outside of it, so that a look at another tab loses nothing. */
export interface Place {
  /** Id of the section. */
  readonly section: string;
  /** The resource that is selected, by its id. */
  readonly selected?: string;
  /** The form that is open, by its id, and what was filled in. */
  readonly form?: string;
  readonly filled: Values;
}

export const firstPlace: Place = { section: 'network-interfaces', filled: {} };
