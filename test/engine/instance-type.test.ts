import { expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';

const account = new TestAccount();
interface Answer {
  InstanceTypes: { InstanceType: string; NetworkInfo: { MaximumNetworkInterfaces: number } }[];
  NextToken?: string;
}
const describeTypes = (input: object = {}) => account.call<Answer>('DescribeInstanceTypes', input);
const names = (...filters: [string, ...string[]][]) =>
  describeTypes({ Filters: filters.map(([Name, ...Values]) => ({ Name, Values })) }).InstanceTypes.map(
    ({ InstanceType }) => InstanceType,
  );

test('a type shows its limits of interfaces and addresses, in the order of the API model', () => {
  expect(JSON.stringify(describeTypes({ InstanceTypes: ['t3.medium'] }))).toBe(
    JSON.stringify({
      InstanceTypes: [
        {
          InstanceType: 't3.medium',
          BareMetal: false,
          Hypervisor: 'nitro',
          ProcessorInfo: { SupportedArchitectures: ['x86_64'] },
          NetworkInfo: {
            MaximumNetworkInterfaces: 3,
            MaximumNetworkCards: 1,
            DefaultNetworkCardIndex: 0,
            NetworkCards: [{ NetworkCardIndex: 0, MaximumNetworkInterfaces: 3 }],
            Ipv4AddressesPerInterface: 6,
            Ipv6AddressesPerInterface: 6,
            Ipv6Supported: true,
            EfaSupported: false,
          },
          SupportedInRegion: true,
        },
      ],
    }),
  );
});

test('several network cards, bare metal, EFA', () => {
  expect(describeTypes({ InstanceTypes: ['c6in.metal'] }).InstanceTypes).toMatchObject([
    {
      BareMetal: true,
      NetworkInfo: {
        MaximumNetworkInterfaces: 16,
        MaximumNetworkCards: 2,
        NetworkCards: [
          { NetworkCardIndex: 0, MaximumNetworkInterfaces: 8 },
          { NetworkCardIndex: 1, MaximumNetworkInterfaces: 8 },
        ],
        EfaSupported: true,
      },
    },
  ]);
  expect(describeTypes({ InstanceTypes: ['c6in.metal'] }).InstanceTypes[0]).not.toHaveProperty('Hypervisor');
});

test('what the data does not tell is absent', () => {
  const [type] = describeTypes({ InstanceTypes: ['bmn-sf1.metal'] }).InstanceTypes;
  expect(type?.NetworkInfo).not.toHaveProperty('Ipv6AddressesPerInterface');
  expect(type).not.toHaveProperty('MemoryInfo');
  expect(describeTypes({ InstanceTypes: ['c1.medium'] }).InstanceTypes).toMatchObject([
    { NetworkInfo: { Ipv6AddressesPerInterface: 0, Ipv6Supported: false } },
  ]);
});

test('filters', () => {
  expect(names(['instance-type', 't3.*'], ['network-info.maximum-network-interfaces', '2'])).toEqual([
    't3.micro',
    't3.nano',
  ]);
  expect(names(['instance-type', 't4g.micro', 't3.micro'], ['processor-info.supported-architecture', 'arm64'])).toEqual(
    ['t4g.micro'],
  );
  expect(names(['instance-type', 'm5.*'], ['bare-metal', 'true'])).toEqual(['m5.metal']);
  expect(names(['hypervisor', 'xen'], ['instance-type', 't2.n*'])).toEqual(['t2.nano']);
  expect(names(['network-info.efa-supported', 'true'], ['instance-type', 'c5n.*'])).toContain('c5n.18xlarge');
});

test.each([
  ['a1.medium', 'arm64'],
  ['m7gd.large', 'arm64'],
  ['is4gen.large', 'arm64'],
  ['g5.xlarge', 'x86_64'],
  ['g5g.xlarge', 'arm64'],
  ['m7i-flex.large', 'x86_64'],
  ['mac1.metal', 'x86_64_mac'],
  ['mac2.metal', 'arm64_mac'],
  ['u7i-12tb.224xlarge', 'x86_64'],
])('the name of %s says %s', (InstanceType, architecture) => {
  expect(describeTypes({ InstanceTypes: [InstanceType] }).InstanceTypes).toMatchObject([
    { ProcessorInfo: { SupportedArchitectures: [architecture] } },
  ]);
});

test('a filter on what the data does not tell is not answered with a false nothing', () => {
  const refusal = (Name: string) => account.refusal('DescribeInstanceTypes', { Filters: [{ Name, Values: ['2'] }] });
  expect(refusal('vcpu-info.default-vcpus')).toBe(
    'NotModelled: This simulator does not model the filter vcpu-info.default-vcpus.',
  );
  for (const name of ['colour', 'tag-key']) {
    expect(refusal(name)).toBe(`InvalidParameterValue: The filter '${name}' is invalid`);
  }
});

test('pages of up to 100 types', () => {
  const seen: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = describeTypes({ MaxResults: 100, ...(NextToken && { NextToken }) });
    expect(page.InstanceTypes.length).toBeLessThanOrEqual(100);
    seen.push(...page.InstanceTypes.map(({ InstanceType }) => InstanceType));
    NextToken = page.NextToken;
  } while (NextToken);
  expect(new Set(seen).size).toBe(1403);
  expect(describeTypes().InstanceTypes.map(({ InstanceType }) => InstanceType)).toEqual(seen.slice(0, 100));
  expect(describeTypes().NextToken).toBeDefined();
  expect(describeTypes({ InstanceTypes: seen.slice(0, 100) }).InstanceTypes).toHaveLength(100);
  expect(account.refusal('DescribeInstanceTypes', { InstanceTypes: seen.slice(0, 101) })).toBe(
    'InvalidParameterValue: instance-types cannot contain over 100 values.',
  );
  expect(account.refusal('DescribeInstanceTypes', { MaxResults: 101 })).toBe(
    'InvalidParameterValue: Value ( 101 ) for parameter maxResults is invalid. Expecting a value less than 100.',
  );
});

