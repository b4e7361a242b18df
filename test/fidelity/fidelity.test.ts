import { beforeAll, expect, test } from 'vitest';
import { readSources } from '@/lib/content/sources';
import { operations } from '@/lib/engine/operations';
import { readOperations, readRefusals } from '@/lib/fidelity/read-source';
import type { ResourceView } from '@/lib/fidelity/views';
import { fidelity } from '@/lib/usecases/fidelity';

let resources: ResourceView[];
beforeAll(async () => {
  resources = await fidelity();
});

test('every operation of the engine is listed once, with a sentence, a source and its parameters', () => {
  const listed = resources.flatMap((resource) => resource.operations);
  expect(listed.map(({ name }) => name).sort()).toEqual(operations.map(({ name }) => name).sort());
  expect(listed.filter(({ summary, sources }) => summary.length < 15 || sources.length === 0)).toEqual([]);
  const subnet = listed.find(({ name }) => name === 'CreateSubnet');
  expect(subnet?.parameters).toContainEqual({ name: 'CidrBlock', modelled: true });
  expect(subnet?.parameters).toContainEqual({ name: 'OutpostArn', modelled: false });
  expect(subnet?.tests).toContain('test/engine/subnet.test.ts');
});

test('every operation is called by a test that says what AWS answers', () => {
  const untested = resources.flatMap(({ operations }) => operations.filter(({ tests }) => tests.length === 0));
  expect(untested.map(({ name }) => name)).toEqual([]);
});

test('every refusal says how it is known, and none is overlooked', async () => {
  const files = [...(await readSources('lib/engine'))].filter(([name]) => name.endsWith('errors.ts'));
  const entries = files.flatMap(([name, source]) =>
    [...source.matchAll(/^ {2}(\w+): \(/gm)].map((match) => ({
      name: match[1],
      file: name,
      before: source.slice(0, match.index),
    })),
  );
  const silent = entries.filter(
    ({ before }) => !/\/\*\*\s+(\* )?(Observed|Documented|Assumed): (?:(?!\*\/)[\s\S])*\*\/\s*$/.test(before),
  );
  expect(silent.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  // What a gateway that failed says of itself is no refusal.
  const others = /failures/i;
  const read = resources.flatMap(({ refusals }) => refusals.map(({ name }) => name));
  const unread = entries.filter(
    ({ name = '', before }) => !read.includes(name) && !others.test(before.split('export const').at(-1) ?? ''),
  );
  expect(unread.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

test('reads docstrings and words as they stand', () => {
  const source = `const invalid = (message: string) => new AwsError('InvalidParameter', message);
export const someErrors = {
  /** Observed: a thread. */
  taken: (id: string, zones: readonly string[]) =>
    new AwsError('Thing.Taken', \`The thing '\${id}' is taken in \${zones.join(', ')}\`),
  /**
   * Assumed: the text, (in brackets).
   */
  odd: () => invalid('It is odd, isn\\'t it.'),
};
`;
  expect(readRefusals(source)).toEqual([
    {
      name: 'taken',
      codes: ['Thing.Taken'],
      message: "The thing '{id}' is taken in {join}",
      parameters: ['id', 'zones'],
      provenance: 'observed',
      source: 'a thread.',
    },
    {
      name: 'odd',
      codes: ['InvalidParameter'],
      message: "It is odd, isn't it.",
      parameters: [],
      provenance: 'assumed',
      source: 'the text, (in brackets).',
    },
  ]);
  const operation = `/**
 * DoThing: does it. Twice.
 * Source: https://example.org/API_DoThing.html; eni-ground-truth section 2.
 * Not modelled: Outposts.
 */
export const doThing = operation({
  name: 'DoThing',`;
  expect(readOperations(operation)).toEqual([
    {
      name: 'DoThing',
      summary: 'does it. Twice.',
      sources: ['https://example.org/API_DoThing.html', 'our notes on AWS’s answers, section 2'],
      notModelled: 'Outposts.',
    },
  ]);
});
