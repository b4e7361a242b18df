import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '@/lib/db/database';
import { giveCredentials, revokeCredentials } from '@/lib/usecases/ec2-credentials';
import { inLongTurn } from '@/lib/usecases/long-calls';
import { type Credentials, type Ec2Server, startEc2Server } from '../clients/ec2-server';
import { action, fetched, presigned, refusalIn, type Signing, send, signedPost } from '../clients/sign';

let server: Ec2Server;
let id: string;
let key: Credentials;

beforeAll(async () => {
  server = await startEc2Server();
  ({ id, credentials: key } = await server.start());
});
afterAll(async () => {
  await server.close();
  await closeDatabase();
});

const minute = 60_000;
const seen = async (attempt = id) => {
  const view = await server.view(attempt);
  return { ...view, world: { ...(view.world as object), now: 0 } };
};
const call = (body: string, how: Signing = {}, credentials: Credentials = key) => send(credentials, body, how);
/** A request that must change nothing. */
async function refused(work: () => Promise<{ status: number; text: string; headers: Headers }>): Promise<string> {
  const before = await seen();
  const { status, text, headers } = await work();
  expect(await seen()).toEqual(before);
  expect(headers.get('content-type')).toBe('text/xml;charset=UTF-8');
  expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<Response><Errors><Error><Code>\w/);
  return `${status} ${refusalIn(text)}`;
}

const failed = '401 AuthFailure: AWS was not able to validate the provided access credentials';
const mismatch =
  '403 SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. ' +
  'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const expired = '400 RequestExpired: Request has expired.';
const create = action('CreateVpc', { CidrBlock: '10.1.0.0/16' });

describe('a signed request is answered as EC2 does', () => {
  test('a read', async () => {
    const { status, text, headers } = await call(action('DescribeVpcs'));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/xml;charset=UTF-8');
    expect(headers.get('cache-control')).toBe('no-cache, no-store');
    const requestId = /<requestId>([0-9a-f-]{36})<\/requestId>/.exec(text)?.[1];
    expect(headers.get('x-amzn-requestid')).toBe(requestId);
    expect(text).toContain('<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">');
    expect(text).toContain('<vpcSet><item>');
  });

  test('at the address with a slash, by a presigned address, behind a proxy, and with parameters in the address', async () => {
    const slash = signedPost(`${key.endpointUrl}/`, action('DescribeVpcs'), key);
    expect((await fetched(slash.url, slash.init)).status).toBe(200);
    expect((await fetched(presigned(key.endpointUrl, action('DescribeVpcs'), key))).status).toBe(200);
    const inAddress = signedPost(`${key.endpointUrl}?Action=DescribeVpcs&Version=2016-11-15`, '', key);
    expect((await fetched(inAddress.url, inAddress.init)).status).toBe(200);
    // Signed for the public name, sent on to this server under its own.
    const public_ = signedPost('https://patchbay.example.org/api/ec2', action('DescribeVpcs'), key);
    const forwarded = { ...public_.init.headers, 'x-forwarded-host': 'patchbay.example.org' };
    expect((await fetched(key.endpointUrl, { ...public_.init, headers: forwarded })).status).toBe(200);
    const byName = signedPost('http://localhost:3000/api/ec2', action('DescribeVpcs'), key);
    expect((await fetched(key.endpointUrl, byName.init)).status).toBe(200);
  });

  test('with a session token that is empty, which is none', async () => {
    const headers = { 'x-amz-security-token': '' };
    expect((await call(action('DescribeVpcs'), { headers })).status).toBe(200);
    const address = presigned(key.endpointUrl, `${action('DescribeVpcs')}&X-Amz-Security-Token=`, key);
    expect((await fetched(address)).status).toBe(200);
  });

  test('clocks may differ by a quarter of an hour', async () => {
    for (const minutes of [-14, 14]) {
      expect((await call(action('DescribeVpcs'), { at: Date.now() + minutes * minute })).status).toBe(200);
    }
  });
});

