import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Access, type Permission, permissions } from '@/lib/auth/permissions';
import type { Answer, Ask } from './browser';
import {
  absent,
  type CallerName,
  type Cast,
  callers,
  cast,
  everywhere,
  type Own,
  type OwnerName,
  owners,
  samples,
} from './callers';
import { startServer, type TestServer } from './start-server';
import { query, stored } from './stored';

const rows = Object.entries(permissions) as [Permission, Access][];

describe('who may do what', () => {
  let server: TestServer;
  let everybody: Cast;
  let browsers: Cast['browsers'];
  let owned: Cast['owned'];

  beforeAll(async () => {
    server = await startServer();
    everybody = await cast(server);
    ({ browsers, owned } = everybody);
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
    own: Own,
    more: { path?: (path: string) => string; headers?: Ask['headers'] } = {},
  ) => {
    const sample = samples[id]?.(own);
    if (!sample) throw new Error(`no sample for ${id}`);
    const [method = ''] = id.split(' ');
    const path = more.path?.(sample.path) ?? sample.path;
    return browsers[name].ask(path, {
      method,
      ...(sample.body && { body: sample.body }),
      ...(more.headers && { headers: more.headers }),
    });
  };
  // The EC2 endpoint knows its callers by other means: ec2-endpoint.test.ts.
  const api = rows.filter(([id]) => id.includes(' /api/') && !/nextauth|\/api\/ec2$/.test(id));
  /** What the table promises of a call on something of the caller's own. */
  const promised = (access: Access, name: CallerName, success: number): number => {
    if (name === 'bad token') return 401;
    if (access === 'anyone' || access === 'guest') return success;
    if (name === 'nobody') return 401;
    return access === 'account' && name.startsWith('guest') ? 403 : success;
  };
  const successOf = (id: Permission) => {
    if (id === 'DELETE /api/v1/me') return 422;
    if (id.endsWith('/outcome')) return 409;
    if (id === 'DELETE /api/v1/lab-attempts/{id}/shares/{token}') return 404;
    return /\/attempts$|^POST .*\/shares$/.test(id) ? 201 : 200;
  };
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
      const work = () => call(name, id, everybody.own(name));
      const answer = status < 400 ? await work() : await unchanged(work, `${name} calls ${id}`);
      expect(answer.status, `${name}: ${answer.text}`).toBe(status);
      if (status >= 400) expect(Object.keys(answer.json.error).slice(0, 2), name).toEqual(['code', 'message']);
      expect(answer.headers.get('cache-control'), name).toMatch(/^private, no-store\b/);
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
        const none = await call(name, id, everywhere(absent));
        expect(none.status, none.text).toBe(refused);
        for (const owner of owners) {
          if (owned[owner] === everybody.own(name)) continue;
          const answer = await unchanged(() => call(name, id, owned[owner]), `${name} calls ${id} of ${owner}`);
          expect([answer.status, answer.text], `${name} on ${owner}`).toEqual([refused, none.text]);
          expect([...answer.headers.keys()]).toEqual([...none.headers.keys()]);
        }
      }
      for (const wrong of [
        'not-an-id',
        '__proto__',
        '%00',
        '..%2F..',
        `${owned.account.lab}%00`,
        owned.account.lab.toUpperCase(),
        "'%20OR%201=1",
      ]) {
        const answer = await unchanged(() => call('account', id, everywhere(wrong)), wrong);
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
  async function followed(name: CallerName, id: Permission, own: Own, disguise: (typeof disguises)[string]) {
    let answer = await call(name, id, own, disguise);
    for (let hops = 0; hops < 3 && (answer.status === 307 || answer.status === 308); hops += 1) {
      const to = new URL(answer.headers.get('location') ?? '', server.url);
      expect(to.origin).toBe(server.url);
      const path = () => to.pathname + to.search;
      answer = await call(name, id, own, { path, ...(disguise.headers && { headers: disguise.headers }) });
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
  ] as const satisfies readonly (readonly [CallerName, OwnerName])[];

  test.each(Object.keys(disguises))('a refused call stays refused %s', async (disguise) => {
    for (const [id, access] of api) {
      for (const [name, owner] of refusedPairs) {
        const ofOwn = promised(access, name, successOf(id));
        const plain = ofOwn < 400 && ofSomebody(id) ? 404 : ofOwn;
        if (plain < 400 || ofOwn === 422) continue;
        const why = `${name} calls ${id} of ${owner} ${disguise}`;
        const answer = await unchanged(() => followed(name, id, owned[owner], disguises[disguise] ?? {}), why);
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
            () => call(name, id, everybody.own(name), { headers }),
            `${name} calls ${id} with ${why}`,
          );
          expect(answer.status, `${id} with ${why}`).toBe(403);
        }
      }
      // As a form of another site would: no preflight is asked for this one.
      const form = await unchanged(
        () =>
          call('account', id, owned.account, {
            headers: { 'content-type': 'text/plain', origin: 'https://evil.example' },
          }),
        id,
      );
      expect(form.status).toBe(403);
    }
    const vouched = await call('account', 'POST /api/v1/lab-attempts/{id}/reset', owned.account, {
      headers: { origin: undefined, 'sec-fetch-site': 'same-origin' },
    });
    expect(vouched.status).toBe(200);
    const answer = await browsers.account.get('/api/v1/me', { origin: 'https://evil.example' });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('nothing is changed by GET or HEAD, and other methods are none', async () => {
    for (const [id] of api) {
      const path = samples[id]?.(owned.account).path ?? '';
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
        // The address of these says all there is to say, so it is done.
        if (method === 'DELETE' && /\/(credentials|shares\/\w+)$/.test(path)) continue;
        const answer = await unchanged(() => browsers.account.ask(path, { method }), `${method} ${path}`);
        const listed = rows.some(([row]) => row === `${method.replace('HEAD', 'GET')} ${id.split(' ')[1]}`);
        // A write says what to write: without a body it is refused.
        const done = /^(PUT|DELETE)$/.test(method) ? 422 : path.endsWith('/outcome') ? 409 : 200;
        expect(answer.status, `${method} ${path}`).toBe(listed ? done : method === 'OPTIONS' ? 204 : 405);
      }
    }
  });

  test('an address that is none says so in the words of the API, to everyone and to every method', async () => {
    const none = ['/api', '/api/', '/api/v2/labs', '/api/v1', '/api/v1/lab', '/api/health/x', '/api/auth'];
    for (const path of [...none, `/api/v1/lab-attempts/${owned.account.lab}/nothing`, '/api/__proto__', '/api/%00']) {
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
});
