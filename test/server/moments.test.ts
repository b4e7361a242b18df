import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from './browser';
import { kindOf, run, signUp, start } from './people';
import { startServer, type TestServer } from './start-server';
import { query, stored } from './stored';

let server: TestServer;
let ada: Browser;
let attempt: string;
let token: string;

const canary = 'c4n4ry';
const lab = 'one-interface-two-instances';

beforeAll(async () => {
  server = await startServer();
  ada = new Browser(server.url);
  await signUp(ada, `${canary}@example.org`, `Ada ${canary}`);
  const answer = await ada.post(`/api/v1/labs/${lab}/attempts`, { seed: `${canary}-seed` });
  attempt = answer.json.id;
  for (const line of [
    `X=${canary}; echo ${canary} > ${canary}.txt`,
    `aws ec2 create-vpc --cidr-block 10.7.0.0/16 --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=shown-tag}]' # ${canary}`,
    `aws ec2 delete-vpc --vpc-id vpc-00000000000000001; echo "${canary}"`,
  ]) {
    await run(ada, attempt, line);
  }
  const shared = await ada.post(`/api/v1/lab-attempts/${attempt}/shares`, {});
  expect(shared.status, shared.text).toBe(201);
  expect(shared.json.url).toBe(`${server.url}/moments/${shared.json.token}`);
  ({ token } = shared.json);
});
afterAll(() => server?.stop());

