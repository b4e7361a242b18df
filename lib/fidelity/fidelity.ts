import { operations } from '@/lib/engine/operations';
import type { Members, Shape } from '@/lib/engine/shapes';
import { type Maker, readOperations, readRefusals } from './read-source';
import type { OperationView, ParameterView, RefusalView, ResourceView } from './views';

/** The codes that any operation may give, and what stands in no resource's folder. */
const common = 'common';

/** Texts of source files by name; the engine's are relative to its folder. */
type Files = ReadonlyMap<string, string>;

/**
 * What the engine models, read from its own sources: every operation with its parameters, every refusal with AWS's words, where
 * each is known from, and the tests that hold it.
 */
export function fidelityOf(files: Files, tests: Files): ResourceView[] {
  const own = readRefusals(files.get('aws-error.ts') ?? '');
  const makers = new Map<string, Maker>(own.map((refusal) => [refusal.name, refusal]));
  const folders = new Set(
    [...files.keys()].filter((name) => name.includes('/')).map((name) => name.split('/')[0] ?? ''),
  );
  const resources = [...folders].map((slug) => {
    const sources = [...files].filter(([name]) => name.startsWith(`${slug}/`));
    const refusals = sources
      .filter(([name]) => name.endsWith('errors.ts'))
      .flatMap(([, source]) => readRefusals(source, makers));
    return {
      slug,
      title: titleOf(slug),
      operations: sources
        .flatMap(([, source]) => readOperations(source))
        .map(
          (notes): OperationView => ({
            ...notes,
            summary: sentence(notes.summary),
            parameters: parametersOf(notes.name),
            tests: callers(tests, notes.name),
          }),
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      refusals: refusals.map((refusal) => viewOf(refusal, tests)),
    };
  });
  const known = resources.filter((one) => one.operations.length > 0 || one.refusals.length > 0);
  const any = { slug: common, title: 'Any operation', operations: [], refusals: own.map((one) => viewOf(one, tests)) };
  return [...known.sort((a, b) => (a.slug < b.slug ? -1 : 1)), any];
}

const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

const callers = (tests: Files, operation: string): string[] => {
  const command = new RegExp(`aws ec2 ${kebab(operation)}\\b|'${operation}'`);
  return [...tests].filter(([, text]) => command.test(text)).map(([name]) => name);
};

function viewOf(
  { parameters: _, ...refusal }: (RefusalView & Maker) | Omit<RefusalView & Maker, 'tests'>,
  tests: Files,
): RefusalView {
  const [fixed = ''] = refusal.message.split(/\{\w+\}/).sort((a, b) => b.length - a.length);
  const holds = (text: string) => refusal.codes.some((code) => text.includes(code)) && text.includes(fixed.trim());
  return { ...refusal, tests: [...tests].filter(([, text]) => fixed.length > 3 && holds(text)).map(([name]) => name) };
}

const byName = new Map(operations.map((one) => [one.name, one]));

/** Parameters in AWS's order; of structures, only the members that are not modelled stand by themselves. */
function parametersOf(operation: string): ParameterView[] {
  const input = byName.get(operation)?.input ?? {};
  return Object.entries(input).flatMap(([name, shape]) => [
    { name, modelled: shape.type !== 'notModelled' },
    ...missingIn(shape, name).map((member) => ({ name: member, modelled: false })),
  ]);
}

function missingIn(shape: Shape, path: string): string[] {
  if (shape.type === 'list') return missingIn(shape.member, `${path}[]`);
  if (shape.type !== 'structure') return [];
  return Object.entries<Members[string]>(shape.members).flatMap(([name, member]) =>
    member.type === 'notModelled' ? [`${path}.${name}`] : missingIn(member, `${path}.${name}`),
  );
}

/** Words that AWS writes in capitals. */
const abbreviations = /\b(acl|dhcp|nat|vpc|vpn)\b/g;

const titleOf = (slug: string): string => {
  const words = slug.replace(/-/g, ' ').replace(abbreviations, (word) => word.toUpperCase());
  return sentence(words);
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
