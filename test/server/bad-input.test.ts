import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Ask, Browser } from './browser';
import { guest, run, start } from './people';
import { startServer, type TestServer } from './start-server';
import { query, stored } from './stored';

let server: TestServer;
let browser: Browser;
let attempt: string;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  ({ browser, attempt } = await guest(server.url));
  const answer = await run(
    browser,
    attempt,
    'VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)',
  );
  expect(answer.json).toMatchObject({ position: 1, exitCode: 0 });
});

/** What a person would see of the attempt; the clock of its account goes on. */
async function seen(): Promise<unknown> {
  const view = (await browser.get(`/api/v1/lab-attempts/${attempt}`)).json;
  return { ...view, world: { ...view.world, now: 0 } };
}

/** `work` must leave the attempt, and every row that is stored, as it was. */
async function unchanged(work: () => Promise<Answer>): Promise<Answer> {
  const [view, rows] = [await seen(), stored(server.folder)];
  const answer = await work();
  expect(stored(server.folder)).toEqual(rows);
  expect(await seen()).toEqual(view);
  return answer;
}

const commands = (ask: Ask): Promise<Answer> =>
  browser.ask(`/api/v1/lab-attempts/${attempt}/commands`, { method: 'POST', ...ask });

describe('lines that cannot run', () => {
  test.each<[string, string, number, RegExp]>([
    ['an unknown flag', 'aws ec2 create-vpc --cidr-block 10.1.0.0/16 --colour red', 252, /Unknown options: --colour/],
    ['an unknown command', 'aws ec2 create-vpcs', 252, /create-vpc/],
    ['a flag without its value', 'aws ec2 create-vpc --cidr-block', 252, /expected one argument/],
    ['a program that is not there', 'kubectl get pods', 127, /kubectl: command not found/],
    ['half a quote', 'aws ec2 create-tags --tags "Key=a', 2, /unexpected EOF while looking for matching/],
    ['half a loop', 'for i in 1 2 3; do echo $i', 2, /syntax error|unexpected end of file/],
    [
      'a loop without end',
      'while true; do :; done',
      1,
      /a line may run 20000 commands.*Nothing of this line was kept/s,
    ],
    [
      'a world of VPCs',
      'for i in $(seq 100000); do aws ec2 create-vpc --cidr-block 10.9.0.0/16; done',
      1,
      /seq: .*Nothing of this line was kept/,
    ],
    [
      '501 calls',
      'for i in $(seq 501); do aws ec2 create-tags --resources $VPC --tags Key=n,Value=$i; done',
      1,
      /a line may make 500 .*calls.*Nothing of this line was kept/,
    ],
    [
      'a world-sized output',
      'while true; do echo 0123456789012345678901234567890123456789; done',
      1,
      /Nothing of this line was kept/,
    ],
    ['a fork bomb', ':(){ :|:& };:', -1, /./],
    ['a file of the server', 'cat /etc/passwd', 1, /No such file or directory/],
  ])('%s', async (_name, line, exitCode, stderr) => {
    const answer = await unchanged(() => run(browser, attempt, line));
    expect(answer.status, answer.text).toBe(200);
    if (exitCode >= 0) expect(answer.json.exitCode, answer.text).toBe(exitCode);
    else expect(answer.json.exitCode).not.toBe(0);
    expect(answer.json.stderr).toMatch(stderr);
    expect(answer.json.position).toBe(1);
  });

  test('a file of the server is read by no parameter, and its environment by no command', async () => {
    for (const line of [
      'aws ec2 create-tags --resources $VPC --tags file:///etc/passwd',
      'aws ec2 describe-vpcs --filters file:///etc/passwd',
      'aws ec2 run-instances --image-id ami-1 --user-data fileb:///etc/passwd',
      'aws ec2 create-vpc --cli-input-json file:///proc/self/environ',
      'env; printenv; set; cat /proc/self/environ; ls /proc /work /root',
      'curl http://127.0.0.1:1/; wget http://127.0.0.1:1/; node -e 1; python3 -c 1',
    ]) {
      const { text, status } = await run(browser, attempt, line);
      expect(status).toBe(200);
      expect(text, line).not.toMatch(/root:x|daemon|DATABASE_URL|NEXTAUTH|node_modules/);
    }
  });

  test('prototype keys are ordinary words', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const tagged = await run(
        browser,
        attempt,
        `aws ec2 create-tags --resources $VPC --tags Key=${name},Value=${name}`,
      );
      expect(tagged.json, name).toMatchObject({ exitCode: 0 });
      const missing = await run(browser, attempt, `aws ec2 delete-vpc --vpc-id ${name}`);
      expect(missing.json.exitCode, missing.text).toBe(254);
      for (const line of [
        `aws ec2 ${name}`,
        `aws ${name} x`,
        `aws ec2 describe-vpcs --${name} x`,
        `aws ec2 describe-vpcs --filters Name=${name},Values=x`,
        `aws ec2 describe-vpcs --query ${name}`,
        `${name}`,
      ]) {
        const answer = await run(browser, attempt, line);
        expect(answer.status, `${line}: ${answer.text}`).toBe(200);
      }
    }
    const { json } = await run(
      browser,
      attempt,
      'aws ec2 describe-tags --filters Name=resource-id,Values=$VPC --query "sort(Tags[].Key)" --output text',
    );
    expect(json.stdout.trim().split('\t')).toEqual([
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'prototype',
      'toString',
    ]);
  });
});

