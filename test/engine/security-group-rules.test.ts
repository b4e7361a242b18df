import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeGroup } from '@/test/build/network-interface';
import { allow, groupNetwork, ssh } from '@/test/build/security-group';

const unknown = 'sg-0123456789abcdef0';
const owner = '111122223333';
const noMore = { Ipv6Ranges: [], PrefixListIds: [] };

function permissions(account: TestAccount, GroupId: string, member: 'IpPermissions' | 'IpPermissionsEgress') {
  const { SecurityGroups } = account.call<{ SecurityGroups: Record<typeof member, object[]>[] }>(
    'DescribeSecurityGroups',
    { GroupIds: [GroupId] },
  );
  return SecurityGroups[0]?.[member];
}

describe('AuthorizeSecurityGroupIngress and Egress', () => {
  test('answers the rules, blocks in canonical form', () => {
    const { account, VpcId, GroupId } = groupNetwork();
    const peer = makeGroup(account, VpcId, 'peer');
    const output = account.call('AuthorizeSecurityGroupIngress', {
      GroupId,
      IpPermissions: [
        {
          IpProtocol: '6',
          FromPort: 80,
          ToPort: 81,
          IpRanges: [{ CidrIp: '100.68.0.18/18', Description: 'office' }],
          UserIdGroupPairs: [{ GroupId: peer, UserId: owner }],
          Ipv6Ranges: [],
          PrefixListIds: [],
        },
      ],
      TagSpecifications: [{ ResourceType: 'security-group-rule', Tags: [{ Key: 'for', Value: 'web' }] }],
    });
    const rule = (more: object) => ({
      SecurityGroupRuleId: expect.stringMatching(/^sgr-[0-9a-f]{17}$/),
      GroupId,
      GroupOwnerId: owner,
      IsEgress: false,
      IpProtocol: 'tcp',
      FromPort: 80,
      ToPort: 81,
      Tags: [{ Key: 'for', Value: 'web' }],
      SecurityGroupRuleArn: expect.stringMatching(/^arn:aws:ec2:us-east-1:111122223333:security-group-rule\/sgr-/),
      ...more,
    });
    expect(output).toEqual({
      Return: true,
      SecurityGroupRules: [
        rule({ CidrIpv4: '100.68.0.0/18', Description: 'office' }),
        rule({ ReferencedGroupInfo: { GroupId: peer, UserId: owner } }),
      ],
    });
    expect(permissions(account, GroupId, 'IpPermissions')).toEqual([
      {
        IpProtocol: 'tcp',
        FromPort: 80,
        ToPort: 81,
        UserIdGroupPairs: [{ UserId: owner, GroupId: peer }],
        IpRanges: [{ Description: 'office', CidrIp: '100.68.0.0/18' }],
        ...noMore,
      },
    ]);
  });

  test.each<[object, object]>([
    [
      { IpProtocol: 'TCP', FromPort: 0, ToPort: 65_535 },
      { IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535 },
    ],
    [
      { IpProtocol: '17', FromPort: 53, ToPort: 53 },
      { IpProtocol: 'udp', FromPort: 53, ToPort: 53 },
    ],
    [
      { IpProtocol: 'icmp', FromPort: 3, ToPort: 4 },
      { IpProtocol: 'icmp', FromPort: 3, ToPort: 4 },
    ],
    [
      { IpProtocol: 'icmp', FromPort: 8, ToPort: -1 },
      { IpProtocol: 'icmp', FromPort: 8, ToPort: -1 },
    ],
    [{ IpProtocol: '58' }, { IpProtocol: 'icmpv6', FromPort: -1, ToPort: -1 }],
    [
      { IpProtocol: '050', FromPort: 1, ToPort: 2 },
      { IpProtocol: '50', FromPort: -1, ToPort: -1 },
    ],
    [
      { IpProtocol: '-1', FromPort: 1, ToPort: 2 },
      { IpProtocol: '-1', FromPort: -1, ToPort: -1 },
    ],
  ])('reads %j', (given, expected) => {
    const { account, GroupId } = groupNetwork();
    const { SecurityGroupRules } = allow(account, GroupId, { ...given, IpRanges: [{ CidrIp: '10.0.0.0/8' }] });
    expect(SecurityGroupRules).toMatchObject([expected]);
    expect(SecurityGroupRules[0]).not.toHaveProperty('Tags');
  });

  test('takes the old flat parameters, and names in the default VPC', () => {
    const account = new TestAccount();
    const web = makeGroup(account, account.defaultVpcId, 'web');
    const lb = makeGroup(account, account.defaultVpcId, 'lb');
    const flat = { GroupName: 'web', IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' };
    expect(account.call('AuthorizeSecurityGroupIngress', flat)).toMatchObject({
      SecurityGroupRules: [{ GroupId: web, FromPort: 80, CidrIpv4: '0.0.0.0/0' }],
    });
    const source = { GroupId: web, SourceSecurityGroupName: 'lb' };
    expect(account.call('AuthorizeSecurityGroupIngress', source)).toMatchObject({
      SecurityGroupRules: [
        { IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535, ReferencedGroupInfo: { GroupId: lb } },
        { IpProtocol: 'udp', FromPort: 0, ToPort: 65_535, ReferencedGroupInfo: { GroupId: lb } },
        { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, ReferencedGroupInfo: { GroupId: lb } },
      ],
    });
    expect(account.call('RevokeSecurityGroupIngress', flat)).toMatchObject({
      RevokedSecurityGroupRules: [{ CidrIpv4: '0.0.0.0/0' }],
    });
  });

  test('egress rules stand apart and take no flat parameters', () => {
    const { account, GroupId } = groupNetwork();
    account.call('AuthorizeSecurityGroupEgress', { GroupId, IpPermissions: [ssh] });
    expect(permissions(account, GroupId, 'IpPermissionsEgress')).toHaveLength(2);
    expect(permissions(account, GroupId, 'IpPermissions')).toEqual([]);
    expect(account.refusal('AuthorizeSecurityGroupEgress', { GroupId, CidrIp: '0.0.0.0/0' })).toBe(
      'UnknownParameter: The parameter CidrIp is not recognized',
    );
  });

  const range = { IpRanges: [{ CidrIp: '10.0.0.0/8' }] };
  test.each<[string, object, string]>([
    [
      'all',
      { ...range, IpProtocol: 'all' },
      "InvalidParameterValue: Invalid value 'all' for IP protocol. Unknown protocol.",
    ],
    [
      '256',
      { ...range, IpProtocol: '256' },
      "InvalidParameterValue: Invalid value '256' for IP protocol. Unknown protocol.",
    ],
    [
      'no ports',
      { ...range, IpProtocol: 'tcp', FromPort: 22 },
      'InvalidParameterValue: Invalid value for portRange. Must specify both from and to ports with TCP/UDP.',
    ],
    [
      'ICMP without type and code',
      { ...range, IpProtocol: 'icmp' },
      'InvalidParameterValue: Invalid value for portRange. Must specify both from and to ports with ICMP.',
    ],
    [
      'ICMP without a code',
      { ...range, IpProtocol: '1', FromPort: 8 },
      'InvalidParameterValue: Invalid value for portRange. Must specify both from and to ports with ICMP.',
    ],
    [
      'port -1',
      { ...range, IpProtocol: 'tcp', FromPort: -1, ToPort: -1 },
      'InvalidParameterValue: TCP/UDP (from) port (-1) out of range',
    ],
    [
      'port 65536',
      { ...range, IpProtocol: 'udp', FromPort: 1, ToPort: 65_536 },
      'InvalidParameterValue: TCP/UDP (to) port (65536) out of range',
    ],
    [
      'ports the wrong way round',
      { ...range, IpProtocol: 'tcp', FromPort: 80, ToPort: 22 },
      'InvalidParameterValue: Invalid TCP/UDP port range (80:22)',
    ],
    [
      'an ICMP code',
      { ...range, IpProtocol: 'icmp', FromPort: 3, ToPort: 65_535 },
      'InvalidParameterValue: ICMP code (65535) out of range',
    ],
    [
      'an ICMP type',
      { ...range, IpProtocol: 'icmp', FromPort: 256, ToPort: 0 },
      'InvalidParameterValue: ICMP type (256) out of range',
    ],
    ['no peer', { IpProtocol: '-1' }, 'MissingParameter: Source group ID missing.'],
    ['an empty pair', { IpProtocol: '-1', UserIdGroupPairs: [{}] }, 'MissingParameter: Source group ID missing.'],
    [
      'an address for a block',
      { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.1' }] },
      'InvalidParameterValue: CIDR block 10.0.0.1 is malformed',
    ],
    [
      'an apostrophe',
      { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8', Description: "Bob's" }] },
      'InvalidParameterValue: Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*',
    ],
    [
      'an unknown group',
      { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: unknown }] },
      `InvalidGroup.NotFound: The security group '${unknown}' does not exist`,
    ],
    [
      'no protocol',
      { IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
      "InvalidParameterValue: Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly.",
    ],
    [
      'an IPv6 block among those of IPv4',
      { IpProtocol: '-1', IpRanges: [{ CidrIp: '::/0' }] },
      'InvalidParameterValue: CIDR block ::/0 is malformed',
    ],
    [
      'an IPv4 block among those of IPv6',
      { IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '0.0.0.0/0' }] },
      'InvalidParameterValue: CIDR block 0.0.0.0/0 is malformed',
    ],
    [
      'an unknown prefix list',
      { IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-0123456789abcdef0' }] },
      "InvalidPrefixListID.NotFound: The prefix list ID 'pl-0123456789abcdef0' does not exist",
    ],
    ['an empty prefix list', { IpProtocol: '-1', PrefixListIds: [{}] }, 'MissingParameter: Source group ID missing.'],
  ])('refuses %s', (_, permission, expected) => {
    const { account, GroupId } = groupNetwork();
    expect(account.refusal('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [ssh, permission] })).toBe(
      expected,
    );
  });

  test('refuses groups of other VPCs and other accounts', () => {
    const { account, GroupId } = groupNetwork();
    const other = makeGroup(account, account.defaultVpcId, 'other');
    const pair = (more: object) => ({
      GroupId,
      IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: other, ...more }] }],
    });
    expect(account.refusal('AuthorizeSecurityGroupIngress', pair({}))).toBe(
      'InvalidGroup.NotFound: You have specified two resources that belong to different networks.',
    );
    expect(account.refusal('AuthorizeSecurityGroupIngress', pair({ UserId: '999999999999' }))).toBe(
      `InvalidGroup.NotFound: The security group '${other}' does not exist`,
    );
  });

  test('refuses what the group or the call has already, and both ways or none', () => {
    const { account, GroupId } = groupNetwork();
    const all = { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] };
    const ping = { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
    allow(account, GroupId, ssh, all, ping);
    const refused = (...IpPermissions: object[]) =>
      account.refusal('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions });
    expect(refused({ ...ssh, IpRanges: [{ CidrIp: '203.0.113.9/24', Description: 'again' }] })).toBe(
      'InvalidPermission.Duplicate: the specified rule "peer: 203.0.113.0/24, TCP, from port: 22, to port: 22, ALLOW" already exists',
    );
    expect(refused(all)).toBe(
      `InvalidPermission.Duplicate: the specified rule "peer: ${GroupId}, ALL, ALLOW" already exists`,
    );
    expect(refused(ping)).toBe(
      'InvalidPermission.Duplicate: the specified rule "peer: 0.0.0.0/0, ICMP, type: ALL, code: ALL, ALLOW" already exists',
    );
    const http = { ...ssh, FromPort: 80, ToPort: 80 };
    expect(refused(http, http)).toBe('InvalidParameterValue: The same permission must not appear multiple times');
    expect(refused()).toBe('MissingParameter: The request must contain the parameter ipPermissions');
    expect(
      account.refusal('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [http], CidrIp: '0.0.0.0/0' }),
    ).toContain('InvalidParameterCombination');
    expect(account.refusal('AuthorizeSecurityGroupIngress', { GroupId: 'web', IpPermissions: [http] })).toBe(
      'InvalidGroupId.Malformed: Invalid id: "web" (expecting "sg-...")',
    );
  });

  test('refuses the sixty-first rule of one direction', () => {
    const { account, GroupId } = groupNetwork();
    const ports = Array.from({ length: 60 }, (_, port) => ({ ...ssh, FromPort: port, ToPort: port }));
    allow(account, GroupId, ...ports);
    const http = { GroupId, IpPermissions: [{ ...ssh, FromPort: 80, ToPort: 80 }] };
    expect(account.refusal('AuthorizeSecurityGroupIngress', http)).toBe(
      'RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has been reached.',
    );
    expect(account.call('AuthorizeSecurityGroupEgress', http)).toMatchObject({ Return: true });
  });
});

