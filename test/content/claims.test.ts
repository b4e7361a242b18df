import { describe, expect, test } from 'vitest';
import { loadLedger, parseLedger } from '@/lib/content/claims';
import { loadComingExperiments, loadExperiments } from '@/lib/content/experiments';
import { loadLabs } from '@/lib/content/labs';
import { loadLessons } from '@/lib/content/lessons';
import { fromJson } from '@/lib/engine/world';
import type { Meaning } from '@/lib/lessons/experiment';
import { type AwsLineResult, isAsSaid, runAwsLine } from '@/lib/lessons/run-aws-line';
import { startExperiment } from '@/lib/usecases/experiments';
import { placeOf } from './place-of';

const { parts, cases, gaps, systems } = await loadLedger();
const claims = parts.flatMap((part) => part.claims);
const lessons = [...(await loadLessons()).values()];
const labs = await loadLabs();
const ready = await loadExperiments();
const coming = await loadComingExperiments();

/**
 * Named systems without a lesson, or without anything to do. It is held to be exactly that, so it can only shrink: who
 * writes what is missing takes it out here.
 */
const openSystems = ['U13', 'U14', 'U15', 'U18', 'U19', 'U20', 'U21', 'U22', 'U32', 'U36'];

/** The same of experiments that wait for a system of the simulator, and of the claims that no other shows meanwhile. */
const waiting = {
  experiments: {
    'a-name-that-moves': ['dns-failover'],
    'a-server-that-comes-back': ['auto-scaling'],
    'by-instance-or-by-address': ['load-balancers'],
    'the-card-of-a-task': ['fargate'],
    'the-failover-clock': ['alarms'],
    'what-a-card-costs': ['cost-meter'],
  },
  claims: [9, 54, 56, 57, 58, 59, 73, 82, 83, 85, 86],
};

const shownBy = (experiments: typeof ready | typeof coming): Set<number> =>
  new Set([...experiments.values()].flatMap((experiment) => experiment.claims));
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

test('the ledger has every claim, contradiction, gap and system of the documents', () => {
  expect(claims.map(({ n }) => `${n}`)).toEqual(numbered('', 88));
  expect(cases.map(({ id }) => id)).toEqual(numbered('C', 12));
  expect(gaps.map(({ id }) => id)).toEqual(numbered('G', 16));
  expect(systems.map(({ id }) => id)).toEqual(numbered('U', 40));
});

test('what is wrong, dated and loose is known by number', () => {
  const of = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).map(({ n }) => n);
  expect(of('wrong')).toEqual([14, 27, 37, 41, 42, 49, 50, 55, 71]);
  expect(of('dated')).toEqual([29, 87]);
  expect(of('loose')).toEqual([5, 7, 9, 16, 33, 51, 63, 65, 73, 78, 79, 82]);
});

test('a claim that is not simply right says what is, and each rests on a page of AWS or says what does not', () => {
  for (const { n, verdict, correction, aws, unread, proof, documents } of claims) {
    expect(documents, `${n}`).not.toEqual([]);
    if (!['right', 'opinion'].includes(verdict)) expect(correction, `${n}`).toBeDefined();
    if (proof !== 'none') expect(aws.length > 0 || unread !== undefined, `${n}`).toBe(true);
  }
});

test('a contradiction between claims is told by both', () => {
  const pairs = claims.flatMap(({ n, against }) => against.map((other) => [n, other] as const));
  expect(pairs.length).toBeGreaterThan(0);
  for (const [n, other] of pairs) expect(claims[other - 1]?.against, `${other}`).toContain(n);
});

describe('each is taught in exactly one lesson', () => {
  test.each<['claims' | 'cases' | 'gaps', readonly (number | string)[]]>([
    ['claims', claims.map(({ n }) => n)],
    ['cases', cases.map(({ id }) => id)],
    ['gaps', gaps.map(({ id }) => id)],
  ])('%s', (kind, all) => {
    const row = (one: number | string) =>
      `${placeOf('claims.yaml', new RegExp(`\\b(n|id): ${one}\\b`))}: ${kind.slice(0, -1)} ${one}`;
    const taughtIn = (one: number | string) =>
      lessons
        .filter((lesson) => (lesson[kind] as readonly (number | string)[]).includes(one))
        .map(({ slug }) => placeOf(`lessons/${slug}/lesson.mdx`, new RegExp(`^${kind}:`, 'm')));
    const times = (one: number | string) => taughtIn(one).length;
    expect(
      all.filter((one) => times(one) > 1).map((one) => `${row(one)} is taught twice: ${taughtIn(one).join(', ')}`),
    ).toEqual([]);
    expect(all.filter((one) => times(one) === 0).map((one) => `${row(one)} is taught by no lesson`)).toEqual([]);
    const taught: (number | string)[] = lessons.flatMap<number | string>((lesson) => lesson[kind]);
    const strange = taught.filter((one) => !all.includes(one));
    expect(strange.map((one) => `${taughtIn(one)}: there is no ${kind.slice(0, -1)} ${one}`)).toEqual([]);
  });
});

