import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Permission } from '@/lib/auth/permissions';
import { Browser } from './browser';
import { password, signUp, start } from './people';
import type { TestServer } from './start-server';
import { allow } from './stored';

/** Who calls. `token` is a program of the account's. */
export const callers = ['nobody', 'guest A', 'guest B', 'account', 'administrator', 'bad token', 'token'] as const;
export type CallerName = (typeof callers)[number];
/** Who has something of their own. */
export const owners = ['guest A', 'guest B', 'account', 'administrator'] as const;
export type OwnerName = (typeof owners)[number];

/** Ids of what somebody has: a lab attempt, the token of a link to it, an open quiz attempt, a class, a free answer handed in. */
export interface Own {
  readonly lab: string;
  readonly share: string;
  readonly quiz: string;
  readonly classId: string;
  readonly answer: string;
}

export const absent = '00000000-0000-4000-8000-000000000000';
export const lab = 'one-interface-two-instances';
export const quiz = 'interfaces-and-attachments';
export const lesson = 'what-an-elastic-network-interface-is';

/** The same id in every place. */
export const everywhere = (id: string): Own => ({ lab: id, share: id, quiz: id, classId: id, answer: id });

export interface Cast {
  readonly browsers: Readonly<Record<CallerName, Browser>>;
  readonly owned: Readonly<Record<OwnerName, Own>>;
  /** What a caller calls their own; nobody has nothing, and tries the account's. */
  own(name: CallerName): Own;
}

/** Everybody who calls, on a server that nobody has set up yet, and what they have. */
export async function cast(server: TestServer): Promise<Cast> {
  const { url } = server;
  const setup = /\/sign-up\?setup=\S+/.exec(server.log())?.[0] ?? '';
  const people = () => new Browser(url);
  const account = people();
  await signUp(account, 'account@example.org');
  const administrator = people();
  const root = { name: 'Root', email: 'root@example.org', password };
  await administrator.submit(setup, 'Make the account', root);
  allow(server.folder, 'account@example.org');
  const made = await account.submit('/settings', 'Make a token', { name: 'a program' });
  const token = /pb_[\w-]{43}/.exec(made.text)?.[0] ?? '';
  expect(token).not.toBe('');
  // A program is no page of ours: no cookie, no Origin.
  const program = (bearer: string) => new Browser(url, { authorization: `Bearer ${bearer}`, origin: undefined });
  const browsers: Record<CallerName, Browser> = {
    nobody: people(),
    'guest A': people(),
    'guest B': people(),
    account,
    administrator,
    token: program(token),
    'bad token': program(`pb_${'x'.repeat(43)}`),
  };
  const owned: Record<OwnerName, Own> = {
    'guest A': await furnish(browsers['guest A']),
    'guest B': await furnish(browsers['guest B']),
    account: await furnish(account, 'Class of the account'),
    administrator: await furnish(administrator, 'Class of the administrator'),
  };
  // The cast follows from `in`.
  const own = (name: CallerName) => (name in owned ? owned[name as OwnerName] : owned.account);
  return { browsers, owned, own };
}

/** Starts what a person can start; a class only where it has a name. */
async function furnish(browser: Browser, className?: string): Promise<Own> {
  const labAttempt = await start(browser, lab);
  const shared = await browser.post(`/api/v1/lab-attempts/${labAttempt}/shares`, {});
  expect(shared.status, shared.text).toBe(201);
  const begin = async (): Promise<string> => {
    const begun = await browser.post(`/api/v1/quizzes/${quiz}/attempts`);
    expect(begun.status, begun.text).toBe(201);
    return begun.json.id;
  };
  const { json } = await browser.post(`/api/v1/quiz-attempts/${await begin()}/submit`);
  const results: { rubric?: unknown; answerId: string }[] = json.result.questions;
  let classId = labAttempt;
  if (className !== undefined) {
    await browser.submit('/classes', 'Make', { name: className });
    classId = (await browser.get('/api/v1/classes')).json[0].id;
  }
  const answer = results.find(({ rubric }) => rubric)?.answerId ?? '';
  return { lab: labAttempt, share: shared.json.token, quiz: await begin(), classId, answer };
}

