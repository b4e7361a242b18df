import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptAnswer } from '@/lib/quizzes/accept-answer';
import type { Answer } from '@/lib/quizzes/answer';
import { markAnswer } from '@/lib/quizzes/mark-answer';
import type { QuestionType } from '@/lib/quizzes/question';
import { QuestionResult } from '@/lib/quizzes/views';
import { questionOf, questions } from './questions';

const mark = (type: QuestionType, answer: Answer) =>
  markAnswer(questionOf(type), acceptAnswer(questionOf(type), answer));
const score = (type: QuestionType, answer: Answer) => mark(type, answer).score;
const run = (...passed: boolean[]) => ({
  checks: passed.map((one) => ({ passed: one, found: `found ${one}` })),
  output: 'printed',
});

test('a blank answer scores 0 whatever the question', () => {
  for (const question of questions) {
    const marked = markAnswer(question, null);
    expect(marked.score, question.type).toBe(0);
    expect(
      marked.parts.filter(({ holds }) => holds && question.type !== 'multiple' && question.type !== 'single'),
    ).toEqual([]);
    expect(QuestionResult.shape.parts.parse(marked.parts)).toEqual(marked.parts);
  }
});

describe('single', () => {
  test('all or nothing', () => {
    expect(['right', 'wrong-1', 'wrong-2'].map((id) => score('single', id))).toEqual([1, 0, 0]);
  });

  test('tells of each choice what was made of it', () => {
    expect(mark('single', 'wrong-1').parts).toMatchObject([
      { id: 'wrong-1', answered: 'chosen', right: 'not chosen', holds: false, why: expect.stringMatching(/why/) },
      { id: 'right', answered: 'not chosen', right: 'chosen', holds: false },
      { id: 'wrong-2', answered: 'not chosen', right: 'not chosen', holds: true, text: 'text of wrong-2' },
    ]);
  });
});

describe('multiple', () => {
  test.each<[string[], number]>([
    [['right-1', 'right-2'], 1],
    [['right-1'], 0.5],
    [['right-1', 'wrong-1'], 0],
    [['right-1', 'right-2', 'wrong-1'], 0.5],
    [['right-1', 'right-2', 'wrong-1', 'wrong-2'], 0],
    [['wrong-1', 'wrong-2'], 0],
  ])('%j scores %d', (chosen, expected) => {
    expect(score('multiple', chosen)).toBe(expected);
  });

  test('only the right ones, all of them and nothing else score 1', () => {
    fc.assert(
      fc.property(fc.subarray(['right-1', 'right-2', 'wrong-1', 'wrong-2']), (chosen) => {
        const points = score('multiple', chosen) ?? -1;
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points === 1).toBe(`${[...chosen].sort()}` === 'right-1,right-2');
      }),
    );
  });
});

describe('ordering', () => {
  const key = ['first', 'second', 'third', 'last'];

  test('scores the share of items at their place', () => {
    expect(score('ordering', key)).toBe(1);
    expect(score('ordering', ['second', 'first', 'third', 'last'])).toBe(0.5);
    expect(score('ordering', ['last', 'first', 'second', 'third'])).toBe(0);
    expect(mark('ordering', ['second', 'first', 'third', 'last']).parts).toMatchObject([
      { id: 'first', answered: '2nd', right: '1st', holds: false },
      { id: 'second', answered: '1st', right: '2nd', holds: false },
      { id: 'third', answered: '3rd', right: '3rd', holds: true },
      { id: 'last', answered: '4th', right: '4th', holds: true },
    ]);
    expect(mark('ordering', null).parts[0]).toMatchObject({ answered: 'not placed', right: '1st', holds: false });
  });

  test('only the right order scores 1', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(key, { minLength: 4 }), (order) => {
        expect(score('ordering', order) === 1).toBe(`${order}` === `${key}`);
      }),
    );
  });
});

describe('matching', () => {
  test('scores the share of prompts with their option', () => {
    expect(score('matching', { p1: 'a', p2: 'b', p3: 'b' })).toBe(1);
    expect(score('matching', { p1: 'a', p2: 'b' })).toBeCloseTo(2 / 3);
    expect(score('matching', { p1: 'b', p2: 'a', p3: 'c' })).toBe(0);
    expect(mark('matching', { p1: 'c', p2: 'b' }).parts).toMatchObject([
      { id: 'p1', answered: 'text of c', right: 'text of a', holds: false },
      { id: 'p2', answered: 'text of b', right: 'text of b', holds: true },
      { id: 'p3', answered: 'nothing', right: 'text of b', holds: false },
    ]);
  });

  test('options that read alike are two', () => {
    const question = questionOf('matching');
    const alike = { ...question, options: question.options.map((option) => ({ ...option, text: 'the same' })) };
    expect(markAnswer(alike, { p1: 'c', p2: 'b', p3: 'b' }).score).toBeCloseTo(2 / 3);
  });
});

describe('numeric', () => {
  const question = { ...questionOf('numeric'), answer: 0.3, tolerance: 0.1 };

  test.each([
    ['0.3', 1],
    ['.30', 1],
    ['0.4', 1],
    ['0.2', 1],
    ['0.41', 0],
    ['0.19', 0],
    ['-0.3', 0],
  ])('%s scores %d where 0.3 give or take 0.1 is right', (text, expected) => {
    expect(markAnswer(question, text).score).toBe(expected);
  });

  test('without a tolerance only the number itself is right, however it is written', () => {
    const exact = { ...question, answer: 251, tolerance: 0 };
    expect(['251', '251.0', '+251', '250', '252', '251.01'].map((text) => markAnswer(exact, text).score)).toEqual([
      1, 1, 1, 0, 0, 0,
    ]);
    expect(markAnswer({ ...exact, answer: -3 }, '−3').score).toBe(1);
    expect(markAnswer(exact, '7')).toMatchObject({ solution: '251 addresses', parts: [] });
  });
});

describe('cli', () => {
  const question = questionOf('cli');

  test('all or nothing, and each check is told', () => {
    expect(markAnswer(question, 'A=1', run(true, true)).score).toBe(1);
    const marked = markAnswer(question, 'A=1', run(true, false));
    expect(marked).toMatchObject({ score: 0, solution: question.solution, output: 'printed' });
    expect(marked.parts).toMatchObject([
      { id: 'check-1', answered: 'passed', right: 'passed', holds: true, why: 'found true' },
      { id: 'check-2', answered: 'not passed', right: 'passed', holds: false, why: 'found false' },
    ]);
  });

  test('is not marked without its run, and a blank one not by any', () => {
    expect(() => markAnswer(question, 'A=1')).toThrow('marked by its run');
    expect(markAnswer(question, null, run(true, true)).score).toBe(0);
  });
});

test('a free answer waits for a person, unless there is nothing to read', () => {
  expect(markAnswer(questionOf('free'), 'Because.')).toEqual({ score: undefined, parts: [] });
  expect(score('free', '  ')).toBe(0);
});
