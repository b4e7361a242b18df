import { describe, expect, test } from 'vitest';
import { countWords, extentOf, isBlank, isSame, longest, wordsOf } from '@/components/quiz/answers';
import { longestAnswer } from '@/lib/quizzes/answer';
import type { QuestionView } from '@/lib/quizzes/views';

const head = { id: 'q', stem: 'Which?', points: 1 };
const things = [
  { id: 'a', text: 'Alpha' },
  { id: 'b', text: 'Beta' },
];
const matching: QuestionView = { ...head, type: 'matching', prompts: things, options: [{ id: 'x', text: 'Ex' }] };

test('the limit of a text is the server’s', () => expect(longest).toBe(longestAnswer));

test.each([
  [null, true],
  ['', true],
  [' \n', true],
  [[], true],
  [{}, true],
  ['0', false],
  [['a'], false],
  [{ a: 'x' }, false],
])('%j is blank: %s', (answer, blank) => expect(isBlank(answer)).toBe(blank));

test.each([
  ['a', 'a', true],
  ['a', 'b', false],
  [' 12 ', '12', true],
  [null, '', true],
  [[], null, true],
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b'], ['b', 'a'], false],
  [['a'], ['a', 'b'], false],
  [{ a: 'x', b: 'y' }, { b: 'y', a: 'x' }, true],
  [{ a: 'x' }, { a: 'y' }, false],
  [['x'], { 0: 'x' }, false],
  ['a', ['a'], false],
])('%j and %j are one answer: %s', (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
  expect(isSame(b, a)).toBe(same);
});

test('only a matching can be answered in part', () => {
  expect(extentOf(matching, null)).toBe('none');
  expect(extentOf(matching, { a: 'x' })).toBe('part');
  expect(extentOf(matching, { a: 'x', b: 'x' })).toBe('full');
  expect(extentOf({ ...head, type: 'single', choices: things }, 'a')).toBe('full');
});

describe('an answer in words', () => {
  test.each<[QuestionView, Parameters<typeof wordsOf>[1], string[]]>([
    [{ ...head, type: 'single', choices: things }, 'b', ['Beta']],
    [{ ...head, type: 'multiple', choices: things }, ['a', 'b'], ['Alpha', 'Beta']],
    [{ ...head, type: 'ordering', items: things }, ['b', 'a'], ['1. Beta', '2. Alpha']],
    [matching, { b: 'x' }, ['Beta: Ex']],
    [{ ...head, type: 'numeric', unit: 'addresses' }, '11', ['11 addresses']],
    [{ ...head, type: 'free' }, 'Because.\nSo.', ['Because.\nSo.']],
    [{ ...head, type: 'free' }, null, []],
  ])('%#', (question, answer, words) => expect(wordsOf(question, answer)).toEqual(words));
});

test.each([
  ['', 0],
  [' \n', 0],
  ['one', 1],
  ['  Two words,\n\nthen  three more. ', 5],
])('%j has %i words', (text, count) => {
  expect(countWords(text)).toBe(count);
});