/** What each API row is called with; `own` is what its owner has in that call. */
export const samples: Partial<Record<Permission, (own: Own) => { path: string; body?: object }>> = {
  'GET /api/health': () => ({ path: '/api/health' }),
  'GET /api/v1/openapi.json': () => ({ path: '/api/v1/openapi.json' }),
  'GET /api/v1/me': () => ({ path: '/api/v1/me' }),
  'GET /api/v1/me/export': () => ({ path: '/api/v1/me/export' }),
  // Not confirmed, so that whoever may do it is refused for that.
  'DELETE /api/v1/me': () => ({ path: '/api/v1/me', body: { confirm: 'no' } }),
  'GET /api/v1/progress': () => ({ path: '/api/v1/progress' }),
  'GET /api/v1/labs': () => ({ path: '/api/v1/labs' }),
  'POST /api/v1/labs/{slug}/attempts': () => ({ path: '/api/v1/labs/sandbox/attempts', body: {} }),
  'POST /api/v1/labs/{slug}/open': () => ({ path: '/api/v1/labs/sandbox/open', body: {} }),
  'POST /api/v1/labs/{slug}/commands': () => ({ path: '/api/v1/labs/sandbox/commands', body: { line: 'X=1' } }),
  'GET /api/v1/lab-attempts': () => ({ path: '/api/v1/lab-attempts' }),
  'GET /api/v1/lab-attempts/events': () => ({ path: '/api/v1/lab-attempts/events' }),
  'GET /api/v1/lab-attempts/{id}': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}` }),
  'POST /api/v1/lab-attempts/{id}/commands': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/commands`,
    body: { line: 'aws ec2 create-vpc --cidr-block 10.7.0.0/16' },
  }),
  'POST /api/v1/lab-attempts/{id}/calls': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/calls`,
    body: { operation: 'CreateVpc', input: { CidrBlock: '10.8.0.0/16' } },
  }),
  'POST /api/v1/lab-attempts/{id}/undo': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}/undo`, body: { to: 0 } }),
  'POST /api/v1/lab-attempts/{id}/reset': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}/reset`, body: {} }),
  'GET /api/v1/lab-attempts/{id}/moments/{seq}': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}/moments/0` }),
  'GET /api/v1/lab-attempts/{id}/comparison': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/comparison?left=0&right=0`,
  }),
  'POST /api/v1/lab-attempts/{id}/timelines': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/timelines`,
    // Each of an attempt has a name of its own.
    body: { name: `What if ${randomUUID()}` },
  }),
  'PUT /api/v1/lab-attempts/{id}/timelines/{number}': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/timelines/0`,
    body: { name: 'The first' },
  }),
  'POST /api/v1/lab-attempts/{id}/timelines/{number}/switch': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/timelines/0/switch`,
    body: {},
  }),
  'POST /api/v1/lab-attempts/{id}/hints': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/hints`,
    body: { task: 'primary-stays' },
  }),
  'POST /api/v1/lab-attempts/{id}/completions': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/completions`,
    body: { line: 'aws ec2 desc' },
  }),
  'POST /api/v1/lab-attempts/{id}/credentials': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/credentials`,
    body: {},
  }),
  'DELETE /api/v1/lab-attempts/{id}/credentials': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/credentials`,
    body: {},
  }),
  'POST /api/v1/lab-attempts/{id}/shares': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}/shares`, body: {} }),
  'GET /api/v1/lab-attempts/{id}/shares': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}/shares` }),
  // A link that is gone already: the others are asked for after it.
  'DELETE /api/v1/lab-attempts/{id}/shares/{token}': (own) => ({
    path: `/api/v1/lab-attempts/${own.lab}/shares/${'x'.repeat(22)}`,
    body: {},
  }),
  'POST /api/v1/lab-attempts/{id}/solution': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}/solution`, body: {} }),
  // Of a lab that is not finished, so that whoever may ask is refused for that.
  'GET /api/v1/lab-attempts/{id}/outcome': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}/outcome` }),
  'GET /api/v1/lab-attempts/{id}/transcript': (own) => ({ path: `/api/v1/lab-attempts/${own.lab}/transcript` }),
  'GET /api/v1/shares/{token}': (own) => ({ path: `/api/v1/shares/${own.share}` }),
  'POST /api/v1/shares/{token}/attempts': (own) => ({ path: `/api/v1/shares/${own.share}/attempts`, body: {} }),
  'GET /api/v1/lessons': () => ({ path: '/api/v1/lessons' }),
  'GET /api/v1/lessons/{slug}/progress': () => ({ path: `/api/v1/lessons/${lesson}/progress` }),
  'PUT /api/v1/lessons/{slug}/progress': () => ({
    path: `/api/v1/lessons/${lesson}/progress`,
    body: { finished: true },
  }),
  'PUT /api/v1/lessons/{slug}/answers/{questionId}': () => ({
    path: `/api/v1/lessons/${lesson}/answers/where-it-fits`,
    body: { answer: 'web-2-index-1' },
  }),
  // Said again it is the same, so whoever may do it can do it twice.
  'PUT /api/v1/lessons/{slug}/bookmarks': () => ({
    path: `/api/v1/lessons/${lesson}/bookmarks`,
    body: { anchor: 'where-it-lies', bookmarked: true },
  }),
  'PUT /api/v1/lessons/{slug}/note': () => ({
    path: `/api/v1/lessons/${lesson}/note`,
    body: { text: 'The card outlives the machine.', version: 0 },
  }),
  'GET /api/v1/notes': () => ({ path: '/api/v1/notes' }),
  'GET /api/v1/quizzes': () => ({ path: '/api/v1/quizzes' }),
  'POST /api/v1/quizzes/{slug}/attempts': () => ({ path: `/api/v1/quizzes/${quiz}/attempts`, body: {} }),
  'GET /api/v1/quiz-attempts': () => ({ path: '/api/v1/quiz-attempts' }),
  'GET /api/v1/quiz-attempts/{id}': (own) => ({ path: `/api/v1/quiz-attempts/${own.quiz}` }),
  'PUT /api/v1/quiz-attempts/{id}/answers/{questionId}': (own) => ({
    path: `/api/v1/quiz-attempts/${own.quiz}/answers/detach-eth0-stopped`,
    body: { answer: 'a', version: 0 },
  }),
  'POST /api/v1/quiz-attempts/{id}/submit': (own) => ({
    path: `/api/v1/quiz-attempts/${own.quiz}/submit`,
    body: {},
  }),
  'GET /api/v1/classes': () => ({ path: '/api/v1/classes' }),
  'GET /api/v1/classes/{id}': (own) => ({ path: `/api/v1/classes/${own.classId}` }),
  'GET /api/v1/classes/{id}/gradebook': (own) => ({ path: `/api/v1/classes/${own.classId}/gradebook` }),
  'GET /api/v1/grading/queue': () => ({ path: '/api/v1/grading/queue' }),
  // Nothing was answered, which the engine has marked: the writer marks it after that.
  'PUT /api/v1/marks/{answerId}': (own) => ({
    path: `/api/v1/marks/${own.answer}`,
    body: { rubric: {}, points: 1, version: 1 },
  }),
};
