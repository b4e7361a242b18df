import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostParameters, readForm } from '@/lib/ec2-query/form';
import { AwsError, NotModelled } from '@/lib/engine/aws-error';
import { execute } from '@/lib/engine/execute';
import { emptyWorld, toJson } from '@/lib/engine/world';
import { readCall } from './read-at-once';

const version = 'Version=2016-11-15';
const read = (body: string) => readCall(readForm(body));
const describeWith = (more: string) => read(`Action=DescribeVpcs&${version}${more && `&${more}`}`).input;

/** Code and sentence of a refusal. */
function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AwsError || error instanceof NotModelled)
      return `${error.status} ${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('not refused');
}

describe('a request becomes the call that it makes', () => {
  test.each<[string, object]>([
    ['', {}],
    ['VpcId.1=vpc-1&VpcId.2=vpc-2', { VpcIds: ['vpc-1', 'vpc-2'] }],
    ['VpcId.10=c&VpcId.2=b&VpcId.1=a', { VpcIds: ['a', 'b', 'c'] }],
    ['VpcId.999999999=b&VpcId.7=a', { VpcIds: ['a', 'b'] }],
    [
      'Filter.1.Name=vpc-id&Filter.1.Value.1=a&Filter.1.Value.2=b',
      { Filters: [{ Name: 'vpc-id', Values: ['a', 'b'] }] },
    ],
    ['Filter.1.Value.1=a&Filter.1.Name=tag%3AName', { Filters: [{ Name: 'tag:Name', Values: ['a'] }] }],
    ['Filter.1.Name=x&Filter.1.Value.1=a+b%2Bc%20%C3%A9', { Filters: [{ Name: 'x', Values: ['a b+c é'] }] }],
    ['MaxResults=5&DryRun=true', { MaxResults: 5, DryRun: true }],
    ['DryRun=False', { DryRun: false }],
    ['MaxResults=five&DryRun=maybe', { MaxResults: 'five', DryRun: 'maybe' }],
    ['MaxResults=99999999999999999999', { MaxResults: '99999999999999999999' }],
    ['Filter=', { Filters: [] }],
    ['Filter.1=', { Filters: [{}] }],
    ['NextToken=', { NextToken: '' }],
    ['&&', {}],
  ])('%s', (more, input) => {
    expect(describeWith(more)).toEqual(input);
  });

  test('names are those of the protocol, not of the SDKs', () => {
    const body = `Action=CreateTags&${version}&ResourceId.1=vpc-1&Tag.1.Key=Name&Tag.1.Value=`;
    expect(read(body)).toEqual({
      operation: 'CreateTags',
      input: { Resources: ['vpc-1'], Tags: [{ Key: 'Name', Value: '' }] },
    });
    const rule = 'IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=-1&IpPermissions.1.Groups.1.GroupId=sg-2';
    expect(read(`Action=AuthorizeSecurityGroupIngress&${version}&GroupId=sg-1&${rule}`).input).toEqual({
      GroupId: 'sg-1',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: -1, UserIdGroupPairs: [{ GroupId: 'sg-2' }] }],
    });
  });
});

describe('what is no call is refused in the words of EC2', () => {
  test.each([
    ['', '400 MissingAction: The request must contain the parameter Action'],
    [version, '400 MissingAction: The request must contain the parameter Action'],
    ['Action=DescribeVpcs', '400 MissingParameter: The request must contain the parameter Version'],
    [
      'Action=DescribeVpcs&Version=2099-01-01',
      '400 NoSuchVersion: The requested version (2099-01-01) of service AmazonEC2 does not exist',
    ],
    [
      `Action=DescribeUnicorns&${version}`,
      '400 InvalidAction: The action DescribeUnicorns is not valid for this web service.',
    ],
    [`Action=__proto__&${version}`, '400 InvalidAction: The action __proto__ is not valid for this web service.'],
    [
      `Action=${'A'.repeat(100_000)}&${version}`,
      `400 InvalidAction: The action ${'A'.repeat(100)}… is not valid for this web service.`,
    ],
    [`Action=CreateFleet&${version}`, '400 NotModelled: This simulator does not model the operation CreateFleet.'],
    [
      `Action=DescribeVpcs&Action=DescribeVpcs&${version}`,
      '400 InvalidQueryParameter: The parameter Action is given more than once.',
    ],
  ])('%s', (body, refusal) => {
    expect(refusalOf(() => read(body))).toBe(refusal);
  });

  test.each([
    ['Colour=red', '400 UnknownParameter: The parameter Colour is not recognized'],
    ['VpcIds.1=a', '400 UnknownParameter: The parameter VpcIds.1 is not recognized'],
    ['VpcId=a', '400 UnknownParameter: The parameter VpcId is not recognized'],
    ['VpcId.0=a', '400 UnknownParameter: The parameter VpcId.0 is not recognized'],
    ['VpcId.01=a', '400 UnknownParameter: The parameter VpcId.01 is not recognized'],
    ['VpcId.-1=a', '400 UnknownParameter: The parameter VpcId.-1 is not recognized'],
    ['VpcId.1e3=a', '400 UnknownParameter: The parameter VpcId.1e3 is not recognized'],
    ['VpcId.99999999999=a', '400 UnknownParameter: The parameter VpcId.99999999999 is not recognized'],
    ['VpcId.length=a', '400 UnknownParameter: The parameter VpcId.length is not recognized'],
    ['VpcId.1.2=a', '400 UnknownParameter: The parameter VpcId.1.2 is not recognized'],
    ['VpcId.=a', '400 UnknownParameter: The parameter VpcId. is not recognized'],
    ['.=a', '400 UnknownParameter: The parameter . is not recognized'],
    ['Filter.1=x', '400 UnknownParameter: The parameter Filter.1 is not recognized'],
    ['Filter.Name=x', '400 UnknownParameter: The parameter Filter.Name is not recognized'],
    ['Filter.__proto__.Name=x', '400 UnknownParameter: The parameter Filter.__proto__.Name is not recognized'],
    ['__proto__.polluted=x', '400 UnknownParameter: The parameter __proto__.polluted is not recognized'],
    ['constructor=x', '400 UnknownParameter: The parameter constructor is not recognized'],
    ['DryRun.1=x', '400 UnknownParameter: The parameter DryRun.1 is not recognized'],
    ['NextToken=a&NextToken=b', '400 InvalidQueryParameter: The parameter NextToken is given more than once.'],
    ['NextToken=%zz', '400 MalformedQueryString: The query string contains a syntax error.'],
    ['NextToken=%', '400 MalformedQueryString: The query string contains a syntax error.'],
    ['NextToken=%ff%fe', '400 MalformedQueryString: The query string contains a syntax error.'],
    ['NextToken=%ED%A0%80', '400 MalformedQueryString: The query string contains a syntax error.'],
    ['NextToken=a%00b', '400 InvalidParameterValue: The value of the parameter NextToken contains invalid characters.'],
  ])('%s', (more, refusal) => {
    expect(refusalOf(() => describeWith(more))).toBe(refusal);
  });

  test('a name as long as the request', () => {
    const name = `Filter${'.1'.repeat(100_000)}`;
    expect(refusalOf(() => describeWith(`${name}=x`))).toBe(
      `400 UnknownParameter: The parameter ${name.slice(0, 100)}… is not recognized`,
    );
  });

  test('more parameters than any call has, before any of them is looked at', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `VpcId.${index + 1}=%`).join('&');
    expect(refusalOf(() => describeWith(many(10_000)))).toBe(
      '400 InvalidQueryParameter: The request has more than 5000 parameters.',
    );
    const most = Array.from({ length: mostParameters - 2 }, (_, index) => `VpcId.${(index + 1) * 100_000}=a`);
    expect(describeWith(most.join('&'))).toEqual({ VpcIds: Array(mostParameters - 2).fill('a') });
  });
});

test('a parameter that is not modelled is refused by name, however it is nested', () => {
  const world = emptyWorld({ seed: 's', now: 0 });
  for (const more of [
    'Ipv4IpamPoolId=x',
    'Ipv4IpamPoolId=x&Ipv4IpamPoolId.1.Y=',
    'Ipv4IpamPoolId.1.Y=x&Ipv4IpamPoolId=',
  ]) {
    const call = read(`Action=CreateVpc&${version}&CidrBlock=10.0.0.0/16&${more}`);
    expect(execute(world, call), more).toMatchObject({ ok: false, error: { code: 'NotModelled' } });
  }
});

describe('times', () => {
  const until = (text: string) => {
    const body = `Action=RunInstances&${version}&ImageId=ami-1&MinCount=1&MaxCount=1`;
    return read(`${body}&InstanceMarketOptions.SpotOptions.ValidUntil=${encodeURIComponent(text)}`);
  };
  test('a time inside of what is not modelled is not looked at', () => {
    expect(until('tomorrow').input).toMatchObject({ InstanceMarketOptions: 'tomorrow' });
  });
});

/** Text as a client can encode it. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

test('whatever is sent, it is a call or a refusal, and no prototype is touched', () => {
  const word = fc.constantFrom(
    'Action',
    'Version',
    'Filter',
    'VpcId',
    'Name',
    'Value',
    '1',
    '2',
    '0',
    '1000000000000',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'DryRun',
    'MaxResults',
    'Tag',
    'Key',
    '',
    'IpPermissions',
    'NetworkInterface',
    'Ipv6Addresses',
  );
  const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join('.'));
  const value = fc.oneof(
    word,
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('DescribeVpcs', 'RunInstances', '2016-11-15'),
  );
  const pair = fc.tuple(name, value);
  const action = fc.constantFrom('DescribeVpcs', 'RunInstances', 'AuthorizeSecurityGroupIngress', 'CreateTags', 'x');
  const form = fc
    .tuple(action, fc.array(pair, { maxLength: 12 }))
    .map(([operation, pairs]) => [['Action', operation], ['Version', '2016-11-15'], ...pairs]);
  const texts = fc.oneof(
    form.map((pairs) =>
      pairs
        .map(([a = '', b = '']) => `${encodeURIComponent(wellFormed(a))}=${encodeURIComponent(wellFormed(b))}`)
        .join('&'),
    ),
    fc.string({ unit: 'binary', maxLength: 300 }),
    form.map((pairs) => pairs.map(([a, b]) => `${a}=${b}`).join('&')),
  );
  const world = emptyWorld({ seed: 's', now: 0 });
  fc.assert(
    fc.property(texts, (text) => {
      let call: ReturnType<typeof readCall>;
      try {
        call = readCall(readForm(text));
      } catch (error) {
        if (error instanceof AwsError || error instanceof NotModelled) return;
        throw error;
      }
      const before = JSON.stringify(toJson(world));
      if (!execute(world, call).ok) expect(JSON.stringify(toJson(world))).toBe(before);
    }),
    { numRuns: 2_000 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});