describe('requests that are none', () => {
  const text = (length: number) => 'x'.repeat(length);
  const json = { 'content-type': 'application/json' };
  test.each<[string, Ask, number, RegExp]>([
    ['not JSON', { body: '{"line":', headers: json }, 400, /not JSON/],
    ['a number too many', { body: '{"line":"ls"}}', headers: json }, 400, /not JSON/],
    [
      '100,000 brackets',
      { body: `${'['.repeat(100_000)}${']'.repeat(100_000)}`, headers: json },
      422,
      /must be a JSON object/,
    ],
    [
      'a line nested 50,000 deep',
      { body: `{"line":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}`, headers: json },
      422,
      /100 deep/,
    ],
    ['an array', { body: '["ls"]', headers: json }, 422, /must be a JSON object/],
    ['null', { body: 'null', headers: json }, 422, /must be a JSON object/],
    ['nothing', {}, 422, /line/],
    ['text', { body: '{"line":"ls"}', headers: { 'content-type': 'text/plain' } }, 415, /application\/json/],
    ['a form', { body: new URLSearchParams({ line: 'ls' }) }, 415, /application\/json/],
    ['no content type', { body: '{"line":"ls"}', headers: { 'content-type': '' } }, 415, /application\/json/],
    ['1 MB of text', { body: { line: text(1_000_000) } }, 413, /256 kB/],
    ['a line of 65 kB', { body: { line: text(65_000) } }, 422, /64 kB/],
    ['a line that is a number', { body: { line: 7 } }, 422, /line/],
    ['NUL in the line', { body: { line: 'echo a\u0000b' } }, 422, /NUL/],
    ['NUL in a name', { body: { line: 'ls', 'a\u0000': 1 } }, 422, /NUL/],
    ['another field', { body: { line: 'ls', role: 'administrator' } }, 422, /role/],
    ['a user', { body: { line: 'ls', userId: 'x', score: 1, passed: true } }, 422, /userId/],
    ['__proto__', { body: '{"line":"ls","__proto__":{"role":"administrator"}}', headers: json }, 422, /__proto__/],
    ['constructor', { body: '{"line":"ls","constructor":{"prototype":{"x":1}}}', headers: json }, 422, /constructor/],
    [
      'the id again',
      { body: { line: 'ls', id: '00000000-0000-4000-8000-000000000000' } },
      422,
      /address says this already/,
    ],
    ['a position that is none', { body: { line: 'ls', position: -1 } }, 422, /position/],
    ['an infinite position', { body: '{"line":"ls","position":1e999}', headers: json }, 422, /position/],
    ['a position as text', { body: { line: 'ls', position: '1' } }, 422, /position/],
    ['a stale position', { body: { line: 'VPC=1', position: 0 } }, 409, /went on elsewhere/],
    ['a position of the future', { body: { line: 'VPC=1', position: 7 } }, 409, /went on elsewhere/],
    ['a key of blanks', { body: { line: 'VPC=1' }, headers: { 'idempotency-key': 'a b' } }, 422, /Idempotency-Key/],
    [
      'a key of 201 characters',
      { body: { line: 'VPC=1' }, headers: { 'idempotency-key': text(201) } },
      422,
      /Idempotency-Key/,
    ],
    [
      'a token that is none',
      { body: { line: 'VPC=1' }, headers: { authorization: 'Bearer x' } },
      401,
      /token is not known/,
    ],
    [
      'a token and a cookie',
      { body: { line: 'VPC=1' }, headers: { authorization: `Bearer pb_${text(43)}` } },
      401,
      /token is not known/,
    ],
    [
      'another scheme',
      { body: { line: 'VPC=1' }, headers: { authorization: 'Digest username="x"' } },
      401,
      /token is not known/,
    ],
  ])('%s', async (_name, ask, status, message) => {
    const answer = await unchanged(() => commands(ask));
    expect(answer.status, answer.text).toBe(status);
    expect(answer.json.error.message).toMatch(message);
    expect(answer.json.error.code).toMatch(/^[A-Z]\w+$/);
  });

  test('a conflict says where the attempt stands', async () => {
    const answer = await commands({ body: { line: 'VPC=1', position: 0 } });
    expect(answer.json.error).toMatchObject({ code: 'Conflict', current: { position: 1 } });
  });

  test('lone surrogates do no harm', async () => {
    const answer = await commands({ body: '{"line":"X=\\ud800; echo ok"}', headers: json });
    expect(answer.json).toMatchObject({ exitCode: 0, stdout: 'ok\n' });
    expect((await run(browser, attempt, 'echo "$X"')).status).toBe(200);
  });

  test.each<[string, string, object | undefined, number]>([
    ['undo to a step that is not there', 'undo', { to: 99 }, 422],
    ['undo to before the start', 'undo', { to: -1 }, 422],
    ['undo to half a step', 'undo', { to: 0.5 }, 422],
    ['undo to text', 'undo', { to: '0' }, 422],
    ['undo to nowhere', 'undo', undefined, 422],
    ['a reset with more', 'reset', { to: 0 }, 422],
    ['a hint of no task', 'hints', { task: 'nothing' }, 404],
    ['a hint of __proto__', 'hints', { task: '__proto__' }, 404],
    ['a completion of too much', 'completions', { line: 'x'.repeat(4_001) }, 422],
    ['a completion before the line', 'completions', { line: 'x', cursor: -1 }, 422],
  ])('%s', async (_name, what, body, status) => {
    const answer = await unchanged(() => browser.post(`/api/v1/lab-attempts/${attempt}/${what}`, body));
    expect(answer.status, answer.text).toBe(status);
    expect(answer.json.error.message).not.toBe('');
  });

  test('completions outside of the line and a list by no lab are empty, and an unknown parameter is refused', async () => {
    const completions = await browser.post(`/api/v1/lab-attempts/${attempt}/completions`, {
      line: 'aws',
      cursor: 1_000_000,
    });
    expect(completions.status).toBe(200);
    expect((await browser.get('/api/v1/lab-attempts?slug=__proto__')).json).toEqual([]);
    for (const wrong of ['userId=x', 'slug=a&slug=b', 'slug=%00', `slug=${text(101)}`])
      expect((await browser.get(`/api/v1/lab-attempts?${wrong}`)).status, wrong).toBe(422);
  });

  test.each(['nothing', '__proto__', 'constructor', '..%2f..%2fetc%2fpasswd', '%00', '%2e%2e', text(200)])(
    'no lab is called %s',
    async (slug) => {
      const answer = await unchanged(() => browser.post(`/api/v1/labs/${slug}/attempts`, {}));
      expect([404, 422], answer.text).toContain(answer.status);
    },
  );

  test('a seed that cannot be kept', async () => {
    for (const seed of ['', text(101), 'a\u0000', 7, null, {}])
      expect(
        (await unchanged(() => browser.post('/api/v1/labs/sandbox/attempts', { seed }))).status,
        JSON.stringify(seed),
      ).toBe(422);
    const one = (await browser.post('/api/v1/labs/sandbox/attempts', { seed: '__proto__' })).json.id;
    expect((await browser.get(`/api/v1/lab-attempts/${one}`)).status).toBe(200);
  });
});

