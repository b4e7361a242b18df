import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionView } from '@/lib/quizzes/question-view';
import { QuestionView } from '@/lib/quizzes/views';
import { marker, questionOf, questions } from './questions';

const seeds = Array.from({ length: 400 }, (_, index) => `attempt-${index}`);
const orderOf = (view: QuestionView): string[] => {
  if ('choices' in view) return view.choices.map(({ id }) => id);
  if ('items' in view) return view.items.map(({ id }) => id);
  if ('options' in view) return [...view.prompts, ...view.options].map(({ id }) => id);
  return [];
};

describe.each(questions.map((question) => [question.type, question] as const))('the view of %s', (_, question) => {
  test('is what pages expect and holds nothing of the key', () => {
    for (const seed of seeds.slice(0, 20)) {
      const view = questionView(question, seed, { WEB_1: 'i-1', ENI: 'eni-1', SUBNET: 'subnet-1' });
      expect(QuestionView.parse(view)).toEqual(view);
      const text = JSON.stringify(view);
      expect(text).not.toContain(marker);
      expect(text).not.toMatch(/correct|why|7331|0\.733|rubric|sample|solution|check|claims|subnet-1/i);
    }
  });

  test('is the same for the same seed', () => {
    for (const seed of seeds.slice(0, 20)) expect(questionView(question, seed)).toEqual(questionView(question, seed));
  });
});

test('each seed has orders of its own, and every order comes as often as any other', () => {
  for (const type of ['single', 'multiple', 'ordering', 'matching'] as const) {
    const orders = new Set(seeds.map((seed) => `${orderOf(questionView(questionOf(type), seed))}`));
    expect(orders.size, type).toBeGreaterThan(5);
  }
  const counts = new Map<string, number>();
  for (const seed of seeds) {
    const first = orderOf(questionView(questionOf('multiple'), seed))[0] ?? '';
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  for (const [id, count] of counts) expect(Math.abs(count - 100), id).toBeLessThan(45);
  expect(counts.size).toBe(4);
});

test('each question draws for itself: the order of one tells nothing of another', () => {
  const question = questionOf('multiple');
  const same = seeds.filter(
    (seed) =>
      `${orderOf(questionView(question, seed))}` === `${orderOf(questionView({ ...question, id: 'other' }, seed))}`,
  );
  expect(same.length).toBeLessThan(seeds.length / 8);
});

test('an ordering never stands in its right order', () => {
  const question = questionOf('ordering');
  const three = { ...question, items: question.items.slice(0, 3) };
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(orderOf(questionView(three, seed))).not.toEqual(['first', 'second', 'third']);
      expect(orderOf(questionView(three, seed)).sort()).toEqual(['first', 'second', 'third']);
    }),
    { numRuns: 500 },
  );
});

test('a CLI question tells the variables that it gives, and no others', () => {
  const view = questionView(questionOf('cli'), 'seed', { WEB_1: 'i-1', SUBNET: 'subnet-1' });
  expect(view).toMatchObject({
    given: [
      { name: 'WEB_1', value: 'i-1', what: 'the instance' },
      { name: 'ENI', value: '', what: 'the interface' },
    ],
  });
});

test('its points are what it can give', () => {
  expect(questions.map((question) => questionView(question, 'seed').points)).toEqual([1, 2, 1, 1, 1, 1, 4]);
});
