import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { QuestionView } from '@/lib/quizzes/views';
import { someAnswer } from '../build/quiz-answers';
import { type Answer, type Ask, actionIds, Browser } from './browser';
import { assigned, type Classroom, join } from './classroom';
import { signUp } from './people';
import { startServer, type TestServer } from './start-server';
import { change, query, stored } from './stored';

const slug = 'interfaces-and-attachments';
const lesson = 'what-an-elastic-network-interface-is';
const absent = '00000000-0000-4000-8000-000000000000';
const json = { 'content-type': 'application/json' };
/** What a client might hope to be asked for. None of it is a field of any write. */
const notTheirs: Record<string, unknown> = {
  score: 1,
  passed: true,
  isCorrect: true,
  userId: absent,
  role: 'administrator',
  submittedAt: '2020-01-01T00:00:00.000Z',
  attemptNo: 1,
  state: 'open',
};

let server: TestServer;
let room: Classroom;

beforeAll(async () => {
  server = await startServer();
  room = await assigned(server, slug);
});
afterAll(() => server?.stop());

/** `work` must leave every row that is stored as it was. */
async function unchanged(work: () => Promise<Answer>): Promise<Answer> {
  const before = stored(server.folder);
  const answer = await work();
  expect(stored(server.folder), answer.text.slice(0, 500)).toEqual(before);
  return answer;
}

