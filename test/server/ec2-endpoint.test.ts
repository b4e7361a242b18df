import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Credentials } from '../clients/ec2-server';
import { aws, environmentOf, hasAws, hasBoto3, howToGet, python, runProgram } from '../clients/programs';
import { action, fetched, presigned, refusalIn, type Signing, send, signedPost } from '../clients/sign';
import type { Browser } from './browser';
import { guest, run } from './people';
import { startServer, type TestServer } from './start-server';
import { stored } from './stored';

let server: TestServer;
let browser: Browser;
let attempt: string;
let key: Credentials;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  ({ browser, attempt } = await guest(server.url));
  const given = await browser.post(`/api/v1/lab-attempts/${attempt}/credentials`);
  expect(given.status, given.text).toBe(200);
  key = given.json;
});

const call = (body: string, how: Signing = {}) => send(key, body, how);
const create = action('CreateVpc', { CidrBlock: '10.1.0.0/16' });
const describeVpcs = action('DescribeVpcs');

test('credentials are for this server, stay the same, and die when they are revoked', async () => {
  expect(key).toEqual({
    endpointUrl: `${server.url}/api/ec2`,
    region: 'us-east-1',
    accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
    secretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
  });
  const path = `/api/v1/lab-attempts/${attempt}/credentials`;
  const once = { 'idempotency-key': 'one' };
  expect((await browser.post(path, {}, once)).json).toEqual(key);
  expect((await browser.post(path, {}, once)).json).toEqual(key);
  expect((await call(describeVpcs)).status).toBe(200);
  const revoked = await browser.ask(path, { method: 'DELETE', headers: { 'idempotency-key': 'two' } });
  expect([revoked.status, revoked.json]).toEqual([200, { revoked: true }]);
  expect((await call(describeVpcs)).status).toBe(401);
  const next = (await browser.post(path)).json;
  const again = await browser.ask(path, { method: 'DELETE', headers: { 'idempotency-key': 'two' } });
  expect(again.text).toBe(revoked.text);
  key = next;
  expect((await call(describeVpcs)).status, 'the same revocation again takes nothing more').toBe(200);
});

