import { expect, test } from 'vitest';
import { type NoteOutcome, NoteSaver, type Stored } from '@/components/lesson/note-saver';

const none: Stored = { text: '', version: 0 };
const saved = (text: string, version: number): NoteOutcome => ({ kind: 'saved', stored: { text, version } });
const other = (text: string, version: number): NoteOutcome => ({ kind: 'other', stored: { text, version } });

/** A saver whose server and clock are in the test's hands. */
function bench(stored = none, draft?: Stored) {
  const requests: { note: Stored; leaving: boolean; reply: (outcome: NoteOutcome) => Promise<void> }[] = [];
  const timers: { work: () => void; off: boolean }[] = [];
  let kept = draft;
  const doors = {
    put: (note: Stored, leaving: boolean) =>
      new Promise<NoteOutcome>((done) => {
        const reply = async (outcome: NoteOutcome) => {
          done(outcome);
          await Promise.resolve();
          await Promise.resolve();
        };
        requests.push({ note, leaving, reply });
      }),
    keep: (next: Stored | undefined) => {
      kept = next;
    },
    later: (_ms: number, work: () => void) => {
      const timer = { work, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  };
  const saver = new NoteSaver(stored, doors, draft);
  return {
    saver,
    sent: () => requests.map(({ note: { text, version } }) => [text, version]),
    requests,
    reply: (outcome: NoteOutcome) => requests.at(-1)?.reply(outcome),
    /** The person rests. */
    rest: () => {
      for (const timer of timers.splice(0)) if (!timer.off) timer.work();
    },
    kept: () => kept,
  };
}

test('what is typed goes once typing has stopped, and is said to be saved when it is', async () => {
  const { saver, sent, rest, reply, kept } = bench();
  expect(saver.shown()).toEqual({ text: '', state: 'still' });
  for (const text of ['a', 'ab', 'abc']) saver.change(text);
  expect([sent(), saver.shown().state, kept()]).toEqual([[], 'waiting', { text: 'abc', version: 0 }]);
  rest();
  expect(sent()).toEqual([['abc', 0]]);
  await reply(saved('abc', 1));
  expect([saver.shown(), kept()]).toEqual([{ text: 'abc', state: 'saved' }, undefined]);
  saver.send();
  rest();
  expect(sent(), 'nothing more to send').toHaveLength(1);
});

test('one request at a time: what was typed meanwhile goes after it, over its version', async () => {
  const { saver, sent, rest, reply, kept } = bench();
  saver.change('one');
  rest();
  saver.change('one two');
  rest();
  saver.send(true);
  expect(sent()).toEqual([['one', 0]]);
  await reply(saved('one', 1));
  expect(sent()).toEqual([
    ['one', 0],
    ['one two', 1],
  ]);
  expect([saver.shown().state, kept()]).toEqual(['waiting', { text: 'one two', version: 1 }]);
  await reply(saved('one two', 2));
  expect(saver.shown()).toEqual({ text: 'one two', state: 'saved' });
});

test('typed back while it is under way, the first text is brought back too', async () => {
  const { saver, sent, rest, reply } = bench({ text: 'one', version: 4 });
  saver.change('two');
  rest();
  saver.change('one');
  rest();
  await reply(saved('two', 5));
  expect(sent().at(-1)).toEqual(['one', 5]);
  await reply(saved('one', 6));
  expect(saver.shown()).toEqual({ text: 'one', state: 'saved' });
});

test('a field that is left, or a page, sends at once', () => {
  const { saver, requests } = bench();
  saver.change('a');
  saver.send(true);
  expect(requests).toMatchObject([{ note: { text: 'a', version: 0 }, leaving: true }]);
});

test('a failure says why, keeps what was typed, and goes again when asked or typed on', async () => {
  const { saver, sent, rest, reply, kept } = bench();
  saver.change('a');
  rest();
  await reply({ kind: 'failed', message: 'The server does not answer.' });
  expect(saver.shown()).toEqual({ text: 'a', state: 'failed', message: 'The server does not answer.' });
  expect(kept()).toEqual({ text: 'a', version: 0 });
  saver.send();
  await reply({ kind: 'failed', message: 'The server does not answer.' });
  saver.change('ab');
  expect(saver.shown()).toEqual({ text: 'ab', state: 'waiting' });
  rest();
  await reply(saved('ab', 1));
  expect([sent().length, saver.shown().state, kept()]).toEqual([3, 'saved', undefined]);
});

test('what is too long is not sent, and says how long it is', () => {
  const { saver, sent, rest } = bench();
  saver.change('x'.repeat(10_001));
  rest();
  expect(sent()).toEqual([]);
  expect(saver.shown()).toMatchObject({
    state: 'failed',
    message: 'A note has room for 10,000 characters, and this one has 10,001.',
  });
  saver.change('x'.repeat(10_000));
  rest();
  expect(sent()).toHaveLength(1);
});

test.each([
  ['mine', 'mine!', [['mine!', 7]]],
  ['both', 'theirs\n\nmine!', [['theirs\n\nmine!', 7]]],
  ['theirs', 'theirs', []],
] as const)(
  'what was saved somewhere else is shown, and nothing is sent until the person chose %s',
  async (which, text, then) => {
    const { saver, sent, rest, reply, kept } = bench({ text: 'before', version: 3 });
    saver.change('mine');
    rest();
    await reply(other('theirs', 7));
    expect(saver.shown()).toEqual({ text: 'mine', state: 'changed', theirs: 'theirs' });
    saver.change('mine!');
    rest();
    saver.send(true);
    expect([sent(), saver.shown().theirs, kept()]).toEqual([[['mine', 3]], 'theirs', { text: 'mine!', version: 3 }]);
    saver.choose(which);
    expect(sent().slice(1)).toEqual(then);
    expect(saver.shown()).toEqual({ text, state: which === 'theirs' ? 'saved' : 'waiting' });
    if (which !== 'theirs') await reply(saved(text, 8));
    expect([saver.shown(), kept()]).toEqual([{ text, state: 'saved' }, undefined]);
  },
);

test.each([
  ['emptied', ''],
  ['as it was seen', 'before'],
])('another version that is %s has nothing to lose: it is written over', async (_, text) => {
  const { saver, sent, rest, reply } = bench({ text: 'before', version: 3 });
  saver.change('mine');
  rest();
  await reply(other(text, 7));
  expect(sent().at(-1)).toEqual(['mine', 7]);
});

test('what an earlier view of the page had kept goes first, and over nothing that is newer', async () => {
  const { saver, sent } = bench({ text: 'seen', version: 4 }, { text: 'kept', version: 4 });
  expect(saver.shown()).toEqual({ text: 'kept', state: 'waiting' });
  saver.send();
  expect(sent()).toEqual([['kept', 4]]);
  const overtaken = bench({ text: 'newer', version: 5 }, { text: 'kept', version: 4 });
  overtaken.saver.send();
  expect(overtaken.sent()).toEqual([]);
  expect(overtaken.saver.shown()).toEqual({ text: 'kept', state: 'changed', theirs: 'newer' });
  const arrived = bench({ text: 'kept', version: 5 }, { text: 'kept', version: 4 });
  expect([arrived.saver.shown().state, arrived.kept()]).toEqual(['still', undefined]);
});
