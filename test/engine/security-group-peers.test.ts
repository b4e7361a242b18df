import { describe, expect, test } from 'vitest';
import { rulesOf } from '@/lib/engine/security-group/security-group-rule';
import type { TestAccount } from '@/test/build/account';
import { makeGroup } from '@/test/build/network-interface';
import { allow, groupNetwork, makePrefixList, peeredGroup, ssh } from '@/test/build/security-group';

const owner = '111122223333';
const cloudFront = 'pl-3b927c52';
const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
const limit = 'RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has been reached.';

function shown(account: TestAccount, GroupId: string) {
  const input = { GroupIds: [GroupId] };
  const { SecurityGroups } = account.call<{ SecurityGroups: { IpPermissions: object[] }[] }>(
    'DescribeSecurityGroups',
    input,
  );
  return SecurityGroups[0]?.IpPermissions;
}

describe('IPv6 blocks and prefix lists', () => {
  test('are shown in the rule, in the group and when revoked, blocks in canonical form', () => {
    const { account, GroupId } = groupNetwork();
    const PrefixListId = makePrefixList(account);
    const permission = {
      ...https,
      Ipv6Ranges: [{ CidrIpv6: '2001:DB8:0:0::1/32', Description: 'v6' }],
      PrefixListIds: [{ PrefixListId, Description: 'list' }],
    };
    const { SecurityGroupRules } = allow(account, GroupId, permission);
    expect(SecurityGroupRules).toMatchObject([
      { FromPort: 443, CidrIpv6: '2001:db8::/32', Description: 'v6' },
      { FromPort: 443, PrefixListId, Description: 'list' },
    ]);
    expect(shown(account, GroupId)).toEqual([
      {
        ...https,
        UserIdGroupPairs: [],
        IpRanges: [],
        Ipv6Ranges: [{ Description: 'v6', CidrIpv6: '2001:db8::/32' }],
        PrefixListIds: [{ Description: 'list', PrefixListId }],
      },
    ]);
    expect(account.call('RevokeSecurityGroupIngress', { GroupId, IpPermissions: [permission] })).toMatchObject({
      RevokedSecurityGroupRules: [{ CidrIpv6: '2001:db8::/32' }, { PrefixListId }],
    });
  });

  test('are refused twice, in the words for the peer', () => {
    const { account, GroupId } = groupNetwork();
    const refused = (permission: object) => {
      allow(account, GroupId, permission);
      return account.refusal('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [permission] });
    };
    expect(refused({ IpProtocol: 'tcp', FromPort: 3306, ToPort: 3306, Ipv6Ranges: [{ CidrIpv6: '::/0' }] })).toBe(
      'InvalidPermission.Duplicate: the specified rule "peer: ::/0, TCP, from port: 3306, to port: 3306, ALLOW" already exists',
    );
    expect(refused({ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-63a5400a' }] })).toBe(
      'InvalidPermission.Duplicate: the specified rule "peer: pl-63a5400a, ALL, ALLOW" already exists',
    );
    expect(refused({ IpProtocol: '50', IpRanges: [{ CidrIp: '0.0.0.0/0' }] })).toBe(
      'InvalidPermission.Duplicate: the specified rule "peer: 0.0.0.0/0, protocol: 50, ALLOW" already exists',
    );
    expect(refused({ ...https, UserIdGroupPairs: [{ GroupId }] })).toBe(
      `InvalidPermission.Duplicate: the specified rule "peer: ${GroupId}, TCP, from port: 443, to port: 443, ALLOW" already exists`,
    );
  });

  test.each<[string, string, string, number]>([
    ['ip-permission.ipv6-cidr', '2001:db8::/32', 'DescribeSecurityGroups', 1],
    ['ip-permission.prefix-list-id', 'pl-*', 'DescribeSecurityGroups', 1],
    ['egress.ip-permission.ipv6-cidr', '*', 'DescribeSecurityGroups', 0],
    ['egress.ip-permission.prefix-list-id', '*', 'DescribeSecurityGroups', 0],
  ])('are found by %s', (Name, value, operation, count) => {
    const { account, GroupId } = groupNetwork();
    const Ipv6Ranges = [{ CidrIpv6: '2001:db8::/32' }];
    allow(account, GroupId, { ...https, Ipv6Ranges, PrefixListIds: [{ PrefixListId: 'pl-63a5400a' }] });
    const output = account.call<{ SecurityGroups: object[] }>(operation, { Filters: [{ Name, Values: [value] }] });
    expect(output.SecurityGroups).toHaveLength(count);
  });
});

describe('the size of a group', () => {
  const ports = (count: number, peer: object) =>
    Array.from({ length: count }, (_, port) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...peer }));

  test('is counted for IPv4 and IPv6 by itself; a group counts for both', () => {
    const { account, GroupId } = groupNetwork();
    allow(account, GroupId, ...ports(60, { IpRanges: [{ CidrIp: '10.0.0.0/8' }] }));
    allow(account, GroupId, ...ports(60, { Ipv6Ranges: [{ CidrIpv6: '2001:db8::/32' }] }));
    const all = { GroupId, IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] }] };
    expect(account.refusal('AuthorizeSecurityGroupIngress', all)).toBe(limit);
  });

  test('counts a prefix list for its maximum of entries, and AWS’s own for their weight', () => {
    const { account, GroupId } = groupNetwork();
    const PrefixListId = makePrefixList(account, { MaxEntries: 6 });
    const rule = (id: string, port: number) => ({
      ...ssh,
      FromPort: port,
      IpRanges: [],
      PrefixListIds: [{ PrefixListId: id }],
    });
    allow(account, GroupId, rule(cloudFront, 1));
    const add = (permission: object) => ({ GroupId, IpPermissions: [permission] });
    expect(account.refusal('AuthorizeSecurityGroupIngress', add(rule(PrefixListId, 2)))).toBe(limit);
    expect(account.refusal('AuthorizeSecurityGroupIngress', add(rule(cloudFront, 3)))).toBe(limit);
    const five = makePrefixList(account, { MaxEntries: 5 });
    expect(account.call('AuthorizeSecurityGroupIngress', add(rule(five, 2)))).toMatchObject({ Return: true });
  });
});

