import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, type Ask, actionIds, Browser } from './browser';
import { assigned, type Classroom, join } from './classroom';
import { password, signUp } from './people';
import { startServer, type TestServer } from './start-server';
import { query, stored } from './stored';

const slug = 'interfaces-and-attachments';
const absent = '00000000-0000-4000-8000-000000000000';
const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const json = { 'content-type': 'application/json' };

let server: TestServer;
let room: Classroom;
/** A free answer that the learner handed in. */
let answerId: string;

beforeAll(async () => {
  server = await startServer();
  room = await assigned(server, slug);
  answerId = await handIn(room.learner, `It begins ${script}`);
});
afterAll(() => server?.stop());

async function handIn(browser: Browser, text: string): Promise<string> {
  const started = await browser.post(`/api/v1/quizzes/${slug}/attempts`, { assignmentId: room.assignmentId });
  const { id } = started.json;
  const to = `/api/v1/quiz-attempts/${id}/answers/licence-server`;
  const saved = await browser.ask(to, { method: 'PUT', body: { answer: text, version: 0 } });
  expect(saved.status, saved.text).toBe(200);
  expect((await browser.post(`/api/v1/quiz-attempts/${id}/submit`, {})).status).toBe(200);
  const [row] = query<{ id: string }>(
    server.folder,
    `SELECT id FROM "QuizAnswer" WHERE "attemptId" = ? AND "questionId" = 'licence-server'`,
    id,
  );
  return row?.id ?? '';
}

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
  expect(answer.text).not.toMatch(internals);
}
const internals = /prisma|sqlite|node_modules|\.tsx?:|zod|at \w+ \(/i;

const mark = (body: Ask['body'], browser = room.instructor, headers: Record<string, string> = {}, id = answerId) =>
  browser.ask(`/api/v1/marks/${id}`, { method: 'PUT', headers, ...(body !== undefined && { body }) });

/** What a form of ours answers, sent by `browser` to whatever page. */
const send = (name: string, fields: Record<string, string>, browser = room.instructor, page = '/classes') =>
  browser.act(page, actionIds().get(`${name}Action`) ?? '', fields);

/** A form's refusal: no change, `ok: false`, words that fit. */
async function refusedForm(name: string, fields: Record<string, string>, message: RegExp, browser?: Browser) {
  const answer = await unchanged(() => send(name, fields, browser));
  const why = `${name} ${JSON.stringify(fields).slice(0, 200)}: ${answer.text.slice(-600)}`;
  expect(answer.text, why).toContain('"ok":false');
  const said = /"message":"((?:[^"\\]|\\.)*)"/.exec(answer.text)?.[1] ?? '';
  expect(said, why).toMatch(message);
  expect(said, why).not.toMatch(internals);
}

