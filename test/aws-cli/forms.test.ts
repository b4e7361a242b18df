import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { closeMatches } from '@/lib/aws-cli/close-matches';
import { parseJson } from '@/lib/aws-cli/json';
import { commandName } from '@/lib/aws-cli/names';
import { jsonOutput } from '@/lib/aws-cli/output/json';
import { tableOutput } from '@/lib/aws-cli/output/table';
import { textOutput } from '@/lib/aws-cli/output/text';
import { yamlOutput } from '@/lib/aws-cli/output/yaml';
import { parseShorthand } from '@/lib/aws-cli/shorthand';
import actions from '@/lib/engine/data/actions.json';

/** What the parts of the real CLI were observed to do with texts and values of every kind. */
const observed: {
  readonly shorthand: readonly ({ readonly text: string } & (
    | { readonly gives: unknown }
    | { readonly refused: string }
  ))[];
  readonly notJson: readonly (readonly [string, string])[];
  readonly suggestions: readonly (readonly [string, readonly string[]])[];
  readonly forms: readonly {
    readonly value: unknown;
    readonly text: string;
    readonly table?: string;
    readonly refused?: string;
  }[];
  readonly yaml: readonly { readonly value: unknown; readonly yaml: string }[];
} = JSON.parse(readFileSync('test/aws-cli/observed/forms.json', 'utf8'));

/** The sentence of what is thrown. */
function refusal(run: () => unknown): string {
  try {
    return `accepted: ${JSON.stringify(run())}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('shorthand', () => {
  test.each(observed.shorthand.map((row) => [JSON.stringify(row.text), row] as const))('%s', (_, row) => {
    if ('gives' in row) expect(parseShorthand(row.text)).toEqual(row.gives);
    else expect(refusal(() => parseShorthand(row.text))).toBe(row.refused);
  });
});

test.each(observed.notJson)('no JSON: %j', (text, message) => {
  expect(refusal(() => parseJson(text))).toBe(message);
});

test.each(observed.suggestions)('suggestions for %s', (word, names) => {
  expect(closeMatches(word, actions.map(commandName))).toEqual(names);
});

describe('forms of output', () => {
  test.each(observed.forms.map((form) => [JSON.stringify(form.value), form] as const))('%s', (_, form) => {
    expect(textOutput(form.value)).toBe(form.text);
    if (form.refused === undefined) expect(tableOutput('DescribeThings', form.value, 80)).toBe(form.table);
    else expect(refusal(() => tableOutput('DescribeThings', form.value, 80))).toBe(`\n${form.refused}\n`);
  });

  test.each(observed.yaml.map((form) => [JSON.stringify(form.value), form] as const))(
    'YAML: %s',
    (_, { value, yaml }) => {
      expect(yamlOutput(value)).toBe(yaml);
    },
  );

  test('JSON: four blanks a level, every character as itself, an empty structure as nothing', () => {
    expect(jsonOutput({ a: [], b: { c: 'é😀\u2028"\\\n' } })).toBe(
      '{\n    "a": [],\n    "b": {\n        "c": "é😀\u2028\\"\\\\\\n"\n    }\n}\n',
    );
    expect([jsonOutput({}), jsonOutput([]), jsonOutput(null), jsonOutput('a')]).toEqual([
      '',
      '[]\n',
      'null\n',
      '"a"\n',
    ]);
  });
});
