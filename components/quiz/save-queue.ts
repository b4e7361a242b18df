import type { Answer } from '@/lib/quizzes/answer';
import type { SavedAnswer } from '@/lib/quizzes/views';
import { isSame } from './answers';
import type { Draft } from './drafts';

/** What the server holds of one answer. */
export type Held = Pick<SavedAnswer, 'version' | 'answer' | 'savedAt'>;

/** The answer to one question: as the person has it, and as the server is known to have it. */
export interface Slot {
  readonly answer: Answer;
  readonly held: Held;
  /** What is on its way; never two at once. */
  readonly sending?: { readonly answer: Answer };
  /** Sent without an answer having come: the server may have these. Newest last. */
  readonly unsure: readonly Answer[];
  /** Another page saved this instead. Nothing is sent until the person has chosen. */
  readonly other?: Held;
  /** Why the server does not take it as it stands. Nothing is sent until it is changed. */
  readonly refused?: string;
}

/** Why nothing is sent any more. `over`: this browser may not; `closed`: the attempt is handed in. */
export type Stop = { readonly kind: 'over' | 'closed'; readonly message: string };

/** Every answer of an attempt on its way to the server. Never changed: each function gives the next one. */
export interface Queue {
  readonly slots: Readonly<Record<string, Slot>>;
  /** Failures in a row. */
  readonly tries: number;
  readonly stop?: Stop;
}

const unsureAtMost = 3;

/** Whether the server is not known to have what the person answered, and nothing else. */
export const isDirty = ({ answer, held, unsure }: Slot): boolean => unsure.length > 0 || !isSame(answer, held.answer);

/** An attempt as the server gave it, with what this browser had not saved yet. */
export function queueOf(answers: readonly SavedAnswer[], draftOf: (questionId: string) => Draft | undefined): Queue {
  const slots = answers.map((held) => [held.questionId, slotOf(held, draftOf(held.questionId))] as const);
  return { slots: Object.fromEntries(slots), tries: 0 };
}

function slotOf({ version, answer, savedAt }: SavedAnswer, draft: Draft | undefined): Slot {
  const held: Held = { version, answer, ...(savedAt && { savedAt }) };
  if (!draft) return { answer, held, unsure: [] };
  const slot: Slot = { answer: draft.answer, held: { ...held, version: draft.version }, unsure: draft.unsure };
  return version > draft.version ? met(slot, held) : { ...slot, held };
}

/** The person answers. */
export const changed = (queue: Queue, id: string, answer: Answer): Queue =>
  withSlot(queue, id, ({ refused: _, ...slot }) => ({ ...slot, answer }));

/** The ids of what can go now, in order. */
export const sendable = ({ slots, stop }: Queue): string[] =>
  stop ? [] : Object.keys(slots).filter((id) => isSendable(slots[id]));

const isSendable = (slot: Slot | undefined): boolean =>
  slot !== undefined && !slot.sending && !slot.other && slot.refused === undefined && isDirty(slot);

/** Its answer leaves. */
export const sent = (queue: Queue, id: string): Queue =>
  withSlot(queue, id, (slot) => ({ ...slot, sending: { answer: slot.answer } }));

/** The server has stored what was sent. */
export const stored = (queue: Queue, id: string, by: { version: number; savedAt: string }): Queue => ({
  ...withSlot(queue, id, ({ sending, ...slot }) => ({
    ...slot,
    unsure: [],
    held: { ...by, answer: sending ? sending.answer : slot.held.answer },
  })),
  tries: 0,
});

/** No answer came. */
export const lost = (queue: Queue, id: string): Queue => ({
  ...withSlot(queue, id, ({ sending, ...slot }) => ({
    ...slot,
    unsure: sending ? [...slot.unsure, sending.answer].slice(-unsureAtMost) : slot.unsure,
  })),
  tries: queue.tries + 1,
});

/** The server holds a newer version than the one that was sent with. */
export const outrun = (queue: Queue, id: string, held: Held): Queue => ({
  ...withSlot(queue, id, ({ sending, ...slot }) =>
    met({ ...slot, unsure: sending ? [...slot.unsure, sending.answer] : slot.unsure }, held),
  ),
  tries: 0,
});

/** The server does not take this answer. */
export const refused = (queue: Queue, id: string, message: string): Queue => ({
  ...withSlot(queue, id, ({ sending, ...slot }) =>
    // Typed on meanwhile: it is asked again.
    sending && !isSame(sending.answer, slot.answer) ? slot : { ...slot, refused: message },
  ),
  tries: 0,
});

