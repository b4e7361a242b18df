import { describe, expect, test } from 'vitest';
import { type DraftStorage, Drafts } from '@/components/quiz/drafts';
import { saveState } from '@/components/quiz/save-queue';
import { type SaveOutcome, Saver } from '@/components/quiz/saver';
import type { Answer } from '@/lib/quizzes/answer';
import type { SavedAnswer } from '@/lib/quizzes/views';

const at = '2026-07-03T10:42:07.000Z';
const saved = (version: number): SaveOutcome => ({ kind: 'saved', version, savedAt: at });
const away: SaveOutcome = { kind: 'away' };
const blank: SavedAnswer[] = [
  { questionId: 'q1', version: 0, answer: null },
  { questionId: 'q2', version: 0, answer: null },
];

function memory(): DraftStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** A saver whose network and clock are in the test's hands. */
function bench(answers: SavedAnswer[] = blank, storage: DraftStorage | undefined = memory()) {
  const requests: { id: string; answer: Answer; version: number; reply: (outcome: SaveOutcome) => Promise<void> }[] =
    [];
  const timers: { ms: number; work: () => void; off: boolean }[] = [];
  const saver = new Saver(answers, {
    drafts: new Drafts('attempt', storage),
    put: (id, answer, version) =>
      new Promise((done) => {
        const reply = async (outcome: SaveOutcome) => {
          done(outcome);
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        };
        requests.push({ id, answer, version, reply });
      }),
    later: (ms, work) => {
      const timer = { ms, work, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  const state = () => saveState(saver.queue());
  /** The timers that are set go off. */
  const pass = () => {
    for (const timer of timers.splice(0)) if (!timer.off) timer.work();
  };
  const waits = () => timers.filter(({ off }) => !off).map(({ ms }) => ms);
  const answer = (id: string) => saver.queue().slots[id]?.answer;
  const nth = (index: number) => {
    const request = requests[index];
    if (!request) throw new Error(`there is no request ${index}`);
    return request;
  };
  return { saver, requests, nth, state, pass, waits, answer, storage };
}

describe('saving', () => {
  test('a choice goes at once and is saved', async () => {
    const { saver, requests, nth, state } = bench();
    expect(state()).toEqual({ kind: 'nothing' });
    saver.change('q1', 'a', 'choice');
    expect(requests).toMatchObject([{ id: 'q1', answer: 'a', version: 0 }]);
    expect(state()).toEqual({ kind: 'saving' });
    await nth(0).reply(saved(1));
    expect(state()).toEqual({ kind: 'saved', at });
  });

  test('typing waits for a pause, each key anew', () => {
    const { saver, requests, waits, pass } = bench();
    saver.change('q1', 'h', 'typing');
    saver.change('q1', 'he', 'typing');
    expect(requests).toEqual([]);
    expect(waits()).toEqual([800]);
    pass();
    expect(requests).toMatchObject([{ answer: 'he' }]);
  });

  test('leaving the field does not wait', () => {
    const { saver, requests, pass } = bench();
    saver.change('q1', 'he', 'typing');
    saver.sendNow();
    pass();
    expect(requests).toHaveLength(1);
  });

  test('one request at a time for a question, and the newest wins; another question does not wait', async () => {
    const { saver, requests, nth, state } = bench();
    saver.change('q1', 'a', 'choice');
    saver.change('q1', 'b', 'choice');
    saver.change('q1', 'c', 'choice');
    saver.change('q2', 'x', 'choice');
    expect(requests.map(({ id, answer }) => [id, answer])).toEqual([
      ['q1', 'a'],
      ['q2', 'x'],
    ]);
    await nth(0).reply(saved(1));
    expect(requests[2]).toMatchObject({ id: 'q1', answer: 'c', version: 1 });
    await nth(1).reply(saved(1));
    expect(state().kind).toBe('saving');
    await nth(2).reply(saved(2));
    expect(state().kind).toBe('saved');
    expect(requests).toHaveLength(3);
  });

  test('an answer taken back while it is on its way is taken back there too', async () => {
    const { saver, nth } = bench();
    saver.change('q1', 'a', 'choice');
    saver.change('q1', null, 'choice');
    await nth(0).reply(saved(1));
    expect(nth(1)).toMatchObject({ answer: null, version: 1 });
  });
});

describe('when the server is away', () => {
  test('it says so, tries again ever later, and is saved in the end', async () => {
    const { saver, requests, nth, state, waits, pass } = bench();
    saver.change('q1', 'a', 'choice');
    for (const wait of [1000, 2000, 4000, 8000, 15_000, 15_000]) {
      await nth(requests.length - 1).reply(away);
      expect(state()).toEqual({ kind: 'away' });
      expect(waits()).toEqual([wait]);
      pass();
    }
    await nth(requests.length - 1).reply(saved(1));
    expect(state()).toEqual({ kind: 'saved', at });
    expect(waits()).toEqual([]);
  });

  test('what is answered meanwhile waits for the next try, which a press brings on', async () => {
    const { saver, requests, nth } = bench();
    saver.change('q1', 'a', 'choice');
    await nth(0).reply(away);
    saver.change('q1', 'b', 'choice');
    saver.change('q2', 'x', 'choice');
    expect(requests).toHaveLength(1);
    saver.sendNow();
    expect(requests.slice(1).map(({ id, answer }) => [id, answer])).toEqual([
      ['q1', 'b'],
      ['q2', 'x'],
    ]);
  });

  test('what was stored without our hearing of it is no answer of somebody else', async () => {
    const { saver, nth, state, pass } = bench();
    saver.change('q1', 'a', 'choice');
    await nth(0).reply(away);
    saver.change('q1', 'b', 'choice');
    pass();
    await nth(1).reply({ kind: 'outrun', held: { version: 1, answer: 'a', savedAt: at } });
    expect(nth(2)).toMatchObject({ answer: 'b', version: 1 });
    await nth(2).reply(saved(2));
    expect(state().kind).toBe('saved');
  });

  test('an answer changed back after a lost save is sent again', async () => {
    const { saver, nth, pass } = bench([{ questionId: 'q1', version: 3, answer: 'a', savedAt: at }]);
    saver.change('q1', 'b', 'choice');
    await nth(0).reply(away);
    saver.change('q1', 'a', 'choice');
    pass();
    expect(nth(1)).toMatchObject({ answer: 'a', version: 3 });
  });
});

describe('two tabs', () => {
  const theirs = { version: 1, answer: 'theirs', savedAt: at };

  test('nothing is sent until the person has chosen; then theirs is kept or replaced', async () => {
    for (const whose of ['mine', 'other'] as const) {
      const { saver, requests, nth, state, answer } = bench();
      saver.change('q1', 'mine', 'choice');
      await nth(0).reply({ kind: 'outrun', held: theirs });
      expect(state()).toEqual({ kind: 'choose', questions: ['q1'], away: false });
      saver.change('q1', 'mine too', 'choice');
      expect(requests).toHaveLength(1);
      saver.choose('q1', whose);
      expect(answer('q1')).toBe(whose === 'mine' ? 'mine too' : 'theirs');
      expect(requests.slice(1)).toMatchObject(whose === 'mine' ? [{ answer: 'mine too', version: 1 }] : []);
    }
  });

  test('a look brings what another tab saved, but not over an answer of here', () => {
    const { saver, answer, state } = bench();
    saver.change('q2', 'typed', 'typing');
    saver.see([
      { questionId: 'q1', ...theirs },
      { questionId: 'q2', ...theirs },
    ]);
    expect(answer('q1')).toBe('theirs');
    expect(answer('q2')).toBe('typed');
    expect(state()).toEqual({ kind: 'choose', questions: ['q2'], away: false });
  });

  test('theirs once taken, nothing of the other is kept in this browser', async () => {
    const { saver, nth, storage } = bench();
    saver.change('q1', 'mine', 'choice');
    await nth(0).reply({ kind: 'outrun', held: theirs });
    saver.choose('q1', 'other');
    const again = bench([{ questionId: 'q1', ...theirs }], storage);
    expect(again.answer('q1')).toBe('theirs');
    expect(again.state()).toEqual({ kind: 'saved', at });
  });

  test('a choice that waits does not hide that the server is away', async () => {
    const { saver, nth, state, pass } = bench();
    saver.change('q1', 'mine', 'choice');
    await nth(0).reply({ kind: 'outrun', held: theirs });
    saver.change('q2', 'x', 'choice');
    expect(state()).toEqual({ kind: 'choose', questions: ['q1'], away: false });
    await nth(1).reply(away);
    expect(state()).toEqual({ kind: 'choose', questions: ['q1'], away: true });
    pass();
    await nth(2).reply(saved(1));
    expect(state()).toEqual({ kind: 'choose', questions: ['q1'], away: false });
  });

  test('the same answer in both is no matter for the person', async () => {
    const { saver, nth, state } = bench();
    saver.change('q1', 'theirs', 'choice');
    await nth(0).reply({ kind: 'outrun', held: theirs });
    expect(state().kind).toBe('saved');
  });
});

describe('what the server does not take', () => {
  test('is asked again once it is changed', async () => {
    const { saver, requests, nth, state, pass } = bench();
    saver.change('q1', '12 apples', 'typing');
    pass();
    await nth(0).reply({ kind: 'refused', message: 'Write one number.' });
    expect(state()).toEqual({ kind: 'refused', questions: ['q1'], away: false });
    saver.sendNow();
    expect(requests).toHaveLength(1);
    saver.change('q1', '12', 'typing');
    pass();
    expect(nth(1)).toMatchObject({ answer: '12', version: 0 });
  });

  test.each(['at once', 'after a reload'])(
    'gone back from to what is saved, %s, it does not come back',
    async (when) => {
      const eleven = [{ questionId: 'q1', version: 1, answer: '11', savedAt: at }];
      const first = bench(eleven);
      first.saver.change('q1', '11x', 'typing');
      first.pass();
      await first.nth(0).reply({ kind: 'refused', message: 'Write one number.' });
      const { saver, answer, state, storage } = when === 'at once' ? first : bench(eleven, first.storage);
      expect(answer('q1')).toBe('11x');
      saver.change('q1', '11', 'typing');
      expect(state()).toEqual({ kind: 'saved', at });
      expect(bench(eleven, storage).answer('q1')).toBe('11');
    },
  );

  test('what another tab keeps stays when this one goes back', () => {
    const eleven = [{ questionId: 'q1', version: 1, answer: '11', savedAt: at }];
    const { saver, storage } = bench(eleven);
    saver.change('q1', '12', 'typing');
    new Drafts('attempt', storage).keep('q1', { answer: '13', version: 1, unsure: [] });
    saver.change('q1', '11', 'typing');
    expect(bench(eleven, storage).answer('q1')).toBe('13');
  });

  test('it does not hide that the server is away', async () => {
    const { saver, nth, state } = bench();
    saver.change('q1', 'x', 'choice');
    await nth(0).reply({ kind: 'refused', message: 'Write one number.' });
    saver.change('q2', 'y', 'choice');
    await nth(1).reply(away);
    expect(state()).toEqual({ kind: 'refused', questions: ['q1'], away: true });
  });

  test('a session that is over stops it; being readable again lets it go on', async () => {
    const { saver, requests, nth, state, answer } = bench();
    saver.change('q1', 'a', 'choice');
    await nth(0).reply({ kind: 'over', message: 'Sign in.' });
    expect(state()).toEqual({ kind: 'stopped', stop: { kind: 'over', message: 'Sign in.' } });
    saver.change('q1', 'b', 'choice');
    expect(requests).toHaveLength(1);
    expect(answer('q1')).toBe('b');
    saver.see(blank);
    expect(nth(1)).toMatchObject({ answer: 'b', version: 0 });
  });
});

describe('a killed tab', () => {
  test('what it had not saved is sent by the next one, and forgotten once saved', async () => {
    const first = bench();
    first.saver.change('q1', 'half a sentence', 'typing');
    const { saver, answer, nth, storage } = bench(blank, first.storage);
    expect(answer('q1')).toBe('half a sentence');
    saver.wake();
    expect(nth(0)).toMatchObject({ answer: 'half a sentence', version: 0 });
    await nth(0).reply(saved(1));
    expect(new Drafts('attempt', storage).find('q1')).toBeUndefined();
  });

  test('killed with a save under way: that save is known as its own', () => {
    const first = bench();
    first.saver.change('q1', 'a', 'choice');
    first.saver.change('q1', 'b', 'choice');
    const held = [{ questionId: 'q1', version: 1, answer: 'a', savedAt: at }];
    const { saver, nth, state } = bench(held, first.storage);
    saver.wake();
    expect(nth(0)).toMatchObject({ answer: 'b', version: 1 });
    expect(state().kind).toBe('saving');
  });

  test('another device went on meanwhile: the person chooses', () => {
    const first = bench();
    first.saver.change('q1', 'mine', 'typing');
    const held = [{ questionId: 'q1', version: 2, answer: 'theirs', savedAt: at }];
    expect(bench(held, first.storage).state()).toEqual({ kind: 'choose', questions: ['q1'], away: false });
  });

  test('only where the browser keeps nothing would closing the page lose an answer', async () => {
    const kept = bench();
    kept.saver.change('q1', 'a', 'choice');
    expect(kept.saver.wouldLose()).toBe(false);
    const nowhere: DraftStorage = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
      removeItem: () => {},
    };
    const refused = bench(blank, nowhere);
    refused.saver.change('q1', 'a', 'choice');
    expect(refused.saver.wouldLose()).toBe(true);
    await refused.nth(0).reply(saved(1));
    expect(refused.saver.wouldLose()).toBe(false);
  });
});

describe('before a submit', () => {
  test('it waits for the pause, the requests and the server', async () => {
    const { saver, nth, pass } = bench();
    let all: boolean | undefined;
    saver.change('q1', 'text', 'typing');
    const flushed = saver.flush().then((stored) => {
      all = stored;
    });
    await nth(0).reply(away);
    expect(all).toBeUndefined();
    pass();
    await nth(1).reply(saved(1));
    await flushed;
    expect(all).toBe(true);
  });

  test('with nothing to save it does not wait', async () => {
    expect(await bench().saver.flush()).toBe(true);
  });

  test('what only the person can decide is told', async () => {
    const { saver, nth } = bench();
    saver.change('q1', 'x', 'choice');
    const flushed = saver.flush();
    await nth(0).reply({ kind: 'refused', message: 'Write one number.' });
    expect(await flushed).toBe(false);
  });
});
