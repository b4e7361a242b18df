import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Access, type Permission, permissions } from '@/lib/auth/permissions';
import { type Answer, type Ask, actionIds, Browser } from './browser';
import { password, signUp, start } from './people';
import { startServer, type TestServer } from './start-server';
import { allow, query, stored } from './stored';

const rows = Object.entries(permissions) as [Permission, Access][];

/** Who calls. `token` is a program of the account's. */
const callers = ['nobody', 'guest A', 'guest B', 'account', 'administrator', 'bad token', 'token'] as const;
type CallerName = (typeof callers)[number];

/** What each API row is called with; `own` is the attempt of whoever owns it in that call. */
const samples: Partial<Record<Permission, (attempt: string) => { path: string; body?: object }>> = {
  'GET /api/health': () => ({ path: '/api/health' }),
  'GET /api/v1/openapi.json': () => ({ path: '/api/v1/openapi.json' }),
  'GET /api/v1/me': () => ({ path: '/api/v1/me' }),
  'GET /api/v1/me/export': () => ({ path: '/api/v1/me/export' }),
  // Not confirmed, so that whoever may do it is refused for that.
  'DELETE /api/v1/me': () => ({ path: '/api/v1/me', body: { confirm: 'no' } }),
  'GET /api/v1/progress': () => ({ path: '/api/v1/progress' }),
  'GET /api/v1/labs': () => ({ path: '/api/v1/labs' }),
  'POST /api/v1/labs/{slug}/attempts': () => ({ path: '/api/v1/labs/sandbox/attempts', body: {} }),
  'GET /api/v1/lab-attempts': () => ({ path: '/api/v1/lab-attempts' }),
  'GET /api/v1/lab-attempts/{id}': (id) => ({ path: `/api/v1/lab-attempts/${id}` }),
  'POST /api/v1/lab-attempts/{id}/commands': (id) => ({
    path: `/api/v1/lab-attempts/${id}/commands`,
    body: { line: 'aws ec2 create-vpc --cidr-block 10.7.0.0/16' },
  }),
  'POST /api/v1/lab-attempts/{id}/undo': (id) => ({ path: `/api/v1/lab-attempts/${id}/undo`, body: { to: 0 } }),
  'POST /api/v1/lab-attempts/{id}/reset': (id) => ({ path: `/api/v1/lab-attempts/${id}/reset`, body: {} }),
  'POST /api/v1/lab-attempts/{id}/hints': (id) => ({
    path: `/api/v1/lab-attempts/${id}/hints`,
    body: { task: 'primary-stays' },
  }),
  'POST /api/v1/lab-attempts/{id}/completions': (id) => ({
    path: `/api/v1/lab-attempts/${id}/completions`,
    body: { line: 'aws ec2 desc' },
  }),
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
  'GET /api/v1/quizzes': () => ({ path: '/api/v1/quizzes' }),
  'POST /api/v1/quizzes/{slug}/attempts': () => ({ path: `/api/v1/quizzes/${quiz}/attempts`, body: {} }),
  'GET /api/v1/quiz-attempts': () => ({ path: '/api/v1/quiz-attempts' }),
  'GET /api/v1/quiz-attempts/{id}': (id) => ({ path: `/api/v1/quiz-attempts/${quizOf.get(id) ?? id}` }),
  'PUT /api/v1/quiz-attempts/{id}/answers/{questionId}': (id) => ({
    path: `/api/v1/quiz-attempts/${quizOf.get(id) ?? id}/answers/detach-eth0-stopped`,
    body: { answer: 'a', version: 0 },
  }),
  'POST /api/v1/quiz-attempts/{id}/submit': (id) => ({
    path: `/api/v1/quiz-attempts/${quizOf.get(id) ?? id}/submit`,
    body: {},
  }),
  'GET /api/v1/classes': () => ({ path: '/api/v1/classes' }),
  'GET /api/v1/classes/{id}': (id) => ({ path: `/api/v1/classes/${classOf.get(id) ?? id}` }),
  'GET /api/v1/classes/{id}/gradebook': (id) => ({ path: `/api/v1/classes/${classOf.get(id) ?? id}/gradebook` }),
  'GET /api/v1/grading/queue': () => ({ path: '/api/v1/grading/queue' }),
  // Nothing was answered, which the engine has marked: the writer marks it after that.
  'PUT /api/v1/marks/{answerId}': (id) => ({
    path: `/api/v1/marks/${answerOf.get(id) ?? id}`,
    body: { rubric: {}, points: 1, version: 1 },
  }),
};
/** The quiz attempt of whoever has that lab attempt; their class; a free answer that they handed in. */
const quizOf = new Map<string, string>();
const classOf = new Map<string, string>();
const answerOf = new Map<string, string>();
const absent = '00000000-0000-4000-8000-000000000000';
const lab = 'one-interface-two-instances';
const quiz = 'interfaces-and-attachments';
const lesson = 'what-an-elastic-network-interface-is';

