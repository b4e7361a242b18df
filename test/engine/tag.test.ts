import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { allocateAddress, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';

function network() {
  const account = new TestAccount();
  const VpcId = makeVpc(account);
  return { account, VpcId, SubnetId: makeSubnet(account, VpcId) };
}

interface Tags {
  NextToken?: string;
  Tags: { Key: string; ResourceId: string; ResourceType: string; Value: string }[];
}
const tagged = (account: TestAccount, Values: string[], Name = 'resource-id') =>
  account.call<Tags>('DescribeTags', { Filters: [{ Name, Values }] }).Tags;

test('a key comes once in a call, as AWS says of RunInstances and CreateSnapshot', () => {
  const { account, VpcId } = network();
  const Tags = [
    { Key: 'Name', Value: 'a' },
    { Key: 'Name', Value: 'b' },
  ];
  const refusal = "InvalidParameterValue: Duplicate tag key 'Name' specified.";
  const TagSpecifications = [{ ResourceType: 'subnet', Tags }];
  expect(account.refusal('CreateSubnet', { VpcId, CidrBlock: '10.0.9.0/24', TagSpecifications })).toBe(refusal);
  expect(account.refusal('CreateTags', { Resources: [VpcId], Tags })).toBe(refusal);
});

describe('CreateTags', () => {
  test('sets tags on resources of several kinds; a key that is there gets the new value', () => {
    const { account, VpcId, SubnetId } = network();
    const { NetworkInterfaceId } = makeInterface(account, SubnetId);
    const { AllocationId } = allocateAddress(account);
    const [gateway] = account.world.internetGateways.list();
    const [group] = account.world.securityGroups.list();
    const [rule] = account.world.securityGroupRules.list();
    const kinds = new Map([
      [VpcId, 'vpc'],
      [SubnetId, 'subnet'],
      [NetworkInterfaceId, 'network-interface'],
      [AllocationId, 'elastic-ip'],
      [gateway?.InternetGatewayId ?? '', 'internet-gateway'],
      [group?.GroupId ?? '', 'security-group'],
      [rule?.SecurityGroupRuleId ?? '', 'security-group-rule'],
    ]);
    const Resources = [...kinds.keys()];
    expect(account.call('CreateTags', { Resources, Tags: [{ Key: 'Name', Value: 'a' }] })).toEqual({});
    account.call('CreateTags', {
      Resources,
      Tags: [
        { Key: 'Name', Value: 'b' },
        { Key: 'stage', Value: '' },
      ],
    });
    for (const [ResourceId, ResourceType] of kinds) {
      expect(tagged(account, [ResourceId])).toEqual([
        { Key: 'Name', ResourceId, ResourceType, Value: 'b' },
        { Key: 'stage', ResourceId, ResourceType, Value: '' },
      ]);
    }
    const filters = { Filters: [{ Name: 'tag:Name', Values: ['b'] }] };
    expect(account.call('DescribeNetworkInterfaces', filters)).toMatchObject({
      NetworkInterfaces: [
        {
          NetworkInterfaceId,
          TagSet: [
            { Key: 'Name', Value: 'b' },
            { Key: 'stage', Value: '' },
          ],
        },
      ],
    });
  });

  const reserved =
    "InvalidParameterValue: Value ( aws:x ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use";
  test.each<[object, string]>([
    [{ Resources: [] }, 'MissingParameter: The request must contain the parameter resourceIdSet'],
    [{ Tags: [] }, 'MissingParameter: The request must contain the parameter tagSet'],
    [{ Tags: [{ Value: 'a' }] }, 'MissingParameter: The request must contain the parameter key'],
    [{ Tags: [{ Key: 'Name' }] }, 'InvalidParameterValue: Tag value cannot be null. Use empty string instead.'],
    [{ Tags: [{ Key: 'aws:x', Value: '' }] }, reserved],
    [
      { Tags: [{ Key: 'k'.repeat(129), Value: '' }] },
      `InvalidParameterValue: Value ( ${'k'.repeat(129)} ) for parameter key is invalid. Tag key exceeds the maximum length of 128 characters`,
    ],
    [
      { Tags: [{ Key: 'k', Value: 'v'.repeat(257) }] },
      `InvalidParameterValue: Value ( ${'v'.repeat(257)} ) for parameter value is invalid. Tag value exceeds the maximum length of 256 characters`,
    ],
    [{ Resources: ['web'] }, "InvalidID: The ID 'web' is not valid"],
    [{ Resources: ['eni-attach-0123456789abcdef0'] }, "InvalidID: The ID 'eni-attach-0123456789abcdef0' is not valid"],
    [{ Resources: ['__proto__'] }, "InvalidID: The ID '__proto__' is not valid"],
    [
      { Resources: ['subnet-0123456789abcdef0'] },
      "InvalidSubnetID.NotFound: The subnet ID 'subnet-0123456789abcdef0' does not exist",
    ],
    [
      { Resources: ['eipalloc-0123456789abcdef0'] },
      "InvalidAllocationID.NotFound: The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
    ],
    [
      { Resources: ['i-0123456789abcdef0'] },
      "InvalidInstanceID.NotFound: The instance ID 'i-0123456789abcdef0' does not exist",
    ],
    [{ Resources: ['vol-0123456789abcdef0'] }, 'NotModelled: This simulator does not model tags of vol- resources.'],
  ])('refuses %j', (input, expected) => {
    const { account, VpcId } = network();
    const whole = { Resources: [VpcId], Tags: [{ Key: 'Name', Value: 'a' }], ...input };
    expect(account.refusal('CreateTags', whole)).toBe(expected);
  });

  test('counts characters, not code units, and holds fifty tags', () => {
    const { account, VpcId } = network();
    account.call('CreateTags', { Resources: [VpcId], Tags: [{ Key: '🔌'.repeat(128), Value: '' }] });
    const more = Array.from({ length: 49 }, (_, index) => ({ Key: `key-${index}`, Value: '' }));
    account.call('CreateTags', { Resources: [VpcId], Tags: more });
    expect(account.refusal('CreateTags', { Resources: [VpcId], Tags: [{ Key: 'Name', Value: '' }] })).toContain(
      'TagLimitExceeded',
    );
    account.call('CreateTags', { Resources: [VpcId], Tags: [{ Key: 'key-1', Value: 'new' }] });
  });
});

describe('DeleteTags', () => {
  const Tags = [
    { Key: 'Name', Value: 'a' },
    { Key: 'stage', Value: '' },
    { Key: 'owner', Value: 'me' },
  ];
  test.each<[object, string[]]>([
    [{ Tags: [{ Key: 'Name' }] }, ['stage', 'owner']],
    [{ Tags: [{ Key: 'Name', Value: 'a' }] }, ['stage', 'owner']],
    [{ Tags: [{ Key: 'Name', Value: 'b' }] }, ['Name', 'stage', 'owner']],
    [
      {
        Tags: [
          { Key: 'Name', Value: '' },
          { Key: 'stage', Value: '' },
        ],
      },
      ['Name', 'owner'],
    ],
    [{ Tags: [{ Key: 'colour' }] }, ['Name', 'stage', 'owner']],
    [{}, []],
  ])('%j', (input, left) => {
    const { account, VpcId } = network();
    account.call('CreateTags', { Resources: [VpcId], Tags });
    expect(account.call('DeleteTags', { Resources: [VpcId], ...input })).toEqual({});
    expect(tagged(account, [VpcId]).map(({ Key }) => Key)).toEqual(left);
  });

  test('refuses reserved keys and what is not there', () => {
    const { account, VpcId } = network();
    expect(account.refusal('DeleteTags', { Resources: [VpcId], Tags: [{ Key: 'aws:x' }] })).toContain(
      "Tag keys starting with 'aws:' are reserved for internal use",
    );
    expect(account.refusal('DeleteTags', { Resources: ['sg-0123456789abcdef0'] })).toBe(
      "InvalidGroup.NotFound: The security group 'sg-0123456789abcdef0' does not exist",
    );
  });
});

describe('DescribeTags', () => {
  test.each<[string, string[], number]>([
    ['key', ['Name'], 2],
    ['value', ['a', 'c'], 2],
    ['resource-type', ['subnet'], 2],
    ['tag:Name', ['*'], 2],
    ['tag:Name', ['b'], 1],
  ])('filters by %s %j', (Name, Values, count) => {
    const { account, VpcId, SubnetId } = network();
    account.call('CreateTags', { Resources: [VpcId], Tags: [{ Key: 'Name', Value: 'a' }] });
    const Tags = [
      { Key: 'Name', Value: 'b' },
      { Key: 'stage', Value: 'c' },
    ];
    account.call('CreateTags', { Resources: [SubnetId], Tags });
    expect(tagged(account, Values, Name)).toHaveLength(count);
  });

  test('pages within a resource’s tags', () => {
    const { account, VpcId } = network();
    const Tags = Array.from({ length: 12 }, (_, index) => ({ Key: `key-${index}`, Value: '' }));
    account.call('CreateTags', { Resources: [VpcId], Tags });
    const keys: string[] = [];
    let page: Tags | undefined;
    do {
      page = account.call<Tags>('DescribeTags', { MaxResults: 5, ...(page && { NextToken: page.NextToken }) });
      keys.push(...page.Tags.map(({ Key }) => Key));
    } while (page.NextToken);
    expect(keys).toEqual(Tags.map(({ Key }) => Key));
  });

  test('pages over resources that came together', () => {
    const { account, VpcId } = network();
    const Tags = Array.from({ length: 3 }, (_, index) => ({ Key: `key-${index}`, Value: '' }));
    const table = account.world.routeTables.first('main', VpcId)?.RouteTableId;
    const acl = account.world.networkAcls.first('default', VpcId)?.NetworkAclId;
    account.call('CreateTags', { Resources: [VpcId, table, acl], Tags });
    const first = account.call<Tags>('DescribeTags', { MaxResults: 5 });
    const second = account.call<Tags>('DescribeTags', { MaxResults: 5, NextToken: first.NextToken });
    const ids = [...first.Tags, ...second.Tags].map(({ ResourceId, Key }) => `${ResourceId} ${Key}`);
    expect(new Set(ids).size).toBe(9);
    expect([first.Tags.length, second.Tags.length]).toEqual([5, 4]);
  });
});

describe('TagSpecifications', () => {
  test.each<[object, string]>([
    [{}, 'InvalidParameterValue: Tag specification resource type must have a value'],
    [{ ResourceType: 'vpc' }, 'InvalidParameterValue: Tag specification must have at least one tag'],
    [
      { ResourceType: 'subnet', Tags: [{ Key: 'Name', Value: 'a' }] },
      "InvalidParameterValue: 'subnet' is not a valid taggable resource type for this operation.",
    ],
  ])('refuses %j', (specification, expected) => {
    const account = new TestAccount();
    const input = { CidrBlock: '10.0.0.0/16', TagSpecifications: [specification] };
    expect(account.refusal('CreateVpc', input)).toBe(expected);
  });
});