describe('a request whose signature is not right changes nothing', () => {
  const post = (
    change: (init: RequestInit & { headers: Record<string, string> }) => RequestInit,
    how: Signing = {},
  ) => {
    const { url, init } = signedPost(key.endpointUrl, create, key, how);
    return fetched(url, change({ ...init, headers: init.headers as Record<string, string> }));
  };
  const authorization = (change: (value: string) => string) =>
    post((init) => ({
      ...init,
      headers: { ...init.headers, authorization: change(init.headers.authorization ?? '') },
    }));

  test('refusals', async () => {
    const other = await server.start();
    const scope = '403 SignatureDoesNotMatch:';
    const incomplete = '400 IncompleteSignature:';
    const table: [string, () => ReturnType<typeof call>, string][] = [
      [
        'nothing',
        () => fetched(key.endpointUrl, { method: 'POST', body: create }),
        '403 MissingAuthenticationToken: Request is missing Authentication Token',
      ],
      [
        'a token of ours',
        () => authorization(() => 'Bearer pb_0123456789'),
        '403 MissingAuthenticationToken: Request is missing Authentication Token',
      ],
      ['an unknown key', () => call(create, {}, { ...key, accessKeyId: 'AKIA0000000000000000' }), failed],
      ['a key that is none', () => call(create, {}, { ...key, accessKeyId: '__proto__' }), failed],
      ['a session token', () => call(create, { headers: { 'x-amz-security-token': 'x' } }), failed],
      ['a wrong secret', () => call(create, {}, { ...key, secretAccessKey: 'x'.repeat(40) }), mismatch],
      [
        'the secret of another attempt',
        () => call(create, {}, { ...key, secretAccessKey: other.credentials.secretAccessKey }),
        mismatch,
      ],
      ['another body', () => post((init) => ({ ...init, body: create.replace('10.1', '10.2') })), mismatch],
      ['no body', () => post(({ body: _body, ...init }) => init), mismatch],
      [
        'another header',
        () => post((init) => ({ ...init, headers: { ...init.headers, 'content-type': 'text/plain' } })),
        mismatch,
      ],
      [
        'another address',
        () => {
          const { url, init } = signedPost(key.endpointUrl, create, key);
          return fetched(`${url}?DryRun=true`, init);
        },
        mismatch,
      ],
      [
        'an unsigned body',
        () =>
          post((init) => ({
            ...init,
            headers: { ...init.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
            body: `${create}&DryRun=true`,
          })),
        mismatch,
      ],
      [
        'a flipped bit',
        () => authorization((value) => value.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
        mismatch,
      ],
      ['half a signature', () => authorization((value) => value.slice(0, -32)), mismatch],
      ['another method', () => post(({ body: _body, ...init }) => ({ ...init, method: 'GET' })), mismatch],
      ['16 minutes ago', () => call(create, { at: Date.now() - 16 * minute }), expired],
      ['in 16 minutes', () => call(create, { at: Date.now() + 16 * minute }), expired],
      [
        'another time than was signed',
        () => post((init) => ({ ...init, headers: { ...init.headers, 'x-amz-date': '20200101T000000Z' } })),
        `${scope} Date in Credential scope does not match`,
      ],
      [
        'no time',
        () =>
          post((init) => {
            const { 'x-amz-date': _date, ...headers } = init.headers;
            return { ...init, headers };
          }),
        `${incomplete} Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.`,
      ],
      [
        'a time that is none',
        () => post((init) => ({ ...init, headers: { ...init.headers, 'x-amz-date': 'now' } })),
        `${incomplete} Date must be in ISO-8601 'basic format'. Got 'now'.`,
      ],
      [
        'an unsigned host',
        () => call(create, { signedHeaders: ['x-amz-date'] }),
        `${scope} 'Host' or ':authority' must be a 'SignedHeader'`,
      ],
      [
        'an unsigned time',
        () => call(create, { signedHeaders: ['host'] }),
        `${scope} 'X-Amz-Date' must be a 'SignedHeader'`,
      ],
      [
        'another Region',
        () => call(create, { region: 'eu-west-1' }),
        `${scope} Credential should be scoped to a valid region, not 'eu-west-1'.`,
      ],
      [
        'another service',
        () => call(create, { service: 's3' }),
        `${scope} Credential should be scoped to correct service: 'ec2'.`,
      ],
      [
        'another terminator',
        () => call(create, { terminator: 'aws5' }),
        `${scope} Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5'.`,
      ],
      ['another day', () => call(create, { day: '20200101' }), `${scope} Date in Credential scope does not match`],
      [
        'no signature',
        () => authorization((value) => value.replace(/, Signature=.*/, '')),
        `${incomplete} Authorization header requires 'Signature' parameter.`,
      ],
      [
        'nothing but the algorithm',
        () => authorization(() => 'AWS4-HMAC-SHA256'),
        `${incomplete} '' not a valid key=value pair`,
      ],
      [
        'another algorithm',
        () => authorization((value) => value.replace('SHA256', 'SHA1')),
        `${incomplete} Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA1'`,
      ],
      [
        'half a scope',
        () => authorization((value) => value.replace('/us-east-1', '')),
        `${incomplete} Credential must have exactly 5 slash-delimited elements`,
      ],
      [
        'an address that expired',
        () => fetched(presigned(key.endpointUrl, create, key, { at: Date.now() - 2 * minute })),
        expired,
      ],
      [
        'an address of tomorrow',
        () => fetched(presigned(key.endpointUrl, create, key, { at: Date.now() + 24 * 60 * minute })),
        expired,
      ],
      [
        'an address for a year',
        () => fetched(presigned(key.endpointUrl, create, key, { seconds: 999_999 })),
        `${incomplete} 'X-Amz-Expires' must be`,
      ],
      [
        'an address that was changed',
        () => fetched(presigned(key.endpointUrl, create, key).replace('10.1', '10.2')),
        mismatch,
      ],
      [
        'half an address',
        () => fetched(presigned(key.endpointUrl, create, key).replace('X-Amz-Date', 'Date')),
        `${incomplete} AWS query-string parameters must include 'X-Amz-Date'.`,
      ],
    ];
    for (const [name, work, refusal] of table) {
      const said = await refused(work);
      expect(said.startsWith(refusal), `${name}: ${said}`).toBe(true);
    }
  });

  test('credentials that were revoked are dead, and the next ones are new', async () => {
    const { id: attempt, credentials } = await server.start();
    expect((await call(action('DescribeVpcs'), {}, credentials)).status).toBe(200);
    expect(await giveCredentials(server.user, { id: attempt })).toMatchObject({
      secretAccessKey: credentials.secretAccessKey,
    });
    await revokeCredentials(server.user, { id: attempt }, () => undefined);
    expect(await refused(() => call(action('DescribeVpcs'), {}, credentials))).toBe(failed);
    const next = await giveCredentials(server.user, { id: attempt });
    expect(next.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
    expect(next.secretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/);
    expect(next.accessKeyId).not.toBe(credentials.accessKeyId);
    expect(next.secretAccessKey).not.toBe(credentials.secretAccessKey);
    expect((await call(action('DescribeVpcs'), {}, { ...next, endpointUrl: key.endpointUrl })).status).toBe(200);
    const mixed = { ...credentials, accessKeyId: next.accessKeyId };
    expect(await refused(() => call(action('DescribeVpcs'), {}, mixed))).toBe(mismatch);
  });
});

describe('requests that are none', () => {
  test.each<[string, string, string]>([
    ['nothing', '', '400 MissingAction'],
    ['JSON', '{"Action":"DescribeVpcs"}', '400 MissingAction'],
    ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '400 MissingAction'],
    ['a wrong version', 'Action=DescribeVpcs&Version=2010-01-01', '400 NoSuchVersion'],
    ['an unknown action', action('DescribeUnicorns'), '400 InvalidAction'],
    ['what is not modelled', action('CreateFleet'), '400 NotModelled'],
    ['10,000 parameters', action('DescribeVpcs') + '&a.1=x'.repeat(10_000), '400 InvalidQueryParameter'],
    ['a deep list', `${action('DescribeVpcs')}&Filter${'.1'.repeat(50_000)}=x`, '400 UnknownParameter'],
    ['300 kB', `${create}&a=${'x'.repeat(300_000)}`, '413 RequestEntityTooLarge'],
    ['10 MB', `${create}&a=${'x'.repeat(10_000_000)}`, '413 RequestEntityTooLarge'],
    ['a bad escape', `${create}&a=%`, '400 MalformedQueryString'],
  ])('%s', async (_name, body, refusal) => {
    expect(await refused(() => call(body))).toContain(refusal);
  });

  test('one long request too many', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const waiting = Array.from({ length: 21 }, () => inLongTurn(100_000, server.user.id, () => gate));
    const filter = { 'Filter.1.Name': 'tag:Name', 'Filter.1.Value.1': 'x'.repeat(20_000) };
    expect(await refused(() => call(action('DescribeVpcs', filter)))).toBe(
      '503 RequestLimitExceeded: Request limit exceeded.',
    );
    go();
    await Promise.all(waiting);
    expect((await call(action('DescribeVpcs', filter))).status).toBe(200);
  });

  test('a secret of ours is in no answer and in no row', async () => {
    const { text } = await call(action('DescribeVpcs'));
    expect(text).not.toContain(key.secretAccessKey);
    expect(JSON.stringify(await server.view(id))).not.toContain(key.accessKeyId);
  });
});
