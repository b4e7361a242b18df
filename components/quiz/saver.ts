import type { Answer } from '@/lib/quizzes/answer';
import type { SavedAnswer } from '@/lib/quizzes/views';
import type { Drafts } from './drafts';
import * as Save from './save-queue';

/** What became of one save. `away`: no answer, or one that says to come back. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: string }
  | { readonly kind: 'away' }
  | { readonly kind: 'outrun'; readonly held: Save.Held }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'over' | 'closed'; readonly message: string };

export interface Doors {
  put(questionId: string, answer: Answer, version: number): Promise<SaveOutcome>;
  readonly drafts: Drafts;
  /** Calls `work` after `ms`; returns the way to call it off. */
  later(ms: number, work: () => void): () => void;
}

/** Typing is sent after this much quiet, ms. */
const quietMs = 800;

/**
 * Brings the answers of one attempt to the server: one request at a time for each question, the newest wins, and what
 * is not stored yet is kept in this browser. A store for useSyncExternalStore.
 */
export class Saver {
  #queue: Save.Queue;
  readonly #doors: Doors;
  readonly #listeners = new Set<() => void>();
  readonly #typing = new Map<string, () => void>();
  #retry: (() => void) | undefined;
  #settled: ((all: boolean) => void)[] = [];
  readonly #unkept = new Set<string>();
  /** The answers that this browser holds by this page's doing; another tab may have put its own in their place. */
  readonly #kept = new Map<string, Answer>();
  #resting = false;

  constructor(answers: readonly SavedAnswer[], doors: Doors) {
    this.#doors = doors;
    this.#queue = Save.queueOf(answers, (id) => {
      const draft = doors.drafts.find(id);
      if (draft) this.#kept.set(id, draft.answer);
      return draft;
    });
  }

  readonly queue = (): Save.Queue => this.#queue;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether closing the page now would lose an answer: it is neither stored nor kept in this browser. */
  wouldLose(): boolean {
    return this.#unkept.size > 0;
  }

  /** The person answers: `typing` waits for a pause, a choice goes at once. */
  change(id: string, answer: Answer, how: 'typing' | 'choice'): void {
    this.#typing.get(id)?.();
    this.#typing.delete(id);
    if (how === 'typing') {
      const due = () => {
        this.#typing.delete(id);
        this.#send();
      };
      this.#typing.set(id, this.#doors.later(quietMs, due));
    }
    this.#set(Save.changed(this.#queue, id, answer));
    this.#keep(id);
    this.#send();
  }

  /** Everything goes now: the page is left, a question is left, the network is back, or the person asks. */
  sendNow(): void {
    for (const cancel of this.#typing.values()) cancel();
    this.#typing.clear();
    this.#retry?.();
    this.#retry = undefined;
    this.#send();
  }

  /** Sends all, and says whether it is all stored once that is so, or once it cannot be without the person. */
  flush(): Promise<boolean> {
    const settled = new Promise<boolean>((done) => this.#settled.push(done));
    this.sendNow();
    this.#tellSettled();
    return settled;
  }

  /** The page shows the attempt: what this browser had kept goes first. */
  wake(): void {
    this.#resting = false;
    this.sendNow();
  }

  /** The page shows it no more: what is unsent goes now, and what fails waits in this browser. */
  rest(): void {
    this.#resting = true;
    this.sendNow();
  }

  /** What the attempt looked like a moment ago. Its being readable says that this browser may go on. */
  see(answers: readonly SavedAnswer[]): void {
    const queue = Save.seen(this.#queue, answers);
    this.#set(queue.stop?.kind === 'over' ? Save.resumed(queue) : queue);
    this.#send();
  }

  resume(): void {
    this.#set(Save.resumed(this.#queue));
    this.sendNow();
  }

  choose(id: string, whose: 'mine' | 'other'): void {
    this.#set(whose === 'mine' ? Save.keptMine(this.#queue, id) : Save.tookOther(this.#queue, id));
    this.#keep(id);
    this.#send();
  }

  #send(): void {
    if (this.#retry) return;
    for (const id of Save.sendable(this.#queue)) if (!this.#typing.has(id)) void this.#put(id);
  }

  async #put(id: string): Promise<void> {
    const slot = this.#queue.slots[id];
    if (!slot) return;
    this.#set(Save.sent(this.#queue, id));
    const outcome = await this.#doors.put(id, slot.answer, slot.held.version);
    this.#set(this.#after(id, outcome));
    this.#keep(id);
    if (outcome.kind === 'away') this.#tryLater();
    else this.#send();
  }

  #after(id: string, outcome: SaveOutcome): Save.Queue {
    switch (outcome.kind) {
      case 'saved':
        return Save.stored(this.#queue, id, { version: outcome.version, savedAt: outcome.savedAt });
      case 'away':
        return Save.lost(this.#queue, id);
      case 'outrun':
        return Save.outrun(this.#queue, id, outcome.held);
      case 'refused':
        return Save.refused(this.#queue, id, outcome.message);
      case 'over':
      case 'closed':
        return Save.stopped(this.#queue, id, { kind: outcome.kind, message: outcome.message });
    }
  }

  #tryLater(): void {
    if (this.#resting) return;
    this.#retry ??= this.#doors.later(Save.backOffMs(this.#queue.tries), () => this.sendNow());
  }

  /** This browser keeps what is not stored, and only that. */
  #keep(id: string): void {
    const slot = this.#queue.slots[id];
    if (!slot) return;
    const { answer, held, unsure, sending } = slot;
    this.#unkept.delete(id);
    if (sending || Save.isDirty(slot)) {
      const draft = { answer, version: held.version, unsure: sending ? [...unsure, sending.answer] : unsure };
      if (!this.#doors.drafts.keep(id, draft)) this.#unkept.add(id);
      this.#kept.set(id, answer);
    } else if (this.#kept.has(id)) {
      // Not what is saved, but what was kept: the person may have gone back from it to the saved answer.
      this.#doors.drafts.forget(id, this.#kept.get(id) ?? null);
      this.#kept.delete(id);
    }
  }

  #set(queue: Save.Queue): void {
    this.#queue = queue;
    for (const listener of this.#listeners) listener();
    this.#tellSettled();
  }

  #tellSettled(): void {
    const { slots, stop } = this.#queue;
    const all = Object.values(slots);
    const stored = all.every((slot) => !slot.sending && !Save.isDirty(slot));
    const stuck = stop !== undefined || Save.stuckIn(this.#queue).length > 0;
    if (!stored && !(stuck && all.every((slot) => !slot.sending))) return;
    const waiting = this.#settled;
    this.#settled = [];
    for (const done of waiting) done(stored);
  }
}
