import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLedger } from '@/lib/content/claims';
import { inCourseOrder } from '@/lib/content/course';
import { loadExperiments } from '@/lib/content/experiments';
import { loadLabs } from '@/lib/content/labs';
import {
  findLesson,
  lessonDocument,
  lessonVersions,
  loadLessons,
  parseLesson,
  parseLessonDocument,
} from '@/lib/content/lessons';
import { loadQuizzes } from '@/lib/content/quizzes';
import { readYaml } from '@/lib/content/read-yaml';
import { fromJson } from '@/lib/engine/world';
import { awsPages } from '@/lib/lessons/aws-pages';
import { documents } from '@/lib/lessons/documents';
import { ExperimentFile } from '@/lib/lessons/experiment';
import type { Lesson } from '@/lib/lessons/lesson';
import { experimentsIn, partsOf } from '@/lib/lessons/parts';
import { type AwsLineResult, isAsSaid, runAwsLine } from '@/lib/lessons/run-aws-line';
import { startExperiment } from '@/lib/usecases/experiments';
import { compiled } from './compiled';
import { placeOf } from './place-of';

const lessons = [...(await loadLessons()).values()];
const experiments = [...(await loadExperiments()).keys()];
const ledger = await loadLedger();
const knownClaims = ledger.parts.flatMap((part) => part.claims.map(({ n }) => n));
/** In the order of the course. */
const slugs = lessons.map(({ slug }) => slug);

/** Whether a path of this site is a page: of content where its folder is `[slug]`, else a file. */
async function isPage(path: string): Promise<boolean> {
  const [, area = '', slug] = path.split('/');
  const content = { lessons: await loadLessons(), labs: await loadLabs(), quizzes: await loadQuizzes() }[area];
  if (area === 'sources' && ledger.cases.some(({ id }) => id === slug)) return true;
  if (area === 'sources' && slug !== undefined) return existsSync(`app/(learn)/sources/${slug}/page.tsx`);
  if (slug === undefined) return existsSync(`app/${area}/page.tsx`) || existsSync(`app/(learn)/${area}/page.tsx`);
  return content?.has(slug) ?? false;
}

const numbersIn = (text: string | undefined): number[] => (text ?? '').split(' ').filter(Boolean).map(Number);
const sorted = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((a, b) => a - b);
const sourcesOf = (lesson: Lesson) =>
  partsOf(lesson.body).flatMap(({ name, attributes }) => (name === 'Source' ? [attributes] : []));

test('there are lessons and experiments', () => {
  expect(lessons.length).toBeGreaterThan(0);
  expect(experiments.length).toBeGreaterThan(0);
});

