import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Exchange, parseTranscript, type Transcript } from './transcript';

/** A fact about AWS, as the head of ground-truth.yaml describes it. */
const Fact = z
  .strictObject({
    id: z.string().regex(/^\d+-\S+$/),
    evidence: z.string().regex(/^\[(aws|doc)\]/),
    code: z.union([z.string().transform((code) => [code]), z.array(z.string())]).optional(),
    text: z.string().optional(),
    shows: z.array(z.string()).min(1).optional(),
    typed: z.string().optional(),
    in: z.literal('refusals').optional(),
  })
  .refine(({ code, text, shows }) => (shows === undefined) !== (code === undefined && text === undefined));
type Fact = z.output<typeof Fact>;

const Refusal = z.looseObject({
  code: z.union([z.string(), z.array(z.string())]).optional(),
  message: z.string().optional(),
});

const folder = 'test/transcripts';
const read = (path: string) => readFileSync(path, 'utf8');
const facts = z.array(Fact).parse(parse(read(`${folder}/ground-truth.yaml`)));
const refusals = z.object({ refusals: z.array(Refusal) }).parse(parse(read('test/engine/refusals.yaml'))).refusals;
const transcripts: Transcript[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => parseTranscript(read(`${folder}/${name}`)));

/** `{x}` in a fact stands for a value; a transcript has `…` or an id there, refusals.yaml a variable. */
const form = (text: string): RegExp => {
  const parts = text.split(/(?<!\$)\{[a-z0-9-]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\S.*?')}$`);
};

/** Whether the fact is what the exchange says, word for word. */
function isShown(fact: Fact, { typed, output }: Exchange): boolean {
  if (fact.typed !== undefined && !typed.join('\n').includes(fact.typed)) return false;
  const lines = output.map((line) => line.trim());
  if (fact.shows) return inOrder(fact.shows.map(form), lines);
  return lines.some((line) => {
    const [, code = '', text = ''] =
      /^An error occurred \((\S+)\) when calling the \w+ operation: (.*)$/.exec(line) ?? [];
    return code !== '' && isSame(fact, code, text);
  });
}

const isSame = (fact: Fact, code: string, text: string): boolean =>
  (fact.code === undefined || fact.code.includes(code)) && (fact.text === undefined || form(fact.text).test(text));

function inOrder(forms: readonly RegExp[], lines: readonly string[]): boolean {
  let at = 0;
  for (const line of lines) if (forms[at]?.test(line)) at += 1;
  return at === forms.length;
}

/** What AWS was seen to print must stand where the update writes nothing, and as something that was seen. */
const mayHold = (fact: Fact, { provenance }: Transcript): boolean =>
  provenance === 'observed' || (provenance === 'documented' && fact.evidence.startsWith('[doc]'));

describe('each fact of the ground truth is in a transcript', () => {
  test.each(facts.map((fact) => [fact.id, fact] as const))('%s', (_, fact) => {
    if (fact.in === 'refusals') {
      const rows = refusals.filter(({ code, message }) =>
        [code].flat().some((one) => isSame(fact, one ?? '', message ?? '')),
      );
      expect(rows, `${fact.code}: ${fact.text} in refusals.yaml`).not.toEqual([]);
    } else {
      const exchanges = transcripts
        .filter((transcript) => mayHold(fact, transcript))
        .flatMap(({ exchanges }) => exchanges);
      const wanted = JSON.stringify(fact.shows ?? [fact.code, fact.text]);
      expect(
        exchanges.some((exchange) => isShown(fact, exchange)),
        `${wanted} in a transcript`,
      ).toBe(true);
    }
  });
});

test('no fact stands there twice', () => {
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
});

test('there are at least 250 lines with what they print', () => {
  const pairs = transcripts.flatMap(({ exchanges }) => exchanges).filter(({ output }) => output.length > 0);
  expect(pairs.length).toBeGreaterThanOrEqual(250);
});
