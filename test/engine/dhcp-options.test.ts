import { describe, expect, test } from 'vitest';
import { fromJson, toJson } from '@/lib/engine/world';
import { TestAccount } from '@/test/build/account';
import { makeVpc } from '@/test/build/network-interface';

const unknown = 'dopt-0123456789abcdef0';
const make = (account: TestAccount, ...DhcpConfigurations: { Key: string; Values: string[] }[]) =>
  account.call<{ DhcpOptions: { DhcpOptionsId: string } }>('CreateDhcpOptions', { DhcpConfigurations }).DhcpOptions;

test('an account has the set that its default VPC uses', () => {
  for (const [region, domain] of [
    ['us-east-1', 'ec2.internal'],
    ['us-east-2', 'us-east-2.compute.internal'],
  ] as const) {
    const account = new TestAccount({ region });
    expect(account.call('DescribeDhcpOptions')).toEqual({
      DhcpOptions: [
        {
          OwnerId: '111122223333',
          Tags: [],
          DhcpOptionsId: account.world.vpcs.get(account.defaultVpcId)?.DhcpOptionsId,
          DhcpConfigurations: [
            { Key: 'domain-name', Values: [{ Value: domain }] },
            { Key: 'domain-name-servers', Values: [{ Value: 'AmazonProvidedDNS' }] },
          ],
        },
      ],
    });
  }
});

test('a world that was stored before there were sets is given the default one', () => {
  const { world } = new TestAccount();
  const stored = toJson(world);
  const { dhcpOptions: _, ...tables } = stored.tables;
  expect(toJson(fromJson({ ...stored, tables }))).toEqual(stored);
});

describe('CreateDhcpOptions', () => {
  test('answers the options in order of their names', () => {
    const account = new TestAccount();
    const given = [
      { Key: 'domain-name-servers', Values: ['10.2.5.1', '10.2.5.2'] },
      { Key: 'domain-name', Values: ['example.com'] },
      { Key: 'netbios-node-type', Values: ['2'] },
    ];
    expect(
      account.call('CreateDhcpOptions', {
        DhcpConfigurations: given,
        TagSpecifications: [{ ResourceType: 'dhcp-options', Tags: [{ Key: 'Name', Value: 'own' }] }],
      }),
    ).toEqual({
      DhcpOptions: {
        OwnerId: '111122223333',
        Tags: [{ Key: 'Name', Value: 'own' }],
        DhcpOptionsId: expect.stringMatching(/^dopt-[0-9a-f]{17}$/),
        DhcpConfigurations: [
          { Key: 'domain-name', Values: [{ Value: 'example.com' }] },
          { Key: 'domain-name-servers', Values: [{ Value: '10.2.5.1' }, { Value: '10.2.5.2' }] },
          { Key: 'netbios-node-type', Values: [{ Value: '2' }] },
        ],
      },
    });
  });

  test.each<[string, string[]]>([
    ['domain-name-servers', ['2001:db8::53', 'AmazonProvidedDNS']],
    ['domain-name-servers', ['10.0.0.1,10.0.0.2']],
    ['ntp-servers', ['169.254.169.123', 'fd00:ec2::123']],
    ['netbios-name-servers', ['10.0.0.9']],
    ['ipv6-address-preferred-lease-time', ['140']],
  ])('takes %s %j', (Key, Values) => {
    make(new TestAccount(), { Key, Values });
  });

  test.each<[string, string[], string]>([
    ['colour', ['red'], 'InvalidParameterValue: Value (colour) for parameter name is invalid. Unknown DHCP option'],
    ['__proto__', ['x'], 'InvalidParameterValue: Value (__proto__) for parameter name is invalid. Unknown DHCP option'],
    ['domain-name-servers', ['a'], 'InvalidParameterValue: Value (a) for parameter value is invalid. Invalid value'],
    ['domain-name-servers', ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4', '1.1.1.5'], 'InvalidParameterValue'],
    ['domain-name', [], 'InvalidParameterValue'],
    ['netbios-node-type', ['3'], 'InvalidParameterValue'],
    ['ipv6-address-preferred-lease-time', ['139'], 'InvalidParameterValue'],
    ['ipv6-address-preferred-lease-time', ['2147483648'], 'InvalidParameterValue'],
  ])('refuses %s %j', (Key, Values, expected) => {
    expect(
      new TestAccount()
        .refusal('CreateDhcpOptions', { DhcpConfigurations: [{ Key, Values }] })
        .slice(0, expected.length),
    ).toBe(expected);
  });

  test('refuses a call without options', () => {
    expect(new TestAccount().refusal('CreateDhcpOptions')).toBe(
      'MissingParameter: The request must contain the parameter dhcpConfiguration',
    );
  });
});

test('AssociateDhcpOptions gives a VPC another set or none, and DeleteDhcpOptions waits for that', () => {
  const account = new TestAccount();
  const VpcId = makeVpc(account);
  const { DhcpOptionsId } = make(account, { Key: 'domain-name', Values: ['example.com'] });
  const shown = () => account.call('DescribeVpcs', { VpcIds: [VpcId] });
  expect(account.call('AssociateDhcpOptions', { DhcpOptionsId, VpcId })).toEqual({});
  expect(shown()).toMatchObject({ Vpcs: [{ DhcpOptionsId }] });
  expect(account.refusal('DeleteDhcpOptions', { DhcpOptionsId })).toBe(
    `DependencyViolation: The dhcpOptions '${DhcpOptionsId}' has dependencies and cannot be deleted.`,
  );
  account.call('AssociateDhcpOptions', { DhcpOptionsId: 'default', VpcId });
  expect(shown()).toMatchObject({ Vpcs: [{ DhcpOptionsId: 'default' }] });
  expect(account.call('DeleteDhcpOptions', { DhcpOptionsId })).toEqual({});
  expect(account.refusal('DeleteDhcpOptions', { DhcpOptionsId })).toBe(
    `InvalidDhcpOptionID.NotFound: The dhcpOption ID '${DhcpOptionsId}' does not exist`,
  );
  expect(account.refusal('AssociateDhcpOptions', { DhcpOptionsId: 'x', VpcId })).toBe(
    'InvalidDhcpOptionsId.Malformed: Invalid id: "x" (expecting "dopt-...")',
  );
  expect(account.refusal('AssociateDhcpOptions', { DhcpOptionsId: 'default', VpcId: 'vpc-0' })).toContain(
    'InvalidVpcID.NotFound',
  );
  expect(account.refusal('DescribeDhcpOptions', { DhcpOptionsIds: [unknown] })).toContain('NotFound');
});

test.each<[string, string, number]>([
  ['dhcp-options-id', 'dopt-*', 2],
  ['key', 'ntp-servers', 1],
  ['value', 'AmazonProvidedDNS', 1],
  ['owner-id', '111122223333', 2],
  ['tag:Name', 'own', 1],
  ['tag-key', 'Name', 1],
])('DescribeDhcpOptions filters by %s', (Name, value, count) => {
  const account = new TestAccount();
  const { DhcpOptionsId } = make(account, { Key: 'ntp-servers', Values: ['10.0.0.1'] });
  account.call('CreateTags', { Resources: [DhcpOptionsId], Tags: [{ Key: 'Name', Value: 'own' }] });
  const filters = { Filters: [{ Name, Values: [value] }] };
  expect(account.call<{ DhcpOptions: object[] }>('DescribeDhcpOptions', filters).DhcpOptions).toHaveLength(count);
});
