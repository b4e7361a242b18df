import { expect, test } from 'vitest';
import { documentsNamedIn } from '@/lib/lessons/experiment-documents';

const view = (say: string, note = 'Done.', options: string[] = ['A', 'B']) => ({
  say,
  predict: { ask: 'What?', options, right: 0, because: 'So.' },
  steps: [{ run: 'aws ec2 describe-vpcs', note, shows: { accepted: true } as const }],
});

test.each([
  ['No text is meant here. Step 3 of 5.', []],
  ['Document 4 says one.', [4]],
  ['As documents 2 and 5 have it.', [2, 5]],
  ['Documents 1, 3 and 4 praise it, document 5 does not, and documents 1 or 2 might.', [1, 2, 3, 4, 5]],
])('%s', (say, numbers) => {
  expect(documentsNamedIn(view(say))).toEqual(numbers);
});

test('all texts of an experiment count, each document once', () => {
  expect(
    documentsNamedIn(view('Document 3.', 'As document 1 says.', ['Document 3 is right', 'Document 2 is'])),
  ).toEqual([1, 2, 3]);
});
