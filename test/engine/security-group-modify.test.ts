import { describe, expect, test } from 'vitest';
import type { TestAccount } from '@/test/build/account';
import { makeGroup } from '@/test/build/network-interface';
import { allow, groupNetwork, ssh } from '@/test/build/security-group';

const owner = '111122223333';
const http = { ...ssh, FromPort: 80, ToPort: 80 };
const rules = (account: TestAccount, ...SecurityGroupRuleIds: string[]) =>
  account.call<{ SecurityGroupRules: object[] }>('DescribeSecurityGroupRules', { SecurityGroupRuleIds })
    .SecurityGroupRules;

function twoRules() {
  const { account, VpcId, GroupId } = groupNetwork();
  const { SecurityGroupRules } = allow(account, GroupId, ssh, http);
  const [first = '', second = ''] = SecurityGroupRules.map(({ SecurityGroupRuleId }) => SecurityGroupRuleId);
  const modify = (...changes: [string, object][]) => ({
    GroupId,
    SecurityGroupRules: changes.map(([SecurityGroupRuleId, SecurityGroupRule]) => ({
      SecurityGroupRuleId,
      SecurityGroupRule,
    })),
  });
  return { account, VpcId, GroupId, first, second, modify };
}

const block = { CidrIpv4: '203.0.113.0/24' };
const port = (number: number) => ({ IpProtocol: 'tcp', FromPort: number, ToPort: number, ...block });

describe('ModifySecurityGroupRules', () => {
  test('replaces a rule whole; id and tags stay', () => {
    const { account, GroupId, first, modify } = twoRules();
    account.call('CreateTags', { Resources: [first], Tags: [{ Key: 'for', Value: 'admins' }] });
    const request = { IpProtocol: '-1', CidrIpv4: '10.9.9.9/8', Description: 'test' };
    expect(account.call('ModifySecurityGroupRules', modify([first, request]))).toEqual({ Return: true });
    expect(rules(account, first)).toEqual([
      {
        SecurityGroupRuleId: first,
        GroupId,
        GroupOwnerId: owner,
        IsEgress: false,
        IpProtocol: '-1',
        FromPort: -1,
        ToPort: -1,
        CidrIpv4: '10.0.0.0/8',
        Description: 'test',
        Tags: [{ Key: 'for', Value: 'admins' }],
        SecurityGroupRuleArn: `arn:aws:ec2:us-east-1:${owner}:security-group-rule/${first}`,
      },
    ]);
    account.call('ModifySecurityGroupRules', modify([first, port(22)]));
    expect(rules(account, first)[0]).not.toHaveProperty('Description');
  });

  test('lets two rules change places', () => {
    const { account, first, second, modify } = twoRules();
    account.call('ModifySecurityGroupRules', modify([first, port(80)], [second, port(22)]));
    expect(rules(account, first, second)).toMatchObject([{ FromPort: 80 }, { FromPort: 22 }]);
  });

  test.each<[string, (ids: { first: string; second: string }) => [string, object][], string]>([
    [
      'a rule that is there',
      ({ first }) => [[first, port(80)]],
      'InvalidPermission.Duplicate: the specified rule "peer: 203.0.113.0/24, TCP, from port: 80, to port: 80, ALLOW" already exists',
    ],
    [
      'all protocols with ports',
      ({ first }) => [[first, { IpProtocol: '-1', FromPort: 0, ToPort: 0, ...block }]],
      'InvalidParameterValue: You may not specify all protocols and specific ports. Please specify each protocol and port range combination individually, or all protocols and no port range.',
    ],
    [
      'another kind of peer',
      ({ first }) => [[first, { IpProtocol: '-1', CidrIpv6: '::/0' }]],
      'InvalidParameterValue: The type of the source or destination of a security group rule cannot be modified.',
    ],
    ['no peer', ({ first }) => [[first, { IpProtocol: '-1' }]], 'MissingParameter: Source group ID missing.'],
    [
      'two peers',
      ({ first }) => [[first, { IpProtocol: '-1', ...block, CidrIpv6: '::/0' }]],
      'InvalidParameterCombination: Only one source or destination may be specified for a rule.',
    ],
    [
      'a rule twice',
      ({ first }) => [
        [first, port(1)],
        [first, port(2)],
      ],
      'InvalidParameterValue: The same security group rule must not appear multiple times',
    ],
    [
      'an unknown rule',
      () => [['sgr-0123456789abcdef0', port(1)]],
      "InvalidSecurityGroupRuleId.NotFound: The security group rule ID 'sgr-0123456789abcdef0' does not exist",
    ],
    [
      'a bad block',
      ({ first }) => [[first, { ...port(1), CidrIpv4: '::/0' }]],
      'InvalidParameterValue: CIDR block ::/0 is malformed',
    ],
  ])('refuses %s', (_, changes, expected) => {
    const { account, modify, ...ids } = twoRules();
    expect(account.refusal('ModifySecurityGroupRules', modify(...changes(ids)))).toBe(expected);
  });

  test('refuses a rule of another group, and what is missing', () => {
    const { account, VpcId, GroupId, first, modify } = twoRules();
    const other = makeGroup(account, VpcId, 'other');
    const elsewhere = { ...modify([first, port(1)]), GroupId: other };
    expect(account.refusal('ModifySecurityGroupRules', elsewhere)).toContain('InvalidSecurityGroupRuleId.NotFound');
    expect(account.refusal('ModifySecurityGroupRules', { GroupId })).toBe(
      'MissingParameter: The request must contain the parameter securityGroupRules',
    );
  });
});

