import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalRequest, type SignedRequest } from '@/lib/ec2-query/canonical-request';
import { readForm } from '@/lib/ec2-query/form';
import { type Parameter, parametersOf } from '@/lib/ec2-query/parameters';
import { readSignature } from '@/lib/ec2-query/read-signature';
import { writeAnswer, writeRefusal } from '@/lib/ec2-query/write-answer';
import { AwsError, NotModelled } from '@/lib/engine/aws-error';
import { type Call, execute } from '@/lib/engine/execute';
import { operations } from '@/lib/engine/operations';
import { Choices } from '@/test/build/choices';
import { Snapshot } from '@/test/build/invariants';
import { furnishedAccount } from '@/test/build/random-calls';
import { hold } from '@/test/build/sound/hold';
import { readCall } from '../ec2-query/read-at-once';
import { expectPrototypesUntouched, traps } from './untouched';
import { expectWellFormed } from './well-formed';

expectPrototypesUntouched();

/** What the work gives, or its refusal; anything else that is thrown passes through. */
function refusalOr<T>(work: () => T): T | AwsError | NotModelled {
  try {
    return work();
  } catch (error) {
    if (error instanceof AwsError || error instanceof NotModelled) return error;
    throw error;
  }
}

const isRefusal = (value: unknown): value is AwsError | NotModelled =>
  value instanceof AwsError || value instanceof NotModelled;

const names = operations.map(({ name }) => name);
const parts = [
  ...new Set(operations.flatMap(({ input }) => Object.keys(input))),
  ...[
    'Filter',
    'Value',
    'Name',
    'Key',
    'Tag',
    'VpcId',
    'Groups',
    'IpPermissions',
    'TagSpecification',
    'NetworkInterface',
  ],
];
const part = fc.oneof(
  { arbitrary: fc.constantFrom(...parts), weight: 4 },
  { arbitrary: fc.constantFrom('1', '2', '3', '999999999', '0', '-1', '01', '1e9', '99999999999999'), weight: 4 },
  { arbitrary: fc.constantFrom(...traps, '', '.', ' ', 'é', '%', '[0]', '$'), weight: 1 },
);
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');
const value = fc.oneof(
  fc.constantFrom(
    'true',
    'false',
    '5',
    'vpc-1',
    '10.0.0.0/16',
    '*',
    '',
    'a]]>b',
    '<a>&amp;',
    '\r\n\t',
    '\u0001',
    '\uffff',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).map(wellFormed),
);
const pair = fc.tuple(
  fc.array(part, { minLength: 1, maxLength: 6 }).map((words) => words.join('.')),
  value,
);
const encoded = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`).join('&');

/** The name of some parameter, its numbers small or great. */
function nameOf(choose: Choices, parameter: Parameter): string[] {
  if (parameter.kind === 'structure') {
    const [first, ...others] = [...parameter.byWire];
    if (!first) return [];
    const [name, { parameter: inside }] = choose.one([first, ...others]);
    return [name, ...nameOf(choose, inside)];
  }
  if (parameter.kind !== 'list') return [];
  return [choose.one(['1', '1', '2', '999999999']), ...nameOf(choose, parameter.member)];
}

const drawn = fc.noBias(fc.array(fc.nat({ max: 0xffff }), { minLength: 12, maxLength: 12 }));

test('any request is a call or a refusal, and its answer is XML', () => {
  const world = furnishedAccount(true);
  const known = fc.tuple(drawn, value);
  let calls = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(known, { maxLength: 8 }),
      fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, { arbitrary: fc.tuple(pair), weight: 1 }),
      (operation, some, others) => {
        const parameters = parametersOf(operation);
        const own = some.map(([numbers, text]) => [nameOf(new Choices(numbers), parameters).join('.'), text] as const);
        const body = encoded([['Action', operation], ['Version', '2016-11-15'], ...own, ...others]);
        const call = refusalOr(() => readCall(readForm(body)));
        if (isRefusal(call)) return expectWellFormed(writeRefusal(call, 'id'));
        calls += 1;
        const before = new Snapshot(world);
        const outcome = execute(world, call);
        if (!outcome.ok) before.expectSame(world);
        expectWellFormed(
          outcome.ok ? writeAnswer(call.operation, outcome.output, 'id') : writeRefusal(outcome.error, 'id'),
        );
      },
    ),
    { numRuns: 3_000, seed: 20260131 },
  );
  expect(calls, 'requests that got as far as the engine').toBeGreaterThan(800);
});

test('any text is a form or a refusal', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom('&', '=', '%', '+', '%41', '%ff', '%C3', 'a', '&&', '==', 'Action'), { maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, (given) => {
      const form = Array.isArray(given) ? given.join('') : given;
      const read = refusalOr(() => readForm(form));
      if (!isRefusal(read)) hold(read.length <= form.split('&').length, 'there are no more pairs than parts');
    }),
    { numRuns: 2_000, seed: 20260131 },
  );
});

test.each([
  ['Filter.999999999.Value.1=a&Filter.999999999.Name=b', { Filters: [{ Name: 'b', Values: ['a'] }] }],
  ['Filter.7.Value.999999999=a&Filter.7.Value.999999998=b', { Filters: [{ Values: ['b', 'a'] }] }],
  ['VpcId.999999999=a&VpcId.1=b', { VpcIds: ['b', 'a'] }],
])('a great number in a name makes no long list: %s', (more, input) => {
  expect(readCall(readForm(`Action=DescribeVpcs&Version=2016-11-15&${more}`)).input).toEqual(input);
});

test('five thousand parameters as far apart as can be are as many items', () => {
  const far = Array.from(
    { length: 4_998 },
    (_, index) => `Filter.${999_999_999 - index * 99_999}.Value.${999_999_999 - index}=a`,
  );
  const call = readCall(readForm(`Action=DescribeVpcs&Version=2016-11-15&${far.join('&')}`)) as Call & {
    input: { Filters: { Values: string[] }[] };
  };
  expect(call.input.Filters).toHaveLength(4_998);
  expect(call.input.Filters.every(({ Values }) => Values.length === 1)).toBe(true);
});

const good: Readonly<Record<string, string>> = {
  authorization: `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260131/us-east-1/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
  'x-amz-date': '20260131T093000Z',
  host: 'localhost',
};
const goodQuery: Readonly<Record<string, string>> = {
  'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
  'X-Amz-Credential': 'AKIAEXAMPLE/20260131/us-east-1/ec2/aws4_request',
  'X-Amz-Signature': '0'.repeat(64),
  'X-Amz-SignedHeaders': 'host',
  'X-Amz-Date': '20260131T093000Z',
  'X-Amz-Expires': '900',
};
const requestOf = (headers: ReadonlyMap<string, string>, query: ReadonlyMap<string, string>): SignedRequest => ({
  method: 'POST',
  path: '/ec2/a%20b/',
  query: [...query],
  header: (name) => headers.get(name),
});