describe('a mark that is none', () => {
  const levels = { identity: 2, procedure: 1, limits: 0 };
  test.each<[string, Ask['body'], number, RegExp, Record<string, string>?]>([
    ['above the points', { rubric: {}, points: 6.01, version: 0 }, 422, /0 to 6 points/],
    ['far above the points', { rubric: {}, points: 1e300, version: 0 }, 422, /0 to 6 points/],
    ['below 0', { rubric: {}, points: -0.01, version: 0 }, 422, /0 to 6 points/],
    ['of three decimals', { rubric: {}, points: 1.005, version: 0 }, 422, /two decimals/],
    ['without end', '{"rubric":{},"points":1e999,"version":0}', 422, /points/, json],
    ['that is text', { rubric: {}, points: '3', version: 0 }, 422, /points/],
    ['that is null', { rubric: {}, points: null, version: 0 }, 422, /points/],
    ['a level that there is not', { rubric: { ...levels, limits: 3 }, version: 0 }, 422, /0, 1 or 2 points, not 3/],
    ['half a level', { rubric: { ...levels, limits: 0.5 }, version: 0 }, 422, /not 0\.5/],
    ['a level as text', { rubric: { ...levels, limits: '1' }, version: 0 }, 422, /rubric\.limits/],
    ['a level left out', { rubric: { identity: 2 }, version: 0 }, 422, /Choose a level/],
    ['a criterion that there is not', { rubric: { ...levels, style: 1 }, version: 0 }, 422, /no criterion 'style'/],
    ['constructor', { rubric: { ...levels, constructor: 1 }, version: 0 }, 422, /constructor/],
    ['__proto__', '{"rubric":{"__proto__":1},"points":1,"version":0}', 422, /__proto__/, json],
    ['a rubric that is a list', { rubric: [2, 2, 2], version: 0 }, 422, /rubric/],
    ['no rubric', { points: 1, version: 0 }, 422, /rubric/],
    ['no version', { rubric: levels }, 422, /version/],
    ['a version before the first', { rubric: levels, version: -1 }, 422, /version/],
    ['a version of the future', { rubric: levels, version: 7 }, 409, /has that version/],
    ['a comment of 5,001 characters', { rubric: levels, version: 0, comment: 'x'.repeat(5_001) }, 422, /5,000/],
    ['a comment of 100,000 characters', { rubric: levels, version: 0, comment: 'x'.repeat(100_000) }, 422, /5,000/],
    ['a comment of 1 MB', { rubric: levels, version: 0, comment: 'x'.repeat(1_000_000) }, 413, /256 kB/],
    ['NUL in the comment', { rubric: levels, version: 0, comment: 'a\u0000' }, 422, /NUL/],
    ['a comment that is a number', { rubric: levels, version: 0, comment: 7 }, 422, /comment/],
    ['not JSON', '{', 400, /not JSON/, json],
    ...[
      ['score', 1],
      ['passed', true],
      ['isCorrect', true],
      ['userId', absent],
      ['role', 'instructor'],
      ['submittedAt', '2020-01-01T00:00:00.000Z'],
      ['attemptNo', 1],
      ['state', 'submitted'],
      ['maxPoints', 100],
      ['markedBy', 'engine'],
    ].map(([field, value]): [string, Ask['body'], number, RegExp] => [
      `with ${field}`,
      { rubric: levels, version: 0, [String(field)]: value },
      422,
      new RegExp(String(field)),
    ]),
  ])('%s', async (_name, body, status, message, headers) => {
    refusal(await unchanged(() => mark(body, room.instructor, headers)), status, message);
  });

  test('of an answer that people do not mark, or that is not theirs to mark', async () => {
    const [engines] = query<{ id: string }>(
      server.folder,
      `SELECT id FROM "QuizAnswer" WHERE "questionId" = 'move-it'`,
    );
    const body = { rubric: {}, points: 1, version: 1 };
    refusal(await unchanged(() => mark(body, room.instructor, {}, engines?.id)), 422, /marked by its key/);
    const none = await unchanged(() => mark(body, room.instructor, {}, absent));
    refusal(none, 404, /no answer with this id/);
    const stranger = new Browser(server.url);
    await signUp(stranger, 'stranger@example.org');
    for (const browser of [room.learner, stranger])
      expect((await unchanged(() => mark(body, browser))).text).toBe(none.text);
    for (const wrong of ['not-an-id', '__proto__', '%00', `${answerId}%00`, "'%20OR%201=1"])
      refusal(await unchanged(() => mark(body, room.instructor, {}, wrong)), 422, /id|NUL/);
  });

  test('on a version that is over: who was first, and with what, and nothing overwritten', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((points) => mark({ rubric: {}, points, version: 0 })));
    const won = answers.find(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter((each) => each !== won)) {
      refusal(answer, 409, /marked this answer meanwhile/);
      expect(answer.json.error.current).toEqual(won?.json);
    }
    const stale = await unchanged(() => mark({ rubric: {}, points: 6, version: 0, comment: 'late' }));
    expect(stale.json.error.current).toEqual(won?.json);
    const same = await unchanged(() => mark({ rubric: {}, points: won?.json.points, version: 0 }));
    expect([same.status, same.text], 'the same mark twice is one').toEqual([200, won?.text]);
  });
});

