import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '@/lib/aws-cli/query/parse-query';
import { runQuery } from '@/lib/aws-cli/query/run-query';

const ask = (expression: string, value: unknown) => runQuery(parseQuery(expression), value);
const refusal = (expression: string, value: unknown): string => {
  try {
    return `accepted: ${JSON.stringify(ask(expression, value))}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const account = {
  Vpcs: [
    { VpcId: 'vpc-1', N: 3, Tags: [{ Key: 'Name', Value: 'b' }], IsDefault: true },
    { VpcId: 'vpc-2', N: 1, Tags: [], IsDefault: false },
    { VpcId: 'vpc-3' },
  ],
  Nested: [[1, 2], [3], 4],
  Empty: {},
};

describe('what an expression gives', () => {
  test.each([
    ['Vpcs[].VpcId', ['vpc-1', 'vpc-2', 'vpc-3']],
    ['Vpcs[?IsDefault].VpcId | [0]', 'vpc-1'],
    [
      'Vpcs[*].[VpcId,N]',
      [
        ['vpc-1', 3],
        ['vpc-2', 1],
        ['vpc-3', null],
      ],
    ],
    [
      'Vpcs[].{id:VpcId,name:Tags[?Key==`Name`]|[0].Value}',
      [
        { id: 'vpc-1', name: 'b' },
        { id: 'vpc-2', name: null },
        { id: 'vpc-3', name: null },
      ],
    ],
    ['Nested[]', [1, 2, 3, 4]],
    ['Nested[::-1]', [4, [3], [1, 2]]],
    ['sort_by(Vpcs[?N],&N)[*].N', [1, 3]],
    ['join(`, `,Vpcs[].VpcId)', 'vpc-1, vpc-2, vpc-3'],
    ['Vpcs[0].Tags[0].*', ['Name', 'b']],
    ['length(Vpcs) > `2` && Empty == `{}`', true],
    ['to_string(Nested)', '[[1,2],[3],4]'],
    ["Vpcs[?starts_with(VpcId,'vpc-')]|length(@)", 3],
    ['Nope.a.b[0]', null],
    ['Vpcs[0][1:2].b', null],
    ['{__proto__: Vpcs[0].N}', JSON.parse('{"__proto__": 3}')],
    ['@.__proto__ || @.constructor || Vpcs.length', null],
  ])('%s', (expression, value) => {
    expect(ask(expression, account)).toEqual(value);
  });
});

describe('what is refused, in the words of the CLI’s library', () => {
  test.each([
    ['Vpcs[', 'Invalid jmespath expression: Incomplete expression:\n"Vpcs["\n      ^'],
    [
      'a b',
      'Unexpected token: b: Parse error at column 2, token "b" (UNQUOTED_IDENTIFIER), for expression:\n"a b"\n   ^',
    ],
    ['a[?b=c]', "Bad jmespath expression: Unknown token '=':\na[?b=c]\n    ^"],
    ['"abc', 'Bad jmespath expression: Unclosed " delimiter:\n"abc\n^'],
    ['', 'Invalid JMESPath expression: cannot be empty.'],
    ['nofunc(@)', 'Unknown function: nofunc()'],
    ['__proto__(@)', 'Unknown function: __proto__()'],
    ['length(@,@)', 'Expected 1 argument for function length(), received 2'],
    [
      'length(Nope)',
      `In function length(), invalid type for value: None, expected one of: ['string', 'array', 'object'], received: "null"`,
    ],
    ['Vpcs[?VpcId>`3`]', "'>' not supported between instances of 'str' and 'int'"],
  ])('%s', (expression, message) => {
    expect(refusal(expression, account)).toBe(message);
  });
});

describe('what the library of the real CLI was observed to give', () => {
  const observed: {
    readonly value: unknown;
    readonly queries: readonly ({ readonly query: string } & (
      | { readonly gives: unknown }
      | { readonly refused: string }
    ))[];
  } = JSON.parse(readFileSync('test/aws-cli/observed/queries.json', 'utf8'));

  test.each(observed.queries.map((row) => [row.query, row] as const))('%s', (query, row) => {
    if ('gives' in row) expect(ask(query, observed.value)).toEqual(row.gives);
    else expect(refusal(query, observed.value)).toBe(row.refused);
  });
});

describe('an expression that would cost too much ends at a step that is counted', () => {
  const rows = { Rows: Array.from({ length: 1_000 }, (_, index) => ({ n: index })) };
  const text = { Text: 'x'.repeat(10_000) };
  const tooManySteps = 'The --query expression takes more than 1000000 steps; this simulator stops there.';
  test.each([
    ['doubling a list', `Rows${' | [@,@][]'.repeat(40)}`, tooManySteps],
    ['doubling by reference', `Rows${' | [@,@]'.repeat(60)}`, tooManySteps],
    ['doubling a text', `to_string(Rows)${" | join('',[@,@])".repeat(60)}`, tooManySteps],
    ['2,000 projections', `Rows${'[*]'.repeat(2_000)}`, /at most 1000 signs/],
    ['2,000 brackets', '['.repeat(2_000), /at most 1000 signs/],
    ['2,000 negations', '!'.repeat(2_000), /at most 1000 signs/],
    // What is no JSON that we read is a text, as it is to the CLI.
    ['a literal 100,000 deep', `length(\`${'['.repeat(100_000)}\`)`, 'accepted: 100000'],
  ])('%s', (_, expression, message) => {
    if (typeof message === 'string') expect(refusal(expression, rows)).toBe(message);
    else expect(refusal(expression, rows)).toMatch(message);
  });

  test('a long answer from few steps', () => {
    const message = 'The --query expression gives more than 1000000 characters.';
    expect(refusal(`Text${' | [@,@]'.repeat(8)}`, text)).toBe(message);
    expect(refusal(`Text${' | [@,@]'.repeat(5)}`, text)).toMatch(/^accepted/);
  });
});
