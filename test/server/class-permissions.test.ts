import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, actionIds, Browser } from './browser';
import { assigned, type Classroom, join } from './classroom';
import { guest, signUp } from './people';
import { startServer, type TestServer } from './start-server';
import { allow, query, stored } from './stored';

const slug = 'interfaces-and-attachments';
const absent = '00000000-0000-4000-8000-000000000000';

/** Who calls; all but the first two have an account, the last four are in the class. */
const people = ['nobody', 'guest', 'stranger', 'other teacher', 'learner', 'fellow', 'grader', 'instructor'] as const;
type Person = (typeof people)[number];
type Verdicts = Readonly<Record<Person, number>>;

/** What a call on the class answers; strangers are told what they are told of a class that is not there. */
const verdicts = (inClass: { learner: number; fellow: number; grader: number; instructor: number }): Verdicts => ({
  nobody: 401,
  guest: 403,
  stranger: 404,
  'other teacher': 404,
  ...inClass,
});

describe('who may do what in a class', () => {
  let server: TestServer;
  let room: Classroom;
  const browsers = {} as Record<Person, Browser>;
  const userIds = {} as Record<Person, string>;
  /** The learner's attempt, handed in, and the fellow's, open. */
  let handedIn: string;
  let open: string;
  /** The learner's free answer. */
  let answerId: string;

  beforeAll(async () => {
    server = await startServer();
    room = await assigned(server, slug);
    for (const name of people) browsers[name] = new Browser(server.url);
    browsers.guest = (await guest(server.url)).browser;
    browsers.learner = room.learner;
    browsers.instructor = room.instructor;
    for (const name of ['stranger', 'other teacher', 'fellow', 'grader'] as const)
      await signUp(browsers[name], `${name.replace(' ', '-')}@example.org`, `The ${name}`);
    allow(server.folder, 'other-teacher@example.org');
    await browsers['other teacher'].submit('/classes', 'Make', { name: 'Networks 2' });
    for (const name of ['fellow', 'grader'] as const) await join(browsers[name], room.code);
    for (const { id, email } of query<{ id: string; email: string | null }>(
      server.folder,
      'SELECT id, email FROM "User"',
    )) {
      const name = { 'iris@example.org': 'instructor', 'lea@example.org': 'learner' }[email ?? ''];
      userIds[(name ?? email?.split('@')[0]?.replace('-', ' ') ?? 'guest') as Person] = id;
    }
    expect(await act('instructor', 'setClassRole', roleOf('grader', 'grader'))).toContain('"ok":true');
    const begin = async (name: Person) => {
      const body = { assignmentId: room.assignmentId };
      const { json } = await browsers[name].post(`/api/v1/quizzes/${slug}/attempts`, body);
      const to = `/api/v1/quiz-attempts/${json.id}/answers/licence-server`;
      await browsers[name].ask(to, { method: 'PUT', body: { answer: `A word of the ${name}`, version: 0 } });
      return json.id as string;
    };
    [handedIn, open] = [await begin('learner'), await begin('fellow')];
    expect((await browsers.learner.post(`/api/v1/quiz-attempts/${handedIn}/submit`, {})).status).toBe(200);
    const { items } = (await browsers.instructor.get('/api/v1/grading/queue')).json;
    expect(items).toHaveLength(1);
    answerId = items[0].answerId;
  });
  afterAll(() => server?.stop());

  const act = async (name: Person, action: string, fields: Record<string, string>): Promise<string> =>
    (await browsers[name].act('/classes', actionIds().get(`${action}Action`) ?? '', fields)).text;
  const roleOf = (whose: Person, role: string) => ({ classId: room.classId, userId: userIds[whose], role });

  async function unchanged<T>(work: () => Promise<T>, why: string): Promise<T> {
    const before = stored(server.folder);
    const done = await work();
    expect(stored(server.folder), why).toEqual(before);
    return done;
  }

  const calls: [
    string,
    (ids: { room: string; attempt: string; own: string; answer: string }) => [string, string, object?],
    Verdicts,
  ][] = [
    [
      'the class',
      ({ room: id }) => ['GET', `/api/v1/classes/${id}`],
      verdicts({ learner: 200, fellow: 200, grader: 200, instructor: 200 }),
    ],
    [
      'its gradebook',
      ({ room: id }) => ['GET', `/api/v1/classes/${id}/gradebook`],
      verdicts({ learner: 403, fellow: 403, grader: 200, instructor: 200 }),
    ],
    [
      'its gradebook as a file',
      ({ room: id }) => ['GET', `/api/v1/classes/${id}/gradebook?format=csv`],
      verdicts({ learner: 403, fellow: 403, grader: 200, instructor: 200 }),
    ],
    [
      'an attempt',
      ({ attempt: id }) => ['GET', `/api/v1/quiz-attempts/${id}`],
      { ...verdicts({ learner: 200, fellow: 404, grader: 404, instructor: 404 }), guest: 404 },
    ],
    [
      'an answer',
      ({ own: id }) => ['PUT', `/api/v1/quiz-attempts/${id}/answers/move-it`, { answer: 'no list', version: 0 }],
      { ...verdicts({ learner: 404, fellow: 422, grader: 404, instructor: 404 }), guest: 404 },
    ],
    [
      'a mark',
      ({ answer: id }) => ['PUT', `/api/v1/marks/${id}`, { rubric: {}, points: 99, version: 0 }],
      { ...verdicts({ learner: 404, fellow: 404, grader: 422, instructor: 422 }), guest: 404 },
    ],
  ];
  test.each(calls)('%s', async (_what, request, expected) => {
    for (const name of people) {
      const ask = ([method, path, body]: [string, string, object?]): Promise<Answer> =>
        unchanged(() => browsers[name].ask(path, { method, ...(body && { body }) }), `${name}: ${path}`);
      const answer = await ask(request({ room: room.classId, attempt: handedIn, own: open, answer: answerId }));
      expect(answer.status, `${name}: ${answer.text}`).toBe(expected[name]);
      const none = await ask(request({ room: absent, attempt: absent, own: absent, answer: absent }));
      if (answer.status === 404) expect([answer.status, answer.text], name).toEqual([none.status, none.text]);
      // The right kind of id in the wrong place is an id of nothing.
      const crossed = await ask(request({ room: handedIn, attempt: answerId, own: answerId, answer: handedIn }));
      expect([crossed.status, crossed.text], name).toEqual([none.status, none.text]);
    }
  });

  test('an assignment is for the learners of its class, and for others is none', async () => {
    const to = `/api/v1/quizzes/${slug}/attempts`;
    for (const name of ['guest', 'stranger', 'other teacher', 'grader', 'instructor'] as const) {
      const start = (assignmentId: string) => unchanged(() => browsers[name].post(to, { assignmentId }), name);
      const [answer, none] = [await start(room.assignmentId), await start(absent)];
      expect([answer.status, answer.text], name).toEqual([404, none.text]);
      const listed = await browsers[name].get(`/api/v1/quiz-attempts?assignmentId=${room.assignmentId}`);
      expect([listed.status, listed.json], name).toEqual([200, []]);
    }
  });

  test('the queue holds what its reader may mark', async () => {
    for (const name of people) {
      const { status, text } = await browsers[name].get('/api/v1/grading/queue');
      if (name === 'nobody' || name === 'guest') expect(status).toBe(name === 'guest' ? 403 : 401);
      else expect([status, text.includes(answerId)], name).toEqual([200, name === 'grader' || name === 'instructor']);
    }
  });

  test('addresses are for instructors, and learners see nobody else', async () => {
    const pages = [
      `/classes/${room.classId}`,
      `/classes/${room.classId}/gradebook`,
      '/grading',
      `/grading/${answerId}`,
    ];
    const api = [
      `/api/v1/classes/${room.classId}`,
      `/api/v1/classes/${room.classId}/gradebook`,
      '/api/v1/grading/queue',
    ];
    const all = async (name: Person, paths: string[]) => {
      const headers = [undefined, { rsc: '1' }];
      const texts = paths.flatMap((path) => headers.map(async (each) => (await browsers[name].get(path, each)).text));
      return (await Promise.all(texts)).join('\n');
    };
    expect(await all('instructor', [...pages, ...api])).toContain('lea@example.org');
    expect(await all('grader', [...pages, ...api])).not.toMatch(/lea@|fellow@|iris@/);
    expect(await all('grader', api)).not.toContain(room.code);
    for (const name of ['learner', 'stranger', 'other teacher', 'guest', 'nobody'] as const) {
      const seen = await all(name, [...pages, ...api]);
      expect(seen, name).not.toMatch(/The fellow|fellow@|iris@|A word of the/);
      expect(seen, name).not.toContain(room.code);
    }
  });

  const actions: [string, () => Record<string, string>, () => Record<string, string>][] = [
    ['renewCode', () => ({ classId: room.classId }), () => ({ classId: absent })],
    [
      'setClassRole',
      () => roleOf('fellow', 'instructor'),
      () => ({ ...roleOf('fellow', 'instructor'), classId: absent }),
    ],
    [
      'assignQuiz',
      () => ({ classId: room.classId, quizSlug: slug, dueAt: '', none: 'on', zone: '' }),
      () => ({ classId: absent, quizSlug: slug, dueAt: '', none: 'on', zone: '' }),
    ],
    [
      'changeDueDate',
      () => ({ assignmentId: room.assignmentId, dueAt: '', none: 'on', zone: '' }),
      () => ({ assignmentId: absent, dueAt: '', none: 'on', zone: '' }),
    ],
    ['releaseMarks', () => ({ assignmentId: room.assignmentId }), () => ({ assignmentId: absent })],
  ];
  const messageOf = (text: string) => /"message":"([^"]*)"/.exec(text)?.[1] ?? text.slice(0, 500);
  test.each(actions)('%s is for its instructors', async (action, fields, none) => {
    for (const name of people.filter((each) => each !== 'instructor')) {
      const text = await unchanged(() => act(name, action, fields()), `${name}: ${action}`);
      expect(text, name).toContain('"ok":false');
      const inClass = ['learner', 'fellow', 'grader'].includes(name);
      if (inClass) expect(messageOf(text), name).toBe('Only instructors of this class may do this.');
      else expect(messageOf(text), name).toBe(messageOf(await act(name, action, none())));
    }
  });

  test('a class is made by whoever has the right', async () => {
    for (const name of people) {
      const may = name === 'instructor' || name === 'other teacher';
      const work = () => act(name, 'createClass', { name: `By the ${name}` });
      const text = may ? await work() : await unchanged(work, name);
      expect(text, name).toContain(`"ok":${may}`);
    }
  });

  test('nobody raises themselves, and whoever is lowered is so at once', async () => {
    for (const name of ['learner', 'fellow', 'grader'] as const)
      expect(await unchanged(() => act(name, 'setClassRole', roleOf(name, 'instructor')), name)).toContain(
        '"ok":false',
      );
    expect(await act('instructor', 'setClassRole', roleOf('grader', 'learner'))).toContain('"ok":true');
    const mark = { method: 'PUT', body: { rubric: {}, points: 1, version: 0 } };
    expect((await browsers.grader.ask(`/api/v1/marks/${answerId}`, mark)).status).toBe(404);
    expect((await browsers.grader.get(`/api/v1/classes/${room.classId}/gradebook`)).status).toBe(403);
    expect((await browsers.grader.get(`/grading/${answerId}`)).status).toBe(404);
    expect((await browsers.grader.get(`/api/v1/grading/queue`)).text).not.toContain(answerId);
  });
});