const forms: Record<string, Record<string, string>> = {
  'a document': { accept: 'text/html' },
  'what the router asks for': { rsc: '1' },
  'a prefetch': { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/__PAGE__' },
};

describe('a moment that is shared', () => {
  test('is open to a stranger, in every form, with nothing of the person', async () => {
    const stranger = new Browser(server.url);
    const rows = stored(server.folder);
    const [user] = query<{ id: string }>(server.folder, `SELECT id FROM "User" WHERE email IS NOT NULL`);
    const asked = [
      ...Object.entries(forms).map(([name, headers]) => ({ name, path: `/moments/${token}`, headers })),
      { name: 'the API', path: `/api/v1/shares/${token}`, headers: {} },
    ];
    for (const { name, path, headers } of asked) {
      let answer = await stranger.get(path, headers);
      // Next sends who asks for a payload on to an address that names its form.
      const to = answer.headers.get('location');
      if (answer.status === 307 && to) answer = await stranger.get(to.replace(server.url, ''), headers);
      expect(answer.status, name).toBe(200);
      expect(answer.headers.get('cache-control'), name).toMatch(/no-store/);
      expect(answer.headers.get('referrer-policy'), name).toBe('same-origin');
      for (const own of [canary, attempt, user?.id ?? 'nobody', new Date().toISOString().slice(0, 10)]) {
        expect(answer.text, `${name}: ${own}`).not.toContain(own);
      }
    }
    expect(stored(server.folder), 'looking changes nothing').toEqual(rows);
    expect(stranger.cookies.size, 'and makes nobody a guest').toBe(0);
  });

  test('is drawn on the server, says what was called, and is for no search engine', async () => {
    const { text, headers } = await new Browser(server.url).get(`/moments/${token}`);
    expect(text).toMatch(/<svg[^>]*role="img"[^>]*aria-label="\d+ VPCs/);
    expect(text).toContain('shown-tag');
    expect(text).toContain('aws ec2 delete-vpc --vpc-id vpc-00000000000000001');
    expect(text).toContain('InvalidVpcID.NotFound');
    expect(text).toMatch(/<meta name="robots" content="noindex, nofollow"/);
    expect(headers.get('content-security-policy')).toContain("'nonce-");
    expect((await new Browser(server.url).get(`/api/v1/shares/${token}`)).headers.get('x-robots-tag')).toBe('noindex');
  });

  test('is started from without a script, and the lab of one’s own goes on there', async () => {
    const eve = new Browser(server.url);
    const sent = await eve.submit(`/moments/${token}`, 'Start from here', {});
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/labs/${lab}`]);
    expect(await kindOf(eve)).toBe('guest');
    const [newest] = (await eve.get(`/api/v1/lab-attempts?slug=${lab}`)).json;
    const view = await eve.get(`/api/v1/lab-attempts/${newest.id}`);
    expect(view.json).toMatchObject({ position: 2, path: [1, 2], fromShare: true });
    expect(view.text.replaceAll(`${canary}-seed`, '')).not.toContain(canary);
    const answer = await run(eve, newest.id, 'echo "[$X]"; ls; aws ec2 describe-vpcs --query Vpcs[].Tags[].Value');
    expect(answer.json.stdout).toContain('shown-tag');
    expect(answer.json.stdout).toMatch(/^\[\]\n\[/);
    expect((await ada.get(`/api/v1/lab-attempts/${attempt}`)).json.steps, 'theirs stays as it was').toHaveLength(3);
  });

  test('a link that is gone or nonsense is a page that does not exist, and says so', async () => {
    const made = await ada.post(`/api/v1/lab-attempts/${attempt}/shares`, { seq: 1 });
    const gone = made.json.token;
    const removed = await ada.ask(`/api/v1/lab-attempts/${attempt}/shares/${gone}`, { method: 'DELETE' });
    expect(removed.json).toEqual({ deleted: true });
    for (const wrong of [gone, 'x'.repeat(22), 'nonsense', '__proto__', "'%20OR%201=1", '%00', 'x'.repeat(190)]) {
      const page = await new Browser(server.url).get(`/moments/${wrong}`, { accept: 'text/html' });
      expect([400, 404], wrong).toContain(page.status);
      if (page.status === 404) expect(page.text, wrong).toContain('This link leads nowhere');
      const answer = await new Browser(server.url).get(`/api/v1/shares/${wrong}`);
      expect([404, 422], wrong).toContain(answer.status);
      const begun = await new Browser(server.url).post(`/api/v1/shares/${wrong}/attempts`, {});
      expect([404, 422], wrong).toContain(begun.status);
    }
  });

  test('the same request again makes no second link and no second attempt', async () => {
    const key = { 'idempotency-key': 'once' };
    const shares = () => query(server.folder, 'SELECT token FROM "LabShare"').length;
    const first = await ada.post(`/api/v1/lab-attempts/${attempt}/shares`, { seq: 2 }, key);
    const before = shares();
    const second = await ada.post(`/api/v1/lab-attempts/${attempt}/shares`, { seq: 2 }, key);
    expect([second.status, second.text]).toEqual([201, first.text]);
    expect(shares()).toBe(before);
    const eve = new Browser(server.url);
    await start(eve);
    const begun = await eve.post(`/api/v1/shares/${token}/attempts`, {}, key);
    const again = await eve.post(`/api/v1/shares/${token}/attempts`, {}, key);
    expect([begun.status, again.text]).toEqual([201, begun.text]);
    expect((await eve.get('/api/v1/lab-attempts')).json).toHaveLength(2);
  });
});

test('a transcript comes as a file of plain text, whoever asks for what', async () => {
  for (const headers of [{}, { accept: 'text/csv' }, { accept: 'application/json' }]) {
    const answer = await ada.get(`/api/v1/lab-attempts/${attempt}/transcript`, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${lab}-transcript.txt"`);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.text).toMatch(/^# .*\n/);
    expect(answer.text).toContain(`\n$ X=${canary}; echo`);
  }
});

test('nothing of a solution comes before it is asked for', async () => {
  const line = 'aws ec2 wait network-interface-available';
  const before = await ada.get(`/api/v1/lab-attempts/${attempt}`);
  expect(before.text).not.toContain('Another one moves, and its addresses with it');
  const shown = await ada.post(`/api/v1/lab-attempts/${attempt}/solution`, {});
  expect(shown.status, shown.text).toBe(200);
  expect(shown.json.lines.some((one: { line: string }) => one.line.startsWith(line))).toBe(true);
  expect((await ada.get(`/api/v1/lab-attempts/${attempt}`)).json.solutionShown).toBe(true);
  const open = await new Browser(server.url).get(`/api/v1/shares/${token}`);
  expect(open.text, 'a moment of it does not give it on').not.toContain('Another one moves');
});