describe('what people write is text', () => {
  test('names, comments and answers with markup stand in pages as they were typed', async () => {
    const made = await send('createClass', { name: `C ${script}` });
    expect(made.text).toContain('"ok":true');
    const [named] = query<{ id: string }>(server.folder, `SELECT id FROM "Class" WHERE name LIKE 'C <%'`);
    const learner = new Browser(server.url);
    await signUp(learner, 'bobby@example.org', `B ${script}`);
    await join(learner, room.code);
    const own = await handIn(learner, `Text ${script} </textarea></script><script>alert(3)</script>`);
    const marked = await mark({ rubric: {}, points: 1, version: 0, comment: `No ${script}` }, room.instructor, {}, own);
    expect(marked.status, marked.text).toBe(200);
    for (const page of [
      '/classes',
      `/classes/${named?.id}`,
      `/classes/${room.classId}`,
      `/classes/${room.classId}/gradebook`,
      '/grading',
      `/grading/${own}`,
      `/grading/${answerId}`,
    ]) {
      const { status, text } = await room.instructor.get(page);
      expect(status, page).toBe(200);
      expect(text, page).not.toMatch(/<script>alert|<img src=x|<\/textarea><\/script>/);
    }
    expect((await room.instructor.get(`/grading/${own}`)).text).toContain('&lt;script&gt;alert(1)');
    for (const page of ['/settings', '/classes', `/classes/${room.classId}`, '/progress'])
      expect((await learner.get(page)).text, page).not.toMatch(/<script>alert|<img src=x/);
  });

  test.each<[string, string, RegExp]>([
    ['nothing', '', /Write a name/],
    ['blanks', ' \u200b ', /Write a name|can be seen/],
    ['81 characters', 'x'.repeat(81), /80 characters/],
    ['100,000 characters', 'x'.repeat(100_000), /80 characters/],
    ['NUL', 'a\u0000b', /NUL/],
    ['another direction', 'a\u202eb', /can be seen/],
  ])('no class is called %s', async (_name, name, message) => {
    await refusedForm('createClass', { name }, message);
  });

  test('__proto__ is a name like another', async () => {
    for (const name of ['__proto__', 'constructor']) {
      expect((await send('createClass', { name })).text).toContain('"ok":true');
      expect((await room.instructor.get('/classes')).text).toContain(name);
    }
  });
});

describe('forms of a class', () => {
  let form: { classId: string; quizSlug: string; dueAt: string; none: string; zone: string };
  beforeEach(() => {
    form = { classId: room.classId, quizSlug: slug, dueAt: '', none: 'on', zone: '' };
  });

  test('an assignment of no quiz', async () => {
    for (const quizSlug of ['nothing', '__proto__', 'constructor', '../labs', 'x'.repeat(101), 'a\u0000', ''])
      await refusedForm('assignQuiz', { ...form, quizSlug }, /no quiz|100|NUL|<=100/);
  });

  test('a quiz that is set already', async () => {
    await refusedForm('assignQuiz', form, /set to this class already/);
  });

  test.each<[string, string, RegExp]>([
    ['2020-01-01T12:00', '', /is past/],
    ['', '', /Write the whole date/],
    ['9999-01-01T12:00', '', /within the next 5 years/],
    ['2027-02-29T12:00', '', /Write a date/],
    ['2100-02-29T12:00', 'Europe/Vienna', /Write a date/],
    ['2028-13-01T12:00', '', /Write a date/],
    ['2028-04-31T12:00', '', /Write a date/],
    ['2028-01-01T25:00', '', /Write a date/],
    ['tomorrow', '', /Write a date/],
    ['2028-01-01', '', /Write a date/],
    ['9'.repeat(31), '', /Write a date/],
    ['275760-09-14T00:00', '', /Write a date/],
    ['2028-01-01T12:00', 'Nowhere/Atlantis', /no time zone/],
    ['2028-01-01T12:00', '__proto__', /no time zone/],
    ['2028-01-01T12:00', 'x'.repeat(61), /no time zone/],
    ['2028-01-01T12:00', "UTC'; DROP TABLE", /no time zone/],
  ])('a due date of %s in the zone %j', async (dueAt, zone, message) => {
    await refusedForm('changeDueDate', { assignmentId: room.assignmentId, dueAt, zone }, message);
  });

  test('29 February of a leap year is one', async () => {
    const fields = { assignmentId: room.assignmentId, dueAt: '2028-02-29T12:00', zone: 'Europe/Vienna' };
    expect((await send('changeDueDate', fields)).text).toContain('"ok":true');
    const { assignments } = (await room.instructor.get(`/api/v1/classes/${room.classId}`)).json;
    expect(assignments[0].dueAt).toBe('2028-02-29T11:00:00.000Z');
    await send('changeDueDate', { ...fields, dueAt: '', none: 'on' });
  });

  test('ids that are none', async () => {
    for (const wrong of ['', 'not-an-id', '__proto__', "' OR 1=1", `${room.classId} `, 'x'.repeat(100_000)]) {
      await refusedForm('renewCode', { classId: wrong }, /not the id of a class/);
      await refusedForm('assignQuiz', { ...form, classId: wrong }, /not the id of a class/);
      await refusedForm('setClassRole', { classId: wrong, userId: absent, role: 'grader' }, /not the id of a class/);
      await refusedForm('releaseMarks', { assignmentId: wrong }, /not the id of an assignment/);
      await refusedForm(
        'changeDueDate',
        { assignmentId: wrong, dueAt: '', none: 'on', zone: '' },
        /not the id of an assignment/,
      );
    }
  });

  test('a role that is none, for somebody who is not there', async () => {
    const { people } = (await room.instructor.get(`/api/v1/classes/${room.classId}`)).json;
    const { userId } = people.find(({ name }: { name: string }) => name === 'Lea');
    const of = (more: object) => ({ classId: room.classId, userId, role: 'grader', ...more });
    for (const role of ['administrator', '', 'Grader', '__proto__'])
      await refusedForm('setClassRole', of({ role }), /role/);
    for (const other of [absent, '__proto__', ''])
      await refusedForm('setClassRole', of({ userId: other }), /not in the class/);
    const me = people.find(({ name }: { name: string }) => name === 'Iris').userId;
    await refusedForm('setClassRole', of({ userId: me, role: 'learner' }), /needs an instructor/);
  });

  test('fields that are not theirs', async () => {
    const forms: Record<string, Record<string, string>> = {
      createClass: { name: 'More' },
      joinClass: { code: room.code },
      renewCode: { classId: room.classId },
      assignQuiz: form,
      changeDueDate: { assignmentId: room.assignmentId, dueAt: '', none: 'on', zone: '' },
      releaseMarks: { assignmentId: room.assignmentId },
      deleteMe: { confirm: 'delete', password },
    };
    for (const [name, fields] of Object.entries(forms))
      for (const field of [
        'score',
        'passed',
        'isCorrect',
        'submittedAt',
        'attemptNo',
        'state',
        'contentHash',
        '__proto__',
      ])
        await refusedForm(name, { ...fields, [field]: 'x' }, new RegExp(field));
  });
});