test('types that AWS does not have', () => {
  expect(account.refusal('DescribeInstanceTypes', { InstanceTypes: ['t3.micro', 't3.tiny', '__proto__'] })).toBe(
    'InvalidInstanceType: The following supplied instance types do not exist: [t3.tiny, __proto__]',
  );
});

test('types are offered in the Region, and in each of its zones', () => {
  const offerings = (input: object) =>
    account.call<{ InstanceTypeOfferings: object[]; NextToken?: string }>('DescribeInstanceTypeOfferings', input);
  const Filters = [{ Name: 'instance-type', Values: ['t3.micro'] }];
  expect(offerings({ Filters })).toEqual({
    InstanceTypeOfferings: [{ InstanceType: 't3.micro', LocationType: 'region', Location: 'us-east-1' }],
  });
  const inZones = offerings({ LocationType: 'availability-zone', Filters }).InstanceTypeOfferings;
  expect(inZones).toHaveLength(6);
  const inZone = [...Filters, { Name: 'location', Values: ['use1-az2'] }];
  expect(offerings({ LocationType: 'availability-zone-id', Filters: inZone }).InstanceTypeOfferings).toEqual([
    { InstanceType: 't3.micro', LocationType: 'availability-zone-id', Location: 'use1-az2' },
  ]);
  const first = offerings({ MaxResults: 5 });
  expect(first.InstanceTypeOfferings).toHaveLength(5);
  expect(offerings({ MaxResults: 5, NextToken: first.NextToken }).InstanceTypeOfferings).not.toEqual(
    first.InstanceTypeOfferings,
  );
  expect(account.refusal('DescribeInstanceTypeOfferings', { LocationType: 'outpost' })).toMatch(/^NotModelled: /);
});
