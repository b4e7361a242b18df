import { expect, test } from 'vitest';
import { type DraftStorage, Drafts } from '@/components/quiz/drafts';

function storage(): DraftStorage & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
const full: DraftStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => {},
};

test('a draft is found again, of its own attempt and question only', () => {
  const kept = storage();
  const draft = { answer: 'half a sent', version: 2, unsure: ['half'] };
  expect(new Drafts('one', kept).keep('q1', draft)).toBe(true);
  expect(new Drafts('one', kept).find('q1')).toEqual(draft);
  expect(new Drafts('one', kept).find('q2')).toBeUndefined();
  expect(new Drafts('two', kept).find('q1')).toBeUndefined();
});

test('it is forgotten once that answer is saved, and stays when another tab wrote since', () => {
  const kept = storage();
  const drafts = new Drafts('one', kept);
  drafts.keep('q1', { answer: 'mine', version: 0, unsure: [] });
  drafts.forget('q1', 'something else');
  expect(drafts.find('q1')?.answer).toBe('mine');
  drafts.forget('q1', 'mine');
  expect(drafts.find('q1')).toBeUndefined();
  expect(kept.items.size).toBe(0);
});

test('a browser that refuses storage, or has none left, is said to keep nothing', () => {
  const draft = { answer: 'x', version: 0, unsure: [] };
  expect(new Drafts('one', undefined).keep('q1', draft)).toBe(false);
  expect(new Drafts('one', full).keep('q1', draft)).toBe(false);
  expect(new Drafts('one', full).find('q1')).toBeUndefined();
});

test.each(['{', '7', '{"answer":7,"version":1}', '{"answer":{"a":7},"version":1}', '{"answer":"x"}'])(
  'what is no draft is none: %s',
  (text) => {
    const kept = storage();
    kept.setItem('quiz-draft/one/q1', text);
    expect(new Drafts('one', kept).find('q1')).toBeUndefined();
  },
);