describe('groups of a peered VPC', () => {
  const rule = (GroupId: string) => ({ ...https, UserIdGroupPairs: [{ GroupId, Description: 'peer' }] });

  test('are shown with their VPC, the connection and its status', () => {
    const { account, VpcId, GroupId } = groupNetwork();
    const { peer, peerVpcId, VpcPeeringConnectionId } = peeredGroup(account, VpcId);
    const reference = { VpcId: peerVpcId, VpcPeeringConnectionId };
    const { SecurityGroupRules } = allow(account, GroupId, rule(peer));
    expect(SecurityGroupRules).toMatchObject([
      { ReferencedGroupInfo: { GroupId: peer, PeeringStatus: 'active', UserId: owner, ...reference } },
    ]);
    expect(shown(account, GroupId)).toMatchObject([
      {
        UserIdGroupPairs: [
          { Description: 'peer', UserId: owner, GroupId: peer, ...reference, PeeringStatus: 'active' },
        ],
      },
    ]);
    expect(account.call('DescribeSecurityGroupReferences', { GroupId: [peer, GroupId] })).toEqual({
      SecurityGroupReferenceSet: [{ GroupId: peer, ReferencingVpcId: VpcId, VpcPeeringConnectionId }],
    });
    expect(account.call('DescribeStaleSecurityGroups', { VpcId })).toEqual({ StaleSecurityGroupSet: [] });
  });

  test('may be deleted, and the rule is stale', () => {
    const { account, VpcId, GroupId } = groupNetwork();
    const { peer, peerVpcId, VpcPeeringConnectionId } = peeredGroup(account, VpcId);
    allow(account, GroupId, rule(peer));
    account.call('DeleteSecurityGroup', { GroupId: peer });
    const pair = { GroupId: peer, VpcId: peerVpcId, VpcPeeringConnectionId, PeeringStatus: 'active' };
    expect(account.call('DescribeStaleSecurityGroups', { VpcId })).toEqual({
      StaleSecurityGroupSet: [
        {
          Description: 'web',
          GroupId,
          GroupName: 'web',
          StaleIpPermissions: [
            { FromPort: 443, IpProtocol: 'tcp', ToPort: 443, UserIdGroupPairs: [{ Description: 'peer', ...pair }] },
          ],
          StaleIpPermissionsEgress: [],
          VpcId,
        },
      ],
    });
    const IpPermissions = shown(account, GroupId);
    expect(account.call('RevokeSecurityGroupIngress', { GroupId, IpPermissions })).toMatchObject({ Return: true });
    expect(shown(account, GroupId)).toEqual([]);
  });

  test('are out of reach without a connection, and stale when it is deleted', () => {
    const { account, VpcId, GroupId } = groupNetwork();
    const other = makeGroup(account, account.defaultVpcId, 'other');
    const refused = account.refusal('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [rule(other)] });
    expect(refused).toBe('InvalidGroup.NotFound: You have specified two resources that belong to different networks.');
    const { peer, VpcPeeringConnectionId } = peeredGroup(account, VpcId);
    allow(account, GroupId, rule(peer));
    account.call('DeleteVpcPeeringConnection', { VpcPeeringConnectionId });
    account.wait(5);
    expect(account.call('DescribeStaleSecurityGroups', { VpcId })).toMatchObject({
      StaleSecurityGroupSet: [
        { GroupId, StaleIpPermissions: [{ UserIdGroupPairs: [{ UserId: owner, PeeringStatus: 'deleted' }] }] },
      ],
    });
    expect(account.call('DescribeSecurityGroupReferences', { GroupId: [peer] })).toEqual({
      SecurityGroupReferenceSet: [],
    });
  });

  test('refusals of the describe calls', () => {
    const { account } = groupNetwork();
    expect(account.refusal('DescribeSecurityGroupReferences', { GroupId: ['sg-0123456789abcdef0'] })).toBe(
      "InvalidGroup.NotFound: The security group 'sg-0123456789abcdef0' does not exist",
    );
    expect(account.refusal('DescribeStaleSecurityGroups', { VpcId: 'vpc-0123456789abcdef0' })).toBe(
      "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist",
    );
    expect(account.refusal('DescribeStaleSecurityGroups')).toBe(
      'MissingParameter: The request must contain the parameter vpcId',
    );
    const most = { VpcId: account.defaultVpcId, MaxResults: 256 };
    expect(account.refusal('DescribeStaleSecurityGroups', most)).toContain('InvalidParameterValue');
  });
});

test('a new group lets IPv6 out where its VPC has IPv6', () => {
  const { account, VpcId, GroupId } = groupNetwork();
  account.call('AssociateVpcCidrBlock', { VpcId, AmazonProvidedIpv6CidrBlock: true });
  const later = makeGroup(account, VpcId, 'later');
  const blocks = (id: string) => rulesOf(account.world, id, true).map((rule) => rule.CidrIpv4 ?? rule.CidrIpv6);
  expect(blocks(GroupId)).toEqual(['0.0.0.0/0']);
  expect(blocks(later)).toEqual(['0.0.0.0/0', '::/0']);
});