describe('who may do what', () => {
  let server: TestServer;
  const browsers = {} as Record<CallerName, Browser>;
  const attempts = {} as Record<CallerName, string>;

  beforeAll(async () => {
    server = await startServer();
    const { url } = server;
    const setup = /\/sign-up\?setup=\S+/.exec(server.log())?.[0] ?? '';
    for (const name of ['nobody', 'guest A', 'guest B', 'account', 'administrator'] as const)
      browsers[name] = new Browser(url);
    await signUp(browsers.account, 'account@example.org');
    await browsers.administrator.submit(setup, 'Make the account', {
      name: 'Root',
      email: 'root@example.org',
      password,
    });
    const made = await browsers.account.submit('/settings', 'Make a token', { name: 'a program' });
    const token = /pb_[\w-]{43}/.exec(made.text)?.[0] ?? '';
    expect(token).not.toBe('');
    // A program is no page of ours: no cookie, no Origin.
    browsers.token = new Browser(url, { authorization: `Bearer ${token}`, origin: undefined });
    browsers['bad token'] = new Browser(url, { authorization: `Bearer pb_${'x'.repeat(43)}`, origin: undefined });
    for (const name of ['guest A', 'guest B', 'account', 'administrator'] as const)
      attempts[name] = await start(browsers[name], lab);
    for (const name of ['guest A', 'guest B', 'account', 'administrator'] as const) {
      const begin = async (): Promise<string> => {
        const begun = await browsers[name].post(`/api/v1/quizzes/${quiz}/attempts`);
        expect(begun.status, begun.text).toBe(201);
        return begun.json.id;
      };
      const { json } = await browsers[name].post(`/api/v1/quiz-attempts/${await begin()}/submit`);
      const results: { rubric?: unknown; answerId: string }[] = json.result.questions;
      answerOf.set(attempts[name], results.find(({ rubric }) => rubric)?.answerId ?? '');
      quizOf.set(attempts[name], await begin());
    }
    allow(server.folder, 'account@example.org');
    for (const name of ['account', 'administrator'] as const) {
      await browsers[name].submit('/classes', 'Make', { name: `Class of the ${name}` });
      classOf.set(attempts[name], (await browsers[name].get('/api/v1/classes')).json[0].id);
    }
    attempts.token = attempts.account;
    expect(query(server.folder, 'SELECT kind, role FROM "User" ORDER BY kind, role')).toEqual([
      { kind: 'account', role: 'administrator' },
      { kind: 'account', role: 'user' },
      { kind: 'guest', role: 'user' },
      { kind: 'guest', role: 'user' },
    ]);
  });
  afterAll(() => server?.stop());

  const call = (
    name: CallerName,
    id: Permission,
    attempt: string,
    more: { path?: (path: string) => string; headers?: Ask['headers'] } = {},
  ) => {
    const sample = samples[id]?.(attempt);
    if (!sample) throw new Error(`no sample for ${id}`);
    const [method = ''] = id.split(' ');
    const path = more.path?.(sample.path) ?? sample.path;
    return browsers[name].ask(path, {
      method,
      ...(sample.body && { body: sample.body }),
      ...(more.headers && { headers: more.headers }),
    });
  };
  const api = rows.filter(([id]) => id.includes(' /api/') && !id.includes('nextauth'));
  /** What the table promises of a call on something of the caller's own. */
  const promised = (access: Access, name: CallerName, success: number): number => {
    if (name === 'bad token') return 401;
    if (access === 'anyone' || access === 'guest') return success;
    if (name === 'nobody') return 401;
    return access === 'account' && name.startsWith('guest') ? 403 : success;
  };
  const successOf = (id: Permission) => (id === 'DELETE /api/v1/me' ? 422 : id.endsWith('/attempts') ? 201 : 200);
  /** A call that must change nothing. */
  const unchanged = async (work: () => Promise<Answer>, why: string): Promise<Answer> => {
    const before = stored(server.folder);
    const answer = await work();
    expect(stored(server.folder), why).toEqual(before);
    return answer;
  };

  test('there is a sample for every row of the API', () => {
    expect(Object.keys(samples).sort()).toEqual(api.map(([id]) => id).sort());
  });

  test.each(api)('%s is for: %s', async (id, access) => {
    for (const name of callers) {
      const status = promised(access, name, successOf(id));
      const work = () => call(name, id, attempts[name] ?? attempts.account);
      const answer = status < 400 ? await work() : await unchanged(work, `${name} calls ${id}`);
      expect(answer.status, `${name}: ${answer.text}`).toBe(status);
      if (status >= 400) expect(Object.keys(answer.json.error).slice(0, 2), name).toEqual(['code', 'message']);
      expect(answer.headers.get('cache-control'), name).toBe('private, no-store');
    }
    // Whoever started a lab as nobody is a guest now.
    browsers.nobody.cookies.clear();
  });

  /** Whether a row is about one thing that is somebody's. */
  const ofSomebody = (id: Permission): boolean => /\{(id|answerId)\}/.test(id);
  test.each(api.filter(([id]) => ofSomebody(id)))(
    '%s: what is another’s is answered as what is not there',
    async (id) => {
      for (const name of callers) {
        if (name === 'nobody' || name === 'bad token') continue;
        // Guests are told that this is for accounts, before anything is looked for.
        const refused = permissions[id] === 'account' && name.startsWith('guest') ? 403 : 404;
        const none = await call(name, id, absent);
        expect(none.status, none.text).toBe(refused);
        for (const owner of ['guest A', 'guest B', 'account', 'administrator'] as const) {
          if (attempts[owner] === attempts[name]) continue;
          const answer = await unchanged(() => call(name, id, attempts[owner]), `${name} calls ${id} of ${owner}`);
          expect([answer.status, answer.text], `${name} on ${owner}`).toEqual([refused, none.text]);
          expect([...answer.headers.keys()]).toEqual([...none.headers.keys()]);
        }
      }
      for (const wrong of [
        'not-an-id',
        '__proto__',
        '%00',
        '..%2F..',
        `${attempts.account}%00`,
        attempts.account.toUpperCase(),
        "'%20OR%201=1",
      ]) {
        const answer = await unchanged(() => call('account', id, wrong), wrong);
        expect([404, 422], `${wrong}: ${answer.text}`).toContain(answer.status);
      }
    },
  );

  const disguises: Record<string, { path?: (path: string) => string; headers?: Record<string, string> }> = {
    'as a server component': { headers: { rsc: '1' } },
    'as a prefetch': { headers: { rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch' } },
    'as a segment': { headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } },
    'as coming from the proxy': {
      headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-middleware-next': '1' },
    },
    'with another path in a header': {
      headers: { 'x-invoke-path': '/api/health', 'x-original-url': '/api/health', 'x-rewrite-url': '/api/health' },
    },
    'with another method in a header': { headers: { 'x-http-method-override': 'GET' } },
    'with a slash too many': { path: (path) => `/${path}` },
    'with a slash inside': { path: (path) => path.replace('/api/', '/api//') },
    'with a slash at the end': { path: (path) => `${path}/` },
    'in capitals': { path: (path) => path.replace('/api/', '/API/') },
    'with dots': { path: (path) => path.replace('/api/', '/x/%2e%2e/api/') },
    'with an encoded slash': { path: (path) => path.replace('/api/', '/api%2F') },
    'with a query': { path: (path) => `${path}?_rsc=1` },
  };

  /** The call, and where its answer sends it, as the same method with the same headers. */
  async function followed(name: CallerName, id: Permission, attempt: string, disguise: (typeof disguises)[string]) {
    let answer = await call(name, id, attempt, disguise);
    for (let hops = 0; hops < 3 && (answer.status === 307 || answer.status === 308); hops += 1) {
      const to = new URL(answer.headers.get('location') ?? '', server.url);
      expect(to.origin).toBe(server.url);
      const path = () => to.pathname + to.search;
      answer = await call(name, id, attempt, { path, ...(disguise.headers && { headers: disguise.headers }) });
    }
    return answer;
  }

  /** Who calls for whose: guests what is a guest's, accounts what is an account's. */
  const refusedPairs = [
    ['nobody', 'guest A'],
    ['bad token', 'guest A'],
    ['guest B', 'guest A'],
    ['guest B', 'account'],
    ['account', 'administrator'],
    ['administrator', 'account'],
    ['token', 'administrator'],
  ] as const satisfies readonly (readonly [CallerName, CallerName])[];

  test.each(Object.keys(disguises))('a refused call stays refused %s', async (disguise) => {
    for (const [id, access] of api) {
      for (const [name, owner] of refusedPairs) {
        const own = promised(access, name, successOf(id));
        const plain = own < 400 && ofSomebody(id) ? 404 : own;
        if (plain < 400 || own === 422) continue;
        const why = `${name} calls ${id} of ${owner} ${disguise}`;
        const answer = await unchanged(() => followed(name, id, attempts[owner], disguises[disguise] ?? {}), why);
        expect([plain, 404, 405, 422], `${why}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
      }
    }
  });

  test('only our own pages may use a cookie to change something', async () => {
    const own = server.url;
    const foreign: Record<string, Record<string, string | undefined>> = {
      'no Origin': { origin: undefined },
      'a foreign Origin': { origin: 'https://evil.example' },
      'Origin null': { origin: 'null' },
      'another port': { origin: `${own}1` },
      'a browser that says cross-site': { 'sec-fetch-site': 'cross-site' },
      'a browser that says cross-site, without Origin': { origin: undefined, 'sec-fetch-site': 'cross-site' },
      'a browser that says same-site': { 'sec-fetch-site': 'same-site' },
      'a name and password for the proxy': { origin: undefined, authorization: 'Basic YTpi' },
    };
    for (const [id, access] of api.filter(([name]) => !name.startsWith('GET'))) {
      for (const [why, headers] of Object.entries(foreign)) {
        for (const name of ['guest A', 'account', 'nobody'] as const) {
          if (name === 'nobody' && access !== 'guest') continue;
          const answer = await unchanged(
            () => call(name, id, attempts[name] ?? absent, { headers }),
            `${name} calls ${id} with ${why}`,
          );
          expect(answer.status, `${id} with ${why}`).toBe(403);
        }
      }
      // As a form of another site would: no preflight is asked for this one.
      const form = await unchanged(
        () =>
          call('account', id, attempts.account, {
            headers: { 'content-type': 'text/plain', origin: 'https://evil.example' },
          }),
        id,
      );
      expect(form.status).toBe(403);
    }
    const vouched = await call('account', 'POST /api/v1/lab-attempts/{id}/reset', attempts.account, {
      headers: { origin: undefined, 'sec-fetch-site': 'same-origin' },
    });
    expect(vouched.status).toBe(200);
    const answer = await browsers.account.get('/api/v1/me', { origin: 'https://evil.example' });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('nothing is changed by GET or HEAD, and other methods are none', async () => {
    for (const [id] of api) {
      const path = samples[id]?.(attempts.account).path ?? '';
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await unchanged(() => browsers.account.ask(path, { method }), `${method} ${path}`);
        const listed = rows.some(([row]) => row === `${method.replace('HEAD', 'GET')} ${id.split(' ')[1]}`);
        // A write says what to write: without a body it is refused.
        const done = /^(PUT|DELETE)$/.test(method) ? 422 : 200;
        expect(answer.status, `${method} ${path}`).toBe(listed ? done : method === 'OPTIONS' ? 204 : 405);
      }
    }
  });

  test('an address that is none says so in the words of the API, to everyone and to every method', async () => {
    const none = ['/api', '/api/', '/api/v2/labs', '/api/v1', '/api/v1/lab', '/api/health/x', '/api/auth'];
    for (const path of [...none, `/api/v1/lab-attempts/${attempts.account}/nothing`, '/api/__proto__', '/api/%00']) {
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        for (const name of ['nobody', 'account', 'bad token'] as const) {
          const answer = await unchanged(() => browsers[name].ask(path, { method }), `${method} ${path}`);
          expect(answer.status, `${method} ${path}`).toBe(404);
          expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
          if (method !== 'HEAD') expect(answer.json.error.code).toBe('NotFound');
        }
      }
    }
  });

  /** A page's address for what is the owner's. */
  const addressOf = (id: Permission, owner: string): string =>
    (id.split(' ')[1] ?? '')
      .replace('/labs/[slug]', `/labs/${lab}`)
      .replace('/lessons/[slug]', `/lessons/${lesson}`)
      .replace('/quizzes/[slug]', `/quizzes/${quiz}`)
      .replace('/classes/[id]', `/classes/${classOf.get(owner) ?? owner}`)
      .replace('/grading/[id]', `/grading/${answerOf.get(owner) ?? owner}`);
  const pages = rows.filter(([id]) => /^GET \/(?!api)/.test(id));
  /** What a page answers as a document, and as what the router asks for. */
  const asDocument = { accept: 'text/html' };
  const kinds: Record<string, string>[] = [
    asDocument,
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/__PAGE__' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  ];

  test.each(pages)('%s is for: %s, and shows them what is theirs', async (id, access) => {
    for (const name of callers) {
      // A token is for the API: with nothing else, a page takes its bearer for nobody.
      const isNobody = ['nobody', 'bad token', 'token'].includes(name);
      const isGuest = name.startsWith('guest');
      const path = addressOf(id, attempts[name] ?? attempts.account);
      const mayNot = access !== 'anyone' && (isNobody || (access === 'account' && isGuest));
      // Practice is marked by its writer, on the page of its quiz.
      const found = id === 'GET /grading/[id]' ? 404 : 200;
      for (const headers of kinds) {
        const why = `${name} opens ${path} with ${Object.keys(headers)}`;
        const answer = await unchanged(() => browsers[name].get(path, headers), why);
        if (headers.rsc) expect([200, 204, 307, found], why).toContain(answer.status);
        else if (mayNot) {
          const signIn = `/sign-in?next=${access === 'user' ? path : encodeURIComponent(path)}`;
          expect([answer.status, answer.headers.get('location')], why).toEqual([307, signIn]);
        } else expect(answer.status, why).toBe(found);
        if (isNobody || isGuest) expect(answer.text, why).not.toContain('account@example.org');
        if (name !== 'administrator') expect(answer.text, why).not.toContain('root@example.org');
        if (mayNot) expect(answer.text, why).not.toContain('Class of the');
      }
    }
  });

  test.each(pages.filter(([id]) => id.includes('[id]')))('%s: another’s is a page that does not exist', async (id) => {
    for (const [name, owner] of [
      ['account', 'administrator'],
      ['administrator', 'account'],
    ] as const) {
      for (const headers of kinds) {
        const foreign = addressOf(id, attempts[owner]);
        const why = `${name} opens ${foreign} with ${Object.keys(headers)}`;
        const answer = await unchanged(() => browsers[name].get(foreign, headers), why);
        const none = await browsers[name].get(addressOf(id, absent), headers);
        expect(answer.status, why).toBe(none.status);
        if (!headers.rsc) expect(answer.status, why).toBe(404);
        expect(answer.text, why).not.toContain(`Class of the ${owner}`);
      }
    }
    for (const wrong of ['not-an-id', '__proto__', '%00', '..%2F..', "'%20OR%201=1"]) {
      const path = (id.split(' ')[1] ?? '').replace('[id]', wrong);
      const answer = await unchanged(() => browsers.account.get(path, asDocument), path);
      expect([400, 404], `${path}: ${answer.text.slice(0, 300)}`).toContain(answer.status);
    }
  });

  test('settings are kept by nobody on the way', async () => {
    const settings = await browsers.account.get('/settings');
    expect(settings.text).toContain('account@example.org');
    expect(settings.headers.get('cache-control')).toMatch(/private|no-store/);
  });

  /** What each action is sent; all of it is right, so that only who sends it can be wrong. */
  const forms: Record<string, Record<string, string>> = {
    'action signUp': { name: 'New', email: 'new@example.org', password },
    'action signIn': { email: 'account@example.org', password },
    'action changePassword': { current: password, password: 'another engine no 3' },
    'action changeName': { name: 'Another' },
    'action changeTheme': { theme: 'dark' },
    'action createToken': { name: 'another' },
    'action revokeToken': { id: absent },
    'action deleteMe': { confirm: 'delete', password },
    'action answerLessonQuestion': { slug: lesson, questionId: 'where-it-fits', answer: 'web-2-index-1' },
    'action finishLesson': { slug: lesson, finished: 'true' },
    'action createClass': { name: 'Another class' },
    'action joinClass': { code: '0000-0000-0000-0000' },
    'action renewCode': { classId: absent },
    'action setClassRole': { classId: absent, userId: absent, role: 'learner' },
    'action assignQuiz': { classId: absent, quizSlug: quiz, dueAt: '', zone: '' },
    'action changeDueDate': { assignmentId: absent, dueAt: '', zone: '' },
    'action releaseMarks': { assignmentId: absent },
  };
  const actions = rows.filter(([id]) => id.startsWith('action '));

  test.each(actions)('%s is for: %s, whichever page it is sent to', async (id, access) => {
    const fields = forms[id];
    const actionId = actionIds().get(`${id.replace('action ', '')}Action`);
    if (!fields || !actionId) throw new Error(`no form or no action for ${id}`);
    for (const name of callers) {
      const isNobody = ['nobody', 'bad token', 'token'].includes(name);
      const mayNot =
        access === 'anyone'
          ? undefined
          : isNobody
            ? 'Nobody is signed in'
            : access === 'account' && name.startsWith('guest')
              ? 'This needs an account'
              : undefined;
      if (mayNot) {
        for (const page of ['/sign-in', '/sign-up', '/settings']) {
          const answer = await unchanged(
            () => browsers[name].act(page, actionId, fields, { origin: server.url }),
            `${name}: ${id} on ${page}`,
          );
          expect(answer.text, `${name}: ${id} on ${page}`).toContain(mayNot);
        }
      }
      for (const headers of [
        { origin: undefined },
        { origin: 'null' },
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
      ]) {
        const answer = await unchanged(
          () => browsers[name].act('/sign-in', actionId, fields, headers),
          `${name}: ${id} from ${JSON.stringify(headers)}`,
        );
        expect(
          answer.status >= 400 || answer.text.includes('own pages only'),
          `${name}: ${id} from ${JSON.stringify(headers)}`,
        ).toBe(true);
      }
    }
    const foreign = await unchanged(
      () =>
        browsers.administrator.act('/settings', actionId, {
          ...fields,
          role: 'administrator',
          userId: absent,
          __proto__x: '1',
        }),
      'more fields',
    );
    expect(foreign.text).toContain('"ok":false');
  });

  test('one account cannot revoke another’s token', async () => {
    const [token] = query<{ id: string }>(server.folder, 'SELECT id FROM "ApiToken"');
    const actionId = actionIds().get('revokeTokenAction') ?? '';
    const answer = await unchanged(
      () => browsers.administrator.act('/settings', actionId, { id: token?.id ?? '' }),
      'another’s token',
    );
    const none = await browsers.administrator.act('/settings', actionId, { id: absent });
    expect(answer.text).toContain('There is no such token.');
    expect(none.text).toContain('There is no such token.');
    const own = await browsers.account.act('/settings', actionId, { id: token?.id ?? '' });
    expect(own.text).toContain('"ok":true');
    expect((await browsers.token.get('/api/v1/lab-attempts')).status, 'at once').toBe(401);
  });
});