describe('experiments', () => {
  test('show every claim that a run can show, but for those that wait for a system', () => {
    const shown = shownBy(ready);
    const later = shownBy(coming);
    const rest = claims.filter(({ n, proof }) => proof === 'run' && !shown.has(n)).map(({ n }) => n);
    expect(rest.filter((n) => later.has(n))).toEqual(waiting.claims);
    const unseen = rest.filter((n) => !later.has(n));
    expect(
      unseen.map((n) => `${placeOf('claims.yaml', new RegExp(`\\bn: ${n}\\b`))}: no experiment shows claim ${n}`),
    ).toEqual([]);
  });

  test('that wait for a system are these, and their claims are in the ledger', () => {
    const needs = [...coming].map(([id, experiment]) => [id, experiment.needs]);
    expect(Object.fromEntries(needs)).toEqual(waiting.experiments);
    expect(claims.map(({ n }) => n)).toEqual(expect.arrayContaining([...shownBy(coming)]));
  });
});

describe('cases', () => {
  const settled = cases.flatMap(({ id, experiment }) =>
    experiment !== undefined && ready.has(experiment) ? [[id, experiment] as const] : [],
  );

  test('are settled by an experiment where one can', () => {
    const without = cases.filter(({ proof, experiment }) => proof === 'run' && experiment === undefined);
    expect(without.map(({ id }) => id)).toEqual([]);
    for (const { id, proof, experiment, sides } of cases) {
      if (experiment === undefined) continue;
      expect(proof, id).toBe('run');
      const { claims: shown } = ready.get(experiment) ?? coming.get(experiment) ?? expect.fail(`no ${experiment}`);
      const disputed = sides.flatMap((side) => side.claims);
      expect(
        shown.filter((n) => disputed.includes(n)),
        id,
      ).not.toEqual([]);
    }
  });

  test.each(settled)('%s: the run bears out the side that holds, and no other', async (id, experiment) => {
    const { sides, holds } = cases.find((one) => one.id === id) ?? expect.fail(id);
    const { view, account } = await startExperiment(experiment);
    const world = fromJson(account.world);
    const answers: AwsLineResult[] = [];
    for (const { run } of view.steps) answers.push(await runAwsLine(world, account.variables, run));
    const isSo = ({ step, ...said }: Meaning) => isAsSaid(said, answers[step - 1] ?? expect.fail(`no step ${step}`));
    for (const { means } of sides) expect(means).not.toEqual([]);
    expect(sides.map(({ means }) => means.every(isSo))).toEqual(
      {
        first: [true, false],
        second: [false, true],
        both: [true, true],
        opinion: [true, true],
      }[holds],
    );
  });
});

describe('named systems', () => {
  test('each has a lesson and something to do', () => {
    const done = systems.filter(
      (system) =>
        lessons.some((lesson) => lesson.claims.some((n) => system.claims.includes(n))) &&
        (system.labs.length > 0 || system.experiments.length > 0),
    );
    expect(systems.filter((system) => !done.includes(system)).map(({ id }) => id)).toEqual(openSystems);
  });

  test('what is to be done is there, and speaks of a claim of theirs', () => {
    for (const system of systems)
      for (const claimed of [
        ...system.labs.map((slug) => labs.get(slug)?.claims ?? expect.fail(`${system.id}: no lab ${slug}`)),
        ...system.experiments.map((id) => ready.get(id)?.claims ?? expect.fail(`${system.id}: no experiment ${id}`)),
      ])
        expect(
          claimed.filter((n) => system.claims.includes(n)),
          system.id,
        ).not.toEqual([]);
  });
});

const row = (n: number, more = '') =>
  `{ n: ${n}, says: S, documents: [1], verdict: right, aws: [a], proof: run${more} }`;
const file = (rows: string, rest = 'cases: []\ngaps: []\nsystems: []') => `
pages: { a: https://docs.aws.amazon.com/a }
parts: [{ id: t, title: T, claims: [${rows}] }]
${rest}`;

describe('claims.yaml', () => {
  test('gives each row the addresses of its pages', () => {
    const ledger = parseLedger('claims.yaml', file(row(1)));
    expect(ledger.parts[0]?.claims[0]).toMatchObject({ n: 1, aws: ['https://docs.aws.amazon.com/a'], near: [] });
  });

  test.each([
    ['a misspelt key', file(row(1, ', say: x')), /say/],
    ['an unknown verdict', file(row(1).replace('right', 'fine')), /verdict/],
    ['a document that is none', file(row(1).replace('[1]', '[6]')), /documents/],
    ['a page without an address', file(row(1).replace('[a]', '[b]')), /'b' is no page/],
    ['a page that nothing names', file(row(1).replace('[a]', '[]')), /the page 'a' is not used/],
    [
      'a number left out',
      file(`${row(1)}, ${row(3)}`),
      /^content\/claims\.yaml:3: '3' does not come in its place, which is that of 2$/,
    ],
    ['a number twice', file(`${row(1)}, ${row(1)}`), /'1' does not come in its place/],
    ['a claim against one that is not there', file(row(1, ', against: [2]')), /there is no claim 2/],
    [
      'a system of a claim that is not there',
      file(row(1), 'cases: []\ngaps: []\nsystems: [{ id: U1, name: N, documents: [1], claims: [7] }]'),
      /there is no claim 7/,
    ],
  ])('%s is refused', (_, text, message) => {
    expect(() => parseLedger('claims.yaml', text)).toThrow(message);
  });
});
