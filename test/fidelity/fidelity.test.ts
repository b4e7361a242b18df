import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readSources } from '@/lib/content/sources';
import { AwsError } from '@/lib/engine/aws-error';
import { operations } from '@/lib/engine/operations';
import { readNotes, readOperations } from '@/lib/fidelity/read-docstrings';
import { readCalls, readMakers, readRefusals } from '@/lib/fidelity/read-refusals';
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
  const parameter = (name: string) => subnet?.parameters.find((one) => one.name === name);
  expect(parameter('VpcId')).toMatchObject({ modelled: true, required: true });
  expect(parameter('CidrBlock')).toMatchObject({ modelled: true, required: false });
  expect(parameter('CidrBlock')?.tests).toContain('test/transcripts/vpc.txt');
  expect(parameter('OutpostArn')).toMatchObject({ modelled: false });
  const run = listed.find(({ name }) => name === 'RunInstances');
  expect(run?.parameters.map(({ name }) => name)).toContain('NetworkInterfaces[].DeviceIndex');
  expect(subnet?.tests).toContain('test/engine/subnet.test.ts');
});

test('every operation is called by a test that says what AWS answers', () => {
  const untested = resources.flatMap(({ operations }) => operations.filter(({ tests }) => tests.length === 0));
  expect(untested.map(({ name }) => name)).toEqual([]);
});

