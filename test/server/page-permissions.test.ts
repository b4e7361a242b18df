import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Access, type Permission, permissions } from '@/lib/auth/permissions';
import { type Answer, actionIds } from './browser';
import { absent, type Cast, callers, cast, everywhere, lab, lesson, type Own, quiz } from './callers';
import { password } from './people';
import { startServer, type TestServer } from './start-server';
import { query, stored } from './stored';

const rows = Object.entries(permissions) as [Permission, Access][];

describe('who may open what, and send which form', () => {
  let server: TestServer;
  let everybody: Cast;
  let browsers: Cast['browsers'];
  let owned: Cast['owned'];

  beforeAll(async () => {
    server = await startServer();
    everybody = await cast(server);
    ({ browsers, owned } = everybody);
  });
  afterAll(() => server?.stop());

  /** A call that must change nothing. */
  const unchanged = async (work: () => Promise<Answer>, why: string): Promise<Answer> => {
    const before = stored(server.folder);
    const answer = await work();
    expect(stored(server.folder), why).toEqual(before);
    return answer;
  };

  /** A page's address for what is the owner's. */
  const addressOf = (id: Permission, own: Own): string =>
    (id.split(' ')[1] ?? '')
      .replace('/labs/[slug]', `/labs/${lab}`)
      .replace('/moments/[token]', `/moments/${own.share}`)
      .replace('/outcomes/[id]', `/outcomes/${own.lab}`)
      .replace('/lessons/[slug]', `/lessons/${lesson}`)
      .replace('/experiments/[slug]', '/experiments/pull-both-interfaces')
      .replace('/sources/[case]', '/sources/C4')
      .replace('/sources/claims/[part]', '/sources/claims/failover')
      .replace('/fidelity/[resource]', '/fidelity/subnet')
      .replace('/quizzes/[slug]', `/quizzes/${quiz}`)
      .replace('/classes/[id]', `/classes/${own.classId}`)
      .replace('/grading/[id]', `/grading/${own.answer}`);
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
      const path = addressOf(id, everybody.own(name));
      const mayNot = access !== 'anyone' && (isNobody || (access === 'account' && isGuest));
      // Practice is marked by its writer, on the page of its quiz.
      // And no installation lets its labs be framed unless it says so.
      // And nobody, who tries the account's, has no attempt.
      const isNone =
        ['GET /grading/[id]', 'GET /embed/labs/[slug]'].includes(id) || (id === 'GET /outcomes/[id]' && isNobody);
      const found = isNone ? 404 : 200;
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
        const foreign = addressOf(id, owned[owner]);
        const why = `${name} opens ${foreign} with ${Object.keys(headers)}`;
        const answer = await unchanged(() => browsers[name].get(foreign, headers), why);
        const none = await browsers[name].get(addressOf(id, everywhere(absent)), headers);
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
    'action assignQuiz': { classId: absent, quizSlug: quiz, dueAt: '', none: 'on', zone: '' },
    'action changeDueDate': { assignmentId: absent, dueAt: '', none: 'on', zone: '' },
    'action releaseMarks': { assignmentId: absent },
  };
  const actions = rows.filter(([id]) => id.startsWith('action '));

  test.each(actions)('%s is for: %s, whichever page it is sent to', async (id, access) => {
    // What is shared is there once everybody is.
    const fields = id === 'action startFromShare' ? { token: owned.account.share } : forms[id];
    const actionId = actionIds().get(`${id.replace('action ', '')}Action`);
    if (!fields || !actionId) throw new Error(`no form or no action for ${id}`);
    for (const name of callers) {
      const isNobody = ['nobody', 'bad token', 'token'].includes(name);
      const mayNot =
        access === 'anyone' || access === 'guest'
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
    if (access === 'guest') {
      // Next passes an action that a page does not have on to one that has, and the new cookie does not come back from there.
      const itsPage = fields.token ? `/moments/${fields.token}` : `/lessons/${lesson}`;
      const done = await browsers.nobody.act(itsPage, actionId, fields);
      expect(done.text, 'who is nobody becomes a guest by it').toContain('"ok":true');
      expect((await browsers.nobody.get('/api/v1/me')).json.kind).toBe('guest');
      browsers.nobody.cookies.clear();
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