/** Nothing more is taken. */
export const stopped = (queue: Queue, id: string, stop: Stop): Queue => ({
  ...withSlot(queue, id, ({ sending, ...slot }) => slot),
  stop,
});

/** Sending may go on: the person is here again. */
export const resumed = ({ stop, ...queue }: Queue): Queue => ({ ...queue, tries: 0 });

/** A look at the attempt: another page may have saved something. */
export function seen(queue: Queue, answers: readonly SavedAnswer[]): Queue {
  return answers.reduce(
    (next, held) =>
      withSlot(next, held.questionId, (slot) =>
        // What is on its way brings its own answer.
        slot.sending || held.version <= (slot.other ?? slot.held).version ? slot : met(slot, plain(held)),
      ),
    queue,
  );
}

/** Of two answers the person keeps their own. */
export const keptMine = (queue: Queue, id: string): Queue =>
  withSlot(queue, id, ({ other, ...slot }) => (other ? { ...slot, held: other } : slot));

/** Of two answers the person takes the other. */
export const tookOther = (queue: Queue, id: string): Queue =>
  withSlot(queue, id, ({ other, refused: _, ...slot }) =>
    other ? { ...slot, held: other, answer: other.answer } : slot,
  );

/** What is said of saving; of several things the one to act on. `away`: the server does not answer either. */
export type SaveState =
  | { readonly kind: 'stopped'; readonly stop: Stop }
  | { readonly kind: 'choose' | 'refused'; readonly questions: readonly string[]; readonly away: boolean }
  | { readonly kind: 'away' | 'saving' | 'nothing' }
  | { readonly kind: 'saved'; readonly at: string };

export function saveState({ slots, tries, stop }: Queue): SaveState {
  const ids = Object.keys(slots);
  const where = (holds: (slot: Slot) => boolean) => ids.filter((id) => slots[id] && holds(slots[id]));
  if (stop) return { kind: 'stopped', stop };
  const waiting = where((slot) => !isStuck(slot) && (slot.sending !== undefined || isDirty(slot)));
  const away = tries > 0 && waiting.length > 0;
  const choose = where((slot) => slot.other !== undefined);
  if (choose.length > 0) return { kind: 'choose', questions: choose, away };
  const bad = where((slot) => slot.refused !== undefined);
  if (bad.length > 0) return { kind: 'refused', questions: bad, away };
  if (away) return { kind: 'away' };
  if (waiting.length > 0) return { kind: 'saving' };
  const at = ids
    .flatMap((id) => slots[id]?.held.savedAt ?? [])
    .sort()
    .at(-1);
  return at === undefined ? { kind: 'nothing' } : { kind: 'saved', at };
}

/** The questions that are not saved before the person decides or changes something. */
export const stuckIn = ({ slots }: Queue): string[] =>
  Object.keys(slots).filter((id) => slots[id] !== undefined && isStuck(slots[id]));

const isStuck = (slot: Slot): boolean => slot.other !== undefined || slot.refused !== undefined;

/** Whether something waits because the server does not answer. */
export const isAway = (state: SaveState): boolean => state.kind === 'away' || ('away' in state && state.away);

/** Before the next try, ms: 1 s, doubled each time, 15 s at most. */
export const backOffMs = (tries: number): number => Math.min(1000 * 2 ** Math.max(tries - 1, 0), 15_000);

/** The server holds `held`: what the person had seen of it, what they sent themselves, or somebody else's. */
function met(slot: Slot, held: Held): Slot {
  const { other: _, ...rest } = slot;
  if (isSame(held.answer, slot.answer)) return { ...rest, held, unsure: [], answer: slot.answer };
  if (slot.unsure.some((answer) => isSame(answer, held.answer))) return { ...rest, held, unsure: [] };
  return isDirty(slot) ? { ...rest, other: held, unsure: [] } : { ...rest, held, answer: held.answer, unsure: [] };
}

const plain = ({ version, answer, savedAt }: SavedAnswer): Held => ({ version, answer, ...(savedAt && { savedAt }) });

function withSlot(queue: Queue, id: string, next: (slot: Slot) => Slot): Queue {
  const slot = queue.slots[id];
  return slot ? { ...queue, slots: { ...queue.slots, [id]: next(slot) } } : queue;
}
