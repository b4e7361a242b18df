import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCommand, modelledCommands } from '@/lib/aws-cli/commands';
import { JsonError, parseJson } from '@/lib/aws-cli/json';
import { parseShorthand, ShorthandError } from '@/lib/aws-cli/shorthand';
import { splitWords } from '@/lib/aws-cli/split-words';
import { UsageError } from '@/lib/aws-cli/usage-error';
import { hold } from '@/test/build/sound/hold';
import { Program } from '../aws-cli/program';
import { expectPrototypesUntouched, traps } from './untouched';

expectPrototypesUntouched();

const runs = { numRuns: 2_000, seed: 20260131 };

const shorthandPiece = fc.constantFrom(
  ...['Key', 'Name', 'Values', 'Value', 'a', '=', '=', ',', ',', '[', ']', '{', '}', '"', "'", '\\', '\\,', ' ', '\n'],
  ...['😀', '\ud800', '\u0000', 'é', '@', '#', '10.0.0.0/16', ...traps],
);
const shorthandText = fc.array(shorthandPiece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('any text is shorthand or is refused as none', () => {
  fc.assert(
    fc.property(shorthandText, (text) => {
      try {
        const value = parseShorthand(text);
        hold(Object.getPrototypeOf(value) === Object.prototype, 'what is read is plain data');
        hold(JSON.stringify(value).length <= 8 * text.length + 20, 'what is read is no longer than what was written');
      } catch (error) {
        hold(error instanceof ShorthandError, String(error));
        hold(error.message.length < 8 * text.length + 500, 'a sentence is not much longer than what was written');
      }
    }),
    runs,
  );
});

test.each(traps)('%s is a name like any other', (name) => {
  for (const value of [
    parseShorthand(`${name}=a,b`),
    parseShorthand(`x={${name}=[a,b]}`).x,
    parseJson(`{"${name}":["a","b"]}`),
  ]) {
    expect(Object.entries(value as object)).toEqual([[name, ['a', 'b']]]);
  }
});

const jsonPiece = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '"a"',
    '"__proto__"',
    '"constructor"',
    '1',
    '-',
    '0',
    '1e999',
    '.5',
    'true',
    'nul',
  ],
  ...['null', '\\', '\\u12', '"\\ud800"', '\u0000', ' ', '\n', 'NaN', '😀'],
);

test('any text is JSON as JavaScript has it, or is refused at a place that Python would name', () => {
  const text = fc.oneof(
    fc.array(jsonPiece, { maxLength: 25 }).map((pieces) => pieces.join('')),
    fc.json({ maxDepth: 5 }),
  );
  fc.assert(
    fc.property(text, (given) => {
      try {
        expect(JSON.stringify(parseJson(given))).toBe(JSON.stringify(JSON.parse(given)));
      } catch (error) {
        hold(error instanceof JsonError, String(error));
        hold(/: line \d+ column \d+ \(char \d+\)$/.test(error.message), error.message);
        expect(() => JSON.parse(given)).toThrow();
      }
    }),
    runs,
  );
});

const linePiece = fc.constantFrom(
  ...[
    'aws',
    'ec2',
    ' ',
    ' ',
    "'",
    '"',
    '\\',
    '\n',
    '\t',
    '$',
    '$ENI',
    '$' + '{ENI}',
    '$' + '{',
    '#',
    '|',
    ';',
    '&',
    '>',
    '<',
  ],
  ...['(', ')', '`', '*', '?', '~', '=', 'é', '😀', '\u0000', '\r', '--', '$__proto__', '$constructor', '!'],
);

test('any line is words or is refused with a sentence', () => {
  const variables = { ENI: 'eni-1 eni-2', EMPTY: '' };
  fc.assert(
    fc.property(fc.array(linePiece, { maxLength: 40 }), (pieces) => {
      const line = pieces.join('');
      try {
        const words = splitWords(line, variables);
        const length = words.reduce((sum, word) => sum + word.length, 0);
        hold(length <= line.length * 6, 'words hold no more than the line and its variables');
      } catch (error) {
        hold(error instanceof UsageError, String(error));
      }
    }),
    runs,
  );
});

const word = fc.oneof(
  shorthandText,
  fc.array(jsonPiece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    ...[
      '',
      '-',
      '--',
      '---',
      '-1',
      '5',
      '1e9',
      '99999999999999999999',
      'true',
      'help',
      'wait',
      'None',
      'file://',
      'fileb://x',
    ],
    ...[
      'file:///etc/passwd',
      'file:///dev/stdin',
      'Name=vpc-id,Values=a',
      'vpc-1',
      '10.0.0.0/16',
      '*',
      '%s',
      '{}',
      '[]',
    ],
    ...traps,
  ),
);
const globalWord = fc.constantFrom(
  ...['--query', '--output', '--region', '--debug', '--no-paginate', '--max-items', '--page-size', '--starting-token'],
  ...[
    '--dry-run',
    '--no-dry-run',
    '--cli-input-json',
    '--generate-cli-skeleton',
    '--endpoint-url',
    '--profile',
    '--cli',
  ],
  ...['--output=text', '--output=table', '--query=*', '--region=', '--', '--__proto__', '--no-', '-h'],
);

test('any words end in an answer and one of the exit codes of aws', async () => {
  const program = new Program();
  program.stdin = '{"a":';
  const line = fc.constantFrom(...modelledCommands).chain((name) => {
    const flags = [...(findCommand(name)?.options.keys() ?? [])].map((flag) => String(flag));
    const own = fc.oneof(
      { arbitrary: fc.constantFrom(...flags), weight: 4 },
      { arbitrary: word, weight: 4 },
      { arbitrary: globalWord, weight: 1 },
    );
    return fc.array(own, { maxLength: 10 }).map((words) => ['ec2', name, ...words]);
  });
  const any = fc.array(fc.oneof(word, globalWord, fc.constantFrom('ec2', ...modelledCommands)), { maxLength: 8 });
  const codes = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.oneof({ arbitrary: line, weight: 4 }, { arbitrary: any, weight: 1 }), async (words) => {
      const { exitCode, stderr } = await program.run(words);
      codes.set(exitCode, (codes.get(exitCode) ?? 0) + 1);
      hold([0, 252, 253, 254, 255].includes(exitCode), `exit code ${exitCode}`);
      hold(exitCode === 0 || stderr !== '', 'who is refused is told why');
      hold(!stderr.includes('root:'), 'no file of the host is read');
    }),
    { ...runs, numRuns: 1_500 },
  );
  expect([...codes.keys()].sort(), 'the codes met').toEqual([0, 252, 253, 254, 255]);
});