describe.each(lessons.map((lesson) => [lesson.slug, lesson] as const))('lesson %s', (slug, lesson) => {
  const file = `lessons/${slug}/lesson.mdx`;
  const at = (what: string | RegExp) => placeOf(file, what);

  test('its text is MDX that compiles, with no parts but ours and none of JavaScript', async () => {
    expect(await compiled(file, lesson.body)).not.toBe('');
    const names = new Set(partsOf(lesson.body).map(({ name }) => name));
    const known = ['Cite', 'Experiment', 'Outcome', 'Picture', 'Question', 'Source', 'Sources', 'Term'];
    const strange = [...names].filter((name) => !known.includes(name));
    expect(strange.map((name) => `${at(`<${name}`)}: <${name}> is none of ${known.join(', ')}`)).toEqual([]);
    // next-mdx-remote leaves expressions out without a word.
    expect(lesson.body, `${at(/[{}](?![\s\S]*\n---\n)/)}: no { or } in a lesson’s text`).not.toMatch(/[{}]/);
    expect(lesson.body, `${at(/^# /m)}: the title is the page’s`).not.toMatch(/^# /m);
  });

  test('asks each of its questions once, and shows each of its experiments once', () => {
    const ids = (part: string) =>
      partsOf(lesson.body).flatMap(({ name, attributes }) => (name === part ? [attributes.id] : []));
    expect(ids('Question').sort()).toEqual(lesson.questions.map(({ id }) => id).sort());
    expect(new Set(ids('Experiment')).size).toBe(ids('Experiment').length);
    const absent = experimentsIn(lesson.body).filter((id) => !experiments.includes(id));
    expect(absent.map((id) => `${at(`"${id}"`)}: there is no content/experiments/${id}.yaml to be run`)).toEqual([]);
  });

  test('its references count from 1 in the order of the text, and each has its source', () => {
    const [text = ''] = lesson.body.split('<Sources>');
    const cited = partsOf(text).flatMap(({ name, attributes }) => (name === 'Cite' ? [attributes.n] : []));
    expect(cited, `${at('<Cite')}: the references of the text`).toEqual(cited.map((_one, index) => String(index + 1)));
    expect(
      sourcesOf(lesson).map(({ n }) => n),
      `${at('<Sources>')}: one source for each reference`,
    ).toEqual(cited);
  });

  test('its claims are rows of the ledger, and those that the head names are cited', () => {
    const sources = sourcesOf(lesson);
    const claims = sources.flatMap((source) => numbersIn(source.claims));
    const head = at(/^claims:/m);
    expect(
      claims.filter((n) => !knownClaims.includes(n)),
      `${at('<Sources>')}: no rows of content/claims.yaml`,
    ).toEqual([]);
    expect(
      lesson.claims.filter((n) => !claims.includes(n)),
      `${head}: claims that no <Source> of it names`,
    ).toEqual([]);
    expect(lesson.claims, `${head}: each once, counting up`).toEqual(sorted(lesson.claims));
    for (const question of lesson.questions) expect(claims).toEqual(expect.arrayContaining(question.claims));

    const cited = sources.flatMap((source) => numbersIn(source.documents));
    for (const n of cited) expect(documents[n - 1], `document ${n}`).toBeDefined();
    expect(sorted(lesson.documents), `${at(/^documents:/m)}: those that its <Source>s name`).toEqual(sorted(cited));
    expect([...lesson.sources].sort(), `${at(/^sources:/m)}: the pages that its <Source>s name`).toEqual(
      [...new Set(sources.map(({ aws }) => aws))].sort(),
    );
  });

  test('its cases have both sides cited, and its gaps a page of AWS', () => {
    const cited = sourcesOf(lesson).flatMap((source) => numbersIn(source.claims));
    for (const id of lesson.cases) {
      const found = ledger.cases.find((one) => one.id === id);
      for (const { says, claims } of found?.sides ?? [expect.fail(`there is no case ${id}`)])
        expect(
          claims.filter((n) => cited.includes(n)),
          `${id}: ${says}`,
        ).not.toEqual([]);
    }
    for (const id of lesson.gaps) {
      const { aws } = ledger.gaps.find((one) => one.id === id) ?? expect.fail(`there is no gap ${id}`);
      expect(
        aws.filter((page) => lesson.sources.includes(page)),
        `${id}: ${aws.join(' or ')}`,
      ).not.toEqual([]);
    }
  });

  test('what it builds on comes earlier in the course', () => {
    const before = slugs.slice(0, slugs.indexOf(lesson.slug));
    expect(
      lesson.prerequisites.filter((one) => !before.includes(one)),
      `${at(/^prerequisites:/m)}: lessons that content/course.yaml does not have before it`,
    ).toEqual([]);
  });

  test('its sources are pages of AWS, by https', () => {
    for (const source of [...lesson.sources, ...lesson.questions.flatMap((question) => question.sources)])
      expect(source).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//);
  });

  test('its links and its next step lead to pages that exist', async () => {
    const links = [...lesson.body.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, href]) =>
      href?.startsWith('/') ? [href] : [],
    );
    for (const href of [lesson.next.href, ...links])
      expect(await isPage(href), `${at(href)}: there is no page ${href}`).toBe(true);
    expect(await isPage('/labs/nowhere')).toBe(false);
    expect(await isPage('/nowhere')).toBe(false);
  });
});

test('every page of AWS that content links to has a title', async () => {
  const labs = [...(await loadLabs()).values()];
  const questions = [...lessons, ...(await loadQuizzes()).values()].flatMap((one) => one.questions);
  const rows = [...ledger.parts.flatMap(({ claims }) => claims), ...ledger.cases, ...ledger.gaps];
  const pages = [
    ...[...labs, ...lessons, ...questions].flatMap(({ sources }) => sources),
    ...rows.flatMap(({ aws }) => aws),
  ];
  expect(pages.length).toBeGreaterThan(20);
  expect(
    [...new Set(pages)].filter((page) => !awsPages.has(page)),
    'pages whose title is to be added to lib/lessons/aws-pages.ts',
  ).toEqual([]);
});

