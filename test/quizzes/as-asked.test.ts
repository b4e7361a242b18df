import { expect, test } from 'vitest';
import { markAnswer } from '@/lib/quizzes/mark-answer';
import { asAsked, questionView } from '@/lib/quizzes/question-view';
import { questionOf } from './questions';

const seeds = Array.from({ length: 20 }, (_, index) => `attempt-${index}`);

test.each(['single', 'multiple', 'matching'] as const)(
  'what became of a %s stands in the order it was asked in',
  (type) => {
    const question = questionOf(type);
    const { parts } = markAnswer(question, null);
    for (const seed of seeds) {
      const view = questionView(question, seed);
      const asked = 'choices' in view ? view.choices : 'prompts' in view ? view.prompts : [];
      const shown = asAsked(view, parts);
      expect(shown.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
      expect(new Set(shown)).toEqual(new Set(parts));
    }
  },
);

test('an ordering stays in its right order', () => {
  const question = questionOf('ordering');
  const { parts } = markAnswer(question, null);
  expect(asAsked(questionView(question, 'seed'), parts)).toEqual(parts);
});