test('the headers and the address that the next test spoils are read as they are', () => {
  const none = new Map<string, string>();
  expect(readSignature(requestOf(new Map(Object.entries(good)), none)).accessKeyId).toBe('AKIAEXAMPLE');
  expect(readSignature(requestOf(none, new Map(Object.entries(goodQuery)))).accessKeyId).toBe('AKIAEXAMPLE');
});

/** The text with something cut, doubled or put in. */
const spoilt = (choose: Choices, text: string): string => {
  const at = choose.below(text.length + 1);
  const more = [
    ...traps,
    '',
    ',',
    '=',
    '/',
    ';',
    ' ',
    '\t',
    '%',
    'é',
    '\u0000',
    '9',
    'AWS4-',
    ' '.repeat(5_000),
    ',='.repeat(3_000),
  ];
  const piece = choose.one(more as [string, ...string[]]);
  return choose.one<() => string>([
    () => text.slice(0, at) + piece + text.slice(at),
    () => text.slice(0, at) + piece + text.slice(at + 1 + choose.below(20)),
    () => text.slice(0, at) + text.slice(at + 1 + choose.below(60)),
    () => text + text,
  ])();
};

test('a spoilt signature is read or refused', () => {
  fc.assert(
    fc.property(fc.boolean(), drawn, (inHeader, numbers) => {
      const choose = new Choices(numbers);
      const given = Object.entries(inHeader ? good : goodQuery);
      const at = choose.below(given.length);
      const chance = choose.below(10);
      const some = given
        .map(([name, text], index) => [name, index === at ? spoilt(choose, text) : text] as const)
        .filter((_, index) => chance > 0 || index !== at);
      const request = inHeader ? requestOf(new Map(some), new Map()) : requestOf(new Map(), new Map(some));
      const signature = refusalOr(() => readSignature(request));
      if (isRefusal(signature)) {
        expectWellFormed(writeRefusal(signature, 'id'));
        hold([400, 401, 403].includes(signature.status), `status ${signature.status}`);
        hold(signature.message.length < 2_000, 'a sentence is not as long as what was sent');
        return;
      }
      hold(Number.isFinite(signature.from) && signature.from < signature.until, 'it holds for a time');
      const lines = canonicalRequest(request, signature.signedHeaders, 'hash').split('\n');
      hold(lines.at(-2) === signature.signedHeaders.join(';'), 'what is signed names the headers signed');
    }),
    { numRuns: 3_000, seed: 20260131 },
  );
});

test('any text in any place of an answer is escaped', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      ']]>',
      '<![CDATA[',
      '<!DOCTYPE a>',
      '&#0;',
      '&lt;',
      '<?xml?>',
      '<!--',
      '\u0000',
      '\ud800',
      '\udc00\ud800',
      '\uffff',
      '\r\n',
    ),
  );
  fc.assert(
    fc.property(text, text, (key, other) => {
      expectWellFormed(writeAnswer('DescribeTags', { Tags: [{ Key: key, Value: other, ResourceId: key }] }, 'id'));
      expectWellFormed(writeRefusal(new AwsError(key, other), 'id'));
    }),
    { numRuns: 1_000, seed: 20260131 },
  );
});