describe('the same write again', () => {
  const line = 'aws ec2 create-tags --resources $VPC --tags Key=a,Value=1';

  test('the same key gives the same answer, and one step', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await run(browser, attempt, line, key);
    const second = await run(browser, attempt, line, key);
    expect(first.json.position).toBe(2);
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect((await browser.get(`/api/v1/lab-attempts/${attempt}`)).json.steps).toHaveLength(2);

    const withPosition = { line: 'X=1', position: 2 };
    const path = `/api/v1/lab-attempts/${attempt}/commands`;
    const own = { 'idempotency-key': randomUUID() };
    const third = await browser.post(path, withPosition, own);
    expect(third.json.position).toBe(3);
    expect((await browser.post(path, withPosition, own)).text, 'its position is stale by now').toBe(third.text);
    expect((await browser.post(path, withPosition)).status, 'as one without a key learns').toBe(409);
  });

  test('twins at once are one step', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => run(browser, attempt, line, key)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await browser.get(`/api/v1/lab-attempts/${attempt}`)).json.steps).toHaveLength(2);
  });

  test('a key for another request is refused', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await run(browser, attempt, line, key);
    const other = await unchanged(() => run(browser, attempt, 'X=2', key));
    expect([other.status, other.json.error.message]).toEqual([
      422,
      expect.stringContaining('used for another request'),
    ]);
    const undo = await unchanged(() => browser.post(`/api/v1/lab-attempts/${attempt}/undo`, { to: 0 }, key));
    expect(undo.status).toBe(422);
    const stranger = await guest(server.url);
    expect((await run(stranger.browser, stranger.attempt, 'X=2', key)).status, 'keys are a person’s own').toBe(200);
  });

  test('an undo is done once; what comes again is told where the attempt stands, and no account is kept for that', async () => {
    const path = `/api/v1/lab-attempts/${attempt}/undo`;
    const key = { 'idempotency-key': randomUUID() };
    expect((await browser.post(path, { to: 0 }, key)).json.position).toBe(0);
    await run(browser, attempt, line);
    const second = await browser.post(path, { to: 0 }, key);
    expect([second.status, second.json.position]).toEqual([200, 2]);
    const kept = query<{ body: string }>(
      server.folder,
      'SELECT body FROM "IdempotentAnswer" WHERE "key" = ?',
      key['idempotency-key'],
    );
    expect(kept).toEqual([{ body: '' }]);
  });

  test('attempts and hints too', async () => {
    const again = async (path: string, body: object) => {
      const key = { 'idempotency-key': randomUUID() };
      const [first, second] = [await browser.post(path, body, key), await browser.post(path, body, key)];
      expect(first.status).toBeLessThan(300);
      expect([second.status, second.text], path).toEqual([first.status, first.text]);
    };
    await again('/api/v1/labs/sandbox/attempts', {});
    expect((await browser.get('/api/v1/lab-attempts')).json).toHaveLength(2);
    const lab = await start(browser, 'one-interface-two-instances');
    await again(`/api/v1/lab-attempts/${lab}/hints`, { task: 'primary-stays' });
    expect((await browser.get(`/api/v1/lab-attempts/${lab}`)).json.hints['primary-stays']).toHaveLength(1);
  });
});