test('every refusal is in a test with its words', () => {
  const untested = resources.flatMap(({ slug, refusals }) =>
    refusals.filter(({ tests }) => tests.length === 0).map(({ name }) => `${slug}: ${name}`),
  );
  expect(untested).toEqual([]);
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
  // What a gateway that failed says of itself is no refusal, and the makers of two codes have no words of their own.
  const others = /failures/i;
  const wordless = ['parameterCombination', 'parameterValue'];
  const read = resources.flatMap(({ refusals }) => refusals.map(({ name }) => name));
  const unread = entries.filter(
    ({ name = '', before }) =>
      !read.includes(name) && !wordless.includes(name) && !others.test(before.split('export const').at(-1) ?? ''),
  );
  expect(unread.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

/** What only the source of the engine says: its expressions, and names that stand for no value of a caller's. */
const sourceCode = /\$\{|\?\?|\? .* : |=>|`|\\|\.join|\{(?:null|join|slice|message|\d+)\}|undefined|\[object/;

test('no words of AWS are shown as the source code that makes them', () => {
  const shown = resources.flatMap(({ refusals }) => refusals.flatMap(({ codes, messages }) => [...codes, ...messages]));
  expect(shown.filter((text) => sourceCode.test(text) || /^\{[^}]*\}$/.test(text))).toEqual([]);
});

test('no source is named that a reader cannot open or understand', () => {
  const operationTexts = resources.flatMap((resource) =>
    resource.operations.flatMap(({ summary, sources, assumed, notModelled, differs }) => [
      summary,
      ...sources.map(({ text }) => text),
      assumed ?? '',
      notModelled ?? '',
      differs ?? '',
    ]),
  );
  const shown = [
    ...operationTexts,
    ...resources.flatMap(({ refusals }) => refusals.map(({ source }) => source)),
    ...resources.flatMap(({ notes }) => notes.map(({ text }) => text)),
  ];
  expect(shown.length).toBeGreaterThan(1000);
  const closed = /ground.truth|our notes|\b(?:STK|OS|ERR|C7N|EUC|FCU)\b|\bpeers?(?:['’]s)? (?:emulator|OS|STK|has)/;
  // A page's name without its address cannot be followed.
  const unaddressed = /(?<![\w/.-])(?:API_\w+|UserGuide\/|vpc\/latest|errors-overview)/;
  expect(shown.filter((text) => closed.test(text) || unaddressed.test(text))).toEqual([]);
});

test('the words read are those that the engine says', async () => {
  const files = [...(await readSources('lib/engine'))].filter(([name]) => /errors?\.ts$/.test(name));
  const makers = readMakers(files.find(([name]) => name === 'aws-error.ts')?.[1] ?? '');
  // It stands for a text, a number and a list at once.
  const argument = Object.assign(['xyz'], { replace: () => 'xyz' });
  const checked: string[] = [];
  const wrong: string[] = [];
  for (const [file, source] of files) {
    const read = readRefusals(source, makers);
    const objects: Record<string, unknown> = await import(join(process.cwd(), 'lib/engine', file));
    for (const [name, make] of Object.values(objects).flatMap((one) => Object.entries(Object(one)))) {
      // One that is another's under a second name is read where it is made.
      if (typeof make !== 'function' || make.name !== name) continue;
      const said: unknown = make(argument, argument, argument, argument);
      if (!(said instanceof AwsError) || said.message === 'xyz') continue;
      const texts = read.filter((one) => one.name === name).flatMap(({ messages }) => messages);
      checked.push(name);
      if (!texts.some((text) => asPattern(text).test(said.message))) wrong.push(`${file} ${name}: ${said.message}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(checked.length).toBeGreaterThan(500);
});

/** A message with anything for what varies. */
const asPattern = (text: string) =>
  new RegExp(
    `^${text
      .split(/\{\w[^}]*\}/)
      .map((fixed) => fixed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  );

test('a refusal names the tests that have its words, not those that have its code alone', () => {
  const refusal = (slug: string, name: string) =>
    resources.find((one) => one.slug === slug)?.refusals.find((one) => one.name === name);
  const tests = refusal('instance', 'otherZone')?.tests ?? [];
  expect(tests).toContain('test/engine/refusals.yaml');
  expect(tests).not.toContain('test/engine/tag.test.ts');
  const conflict = refusal('transit-gateway', 'defaultTable')?.tests ?? [];
  expect(conflict).toContain('test/engine/transit-gateway.test.ts');
  expect(conflict).not.toContain('test/engine/route-table.test.ts');
  expect(refusal('common', 'maxResults')?.tests).toContain('test/transcripts/ground-truth-protocol.txt');
});

test('reads words in every form that the code has for them', () => {
  const makers = readMakers(`export const errors = {
  value: (message: string) => new AwsError('InvalidParameterValue', message),
  id: (kind: string, id: string) => new AwsError(\`Invalid\${kind}.Malformed\`, \`Invalid id: "\${id}"\`),
};
`);
  const source = `const invalid = (message: string) => new AwsError('InvalidParameter', message);
const short = (text: string): string => (text.length > 3 ? \`\${text.slice(0, 3)}…\` : text);
const colours =
  'red, ' +
  'green';
const elsewhere = (id: string) => \`\${id} is elsewhere.\`;
export const someErrors = {
  /** Observed: a thread. */
  taken: (id: string, zones: readonly string[]) =>
    new AwsError('Thing.Taken', \`The thing '\${id}' is taken in \${zones.join(', ')}\`),
  /**
   * Assumed: the text, (in brackets).
   */
  odd: () => invalid('It is odd, isn\\'t it.'),
  /** Assumed: all. */
  several: (ids: readonly string[], table: string | undefined) =>
    new AwsError(
      'Thing.NotFound',
      ids.length === 1 ? \`No \${ids[0]}\` : \`None of \${ids.length}: \${ids.join(', ')} in \${table ?? 'null'}\`,
    ),
  /** Assumed: all. */
  bound: (value: number, least: number) =>
    errors.value(\`Expecting \${value < least ? \`greater than \${least}\` : 'less'}.\`),
  /** Assumed: all. */
  colour: (name: string, end: 'from' | 'to' = 'from') => errors.value(\`\${short(name)} (\${end}) is none of \${colours}\`),
  /** Assumed: all. */
  elsewhere: (id) => errors.value(elsewhere(id)),
  /** Assumed: all. */
  malformed: (id: string) => errors.id('Thing', id),
  /** Assumed: all. */
  both: (what: string) => invalid(\`Not both \${what}\`),
  /** Documented: it is passed on. */
  passed: (message: string) => invalid(message),
};
`;
  const calls = readCalls(["throw someErrors.both('an id'); throw someErrors.both('a name');"]);
  const read = readRefusals(source, makers, calls);
  expect(Object.fromEntries(read.map(({ name, codes, messages }) => [name, [...codes, ...messages]]))).toEqual({
    taken: ['Thing.Taken', "The thing '{id}' is taken in {zones}"],
    odd: ['InvalidParameter', "It is odd, isn't it."],
    several: ['Thing.NotFound', 'No {id}', 'None of {count}: {ids} in {table}', 'None of {count}: {ids} in null'],
    bound: ['InvalidParameterValue', 'Expecting greater than {least}.', 'Expecting less.'],
    colour: ['InvalidParameterValue', '{name} ({from or to}) is none of red, green'],
    elsewhere: ['InvalidParameterValue', '{id} is elsewhere.'],
    malformed: ['InvalidThing.Malformed', 'Invalid id: "{id}"'],
    both: ['InvalidParameter', 'Not both an id', 'Not both a name'],
    passed: ['InvalidParameter'],
  });
  expect(read[0]).toMatchObject({ provenance: 'observed', source: 'a thread.' });
  expect(read[1]).toMatchObject({ provenance: 'assumed', source: 'the text, (in brackets).' });
});

test('reads docstrings as they stand', () => {
  const source = `/** How long a thing takes. Assumed: a second. Source: https://example.org/. */
const thingMs = 1000;

/**
 * DoThing: does it. Twice.
 * Source: https://example.org/API_DoThing.html; test/transcripts/ground-truth.yaml, part 2; how users met it.
 * Assumed: the rest. Not modelled: Outposts.
 */
export const doThing = operation({
  name: 'DoThing',`;
  expect(readOperations(source)).toEqual([
    {
      name: 'DoThing',
      summary: 'does it. Twice.',
      sources: [
        { provenance: 'documented', text: 'https://example.org/API_DoThing.html' },
        { provenance: 'observed', text: 'how users met it' },
      ],
      assumed: 'the rest.',
      notModelled: 'Outposts.',
    },
  ]);
  expect(readNotes('thing/thing.ts', source)).toEqual([
    { file: 'thing/thing.ts', name: 'thingMs', text: 'How long a thing takes. Assumed: a second.' },
  ]);
});
