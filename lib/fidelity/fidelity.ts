import { operations } from '@/lib/engine/operations';
import { type Files, type TestFile, testFiles, testsOfOperation, testsOfParameter, testsOfRefusal } from './find-tests';
import { listParameters } from './list-parameters';
import { type OperationNotes, readNotes, readOperations } from './read-docstrings';
import { type Refusal, readCalls, readMakers, readRefusals } from './read-refusals';
import type { OperationView, ParameterView, RefusalView, ResourceView } from './views';

/** What any operation may answer, and what stands in no resource's folder. */
export const common = { slug: 'common', title: 'Any operation' };
/** What a request is answered before it is a call. */
const endpoint = { slug: 'ec2-query', title: 'Requests of real clients' };

type Read = Omit<ResourceView, 'operations' | 'refusals'> & {
  readonly operations: readonly OperationNotes[];
  readonly refusals: readonly Refusal[];
};

/**
 * What the engine models, read from its own sources: every operation with its parameters, every refusal with AWS's words, where
 * each is known from, what is known to differ, and the tests that hold it. Names in `engine` and `query` are relative to the
 * folders of the engine and of the Query endpoint; `tests` say what AWS answers to calls, `requestTests` to what is no call.
 */
export function fidelityOf(engine: Files, query: Files, tests: Files, requestTests: Files): ResourceView[] {
  const makers = readMakers(engine.get('aws-error.ts') ?? '');
  const calls = readCalls([...engine.values(), ...query.values()]);
  const refusalsIn = (files: Files): Refusal[] =>
    [...files]
      .filter(([name]) => name.endsWith('errors.ts'))
      .flatMap(([, source]) => readRefusals(source, makers, calls));
  const notesIn = (files: Files) =>
    [...files].filter(([name]) => !/errors?\.ts$/.test(name)).flatMap(([name, source]) => readNotes(name, source));
  const folders = [...new Set([...engine.keys()].filter((name) => name.includes('/')).map(folderOf))].sort();
  const read: Read[] = folders.map((slug) => {
    const files = new Map([...engine].filter(([name]) => name.startsWith(`${slug}/`)));
    const declared = [...files.values()].flatMap(readOperations).sort((a, b) => (a.name < b.name ? -1 : 1));
    return { slug, title: titleOf(slug), operations: declared, refusals: refusalsIn(files), notes: notesIn(files) };
  });
  const atTop = new Map([...engine].filter(([name]) => !name.includes('/')));
  // Without those that have no words of their own: what calls them is a refusal.
  const own = readRefusals(engine.get('aws-error.ts') ?? '', makers).filter(({ messages }) => messages.length > 0);
  const all: Read[] = [
    ...read.filter((one) => one.operations.length > 0 || one.refusals.length > 0),
    { ...common, operations: [], refusals: own, notes: notesIn(atTop) },
    { ...endpoint, operations: [], refusals: refusalsIn(query), notes: notesIn(query) },
  ];
  const ofCalls = testFiles(tests);
  return withTests(all, ofCalls, [...ofCalls, ...testFiles(requestTests)]);
}

function withTests(
  read: readonly Read[],
  tests: readonly TestFile[],
  refusalTests: readonly TestFile[],
): ResourceView[] {
  const users = new Map<string, number>();
  for (const code of read.flatMap(({ refusals }) => refusals.flatMap(({ codes }) => codes)))
    users.set(code, (users.get(code) ?? 0) + 1);
  return read.map((resource) => ({
    ...resource,
    operations: resource.operations.map((notes) => operationView(notes, tests)),
    refusals: resource.refusals.map((one): RefusalView => {
      const isShared = one.codes.some((code) => (users.get(code) ?? 0) > 1);
      return { ...one, tests: testsOfRefusal(refusalTests, one, isShared).map(nameOf) };
    }),
  }));
}

const byName = new Map(operations.map((one) => [one.name, one]));

const nameOf = ({ name }: TestFile): string => name;

function operationView(notes: OperationNotes, tests: readonly TestFile[]): OperationView {
  const callers = testsOfOperation(tests, notes.name);
  const parameters = listParameters(byName.get(notes.name)?.input ?? {}).map(
    (one): ParameterView => ({ ...one, tests: testsOfParameter(callers, one.name).map(nameOf) }),
  );
  return { ...notes, summary: sentence(notes.summary), parameters, tests: callers.map(nameOf) };
}

export const folderOf = (name: string): string => name.slice(0, name.indexOf('/'));

/** Words that AWS writes in capitals. */
const abbreviations = /\b(acl|dhcp|nat|vpc|vpn)\b/g;

export const titleOf = (slug: string): string =>
  sentence(slug.replace(/-/g, ' ').replace(abbreviations, (word) => word.toUpperCase()));

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
