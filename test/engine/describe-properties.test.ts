import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { execute } from '@/lib/engine/execute';
import type { Operation } from '@/lib/engine/operation';
import { operations } from '@/lib/engine/operations';
import { choicesFor, crowdedAccount } from '@/test/build/crowded-account';
import { inputs } from '@/test/build/random-inputs';
import { hold } from '@/test/build/sound/hold';

const world = crowdedAccount();

/** The rows of an answer as texts; instances one by one, whatever reservation they came in. */
function rowsOf(output: object): string[] {
  const list = Object.values(output).findLast(Array.isArray);
  const rows: unknown[] = Object.hasOwn(output, 'Reservations')
    ? (list as { Instances: unknown[] }[]).flatMap(({ Instances }) => Instances)
    : (list ?? []);
  return rows.map((row) => JSON.stringify(row));
}

/** The rows of a call, of every page where AWS pages by itself; undefined when it is refused. */
function ask(operation: string, input: object): string[] | undefined {
  const rows: string[] = [];
  for (let page: { NextToken?: string } | undefined = {}; page; ) {
    const outcome = execute(world, { operation, input: { ...input, ...page } });
    if (!outcome.ok) return undefined;
    rows.push(...rowsOf(outcome.output));
    const { NextToken } = outcome.output as { NextToken?: string }; // Where an output has this member, it is a text.
    page = NextToken === undefined ? undefined : { NextToken };
  }
  return rows;
}

const filterParameter = ({ input }: Operation) => ['Filters', 'Filter'].find((name) => input[name]?.type === 'list');

/** What asks for all that there is: what the operation cannot do without, nothing that chooses among rows. */
function wholeInput(operation: Operation): object {
  const needed = Object.entries(operation.input).filter(([, shape]) => shape.required !== undefined);
  const inputFor = (attempt: number) => inputs[operation.name]?.(choicesFor(operation.name, attempt), world) ?? {};
  let found: { input: object; rows: number } | undefined;
  for (let attempt = 0; attempt < (needed.length === 0 ? 1 : 60); attempt += 1) {
    const given = Object.entries(inputFor(attempt));
    const input = Object.fromEntries(given.filter(([name]) => needed.some(([needs]) => needs === name)));
    const rows = ask(operation.name, input)?.length;
    if (rows !== undefined && rows > (found?.rows ?? -1)) found = { input, rows };
  }
  if (!found) throw new Error(`${operation.name} is never accepted`);
  return found.input;
}

/** Every word in the engine's source that may be a filter's name; an operation refuses those that it does not know. */
const words = [
  ...new Set(
    readdirSync('lib/engine', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [...readFileSync(`lib/engine/${path}`, 'utf8').matchAll(/^\s+'?([a-z][a-z0-9.-]*)'?: /gm)])
      .map(([, word = '']) => word),
  ),
  'tag:Name',
  'tag:__proto__',
  'tag-key',
];

type Leaf = readonly [name: string, text: string];

/** The values in a row, each with its member's name in small letters. */
function leaves(value: unknown, name = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((member) => leaves(member, name));
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, key.toLowerCase()));
}

/** A few values to ask of a filter: those of the member it is named after, or any. */
function candidates(all: readonly Leaf[], filter: string): string[] {
  const name = filter.split(/[.:]/).at(-1)?.replaceAll('-', '') ?? '';
  const own = [...new Set(all.filter(([member]) => member === name).map(([, text]) => text))];
  if (own.length > 0) return own.slice(0, 4);
  const any = [...new Set(all.map(([, text]) => text))];
  const step = Math.max(1, Math.floor(any.length / 12));
  return ['true', 'false', ...any.filter((_, index) => index % step === 0).slice(0, 12)];
}

const filtering = operations.filter((operation) => operation.reads && filterParameter(operation));

describe('a filter chooses among the rows; several values are either, several filters are both', () => {
  test.each(filtering.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
    const parameter = filterParameter(operation) ?? '';
    const input = wholeInput(operation);
    const all = ask(name, input) ?? [];
    const where = (...filters: [string, string[]][]) => {
      const rows = ask(name, { ...input, [parameter]: filters.map(([Name, Values]) => ({ Name, Values })) });
      return rows && new Set(rows);
    };
    const known = words.filter((word) => where([word, ['x']]) !== undefined);
    expect(known.length, 'filters that it knows').toBeGreaterThan(0);
    const values = all.flatMap((row) => leaves(JSON.parse(row)));
    const whole = new Set(all);
    for (const [index, filter] of known.entries()) {
      const found = candidates(values, filter).filter((text) => (where([filter, [text]])?.size ?? 0) > 0);
      const [one = '*', other = 'no such value'] = found;
      const [a, b, either] = [where([filter, [one]]), where([filter, [other]]), where([filter, [one, other]])];
      const next = known[(index + 1) % known.length] ?? filter;
      const [c, both] = [where([next, ['*']]), where([filter, [one]], [next, ['*']])];
      if (!a || !b || !either || !c || !both) throw new Error(`${filter} is refused with some values`);
      hold(
        [...either].every((row) => whole.has(row)),
        `${filter} chooses among the rows`,
      );
      expect([...either], `${filter}: ${one} or ${other}`).toEqual(all.filter((row) => a.has(row) || b.has(row)));
      expect([...both], `${filter}: ${one}, and ${next}`).toEqual(all.filter((row) => a.has(row) && c.has(row)));
    }
  });
});

const paging = operations.filter(({ input }) => input.MaxResults?.type === 'integer' && input.NextToken);
const turned = new Set<string>();

describe('a page of no possible size is refused before anything is looked up', () => {
  const asking = paging.filter(({ input }) => Object.values(input).some(({ required }) => required === true));
  test.each(asking.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
    const nowhere = Object.entries(operation.input)
      .filter(([, { required }]) => required === true)
      .map(([member, { type }]) => [member, type === 'list' ? [{ Name: 'type', Values: ['static'] }] : 'nowhere-1']);
    const outcome = execute(world, {
      operation: name,
      input: { ...Object.fromEntries(nowhere), MaxResults: 100_000 },
    });
    expect(outcome.ok ? 'accepted' : outcome.error.message).toMatch(/^Value \( 100000 \) for parameter maxResults/);
  });
});

describe('pages of any size are the whole answer', () => {
  test.each(paging.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
    const input = wholeInput(operation);
    const all = ask(name, input);
    for (const MaxResults of [1, 2, 5, 6, 7, 10, 100, 1000]) {
      const rows: string[] = [];
      let token: object = {};
      for (let page = 0; page <= (all?.length ?? 0); page += 1) {
        const outcome = execute(world, { operation: name, input: { ...input, MaxResults, ...token } });
        if (!outcome.ok) {
          expect(page, 'a page after the first is refused').toBe(0);
          break;
        }
        rows.push(...rowsOf(outcome.output));
        if (!Object.hasOwn(outcome.output, 'NextToken')) {
          expect(rows).toEqual(all);
          break;
        }
        turned.add(name);
        token = { NextToken: (outcome.output as { NextToken: string }).NextToken };
        expect(page, 'it comes to an end').toBeLessThan(all?.length ?? 0);
      }
    }
  });

  test('most operations have a second page to turn to', () => {
    expect(turned.size).toBeGreaterThan(25);
  });
});
