import { common, folderOf, titleOf } from './fidelity';
import type { Files } from './find-tests';
import { type Refusal, readCalls, readMakers, readRefusals } from './read-refusals';

/** A refusal and the page that says how it is known. */
export interface RefusalRule extends Refusal {
  /** The resource's slug under /fidelity. */
  readonly slug: string;
  readonly title: string;
}

/** Every refusal of the engine, read from its sources. Names in `engine` are relative to its folder. */
export function readRules(engine: Files): RefusalRule[] {
  const makers = readMakers(engine.get('aws-error.ts') ?? '');
  const calls = readCalls(engine.values());
  return [...engine]
    .filter(([name]) => name.endsWith('errors.ts') || name === 'aws-error.ts')
    .flatMap(([name, source]) => {
      const slug = name.includes('/') ? folderOf(name) : common.slug;
      const title = name.includes('/') ? titleOf(slug) : common.title;
      return readRefusals(source, makers, calls).map((refusal) => ({ ...refusal, slug, title }));
    });
}

/** The rule behind a refusal: of those with its code, the one whose fixed words are most of the message. */
export function ruleOf(
  rules: readonly RefusalRule[],
  refused: { readonly code: string; readonly message: string },
): RefusalRule | undefined {
  let best: { rule: RefusalRule; length: number } | undefined;
  for (const rule of rules) {
    if (!rule.codes.some((code) => patternOf(code).test(refused.code))) continue;
    for (const message of rule.messages) {
      const { length } = fixed(message);
      if (length > (best?.length ?? 0) && patternOf(message).test(refused.message)) best = { rule, length };
    }
  }
  return best?.rule;
}

/** What varies stands in braces. */
const varies = /\{\w[^}]*\}/;

const fixed = (text: string): string => text.split(varies).join('');

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(varies)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.{0,400}?')}$`,
    's',
  );
