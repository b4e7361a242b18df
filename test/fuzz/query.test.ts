import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonOutput } from '@/lib/aws-cli/output/json';
import { tableOutput } from '@/lib/aws-cli/output/table';
import { textOutput } from '@/lib/aws-cli/output/text';
import { parseQuery } from '@/lib/aws-cli/query/parse-query';
import { QueryError } from '@/lib/aws-cli/query/query-error';
import { runQuery } from '@/lib/aws-cli/query/run-query';
import { UsageError } from '@/lib/aws-cli/usage-error';
import { execute } from '@/lib/engine/execute';
import { furnishedAccount } from '@/test/build/random-calls';
import { hold } from '@/test/build/sound/hold';
import { expectPrototypesUntouched, traps } from './untouched';

expectPrototypesUntouched();

let answers: object[] = [];
beforeAll(() => {
  const world = furnishedAccount(true);
  answers = ['DescribeNetworkInterfaces', 'DescribeInstances', 'DescribeSecurityGroups', 'DescribeTags'].map(
    (operation) => {
      const outcome = execute(world, { operation, input: {} });
      if (!outcome.ok) throw outcome.error;
      return outcome.output;
    },
  );
});

/** What the program prints of a value in each of its forms; a form may refuse. */
function print(value: unknown): void {
  for (const write of [jsonOutput, textOutput, (shown: unknown) => tableOutput('Title', shown, 80)]) {
    try {
      hold(write(value).length <= 20_000_000, 'what is printed is bounded');
    } catch (error) {
      hold(error instanceof UsageError, String(error));
    }
  }
}

const functions = [
  ...[
    'abs',
    'avg',
    'ceil',
    'contains',
    'ends_with',
    'floor',
    'join',
    'keys',
    'length',
    'map',
    'max',
    'max_by',
    'merge',
  ],
  ...[
    'min',
    'min_by',
    'not_null',
    'reverse',
    'sort',
    'sort_by',
    'starts_with',
    'sum',
    'to_array',
    'to_number',
    'to_string',
  ],
  ...['type', 'values', ...traps],
];
const name = fc.constantFrom(
  ...[
    'NetworkInterfaces',
    'Reservations',
    'SecurityGroups',
    'Tags',
    'Instances',
    'Groups',
    'GroupId',
    'Attachment',
    'a',
  ],
  ...['PrivateIpAddresses', 'Key', '"a b"', '"__proto__"', ...traps],
);
const literal = fc.constantFrom(
  "'a'",
  "''",
  '`1`',
  '`-0`',
  '`1e308`',
  '`[1,"a",null]`',
  '`{"__proto__":1}`',
  '`true`',
  '`x`',
  '`"`',
);
const number = fc.constantFrom('0', '-1', '5', '99999999999999999999', '-99999999999999999999');

