import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SignedRequest } from '@/lib/ec2-query/canonical-request';
import { readForm } from '@/lib/ec2-query/form';
import { signatureOf } from '@/lib/usecases/ec2-signature';

/** AWS's published Signature Version 4 test suite: these keys, this time, and a signature for each request. */
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const signer = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: () => secret };
const scope = { stamp: '20150830T123600Z', day: '20150830', region: 'us-east-1' };

interface Case {
  readonly name: string;
  readonly method?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly service?: string;
  readonly host?: string;
  readonly signature: string;
}

const cases: readonly Case[] = [
  { name: 'get-vanilla', signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  {
    name: 'post-vanilla',
    method: 'POST',
    signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    name: 'get-vanilla-query-order-key-case',
    query: 'Param2=value2&Param1=value1',
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    name: 'get-header-value-trim',
    headers: { 'my-header1': ' value1', 'my-header2': ' "a   b   c"' },
    signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
  },
  {
    name: 'post-x-www-form-urlencoded',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Param1=value1',
    signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
  {
    name: 'post-x-www-form-urlencoded-parameters',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf8' },
    body: 'Param1=value1',
    signature: '1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe',
  },
  {
    name: 'the example of the documentation, ListUsers',
    query: 'Action=ListUsers&Version=2010-05-08',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    service: 'iam',
    host: 'iam.amazonaws.com',
    signature: '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  },
];

describe('signatures are those of AWS’s test suite', () => {
  test.each(cases)(
    '$name',
    ({ method = 'GET', query = '', headers = {}, body = '', service = 'service', host, signature }) => {
      const all: Record<string, string> = {
        host: host ?? 'example.amazonaws.com',
        'x-amz-date': scope.stamp,
        ...headers,
      };
      const request: SignedRequest = { method, path: '/', query: readForm(query), header: (name) => all[name] };
      const payloadHash = createHash('sha256').update(body).digest('hex');
      const signed = { ...scope, signedHeaders: Object.keys(all).sort() };
      expect(signatureOf(request, signed, { payloadHash, signer, service })).toBe(signature);
    },
  );
});
