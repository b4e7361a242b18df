import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ExperimentLog } from '@/components/lesson/experiment-log';
import { NamedDocuments } from '@/components/sources/named-documents';

const silent = { stdout: '', stderr: '', refused: false };
const logOf = (entry: object) =>
  renderToStaticMarkup(<ExperimentLog entries={[{ ...silent, line: 'sleep 30', ...entry }]} label="What was run" />);

test.each([
  [30, '30 seconds of simulated time went by, and none of yours.'],
  [3_600, '3,600 seconds of'],
  [1, 'One second of'],
  [0, 'A moment of'],
])('after %i simulated seconds: %s', (waitedSeconds, words) => {
  const html = logOf({ waitedSeconds });
  expect(html).toContain(words);
  expect(html).not.toContain('It prints nothing');
});

test('a line that lets no time pass does not say so', () => {
  expect(logOf({})).toContain('✓ Done. It prints nothing.');
  expect(logOf({ stderr: 'no', refused: true })).not.toContain('Done');
});

test('documents that are spoken of have their titles and lead to the list of all', () => {
  const view = (say: string) => ({
    say,
    predict: { ask: 'What?', options: ['A', 'B'], right: 0, because: 'So.' },
    steps: [],
  });
  const html = renderToStaticMarkup(<NamedDocuments view={view('Document 3 says so.')} />);
  expect(html).toContain('href="/sources#documents"');
  expect(html).toContain('Document 3');
  expect(html).toContain('3.35 What is an AWS ENI');
  expect(renderToStaticMarkup(<NamedDocuments view={view('None says so.')} />)).toBe('');
});