describe.each(experiments)('experiment %s', (id) => {
  const at = (what: string | RegExp) => placeOf(`experiments/${id}.yaml`, what);

  test('each step shows what it says, and not what the others say of it', async () => {
    const { view, account: started } = await startExperiment(id);
    const { steps } = view;
    const { world, variables } = started;
    const account = fromJson(world);
    for (const { run, shows } of steps) {
      const result = await runAwsLine(account, variables, run);
      const said = `${at(`- run: ${run}`)}: shows ${JSON.stringify(shows)}, and the run`;
      expect(isAsSaid(shows, result), `${said} printed\n${result.stdout}${result.stderr}`).toBe(true);
      const opposite = 'refused' in shows ? ({ accepted: true } as const) : { refused: 'OperationNotPermitted' };
      expect(isAsSaid(opposite, result), run).toBe(false);
    }
  });

  test('the prediction that it calls right is the one that its run bears out', async () => {
    const { view, account: started } = await startExperiment(id);
    const { steps, predict } = view;
    const { world, variables } = started;
    const account = fromJson(world);
    const answers: AwsLineResult[] = [];
    for (const { run } of steps) answers.push(await runAwsLine(account, variables, run));
    const options = (await loadExperiments()).get(id)?.predict.options ?? [];
    const holds = options.filter(({ means }) =>
      means.every(({ step, ...said }) => isAsSaid(said, answers[step - 1] ?? expect.fail(`there is no step ${step}`))),
    );
    expect(
      holds.map(({ text }) => text),
      `${at(/^ +right:/m)}: the options whose "means" the run bears out`,
    ).toEqual([predict.options[predict.right]]);
    expect(predict.because, `${at('because:')}: ends with a full stop`).toMatch(/\.$/);
  });

  test('holds nothing of the default VPC', async () => {
    const { vpcs } = fromJson((await startExperiment(id)).account.world);
    expect(new Set(vpcs.list().map(({ IsDefault }) => IsDefault))).toEqual(new Set([false]));
  });

  test('is the same each time, and small enough to come at once', async () => {
    const started = await startExperiment(id);
    expect(await startExperiment(id)).toEqual(started);
    expect(JSON.stringify(started.account).length).toBeLessThan(11_000);
  });

  test('tells of the variables that its commands use, with their values', async () => {
    const { view, account: started } = await startExperiment(id);
    const { given, steps } = view;
    const { variables } = started;
    const used = new Set(steps.flatMap(({ run }) => [...run.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name)));
    expect(given.map(({ name }) => name)).toEqual(expect.arrayContaining([...used]));
    for (const { name, value } of given) expect([value, variables[name]]).toEqual([expect.stringMatching(/\S/), value]);
  });

  test('is part of a lesson, and its claims are rows of the ledger', async () => {
    const shown = lessons.some(({ body }) => experimentsIn(body).includes(id));
    expect(shown, `content/experiments/${id}.yaml: no lesson has <Experiment id="${id}" />`).toBe(true);
    expect(
      (await loadExperiments()).get(id)?.claims.filter((n) => !knownClaims.includes(n)),
      `${at(/^claims:/m)}: no rows of content/claims.yaml`,
    ).toEqual([]);
  });
});

test('the documents have the names that they are cited by', () => {
  expect(documents).toHaveLength(5);
  for (const [index, { file, title }] of documents.entries()) {
    expect(file).toMatch(new RegExp(`^00${index}_[\\da-f]{16}\\.txt$`));
    expect(title).toMatch(/\S/);
  }
});

describe('lessons of content/', () => {
  test('are found by the name of their folder', async () => {
    for (const lesson of lessons) expect(await findLesson(lesson.slug)).toEqual(lesson);
    for (const slug of ['nowhere', '__proto__', '../labs/sandbox']) expect(await findLesson(slug)).toBeUndefined();
  });

  test('are ordered by the course, which names each of them once', async () => {
    expect(await inCourseOrder('lesson', [...slugs].reverse())).toEqual(slugs);
    await expect(inCourseOrder('lesson', [...slugs, 'another'])).rejects.toThrow("the lesson 'another' is not in it");
    await expect(inCourseOrder('lesson', slugs.slice(1))).rejects.toThrow(`there is no lesson '${slugs[0]}'`);
  });

  test('become documents that give the same lesson and the same hash again', async () => {
    for (const lesson of lessons) {
      const version = lessonDocument(lesson);
      expect(version).toMatchObject({
        kind: 'lesson',
        slug: lesson.slug,
        hash: expect.stringMatching(/^[\da-f]{64}$/),
      });
      const again = parseLessonDocument(version.document);
      expect(again).toEqual(lesson);
      expect(lessonDocument(again)).toEqual(version);
      expect(lessonDocument({ ...lesson, body: `${lesson.body}.` }).hash).not.toBe(version.hash);
    }
    expect((await lessonVersions()).map(({ slug }) => slug)).toEqual(lessons.map(({ slug }) => slug));
  });

  test('a text that is no lesson is refused', () => {
    expect(() => parseLessonDocument('{}')).toThrow();
    expect(() => parseLessonDocument('not JSON')).toThrow();
  });
});

