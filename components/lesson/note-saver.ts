/** A note as it was last read or stored. */
export interface Stored {
  readonly text: string;
  readonly version: number;
}

/** What became of one save. `other`: the server holds another version than the one that was seen. */
export type NoteOutcome =
  | { readonly kind: 'saved' | 'other'; readonly stored: Stored }
  | { readonly kind: 'failed'; readonly message: string };

export interface NoteDoors {
  /** `leaving`: the page may be gone before an answer comes. */
  put(note: Stored, leaving: boolean): Promise<NoteOutcome>;
  /** What was typed and is not stored yet, over the version that was seen; undefined forgets it. */
  keep(draft: Stored | undefined): void;
  /** Calls `work` after `ms`; returns the way to call it off. */
  later(ms: number, work: () => void): () => void;
}

/** What the page shows. `theirs`: what was saved somewhere else meanwhile; nothing is sent until the person has chosen. */
export interface NoteState {
  readonly text: string;
  readonly state: 'still' | 'waiting' | 'saved' | 'failed' | 'changed';
  readonly message?: string;
  readonly theirs?: string;
}

/** Typing is sent after this much quiet, ms. */
const quietMs = 1_000;
const noteAtMost = 10_000;

/** Brings one note to the server, one request at a time, and never drops what was typed. A store for useSyncExternalStore. */
export class NoteSaver {
  #held: Stored;
  #shown: NoteState;
  #sending = false;
  #typing: (() => void) | undefined;
  /** What the server holds, where that is neither what was seen nor what was typed. */
  #theirs: Stored | undefined;
  readonly #doors: NoteDoors;
  readonly #listeners = new Set<() => void>();

  /** `draft` is what an earlier view of the page had kept. */
  constructor(stored: Stored, doors: NoteDoors, draft?: Stored) {
    this.#doors = doors;
    this.#held = stored;
    this.#shown = { text: stored.text, state: 'still' };
    if (draft?.text === stored.text) doors.keep(undefined);
    else if (draft && (draft.version === stored.version || stored.text === '')) {
      this.#shown = { text: draft.text, state: 'waiting' };
    } else if (draft) {
      this.#theirs = stored;
      this.#shown = { text: draft.text, state: 'changed', theirs: stored.text };
    }
  }

  readonly shown = (): NoteState => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The person types. */
  change(text: string): void {
    this.#typing?.();
    this.#typing = this.#doors.later(quietMs, () => this.send());
    const asBefore = text === this.#held.text && !this.#sending;
    this.#show(this.#theirs ? { ...this.#shown, text } : { text, state: asBefore ? 'still' : 'waiting' });
    this.#keep();
  }

  /** What is not stored goes now. */
  send(leaving = false): void {
    this.#typing?.();
    this.#typing = undefined;
    if (!this.#sending && !this.#theirs && this.#shown.text !== this.#held.text) void this.#put(leaving);
  }

  /** Of two texts the person keeps theirs, their own, or both. */
  choose(which: 'mine' | 'theirs' | 'both'): void {
    const theirs = this.#theirs;
    if (!theirs) return;
    const mine = this.#shown.text;
    this.#theirs = undefined;
    this.#held = theirs;
    const text = { mine, theirs: theirs.text, both: `${theirs.text}\n\n${mine}` }[which];
    this.#show({ text, state: text === theirs.text ? 'saved' : 'waiting' });
    this.#keep();
    this.send();
  }

  async #put(leaving: boolean): Promise<void> {
    const { text } = this.#shown;
    if (text.length > noteAtMost) {
      const count = text.length.toLocaleString('en');
      this.#fail(`A note has room for ${noteAtMost.toLocaleString('en')} characters, and this one has ${count}.`);
      return;
    }
    this.#sending = true;
    const outcome = await this.#doors.put({ text, version: this.#held.version }, leaving);
    this.#sending = false;
    if (outcome.kind === 'failed') this.#fail(outcome.message);
    else this.#met(outcome.stored, text);
  }

  /** The server holds `stored`: what was sent, what was seen before or nothing, or somebody else's. */
  #met(stored: Stored, sent: string): void {
    const { text } = this.#shown;
    if (stored.text === sent || stored.text === '' || stored.text === this.#held.text) {
      this.#held = stored;
      this.#show({ text, state: text === stored.text ? 'saved' : 'waiting' });
      this.#keep();
      // Typed on meanwhile, or the text is as it was seen and has another version.
      if (!this.#typing) this.send();
    } else {
      this.#theirs = stored;
      this.#show({ text, state: 'changed', theirs: stored.text });
    }
  }

  #fail(message: string): void {
    this.#show({ text: this.#shown.text, state: 'failed', message });
  }

  #keep(): void {
    const { text } = this.#shown;
    this.#doors.keep(text === this.#held.text && !this.#sending ? undefined : { text, version: this.#held.version });
  }

  #show(state: NoteState): void {
    this.#shown = state;
    for (const listener of this.#listeners) listener();
  }
}