describe('the address', () => {
  test('with and without a slash, as POST and presigned', async () => {
    for (const endpointUrl of [key.endpointUrl, `${key.endpointUrl}/`]) {
      const { url, init } = signedPost(endpointUrl, describeVpcs, key);
      expect((await fetched(url, init)).status, endpointUrl).toBe(200);
      expect((await fetched(presigned(endpointUrl, describeVpcs, key))).status, endpointUrl).toBe(200);
    }
  });

  test('is answered past Next, with the headers of the API', async () => {
    const { headers } = await call(describeVpcs);
    const api = await fetch(`${server.url}/api/v1/nowhere`);
    // Next names them on whatever it answers.
    expect(api.headers.get('vary')).toContain('rsc');
    expect(headers.get('vary')).toBe('Accept-Encoding');
    const ofAll = [...api.headers].filter(([name]) =>
      /^(content-security-policy|x-content|cross-origin|referrer|permissions)/.test(name),
    );
    expect(ofAll).toHaveLength(5);
    for (const [name, value] of ofAll) expect(headers.get(name), name).toBe(value);
    expect(headers.get('strict-transport-security')).toBeNull();
    const byHttps = await call(describeVpcs, { headers: { 'x-forwarded-proto': 'https' } });
    expect([byHttps.status, byHttps.headers.get('strict-transport-security')]).toEqual([200, 'max-age=31536000']);
  });

  test('answers XML that nobody keeps, and lets no other site’s page read it', async () => {
    for (const { headers } of [
      await call(describeVpcs),
      await fetched(key.endpointUrl, { method: 'POST', body: create }),
    ]) {
      expect(headers.get('content-type')).toBe('text/xml;charset=UTF-8');
      expect(headers.get('cache-control')).toBe('no-cache, no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect([...headers.keys()].filter((name) => /^access-control|^set-cookie/.test(name))).toEqual([]);
    }
    const preflight = await fetched(key.endpointUrl, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('knows no cookie and no token', async () => {
    const before = stored(server.folder);
    for (const headers of [
      { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '), origin: server.url },
      { authorization: `Bearer pb_${'x'.repeat(43)}` },
    ]) {
      const { status, text } = await fetched(key.endpointUrl, { method: 'POST', body: create, headers });
      expect([status, refusalIn(text)]).toEqual([
        403,
        'MissingAuthenticationToken: Request is missing Authentication Token',
      ]);
    }
    expect(stored(server.folder)).toEqual(before);
  });

  test('other methods do nothing', async () => {
    const before = stored(server.folder);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await fetched(key.endpointUrl, { method, body: create })).status).toBe(405);
    }
    expect(stored(server.folder)).toEqual(before);
  });
});

describe('bad input changes nothing', () => {
  test.each<[string, () => string, Signing, number, RegExp]>([
    ['nothing', () => '', {}, 400, /^MissingAction: /],
    ['JSON', () => '{"Action":"CreateVpc"}', {}, 400, /^MissingAction: /],
    ['XML', () => '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', {}, 400, /^MissingAction: /],
    ['JSON 50,000 deep', () => '['.repeat(50_000), {}, 400, /^MissingAction: /],
    ['another version', () => 'Action=CreateVpc&Version=2010-08-31&CidrBlock=10.1.0.0/16', {}, 400, /^NoSuchVersion: /],
    ['an action that is none', () => action('CreateUnicorn'), {}, 400, /^InvalidAction: /],
    ['an action that we lack', () => action('CreateFleet'), {}, 400, /^NotModelled: /],
    ['10,000 parameters', () => create + '&a=b'.repeat(10_000), {}, 400, /^InvalidQueryParameter: /],
    ['a list of a million', () => `${create}&Filter.1000000.Name=x`, {}, 400, /^UnknownParameter: /],
    ['a deep list', () => `${create}&TagSpecification${'.1'.repeat(50_000)}=x`, {}, 400, /^UnknownParameter: /],
    ['__proto__', () => `${create}&__proto__.x=y`, {}, 400, /^UnknownParameter: /],
    ['a parameter twice', () => `${create}&CidrBlock=10.2.0.0/16`, {}, 400, /^InvalidQueryParameter: /],
    ['half an escape', () => `${create}&DryRun=%e`, {}, 400, /^MalformedQueryString: /],
    ['NUL', () => `${create}&InstanceTenancy=%00`, {}, 400, /^InvalidParameterValue: /],
    ['1 MB', () => `${create}&a=${'b'.repeat(1_000_000)}`, {}, 413, /^RequestEntityTooLarge: /],
    ['10 MB', () => `${create}&a=${'b'.repeat(10_000_000)}`, {}, 413, /^RequestEntityTooLarge: /],
    ['an hour ago', () => create, { at: Date.now() - 3_600_000 }, 400, /^RequestExpired: /],
    ['another service', () => create, { service: 's3' }, 403, /^SignatureDoesNotMatch: /],
    ['another Region', () => create, { region: 'eu-west-1' }, 403, /^SignatureDoesNotMatch: /],
  ])('%s', async (_name, body, how, status, refusal) => {
    const before = stored(server.folder);
    const answer = await call(body(), how);
    expect(answer.status, answer.text).toBe(status);
    expect(refusalIn(answer.text)).toMatch(refusal);
    expect(stored(server.folder)).toEqual(before);
    expect((await call(describeVpcs)).status, 'and the next one is answered').toBe(200);
  });

  test('the credentials of another attempt, and a body that was changed on the way', async () => {
    const other = await guest(server.url);
    const theirs = (await other.browser.post(`/api/v1/lab-attempts/${other.attempt}/credentials`)).json;
    const before = stored(server.folder);
    const mixed = signedPost(key.endpointUrl, create, { ...key, secretAccessKey: theirs.secretAccessKey });
    const { url, init } = signedPost(key.endpointUrl, create, key);
    for (const request of [mixed.init, { ...init, body: create.replace('10.1', '10.2') }]) {
      const answer = await fetched(url, request);
      expect([answer.status, refusalIn(answer.text)]).toEqual([403, expect.stringMatching(/^SignatureDoesNotMatch: /)]);
    }
    expect(stored(server.folder)).toEqual(before);
  });
});

test('a client and the page at once lose nothing', async () => {
  const client = Array.from({ length: 15 }, (_, index) =>
    call(action('CreateSecurityGroup', { GroupName: `client-${index}`, GroupDescription: 'd' })),
  );
  const page = Array.from({ length: 10 }, (_, index) =>
    run(browser, attempt, `aws ec2 create-security-group --group-name page-${index} --description d`),
  );
  expect((await Promise.all(client)).map(({ status }) => status)).toEqual(Array(15).fill(200));
  expect((await Promise.all(page)).map(({ json }) => json.exitCode)).toEqual(Array(10).fill(0));
  const view = (await browser.get(`/api/v1/lab-attempts/${attempt}`)).json;
  expect(view.path).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  const names = [...(await call(action('DescribeSecurityGroups'))).text.matchAll(/<groupName>(.*?)<\/groupName>/g)];
  expect(new Set(names.map(([, name]) => name)).size).toBe(26);
});

test.skipIf(!hasAws)(`the aws command${hasAws ? '' : ` (${howToGet})`}`, async () => {
  const words = ['ec2', 'create-vpc', '--cidr-block', '10.3.0.0/16', '--query', 'Vpc.VpcId', '--output', 'text'];
  const made = await runProgram(aws, ['--endpoint-url', key.endpointUrl, ...words], { env: environmentOf(key) });
  expect(made, made.stderr).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^vpc-[0-9a-f]{17}\n$/) });
  const seen = await run(
    browser,
    attempt,
    `aws ec2 describe-vpcs --vpc-ids ${made.stdout.trim()} --query Vpcs[0].CidrBlock`,
  );
  expect(seen.json.stdout).toBe('"10.3.0.0/16"\n');
  const { steps } = (await browser.get(`/api/v1/lab-attempts/${attempt}`)).json;
  expect(steps).toMatchObject([
    { via: 'ec2', text: expect.stringMatching(/^aws ec2 create-vpc --cidr-block 10\.3\.0\.0\/16 {2}# aws-cli\/2/) },
  ]);
});

test.skipIf(!hasBoto3)(`boto3, at the address with a slash${hasBoto3 ? '' : ` (${howToGet})`}`, async () => {
  const program = `
import boto3, os
ec2 = boto3.client('ec2', endpoint_url=os.environ['ENDPOINT'] + '/')
print(len(ec2.describe_subnets()['Subnets']), ec2.create_vpc(CidrBlock='10.4.0.0/16')['Vpc']['CidrBlock'])`;
  const ran = await runProgram(python, ['-c', program], { env: environmentOf(key) });
  expect(ran, ran.stderr).toMatchObject({ exitCode: 0, stdout: '6 10.4.0.0/16\n' });
});