/** Expressions of the grammar. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  return {
    expression: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.oneof(name, literal, fc.constantFrom('@', '*', '[]', '[*]', '[0]')),
      fc
        .tuple(inner, fc.constantFrom('.', '|', '||', '&&', '==', '!=', '<', '>='), inner)
        .map((parts) => parts.join('')),
      fc.tuple(inner, fc.constantFrom('[]', '[*]', '[0]', '[::]', '[::-1]', '.*')).map((parts) => parts.join('')),
      fc.tuple(inner, number, number, number).map(([left, a, b, c]) => `${left}[${a}:${b}:${c}]`),
      fc.tuple(inner, inner).map(([left, condition]) => `${left}[?${condition}]`),
      fc.array(inner, { minLength: 1, maxLength: 3 }).map((members) => `[${members.join(',')}]`),
      fc.tuple(name, inner, name, inner).map(([a, one, b, other]) => `{${a}:${one},${b}:${other}}`),
      fc
        .tuple(fc.constantFrom(...functions), fc.array(fc.tuple(fc.constantFrom('', '', '&'), inner), { maxLength: 3 }))
        .map(([called, args]) => `${called}(${args.map((parts) => parts.join('')).join(',')})`),
      inner.map((child) => `!${child}`),
      inner.map((child) => `(${child})`),
    ),
  };
});
const noise = fc
  .array(
    fc.oneof(
      name,
      literal,
      number,
      fc.constantFrom(
        ...[
          '.',
          '[',
          ']',
          '[?',
          '{',
          '}',
          '(',
          ')',
          ':',
          ',',
          '|',
          '&',
          '!',
          '"',
          "'",
          '`',
          '\\',
          '=',
          '<',
          ' ',
          '😀',
          '\u0000',
        ],
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

test('any expression gives something that can be printed, or is refused', () => {
  let given = 0;
  fc.assert(
    fc.property(
      fc.oneof({ arbitrary: expression, weight: 3 }, { arbitrary: noise, weight: 1 }),
      fc.nat({ max: 3 }),
      (text, at) => {
        const answer = answers[at];
        const before = JSON.stringify(answer);
        let value: unknown;
        try {
          value = runQuery(parseQuery(text), answer);
        } catch (error) {
          hold(error instanceof QueryError, `${text}: ${error}`);
          return;
        }
        hold(JSON.stringify(answer) === before, 'the answer is as it was');
        given += 1;
        print(value);
      },
    ),
    { numRuns: 3_000, seed: 20260131 },
  );
  expect(given, 'expressions that were accepted').toBeGreaterThan(500);
});

const list = (length: number, member = '1') => `\`[${Array(length).fill(member).join(',')}]\``;
const structure = (length: number) => `\`{${Array.from({ length }, (_, at) => `"k${at}":1`).join(',')}}\``;
const text = (length: number) => `'${'a'.repeat(length)}'`;
const doubled = (times: number) => `${list(1)}${'|[@,@]'.repeat(times)}`;

describe('an expression that asks for endless work is stopped by count', () => {
  test.each([
    ['the value in a sentence', `${doubled(60)}|abs(@)`],
    ['the key in a sentence', `${doubled(60)}|max_by(@,&@)`],
    ['a member in a sentence', `${doubled(60)}|sum(@)`],
    ['slices', `${list(20_000)}|map(&[@][0][::],[${Array(100).fill('@').join(',')}])|length(@)`],
    ['comparisons of texts', `map(&(${text(20_000)}<${text(20_000)}),${list(2_000)})`],
    ['equal texts', `map(&(${text(20_000)}==${text(20_000)}),${list(2_000)})`],
    ['numbers in texts', `map(&to_number('${'1'.repeat(30_000)}x'),${list(10_000)})`],
    ['names of a structure', `map(&keys(${structure(2_000)}),${list(2_000)})`],
    ['values of a structure', `map(&values(${structure(2_000)}),${list(2_000)})`],
    ['whether a structure is empty', `map(&!${structure(2_000)},${list(2_000)})`],
    ['ends of texts', `map(&ends_with(${text(20_000)},${text(20_000)}),${list(2_000)})`],
    ['begins of texts', `map(&starts_with(${text(20_000)},${text(20_000)}),${list(2_000)})`],
    ['parts of texts', `map(&contains(${text(20_000)},'b'),${list(2_000)})`],
    ['doubling', doubled(60)],
  ])('%s', (_, bomb) => {
    expect(bomb.length, 'a line of the shell can hold it').toBeLessThan(64 * 1024);
    expect(() => runQuery(parseQuery(bomb), {})).toThrow(/more than 1000000 (steps|characters)/);
  });
});

describe('what a small result would take to print is bounded too', () => {
  test('blanks before what is deep', () => {
    const deep = `${list(20_000)}${'|[@]'.repeat(240)}`;
    expect(() => runQuery(parseQuery(deep), {})).toThrow('more than 1000000 steps');
  });

  test('columns that only one row has', () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => ({ [`k${at}`]: 1 }));
    expect(() => runQuery(parseQuery('@'), rows)).toThrow('a table of more than 4000000 cells');
  });

  test('a table as wide as its widest cell', () => {
    const rows = [...Array(50_000).fill('a'), 'b'.repeat(50_000)];
    expect(() => tableOutput('Title', runQuery(parseQuery('@'), rows), 80)).toThrow('at most 16000000 characters');
  });
});