/** A refusal of the API: its status, a sentence for a person, and nothing of what is behind it. */
function refusal(answer: Answer, status: number, message: RegExp): void {
  expect(answer.status, answer.text.slice(0, 500)).toBe(status);
  expect(answer.json.error.message).toMatch(message);
  expect(answer.json.error.message, 'says what is wrong').not.toMatch(/Invalid input$/);
  expect(answer.text).not.toMatch(/prisma|sqlite|node_modules|\.tsx?:|zod|at \w+ \(/i);
}

interface Sitting {
  readonly browser: Browser;
  readonly id: string;
  readonly questions: readonly QuestionView[];
  save(questionId: string, body: Ask['body'], headers?: Ask['headers']): Promise<Answer>;
  submit(body?: object): Promise<Answer>;
}

async function sit(browser: Browser, body: object = {}): Promise<Sitting> {
  const started = await browser.post(`/api/v1/quizzes/${slug}/attempts`, body);
  expect(started.status, started.text).toBe(201);
  const { id, questions } = started.json as { id: string; questions: QuestionView[] };
  const to = `/api/v1/quiz-attempts/${id}`;
  return {
    browser,
    id,
    questions,
    save: (questionId, sent, headers) =>
      browser.ask(`${to}/answers/${questionId}`, {
        method: 'PUT',
        ...(sent !== undefined && { body: sent }),
        ...(headers && { headers }),
      }),
    submit: (sent = {}) => browser.post(`${to}/submit`, sent),
  };
}

/** The one question of a type of which there are several. */
const ofType = (sitting: Sitting, type: QuestionView['type']): QuestionView => {
  const found = sitting.questions.find((question) => question.type === type);
  if (!found) throw new Error(`the quiz has no ${type} question`);
  return found;
};

let numberOfLearners = 0;
async function newLearner(): Promise<Browser> {
  numberOfLearners += 1;
  const browser = new Browser(server.url);
  await signUp(browser, `learner-${numberOfLearners}@example.org`, `Learner ${numberOfLearners}`);
  await join(browser, room.code);
  return browser;
}
const sitAssigned = async () => sit(await newLearner(), { assignmentId: room.assignmentId });

describe('an answer that is none', () => {
  let own: Sitting;
  beforeAll(async () => {
    own = await sit(new Browser(server.url));
    for (const question of own.questions) {
      const saved = await own.save(question.id, { answer: someAnswer(question), version: 0 });
      expect([saved.status, saved.json.version], saved.text).toEqual([200, 1]);
    }
  });

  const wrongTypes: Record<QuestionView['type'], unknown[]> = {
    single: ['nothing', ['a'], { a: 'a' }, '__proto__', 'constructor', 'A', '<script>alert(1)</script>'],
    multiple: ['a', ['a', 'a'], ['a', 'nothing'], { a: 'b' }, ['__proto__'], Array(21).fill('a')],
    ordering: ['detach', ['detach'], ['detach', 'detach'], ['nothing'], { detach: 'wait' }],
    matching: [
      'a',
      ['attach-third'],
      { nothing: 'interface-in-use' },
      { 'attach-third': 'nothing' },
      { constructor: 'x' },
    ],
    numeric: ['eleven', '1e999', 'NaN', 'Infinity', '1,5,5', '0x1z', ['11'], { a: '11' }, '1; DROP TABLE "Mark"'],
    cli: [['aws'], { aws: 'ec2' }],
    free: [['text'], { text: 'text' }],
  };
  test.each(Object.entries(wrongTypes))('%s: of another kind', async (type, wrong) => {
    const question = ofType(own, type as QuestionView['type']);
    for (const answer of [...wrong, 7, true, [7], [['a']], { a: 7 }, { a: null }, { a: { b: 'c' } }]) {
      refusal(await unchanged(() => own.save(question.id, { answer, version: 1 })), 422, /answer|number|choice/i);
    }
  });

  test.each<[string, Ask['body'], number, RegExp, Record<string, string>?]>([
    ['1 MB', { answer: 'x'.repeat(1_000_000), version: 1 }, 413, /256 kB/],
    ['20,001 characters', { answer: 'x'.repeat(20_001), version: 1 }, 422, /20,000 characters/],
    ['100,000 characters', { answer: 'é'.repeat(100_000), version: 1 }, 422, /20,000 characters/],
    ['NUL', { answer: 'a\u0000b', version: 1 }, 422, /NUL/],
    ['nothing', {}, 422, /answer|version/],
    ['no answer', { version: 1 }, 422, /answer/],
    ['no version', { answer: 'x' }, 422, /version/],
    ['a version before the first', { answer: 'x', version: -1 }, 422, /version/],
    ['half a version', { answer: 'x', version: 0.5 }, 422, /version/],
    ['a version as text', { answer: 'x', version: '1' }, 422, /version/],
    ['a version without end', '{"answer":"x","version":1e999}', 422, /version/, json],
    ['a version that no column holds', { answer: 'x', version: 2 ** 31 }, 422, /version/],
    ['__proto__ beside it', '{"answer":"x","version":1,"__proto__":{"role":"a"}}', 422, /__proto__/, json],
    ['__proto__ in it', '{"answer":{"__proto__":"x"},"version":1}', 422, /__proto__/, json],
    ['not JSON', '{"answer":', 400, /not JSON/, json],
    ['a list', '[]', 422, /JSON object/, json],
    ['text', 'x', 415, /application\/json/, { 'content-type': 'text/plain' }],
  ])('%s', async (_name, body, status, message, headers) => {
    for (const type of ['free', 'matching', 'cli'] as const)
      refusal(await unchanged(() => own.save(ofType(own, type).id, body, headers)), status, message);
  });

  test.each(['nothing', '__proto__', 'constructor', '%00', '..%2F..', 'x'.repeat(61), "'%20OR%201=1"])(
    'to no question: %s',
    async (questionId) => {
      const answer = await unchanged(() => own.save(questionId, { answer: 'a', version: 0 }));
      expect([404, 422], answer.text).toContain(answer.status);
      expect(answer.json.error.message).not.toBe('');
    },
  );

  test('what is not theirs to say is refused in every write, and stored nowhere', async () => {
    const { id, browser } = own;
    const free = ofType(own, 'free').id;
    const writes: [string, string, object][] = [
      ['POST', `/api/v1/quizzes/${slug}/attempts`, {}],
      ['PUT', `/api/v1/quiz-attempts/${id}/answers/${free}`, { answer: 'x', version: 1 }],
      ['POST', `/api/v1/quiz-attempts/${id}/submit`, {}],
      ['PUT', `/api/v1/marks/${absent}`, { rubric: {}, points: 1, version: 0 }],
      ['PUT', `/api/v1/lessons/${lesson}/progress`, { finished: true }],
      ['PUT', `/api/v1/lessons/${lesson}/answers/where-it-fits`, { answer: 'web-1-index-1' }],
      ['PUT', `/api/v1/lessons/${lesson}/bookmarks`, { anchor: '', bookmarked: true }],
      ['PUT', `/api/v1/lessons/${lesson}/note`, { text: 'x', version: 0 }],
      ['DELETE', '/api/v1/me', { confirm: 'delete' }],
    ];
    for (const [method, path, body] of writes)
      for (const [field, value] of Object.entries(notTheirs)) {
        const ask = { method, body: { ...body, [field]: value } };
        refusal(await unchanged(() => browser.ask(path, ask)), 422, new RegExp(field));
      }
  });

  test('lone surrogates do no harm', async () => {
    const free = ofType(own, 'free').id;
    const saved = await own.save(free, '{"answer":"\\ud800 one","version":1}', json);
    expect(saved.status, saved.text).toBe(200);
    expect((await own.browser.get(`/api/v1/quiz-attempts/${own.id}`)).text).toContain('one');
  });
});

describe('an answer that comes where it may not', () => {
  test('to another’s attempt', async () => {
    const [mine, other] = [await sitAssigned(), await sit(new Browser(server.url))];
    const free = ofType(mine, 'free');
    for (const { browser } of [other, { browser: room.instructor }, { browser: room.learner }]) {
      const to = (id: string) => `/api/v1/quiz-attempts/${id}/answers/${free.id}`;
      const ask = { method: 'PUT', body: { answer: someAnswer(free), version: 0 } };
      const answer = await unchanged(() => browser.ask(to(mine.id), ask));
      refusal(answer, 404, /attempt/);
      expect(answer.text).toBe((await browser.ask(to(absent), ask)).text);
    }
  });

  test('after the deadline: what was saved by then is handed in, and nothing more', async () => {
    const late = await sitAssigned();
    const free = ofType(late, 'free');
    await late.save(free.id, { answer: 'in time', version: 0 });
    const due = (ms: number) =>
      change(server.folder, 'UPDATE "Assignment" SET "dueAt" = ? WHERE "id" = ?', at(ms), room.assignmentId);
    try {
      due(-31_000);
      // Late, and not closed yet.
      refusal(
        await unchanged(() => late.save(free.id, { answer: 'too late', version: 1 })),
        409,
        /time for this attempt is up/,
      );
      refusal(await late.browser.post(`/api/v1/quizzes/${slug}/attempts`, {}), 409, /class/);
      const fresh = await newLearner();
      const start = () => fresh.post(`/api/v1/quizzes/${slug}/attempts`, { assignmentId: room.assignmentId });
      refusal(await unchanged(start), 409, /was due/);
      due(-90_000);
      refusal(await late.save(free.id, { answer: 'too late', version: 1 }), 409, /time for this attempt is up/);
      const view = (await late.browser.get(`/api/v1/quiz-attempts/${late.id}`)).json;
      expect(view).toMatchObject({ state: 'submitted' });
      expect(answersTo(late.id)).toContainEqual({ questionId: free.id, version: 1, answer: '"in time"' });
      refusal(
        await unchanged(() => late.save(free.id, { answer: 'too late', version: 1 })),
        409,
        /time for this attempt is up/,
      );
    } finally {
      change(server.folder, 'UPDATE "Assignment" SET "dueAt" = NULL WHERE "id" = ?', room.assignmentId);
    }
  });

  test('after it was handed in, twenty times at once', async () => {
    const done = await sitAssigned();
    const free = ofType(done, 'free');
    await done.save(free.id, { answer: 'before', version: 0 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => done.submit()));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const marks = query<{ answerId: string; marks: number }>(
      server.folder,
      'SELECT m."answerId", COUNT(*) AS marks FROM "Mark" m JOIN "QuizAnswer" q ON q.id = m."answerId" WHERE q."attemptId" = ? GROUP BY 1',
      done.id,
    );
    expect(marks).toHaveLength(done.questions.length - 1);
    expect(new Set(marks.map((row) => row.marks))).toEqual(new Set([1]));
    expect((await unchanged(() => done.submit())).text, 'and once more').toBe(answers[0]?.text);
    for (const question of [free, ofType(done, 'single')])
      refusal(
        await unchanged(() => done.save(question.id, { answer: someAnswer(question, 1), version: 1 })),
        409,
        /handed in/,
      );
    const again = { assignmentId: room.assignmentId };
    refusal(await unchanged(() => done.browser.post(`/api/v1/quizzes/${slug}/attempts`, again)), 409, /one attempt/);
  });
});

describe('the same version twice', () => {
  let own: Sitting;
  beforeEach(async () => {
    own = await sit(new Browser(server.url));
  });

  test('twenty different answers at once: one is kept, and the others are told which', async () => {
    const free = ofType(own, 'free').id;
    for (const version of [0, 1]) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => own.save(free, { answer: `${version}: ${n}`, version })),
      );
      const kept = answers.findIndex(({ status }) => status === 200);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const answer of answers.filter(({ status }) => status !== 200)) {
        refusal(answer, 409, /answered elsewhere/);
        expect(answer.json.error.current).toMatchObject({ version: version + 1, answer: `${version}: ${kept}` });
      }
      expect(answersTo(own.id)).toEqual([
        { questionId: free, version: version + 1, answer: JSON.stringify(`${version}: ${kept}`) },
      ]);
    }
  });

  test('twenty equal ones at once are one, with one result', async () => {
    const { id } = ofType(own, 'multiple');
    const sent = { answer: someAnswer(ofType(own, 'multiple')), version: 0 };
    const answers = await Promise.all(Array.from({ length: 20 }, () => own.save(id, sent)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answersTo(own.id)).toMatchObject([{ questionId: id, version: 1 }]);
  });

  test('a version of the future', async () => {
    const free = ofType(own, 'free').id;
    for (const version of [1, 7, 2 ** 31 - 1])
      refusal(await unchanged(() => own.save(free, { answer: 'x', version })), 409, /elsewhere/);
  });
});