describe('many at once', () => {
  const tag = (value: number) => `aws ec2 create-tags --resources $VPC --tags Key=n,Value=${value}`;
  const stepsOf = () =>
    query<{ seq: number; text: string }>(
      server.folder,
      'SELECT seq, text FROM "LabStep" WHERE "attemptId" = ? ORDER BY seq',
      attempt,
    );

  test('20 commands on one attempt are 20 steps', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => run(browser, attempt, tag(index))));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const positions = answers.map(({ json: body }) => body.position).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    for (const [index, { json: body }] of answers.entries())
      expect(stepsOf().find(({ seq }) => seq === body.position)?.text).toBe(tag(index));
  });

  test('20 commands for one position are one step and 19 conflicts', async () => {
    const path = `/api/v1/lab-attempts/${attempt}/commands`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => browser.post(path, { line: tag(index), position: 1 })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(stepsOf()).toHaveLength(2);
  });

  test('a flood is told to wait, and what was answered was done', async () => {
    // All of them wait for this one.
    const slow = run(browser, attempt, 'while true; do :; done');
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => run(browser, attempt, tag(index))));
    expect((await slow).status).toBe(200);
    const refused = answers.filter(({ status }) => status === 429);
    const done = answers.filter(({ status }) => status === 200);
    expect(done.length + refused.length).toBe(200);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(stepsOf()).toHaveLength(done.length + 1);
  });
});

test('none of this was a bug to the server', () => {
  expect(server.log()).not.toMatch(/Error|at .*\.js/);
});
