import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCommand } from '@/lib/aws-cli/commands';
import { commandName } from '@/lib/aws-cli/names';
import { renderWords } from '@/lib/aws-cli/render-call';
import { operations } from '@/lib/engine/operations';
import { fromJson, setTime, toJson } from '@/lib/engine/world';
import { Choices } from '../build/choices';
import { furnishedAccount } from '../build/random-calls';
import { inputs } from '../build/random-inputs';
import { splitLine } from '../build/split-line';
import { hasAws, howToGet } from '../clients/programs';
import { peculiarLines } from './peculiar-lines';
import { type Did, isKnown, type Known, knownOperations, runOurs, runReal } from './real-program';

const formats = ['json', 'text', 'table', 'yaml', 'yaml-stream'] as const;
/** Of each operation, so many inputs. */
const most = 3;

const day = 86_400_000;
const world = furnishedAccount(true);
setTime(world, world.now + day);
const account = toJson(world);

/** What keeps a line from being compared: the machine's program is older than the API that this one speaks. */
function isNewer(name: string, known: Known): boolean {
  const its = known[name];
  return !its || findCommand(commandName(name))?.paged !== its.flags.includes('--max-items');
}

/** Lines for an operation, such as people write them, with what the machine's program knows. */
function linesFor({ name, reads, input: members }: (typeof operations)[number], known: Known): string[][] {
  const [input, its] = [inputs[name], known[name]];
  if (!input || !its || isNewer(name, known)) return [];
  const numbers = fc.noBias(fc.array(fc.nat({ max: 0xffff }), { minLength: 12, maxLength: 12 }));
  const given = fc
    .sample(numbers, { numRuns: most, seed: 20260131 })
    .map((some): object => input(new Choices(some), fromJson(account)))
    .filter((one) => isKnown(one, its.input) && its.required.every((member) => Object.hasOwn(one, member)))
    .map((one) => ({ ...Object.fromEntries(its.tokens.map((token) => [token, 'once'])), ...one }));
  const needs = Object.values(members).some(({ required }) => required);
  return (reads && !needs ? [{}, ...given] : given).map((one, index) => [
    ...renderWords({ operation: name, input: one }),
    '--output',
    formats[(index + name.length) % formats.length] ?? 'json',
  ]);
}

const peculiar = peculiarLines(world).map((line) => [line, splitLine(line).slice(1)] as const);

/** Of our own gaps it says the same in a sentence of AWS's form. */
const withoutCode = (did: Did): Did => ({
  ...did,
  stderr: did.stderr.replace(/^\nAn error occurred \(NotModelled\) when calling the \w+ operation: /, '\n'),
});

describe.skipIf(!hasAws)(`beside the AWS CLI of this machine${hasAws ? '' : ` (${howToGet})`}`, () => {
  let known: Known;
  const real = new Map<string, Did>();

  beforeAll(async () => {
    known = await knownOperations();
    const lines = operations.flatMap((operation) => linesFor(operation, known));
    for (const [, words] of peculiar) lines.push(words);
    const did = await runReal(account, lines);
    for (const [index, one] of did.entries()) real.set((lines[index] ?? []).join('\0'), withoutCode(one));
  }, 300_000);

  const compare = async (words: readonly string[]) =>
    expect({ words, ...(await runOurs(account, words, known)) }).toEqual({ words, ...real.get(words.join('\0')) });

  test('knows nearly all operations', () => {
    expect(operations.filter(({ name }) => isNewer(name, known)).length).toBeLessThan(12);
  });

  test.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (_, operation) => {
    for (const words of linesFor(operation, known)) await compare(words);
  });

  test.each(peculiar)('%s', async (_, words) => compare(words));
});