describe('RevokeSecurityGroupIngress and Egress', () => {
  test('takes rules by what they let through, and by id', () => {
    const { account, GroupId } = groupNetwork();
    const { SecurityGroupRules } = allow(account, GroupId, ssh, { ...ssh, FromPort: 80, ToPort: 80 });
    const [first, second] = SecurityGroupRules.map(({ SecurityGroupRuleId }) => SecurityGroupRuleId);
    const revoked = (SecurityGroupRuleId: string | undefined, port: number) => ({
      Return: true,
      RevokedSecurityGroupRules: [
        {
          SecurityGroupRuleId,
          GroupId,
          IsEgress: false,
          IpProtocol: 'tcp',
          FromPort: port,
          ToPort: port,
          CidrIpv4: '203.0.113.0/24',
        },
      ],
    });
    expect(account.call('RevokeSecurityGroupIngress', { GroupId, IpPermissions: [ssh] })).toEqual(revoked(first, 22));
    expect(account.call('RevokeSecurityGroupIngress', { GroupId, SecurityGroupRuleIds: [second] })).toEqual(
      revoked(second, 80),
    );
    expect(account.refusal('RevokeSecurityGroupIngress', { GroupId, SecurityGroupRuleIds: [second] })).toBe(
      `InvalidSecurityGroupRuleId.NotFound: The security group rule ID '${second}' does not exist`,
    );
  });

  test('takes what describe showed', () => {
    const { account, GroupId } = groupNetwork();
    const IpPermissions = permissions(account, GroupId, 'IpPermissionsEgress');
    expect(account.call('RevokeSecurityGroupEgress', { GroupId, IpPermissions })).toMatchObject({ Return: true });
    expect(permissions(account, GroupId, 'IpPermissionsEgress')).toEqual([]);
  });

  test('revokes nothing when one rule is not there, except in the default VPC', () => {
    const { account, GroupId } = groupNetwork();
    allow(account, GroupId, ssh);
    const http = { ...ssh, FromPort: 80, ToPort: 80 };
    expect(account.refusal('RevokeSecurityGroupIngress', { GroupId, IpPermissions: [ssh, http] })).toBe(
      'InvalidPermission.NotFound: The specified rule does not exist in this security group.',
    );
    const web = makeGroup(account, account.defaultVpcId, 'web');
    allow(account, web, ssh);
    expect(account.call('RevokeSecurityGroupIngress', { GroupId: web, IpPermissions: [ssh, http] })).toEqual({
      Return: true,
      UnknownIpPermissions: [{ ...http, UserIdGroupPairs: [], ...noMore }],
      RevokedSecurityGroupRules: [expect.objectContaining({ FromPort: 22 })],
    });
  });

  test('refuses rules of another group or direction, ids together with permissions, and neither', () => {
    const { account, VpcId, GroupId } = groupNetwork();
    const [rule] = allow(account, GroupId, ssh).SecurityGroupRules;
    const ids = { SecurityGroupRuleIds: [rule?.SecurityGroupRuleId] };
    expect(account.refusal('RevokeSecurityGroupEgress', { GroupId, ...ids })).toContain('NotFound');
    expect(
      account.refusal('RevokeSecurityGroupIngress', { GroupId: makeGroup(account, VpcId, 'peer'), ...ids }),
    ).toContain('InvalidSecurityGroupRuleId.NotFound');
    expect(account.refusal('RevokeSecurityGroupIngress', { GroupId, ...ids, IpPermissions: [ssh] })).toContain(
      'InvalidParameterCombination',
    );
    expect(account.refusal('RevokeSecurityGroupIngress', { GroupId })).toContain('MissingParameter');
    expect(account.refusal('RevokeSecurityGroupIngress', { GroupId, SecurityGroupRuleIds: ['x'] })).toBe(
      'InvalidSecurityGroupRuleId.Malformed: Invalid id: "x" (expecting "sgr-...")',
    );
  });
});
