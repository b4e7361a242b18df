import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from './browser';
import { signUp } from './people';
import { startServer, type TestServer } from './start-server';
import { allow } from './stored';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

test('a gradebook is JSON, or a file for a spreadsheet to whoever asks for one', async () => {
  const iris = new Browser(server.url);
  await signUp(iris, 'iris@example.org', 'Iris');
  allow(server.folder, 'iris@example.org');
  await iris.submit('/classes', 'Make', { name: 'Nétworks "1"; x=../y' });
  const [{ id, code }] = await Promise.all(
    (await iris.get('/api/v1/classes')).json.map(
      async (of: { id: string }) => (await iris.get(`/api/v1/classes/${of.id}`)).json,
    ),
  );
  const lea = new Browser(server.url);
  await signUp(lea, 'lea@example.org', '=1+1');
  await lea.submit('/classes', 'Join', { code });

  const path = `/api/v1/classes/${id}/gradebook`;
  const json = await iris.get(path);
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(json.json).toMatchObject({ classId: id, learners: [{ name: '=1+1', email: 'lea@example.org' }] });
  for (const csv of [await iris.get(path, { accept: 'text/csv' }), await iris.get(`${path}?format=csv`)]) {
    expect(csv.text).toBe("Name,E-mail\r\n'=1+1,lea@example.org\r\n");
    expect(Object.fromEntries(csv.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="gradebook-ne-tworks-1-x-y.csv"',
      'cache-control': 'private, no-store',
    });
  }
  const refused = await lea.get(path, { accept: 'text/csv' });
  expect([refused.status, refused.json.error.code]).toEqual([403, 'Forbidden']);
  expect((await lea.get('/api/v1/classes/00000000-0000-4000-8000-000000000000/gradebook?format=csv')).status).toBe(404);
});
