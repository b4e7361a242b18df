import { expect, test } from 'vitest';
import { partWords } from '@/components/quiz/part-words';
import type { QuestionView } from '@/lib/quizzes/views';

test.each<[QuestionView['type'], string, string, ReturnType<typeof partWords>]>([
  ['single', 'chosen', 'chosen', { verdict: 'holds', words: 'This is the right one, and you chose it.' }],
  ['single', 'chosen', 'not chosen', { verdict: 'refused', words: 'You chose it, and it is wrong.' }],
  ['single', 'not chosen', 'chosen', { verdict: 'holds', words: 'This is the right one. You did not choose it.' }],
  ['single', 'not chosen', 'not chosen', { verdict: 'left', words: 'Not this one.' }],
  ['multiple', 'chosen', 'chosen', { verdict: 'holds', words: 'You chose it, and it holds.' }],
  ['multiple', 'chosen', 'not chosen', { verdict: 'refused', words: 'You chose it, but it does not hold.' }],
  ['multiple', 'not chosen', 'chosen', { verdict: 'missed', words: 'It holds, but you left it out.' }],
  ['multiple', 'not chosen', 'not chosen', { verdict: 'left', words: 'You left it out; it does not hold.' }],
  ['ordering', '2nd', '2nd', { verdict: 'holds', words: 'Right: 2nd' }],
  ['ordering', 'not placed', '3rd', { verdict: 'refused', words: 'Wrong: not placed. Right is: 3rd' }],
  ['matching', '`A`', '`B`', { verdict: 'refused', words: 'Wrong: `A`. Right is: `B`' }],
  ['cli', 'not passed', 'passed', { verdict: 'refused', words: 'Not passed.' }],
])('%s, %s where it is %s', (type, answered, right, words) => {
  const part = { id: 'a', text: 'A', why: 'Because.', answered, right, holds: answered === right };
  expect(partWords(type, part)).toEqual(words);
});