describe('class codes', () => {
  test.each(['', ' ', 'x', '0000-0000-0000-0000', '__proto__', 'x'.repeat(101), "' OR ''='", 'é'.repeat(16)])(
    'no class has the code %j',
    async (code) => {
      const browser = new Browser(server.url, { 'x-forwarded-for': '198.51.100.7' });
      await signUp(browser, `code-${Buffer.from(code).toString('hex').slice(0, 40)}@example.org`);
      await refusedForm('joinClass', { code }, /No class has this code|16 letters/, browser);
    },
  );

  test('guessed a hundred times: told to wait after twenty, and nobody else is', async () => {
    const guesser = new Browser(server.url);
    await signUp(guesser, 'guesser@example.org');
    const said: string[] = [];
    const before = stored(server.folder);
    for (let guess = 0; guess < 100; guess += 1) {
      const code = `23456789ABCDEF${String(guess).padStart(2, '0')}`;
      said.push((await send('joinClass', { code }, guesser)).text);
    }
    expect(stored(server.folder)).toEqual(before);
    expect(said.map((text) => (text.includes('No class has this code') ? 'wrong' : 'wait'))).toEqual([
      ...Array(20).fill('wrong'),
      ...Array(80).fill('wait'),
    ]);
    expect(said.at(-1)).toMatch(/Too many tries\. Wait \d+ minutes/);
    await refusedForm('joinClass', { code: room.code }, /Too many tries/, guesser);
    const other = new Browser(server.url);
    await signUp(other, 'another@example.org');
    await join(other, room.code.toLowerCase().replaceAll('-', ' '));
    expect((await other.get('/api/v1/classes')).json).toMatchObject([{ id: room.classId, role: 'learner' }]);
  });
});

test('none of this was a bug to the server', () => {
  expect(server.log()).not.toMatch(/Error|at .*\.js/);
});
