import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptAnswer, InvalidAnswer, isBlank } from '@/lib/quizzes/accept-answer';
import { Answer, longestAnswer } from '@/lib/quizzes/answer';
import type { QuestionType } from '@/lib/quizzes/question';
import { questionOf, questions } from './questions';

const accept = (type: QuestionType, answer: Answer) => acceptAnswer(questionOf(type), answer);
const refused = (type: QuestionType, answer: unknown) =>
  expect(() => accept(type, answer as Answer), JSON.stringify(answer)?.slice(0, 60)).toThrow(InvalidAnswer);

describe('an answer is kept in one form', () => {
  test.each<[QuestionType, Answer, Answer]>([
    ['single', 'right', 'right'],
    ['multiple', ['wrong-1', 'right-2'], ['right-2', 'wrong-1']],
    ['ordering', ['last', 'first', 'third', 'second'], ['last', 'first', 'third', 'second']],
    ['matching', { p3: 'a', p1: 'a' }, { p1: 'a', p3: 'a' }],
    ['numeric', ' 251.0 ', '251.0'],
    ['numeric', '−3', '−3'],
    ['cli', 'A=1\r\nB=2\r', 'A=1\nB=2\n'],
    ['free', ' Because.\r\n', ' Because.\n'],
  ])('%s', (type, sent, kept) => {
    expect(accept(type, sent)).toEqual(kept);
    expect(Object.keys(accept(type, sent) ?? {})).toEqual(Object.keys(kept ?? {}));
  });

  test('blank ones of every type are null', () => {
    for (const { type } of questions) {
      for (const blank of [null, '', ' \n\t', [], {}]) {
        expect(isBlank(blank)).toBe(true);
        expect(accept(type, blank)).toBeNull();
      }
    }
    for (const said of ['0', ['a'], { a: 'b' }]) expect(isBlank(said)).toBe(false);
  });
});

describe('nonsense is refused', () => {
  const huge = 'x'.repeat(1_000_000);
  const strange = ['__proto__', 'constructor', 'toString', 'nowhere', huge];

  test('another type than the question asks for', () => {
    const texts: QuestionType[] = ['single', 'numeric', 'cli', 'free'];
    for (const type of texts) for (const answer of [['right'], { p1: 'a' }, 3, true]) refused(type, answer);
    for (const type of ['multiple', 'ordering'] as const) {
      for (const answer of ['right-1', { p1: 'a' }, 3]) refused(type, answer);
    }
    for (const answer of ['a', ['p1', 'a'], 3]) refused('matching', answer);
  });

  test('ids that the question does not have, ids of the language too', () => {
    for (const id of strange) {
      refused('single', id);
      refused('multiple', [id]);
      refused('multiple', ['right-1', id]);
      refused('ordering', ['first', 'second', 'third', id]);
      refused('matching', { p1: id });
      refused('matching', JSON.parse(`{ ${JSON.stringify(id)}: "a" }`));
    }
    refused('multiple', [['right-1']]);
    refused('matching', { p1: ['a'] });
  });

  test('an id twice, and an order of some', () => {
    refused('multiple', ['right-1', 'right-1']);
    refused('multiple', Array(100_000).fill('right-1'));
    refused('ordering', ['first', 'second', 'third']);
    refused('ordering', ['first', 'second', 'third', 'third']);
  });

  test('what is not one number', () => {
    const texts = ['2,5', '1 000', '1,000', '1e3', '0x10', 'NaN', 'Infinity', '251 addresses', '1.2.3', '.', '-', '٣'];
    for (const text of [...texts, '9'.repeat(31), huge]) refused('numeric', text);
    for (const text of ['0', '+7', '-2.5', '.5', '3.']) expect(accept('numeric', text)).toBe(text);
  });

  test('a text past the longest', () => {
    for (const type of ['cli', 'free'] as const) {
      expect(accept(type, 'x'.repeat(longestAnswer))).toHaveLength(longestAnswer);
      refused(type, 'x'.repeat(longestAnswer + 1));
      refused(type, huge);
    }
  });

  test('and the message says what an answer is, and nothing of what was sent', () => {
    for (const { type } of questions) {
      const sent: unknown = type === 'free' || type === 'cli' ? { secret: 'x' } : 'secret';
      expect(() => accept(type, sent as Answer)).toThrow(/^(Answer with|Write) (?!.*secret).*\.$/);
    }
  });
});

test('whatever is accepted is accepted again and stays as it is', () => {
  const ids = fc.constantFrom(
    'right',
    'right-1',
    'wrong-1',
    'first',
    'second',
    'third',
    'last',
    'p1',
    'p2',
    'a',
    'b',
    '__proto__',
  );
  const answers = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    ids,
    fc.array(ids, { maxLength: 6 }),
    fc.dictionary(ids, ids),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.constantFrom(...questions), answers, (question, answer) => {
      let kept: Answer;
      try {
        kept = acceptAnswer(question, answer);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidAnswer);
        return;
      }
      expect(Answer.safeParse(kept).success).toBe(true);
      expect(acceptAnswer(question, kept)).toEqual(kept);
    }),
    { numRuns: 1_000 },
  );
});