describe('attempts, quizzes and lessons that are none', () => {
  test.each(['nothing', '__proto__', 'constructor', '..%2f..%2fetc%2fpasswd', '%00', 'x'.repeat(101)])(
    '%s',
    async (name) => {
      const browser = room.instructor;
      const asked: [string, string, object?][] = [
        ['POST', `/api/v1/quizzes/${name}/attempts`, {}],
        ['GET', `/api/v1/quiz-attempts/${name}`],
        ['POST', `/api/v1/quiz-attempts/${name}/submit`, {}],
        ['GET', `/api/v1/lessons/${name}/progress`],
        ['PUT', `/api/v1/lessons/${name}/progress`, { finished: true }],
        ['PUT', `/api/v1/lessons/${name}/answers/where-it-fits`, { answer: 'web-1-index-1' }],
        ['PUT', `/api/v1/lessons/${lesson}/answers/${name}`, { answer: 'web-1-index-1' }],
        ['PUT', `/api/v1/lessons/${name}/bookmarks`, { anchor: '', bookmarked: true }],
        ['PUT', `/api/v1/lessons/${lesson}/bookmarks`, { anchor: name, bookmarked: true }],
        ['PUT', `/api/v1/lessons/${name}/note`, { text: 'x', version: 0 }],
      ];
      for (const [method, path, body] of asked) {
        const answer = await unchanged(() => browser.ask(path, { method, ...(body && { body }) }));
        expect([404, 422], `${path}: ${answer.text}`).toContain(answer.status);
        expect(answer.json.error.message, path).not.toBe('');
      }
    },
  );

  test.each([7, true, [], {}, null, '', ' ', 'nothing', '__proto__', ['web-1-index-1'], { a: 'b' }])(
    'a question of a lesson answered with %j',
    async (answer) => {
      const browser = room.learner;
      const to = `/api/v1/lessons/${lesson}/answers/where-it-fits`;
      refusal(await unchanged(() => browser.ask(to, { method: 'PUT', body: { answer } })), 422, /answer|choice/i);
      const form = { slug: lesson, questionId: 'where-it-fits', answer: JSON.stringify(answer) };
      const id = actionIds().get('answerLessonQuestionAction') ?? '';
      const posted = await unchanged(() => browser.act(`/lessons/${lesson}`, id, form));
      expect(posted.text).toContain('"ok":false');
    },
  );

  test.each(['yes', 1, null, [true]])('a lesson finished: %j', async (finished) => {
    const ask = { method: 'PUT', body: { finished } };
    refusal(await unchanged(() => room.learner.ask(`/api/v1/lessons/${lesson}/progress`, ask)), 422, /finished/);
  });

  test.each([
    [{ text: 'x'.repeat(10_001), version: 0 }, /10000 characters/],
    [{ text: 'x', version: -1 }, /version/],
    [{ text: 'x', version: 0.5 }, /version/],
    [{ text: 'x' }, /version/],
    [{ text: null, version: 0 }, /text/],
    [{ text: 'a\0b', version: 0 }, /NUL/],
  ])('a note that is none: %#', async (body, said) => {
    const ask = { method: 'PUT', body };
    refusal(await unchanged(() => room.learner.ask(`/api/v1/lessons/${lesson}/note`, ask)), 422, said);
  });
});

test('none of this was a bug to the server', () => {
  expect(server.log()).not.toMatch(/Error|at .*\.js/);
});

const answersTo = (attempt: string) =>
  query<{ questionId: string; version: number; answer: string }>(
    server.folder,
    'SELECT "questionId", "version", "answer" FROM "QuizAnswer" WHERE "attemptId" = ? AND "version" > 0 ORDER BY 1',
    attempt,
  );

/** A moment so many ms from now, as a column of the database holds it. */
const at = (ms: number): string => new Date(Date.now() + ms).toISOString().replace('Z', '+00:00');
