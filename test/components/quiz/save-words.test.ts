import { expect, test } from 'vitest';
import type { SaveState } from '@/components/quiz/save-queue';
import { saveWords } from '@/components/quiz/save-words';

const away = 'Not saved, trying again; your answer is safe on this page';
const numberOf = (id: string) => Number(id);

test.each<[SaveState, string]>([
  [{ kind: 'refused', questions: ['7'], away: false }, 'Not saved: question 7 needs another look'],
  [{ kind: 'refused', questions: ['7', '8'], away: false }, 'Not saved: questions 7 and 8 need another look'],
  [
    { kind: 'choose', questions: ['1', '2', '3'], away: false },
    'Not saved: questions 1, 2, and 3 were answered elsewhere too',
  ],
  [{ kind: 'away' }, away],
  [{ kind: 'choose', questions: ['7'], away: true }, `${away}. Besides, question 7 was answered elsewhere too`],
])('%o', (state, words) => {
  expect(saveWords(state, numberOf)).toBe(words);
});
