import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExperiments } from '@/lib/content/experiments';
import { loadLabs } from '@/lib/content/labs';
import { loadLessons } from '@/lib/content/lessons';
import { loadQuizzes } from '@/lib/content/quizzes';
import type { Question } from '@/lib/quizzes/question';
import { questionView } from '@/lib/quizzes/question-view';
import type { QuestionView } from '@/lib/quizzes/views';
import { plainText } from '@/lib/search/plain-text';
import { someAnswer } from '../build/quiz-answers';
import { Browser } from './browser';
import { assigned, type Classroom } from './classroom';
import { signUp, start } from './people';
import { startServer, type TestServer } from './start-server';

/*
 * Every key has words beside it that stand nowhere else: why a choice is right or wrong, the explanation, the levels of a
 * rubric, the sample, the lines that pass, a lab's hints and solution. They are the markers. Whatever gives a key away as
 * an object gives them away too; a bare flag is caught by the names of fields that a question may have.
 */
const slug = 'interfaces-and-attachments';

function wordsOf(question: Question): string[] {
  const own = [question.explain];
  switch (question.type) {
    case 'single':
    case 'multiple':
      return [...own, ...question.choices.map(({ why }) => why)];
    case 'ordering':
      return [...own, ...question.items.map(({ why }) => why)];
    case 'matching':
      return [...own, ...question.prompts.map(({ why }) => why)];
    case 'cli':
      return [...own, question.solution, ...question.checks.map(({ say }) => say)];
    case 'free':
      return [...own, question.sample, ...question.rubric.flatMap(({ levels }) => levels.map(({ say }) => say))];
    case 'numeric':
      return own;
  }
}

/** A marker as it might be sent: in clear, escaped for JSON or HTML, in base64 at each of three offsets, in hex, backwards. */
function disguises(marker: string): string[] {
  const bytes = Buffer.from(marker);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    marker,
    JSON.stringify(marker).slice(1, -1),
    JSON.stringify(JSON.stringify(marker).slice(1, -1)).slice(1, -1),
    marker.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;'),
    encodeURIComponent(marker),
    ...base64,
    bytes.toString('hex'),
    [...marker].reverse().join(''),
  ];
}

