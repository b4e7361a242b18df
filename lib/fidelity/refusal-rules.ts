import { common, folderOf, titleOf } from './fidelity';
import type { Files } from './find-tests';
import { type Refusal, readCalls, readMakers, readRefusals } from './read-refusals';

/** A refusal and the page that says how it is known. */
export interface RefusalRule extends Refusal {
  /** The resource's slug under /fidelity. */
  readonly slug: string;
  readonly title: string;
  /** The operations of the resource. */
  readonly operations: readonly string[];
}

/** Every refusal of the engine, read from its sources. Names in `engine` are relative to its folder. */
export function readRules(engine: Files): RefusalRule[] {
  const makers = readMakers(engine.get('aws-error.ts') ?? '');
  const calls = readCalls(engine.values());
  const operations = operationsIn(engine);
  return [...engine]
    .filter(([name]) => name.endsWith('errors.ts') || name === 'aws-error.ts')
    .flatMap(([name, source]) => {
      const slug = name.includes('/') ? folderOf(name) : common.slug;
      const title = name.includes('/') ? titleOf(slug) : common.title;
      const of = operations.get(slug) ?? [];
      return readRefusals(source, makers, calls).map((refusal) => ({ ...refusal, slug, title, operations: of }));
    });
}

/** The operations that each folder declares. */
function operationsIn(engine: Files): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, source] of engine) {
    const [, operation] = /= operation\(\{\s*name: '(\w+)'/.exec(source) ?? [];
    if (operation) found.set(folderOf(name), [...(found.get(folderOf(name)) ?? []), operation]);
  }
  return found;
}

/**
 * The rule behind a refusal of an operation: of those with its code, the one whose fixed words are most of the message, and of
 * those that say the same the one of the operation's own resource. Cost: linear in the message.
 */
export function ruleOf(
  rules: readonly RefusalRule[],
  operation: string,
  refused: { readonly code: string; readonly message: string },
): RefusalRule | undefined {
  let best: { rule: RefusalRule; weight: number } | undefined;
  for (const rule of rules) {
    if (!rule.codes.some((code) => isMade(code, refused.code))) continue;
    const isOwn = rule.operations.includes(operation) ? 0.5 : 0;
    for (const message of rule.messages) {
      const weight = partsOf(message).join('').length + isOwn;
      if (weight > (best?.weight ?? 1) && isMade(message, refused.message)) best = { rule, weight };
    }
  }
  return best?.rule;
}

/** What is the same in every text that is made so: what varies stands in braces. */
const partsOf = (made: string): string[] => made.split(/\{\w[^}]*\}/);

function isMade(made: string, text: string): boolean {
  const parts = partsOf(made);
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return text === first;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