describe('UpdateSecurityGroupRuleDescriptionsIngress and Egress', () => {
  const office = { ...ssh, IpRanges: [{ CidrIp: '203.0.113.0/24', Description: 'office' }] };

  test('by what the rule lets through, and away again', () => {
    const { account, GroupId, first } = twoRules();
    const update = (permission: object) =>
      account.call('UpdateSecurityGroupRuleDescriptionsIngress', { GroupId, IpPermissions: [permission] });
    expect(update(office)).toEqual({ Return: true });
    expect(rules(account, first)).toMatchObject([{ Description: 'office' }]);
    update(ssh);
    expect(rules(account, first)[0]).not.toHaveProperty('Description');
  });

  test('by id', () => {
    const { account, GroupId, first, second } = twoRules();
    account.call('UpdateSecurityGroupRuleDescriptionsIngress', {
      GroupId,
      SecurityGroupRuleDescriptions: [
        { SecurityGroupRuleId: first, Description: 'one' },
        { SecurityGroupRuleId: second, Description: 'two' },
      ],
    });
    expect(rules(account, first, second)).toMatchObject([{ Description: 'one' }, { Description: 'two' }]);
  });

  test('refusals', () => {
    const { account, GroupId, first } = twoRules();
    const refused = (input: object, direction = 'Ingress') =>
      account.refusal(`UpdateSecurityGroupRuleDescriptions${direction}`, { GroupId, ...input });
    const byId = { SecurityGroupRuleDescriptions: [{ SecurityGroupRuleId: first, Description: 'one' }] };
    expect(refused({ IpPermissions: [office] }, 'Egress')).toBe(
      'InvalidPermission.NotFound: The specified rule does not exist in this security group.',
    );
    expect(refused(byId, 'Egress')).toContain('InvalidSecurityGroupRuleId.NotFound');
    expect(refused({ ...byId, IpPermissions: [office] })).toContain('InvalidParameterCombination');
    expect(refused({})).toBe('MissingParameter: The request must contain the parameter ipPermissions');
    const long = { SecurityGroupRuleId: first, Description: 'a'.repeat(256) };
    expect(refused({ SecurityGroupRuleDescriptions: [long] })).toContain('Invalid rule description.');
  });
});

test('GetSecurityGroupsForVpc answers the groups of the VPC', () => {
  const { account, VpcId, GroupId } = groupNetwork();
  const web = {
    Description: 'web',
    GroupName: 'web',
    OwnerId: owner,
    GroupId,
    Tags: [],
    PrimaryVpcId: VpcId,
  };
  const filtered = (Name: string, value: string) =>
    account.call('GetSecurityGroupsForVpc', { VpcId, Filters: [{ Name, Values: [value] }] });
  for (const [name, value] of [
    ['group-id', GroupId],
    ['group-name', 'web'],
    ['description', 'web'],
  ] as const) {
    expect(filtered(name, value)).toEqual({ SecurityGroupForVpcs: [web] });
  }
  for (const [name, value] of [
    ['owner-id', owner],
    ['primary-vpc-id', VpcId],
  ] as const) {
    expect(filtered(name, value)).toMatchObject({ SecurityGroupForVpcs: [{ GroupName: 'default' }, web] });
  }
  expect(account.refusal('GetSecurityGroupsForVpc', { VpcId: 'vpc-0123456789abcdef0' })).toContain('InvalidVpcID');
});