/** Thirty letters that stand in no text that is shown, without a line break or markup in them; none when there are no such. */
function marker(words: string, shown: string): string | undefined {
  for (const part of words.split(/\n|`|\*\*/)) {
    const text = part.trim();
    for (let at = 0; at + 30 <= text.length; at += 3) {
      const some = text.slice(at, at + 30);
      if (some.trim() === some && !shown.includes(some)) return some;
    }
  }
  return undefined;
}

let server: TestServer;
let room: Classroom;
let markers: { of: string; texts: string[] }[];

beforeAll(async () => {
  const words: [string, string][] = [];
  // What is public, and what this test answers: a sentence that also stands there marks nothing.
  const shownTexts: string[] = [];
  const show = (question: Question) => {
    shownTexts.push(...textsOf(questionView(question, 'a seed')));
    shownTexts.push(...textsOf(someAnswer(questionView(question, 'a seed'))));
  };
  for (const quiz of (await loadQuizzes()).values())
    for (const question of quiz.questions) {
      show(question);
      for (const text of wordsOf(question)) words.push([question.id, text]);
    }
  for (const lesson of (await loadLessons()).values()) {
    // Also without its marks, as the search has it.
    shownTexts.push(lesson.body, plainText(lesson.body), ...lesson.proved);
    for (const question of lesson.questions) {
      show(question);
      for (const text of wordsOf(question)) words.push([question.id, text]);
    }
  }
  // Lines for one's own tools, which every lab offers.
  shownTexts.push(readFileSync('components/lab/own-tools.tsx', 'utf8'));
  for (const experiment of (await loadExperiments()).values()) shownTexts.push(...textsOf(experiment));
  for (const lab of (await loadLabs()).values()) {
    shownTexts.push(lab.brief, plainText(lab.brief));
    for (const task of lab.tasks) {
      shownTexts.push(task.say);
      for (const hint of task.hints) words.push([`${lab.slug}/${task.id}`, hint]);
    }
  }
  for (const lab of readdirSync('content/labs')) {
    const solution = readdirSync(join('content/labs', lab)).includes('solution.sh')
      ? readFileSync(join('content/labs', lab, 'solution.sh'), 'utf8')
      : '';
    for (const line of solution.split('\n').filter((text) => text.length > 60)) words.push([`${lab}/solution`, line]);
  }
  const shown = shownTexts.join(' ').replace(/\s+/g, ' ');
  markers = words.flatMap(([of, text]) => {
    const own = marker(text, shown);
    return own ? [{ of, texts: disguises(own) }] : [];
  });
  expect(markers.length).toBeGreaterThan(70);
  server = await startServer();
  room = await assigned(server, slug);
}, 120_000);
afterAll(() => server?.stop());

const leaks = (where: string, text: string): string[] =>
  markers
    .filter(({ texts }) => texts.some((marker) => text.includes(marker)))
    .map(({ of, texts }) => `${where}: ${of}: ${texts[0]}`);

/** Next sends who asks for a payload on to an address that names its form. */
async function inForm(browser: Browser, path: string, headers: Record<string, string>) {
  const answer = await browser.get(path, headers);
  const to = answer.headers.get('location');
  return answer.status === 307 && to?.includes('_rsc') ? browser.get(to.replace(browser.url, ''), headers) : answer;
}

/** Every page that a link leads to, in every form that Next serves it in, and every script and style they name. */
async function crawl(browser: Browser, from: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  let payloads = 0;
  const waiting = [...from];
  const forms: Record<string, Record<string, string>> = {
    html: {},
    rsc: { rsc: '1' },
    prefetch: { rsc: '1', 'next-router-prefetch': '1' },
    tree: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    page: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/__PAGE__' },
    whole: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' },
  };
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const asset = path.startsWith('/_next/');
    for (const [form, headers] of Object.entries(asset ? { file: {} } : forms)) {
      const answer = await inForm(browser, path, headers);
      if (answer.headers.get('content-type')?.startsWith('text/x-component')) payloads += 1;
      found.push(...leaks(`${path} as ${form}`, answer.text));
      if (form !== 'html' && form !== 'file') continue;
      const links = [...answer.text.matchAll(/(?:href|src|action)="(\/[^"#]*)"/g)].map(([, link = '']) =>
        link.replaceAll('&amp;', '&'),
      );
      waiting.push(...links.filter((link) => !link.startsWith('//') && !link.startsWith('/api/auth')));
      if (asset) waiting.push(...(path.endsWith('.map') ? [] : [`${path.split('?')[0]}.map`]));
    }
  }
  expect(seen.size, 'pages and files were found').toBeGreaterThan(20);
  expect(payloads, 'payloads were served').toBeGreaterThan(20);
  return found;
}

/** Fields that a question without its key has, at any depth. */
const publicFields = new Set([
  'id',
  'type',
  'stem',
  'points',
  'text',
  'choices',
  'items',
  'prompts',
  'options',
  'unit',
  'given',
  'name',
  'value',
  'what',
]);
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...fieldsOf(inner)]);
}

const pages = [
  '/',
  '/lessons',
  '/labs',
  '/quizzes',
  '/progress',
  '/notes',
  '/sign-in',
  '/sign-up',
  '/settings',
  '/classes',
  '/grading',
];
const reads = [
  '/api/v1/lessons',
  '/api/v1/labs',
  '/api/v1/quizzes',
  '/api/v1/openapi.json',
  '/api/v1/me',
  '/api/v1/progress',
  '/api/v1/notes',
];

test('nobody finds a key in any page, payload, script, map or answer', async () => {
  const nobody = new Browser(server.url);
  expect(await crawl(nobody, [...pages, ...reads])).toEqual([]);
}, 180_000);

test('no file that a browser could ask for has a key in it', () => {
  const below = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const files = [
    ...below('.next/static').filter((path) => /\.(js|css|json|map|txt)$/.test(path)),
    // Prerendered pages with their payloads and segments.
    ...below('.next/server/app').filter((path) => /\.(html|rsc|meta|body)$/.test(path)),
  ];
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap((path) => leaks(path, readFileSync(path, 'utf8')))).toEqual([]);
  expect(files.filter((path) => path.endsWith('.map'))).toEqual([]);
});

test('a learner finds none before submitting, in practice', async () => {
  const learner = new Browser(server.url);
  await signUp(learner, 'practises@example.org');
  await start(learner, 'one-interface-two-instances');
  expect(await answerAll(learner, `/api/v1/quizzes/${slug}/attempts`, {})).toEqual([]);
  expect(await crawl(learner, [...pages, ...reads, '/api/v1/me/export', `/quizzes/${slug}`])).toEqual([]);
}, 180_000);

test('nor in an assignment, nor after submitting while its marks are not released', async () => {
  const { learner, assignmentId, classId } = room;
  expect(await answerAll(learner, `/api/v1/quizzes/${slug}/attempts`, { assignmentId })).toEqual([]);
  const [{ id }] = (await learner.get(`/api/v1/quiz-attempts?assignmentId=${assignmentId}`)).json;
  const submitted = await learner.post(`/api/v1/quiz-attempts/${id}/submit`, {});
  expect(submitted.status, submitted.text).toBe(200);
  const paths = [
    ...pages,
    ...reads,
    `/classes/${classId}`,
    `/classes/${classId}/gradebook`,
    `/quizzes/${slug}?assignment=${assignmentId}`,
    `/api/v1/classes/${classId}`,
    `/api/v1/classes/${classId}/gradebook`,
    `/api/v1/grading/queue`,
    `/api/v1/quiz-attempts`,
    `/api/v1/quiz-attempts/${id}`,
    '/api/v1/me/export',
  ];
  expect([...leaks('submit', submitted.text), ...(await crawl(learner, paths))]).toEqual([]);
  const again = await learner.post(`/api/v1/quizzes/${slug}/attempts`, {});
  expect(again.status, 'the same quiz does not give its own key away in practice').toBe(409);
}, 180_000);

/** Starts, answers every question (some of it nonsense), reads. @returns what leaked */
async function answerAll(browser: Browser, path: string, body: object): Promise<string[]> {
  const started = await browser.post(path, body);
  expect(started.status, started.text).toBe(201);
  const { id, questions } = started.json as { id: string; questions: QuestionView[] };
  expect(fieldsOf(questions).filter((name) => !publicFields.has(name))).toEqual([]);
  const found = leaks('start', started.text);
  for (const question of questions) {
    const to = `/api/v1/quiz-attempts/${id}/answers/${question.id}`;
    const refused = await browser.ask(to, { method: 'PUT', body: { answer: { nonsense: 'x' }, version: 0 } });
    expect(refused.status).toBe(422);
    const saved = await browser.ask(to, { method: 'PUT', body: { answer: someAnswer(question), version: 0 } });
    expect(saved.status, saved.text).toBe(200);
    expect(Object.keys(saved.json).sort()).toEqual(['savedAt', 'version']);
    const stale = await browser.ask(to, { method: 'PUT', body: { answer: someAnswer(question, 1), version: 0 } });
    for (const { text } of [refused, saved, stale]) found.push(...leaks(to, text));
  }
  const read = await browser.get(`/api/v1/quiz-attempts/${id}`);
  return [...found, ...leaks('attempt', read.text)];
}