const head = `title: T
summary: S
minutes: 9
objectives: [SAA-C03/2.2]
prerequisites: []
claims: [1]
cases: []
gaps: []
documents: [1]
sources: [https://docs.aws.amazon.com/x]
next: { href: /labs, label: L, why: W }
proved: [P]`;
const mdx = (yaml: string) => `---\n${yaml}\n---\nText.\n`;

describe('lesson.mdx', () => {
  test('is a head and a text', () => {
    expect(parseLesson('lesson.mdx', mdx(head))).toMatchObject({ title: 'T', body: 'Text.\n' });
  });

  test.each([
    ['no head', 'Text.', /lesson\.mdx: begins with a head/],
    ['a head without its end', `---\n${head}\n`, /lesson\.mdx: begins with a head/],
    ['a misspelt key', mdx(`${head}\nminuts: 9`), /minuts/],
    ['a document that is none', mdx(head.replace('documents: [1]', 'documents: [6]')), /documents/],
    ['a prerequisite that is no slug', mdx(head.replace('prerequisites: []', 'prerequisites: [A b]')), /prerequisites/],
    ['a case that is none', mdx(head.replace('cases: []', 'cases: [G1]')), /cases/],
    ['a gap that is none', mdx(head.replace('gaps: []', 'gaps: [1]')), /gaps/],
    ['a source that is no https address', mdx(head.replace('https:', 'http:')), /sources/],
    ['a next step out of this site', mdx(head.replace('/labs', 'https://example.org')), /next/],
    ['nothing proved', mdx(head.replace('[P]', '[]')), /proved/],
    ['too long a text', `${mdx(head)}${'x'.repeat(64_000)}`, /longer than 64000/],
  ])('%s is refused', (_, text, message) => {
    expect(() => parseLesson('lesson.mdx', text)).toThrow(message);
  });
});

const experiment = `
title: T
say: S
claims: [1]
start: aws ec2 describe-vpcs
given: []
predict:
  ask: A
  options:
    - { text: B, means: [{ step: 1, refused: C }] }
    - { text: C, means: [{ step: 1, accepted: true }] }
  right: 1
  because: D
steps:
  - { run: aws ec2 describe-vpcs, note: N, shows: { accepted: true } }`;

describe('an experiment’s yaml', () => {
  test('is accepted as it should be', () => {
    expect(readYaml('x.yaml', experiment, ExperimentFile).steps).toHaveLength(1);
  });
  const outside = `
serviceInterfaces: [{ service: network-load-balancer, name: net/web/1, subnet: a }]
surroundings: { hosts: [{ name: web-1, listens: [tcp/80] }] }`;
  test('may say what stands around its account, as a lab does', () => {
    const { surroundings, serviceInterfaces } = readYaml('x.yaml', `${experiment}${outside}`, ExperimentFile);
    expect(surroundings?.hosts).toEqual([{ name: 'web-1', listens: ['tcp/80'] }]);
    expect(serviceInterfaces).toHaveLength(1);
  });
  test.each(['sleep 1', 'sleep 3600'])('may let time go by: %s', (line) => {
    const text = experiment.replace('run: aws ec2 describe-vpcs', `run: ${line}`);
    expect(readYaml('x.yaml', text, ExperimentFile).steps[0]?.run).toBe(line);
  });
  test.each(['sleep 0', 'sleep 3601', 'sleep 1m', 'sleep 1 2', 'sleep', 'ls', 'awsec2'])('no command: %s', (line) => {
    const text = experiment.replace('run: aws ec2 describe-vpcs', `run: ${line}`);
    expect(() => readYaml('x.yaml', text, ExperimentFile)).toThrow(/a command begins with aws, or is sleep/);
  });
  test.each([
    ['a misspelt key', `${experiment}\nclaim: 1`, /claim/],
    ['a step that shows nothing', experiment.replace('{ accepted: true }', '{}'), /shows/],
    ['a step that shows two things', experiment.replace('shows: { ', 'shows: { prints: x, '), /shows/],
    ['one option', experiment.replace(/^.*text: B.*\n/m, ''), /options/],
    ['an option that means nothing', experiment.replace('[{ step: 1, refused: C }]', '[]'), /means/],
    ['an option that speaks of no step', experiment.replace('step: 1, refused', 'step: 2, refused'), /means speaks/],
    ['surroundings of another shape', `${experiment}${outside.replace('hosts', 'host')}`, /surroundings/],
    ['a right option that is none', experiment.replace('right: 1', 'right: 2'), /right/],
  ])('%s is refused', (_, text, message) => {
    expect(() => readYaml('x.yaml', text, ExperimentFile)).toThrow(message);
  });
});
