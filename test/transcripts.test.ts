import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matches, parseTranscript, replay, writeTranscript } from './transcripts/transcript';

const folder = 'test/transcripts';
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe.each(files)('%s', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const transcript = parseTranscript(text);

  test('prints what is written', async () => {
    const outputs = await replay(transcript);
    for (const [index, { typed, output }] of transcript.exchanges.entries()) {
      const actual = outputs[index] ?? [];
      // Compared as wholes only when they differ, so that the message shows both.
      if (!matches(output, actual)) expect(actual, typed.join('\n')).toEqual(output);
    }
  });

  test('is written as the update would write it', () => {
    const outputs = transcript.exchanges.map(({ output }) => output);
    expect(writeTranscript(transcript, outputs)).toBe(text);
  });
});

test('a transcript says where its text is from', () => {
  for (const head of ['# documented', '# observed', '# observed yesterday', '# guessed', '$ aws help', '']) {
    expect(() => parseTranscript(`${head}\n$ true\n`)).toThrow('a transcript begins with');
  }
  expect(parseTranscript('# assumed\n$ true\n').provenance).toBe('assumed');
});

test('an ellipsis stands for any lines, and nothing else does', () => {
  expect(matches(['a', '...', 'c'], ['a', 'b', 'b', 'c'])).toBe(true);
  expect(matches(['a', '...', 'c'], ['a', 'c'])).toBe(true);
  expect(matches(['...'], [])).toBe(true);
  expect(matches(['a', '...', 'c'], ['a', 'b'])).toBe(false);
  expect(matches(['a'], ['a', 'b'])).toBe(false);
  expect(matches([], ['a'])).toBe(false);
});

test('in a line, an ellipsis of one character stands for any text', () => {
  expect(matches(["the vpc '…' has …"], ["the vpc 'vpc-1' has dependencies"])).toBe(true);
  expect(matches(['…'], ['a'])).toBe(true);
  expect(matches(['a…b…c'], ['abc'])).toBe(true);
  expect(matches(['a…a'], ['a'])).toBe(false);
  expect(matches(['a…b…c'], ['acb'])).toBe(false);
  expect(matches(['a…'], ['b'])).toBe(false);
  expect(matches(['…'], [])).toBe(false);
});
