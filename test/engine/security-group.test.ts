import { describe, expect, test } from 'vitest';
import { defaultGroupOf } from '@/lib/engine/security-group/security-group';
import { TestAccount } from '@/test/build/account';
import { makeGroup, makeInterface, makeSubnet } from '@/test/build/network-interface';
import { allow, groupNetwork, ssh } from '@/test/build/security-group';

const unknown = 'sg-0123456789abcdef0';
const owner = '111122223333';
const noMore = { Ipv6Ranges: [], PrefixListIds: [] };

describe('CreateSecurityGroup', () => {
  test('answers id and ARN; the group lets everything out and nothing in', () => {
    const { account, VpcId } = groupNetwork();
    const output = account.call<{ GroupId: string }>('CreateSecurityGroup', {
      GroupName: 'database',
      Description: 'a group',
      VpcId,
      TagSpecifications: [{ ResourceType: 'security-group', Tags: [{ Key: 'Name', Value: 'db' }] }],
    });
    const { GroupId } = output;
    const SecurityGroupArn = `arn:aws:ec2:us-east-1:${owner}:security-group/${GroupId}`;
    const Tags = [{ Key: 'Name', Value: 'db' }];
    expect(GroupId).toMatch(/^sg-[0-9a-f]{17}$/);
    expect(output).toEqual({ GroupId, Tags, SecurityGroupArn });
    expect(account.call('DescribeSecurityGroups', { GroupIds: [GroupId] })).toEqual({
      SecurityGroups: [
        {
          GroupId,
          IpPermissionsEgress: [
            { IpProtocol: '-1', UserIdGroupPairs: [], IpRanges: [{ CidrIp: '0.0.0.0/0' }], ...noMore },
          ],
          Tags,
          VpcId,
          SecurityGroupArn,
          OwnerId: owner,
          GroupName: 'database',
          Description: 'a group',
          IpPermissions: [],
        },
      ],
    });
  });

  test('goes into the default VPC when none is named', () => {
    const account = new TestAccount();
    account.call('CreateSecurityGroup', { GroupName: 'web', Description: 'web' });
    const found = account.call('DescribeSecurityGroups', { GroupNames: ['web'] });
    expect(found).toMatchObject({ SecurityGroups: [{ GroupName: 'web', VpcId: account.defaultVpcId }] });
  });

  const set = 'strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*';
  test.each<[object, string]>([
    [{ GroupName: '' }, 'MissingParameter: The request must contain the parameter groupName'],
    [{ Description: '' }, 'MissingParameter: The request must contain the parameter groupDescription'],
    [
      { GroupName: 'sg-web' },
      'InvalidParameterValue: Value (sg-web) for parameter GroupName is invalid. Group names may not be in the format sg-*.',
    ],
    [{ GroupName: 'Default' }, 'InvalidParameterValue: Cannot use reserved security group name: Default'],
    [{ GroupName: "Bob's" }, `InvalidParameterValue: Invalid security group name. Valid names are ${set}`],
    [
      { Description: 'a → b' },
      'InvalidParameterValue: Value (a → b) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.',
    ],
    [
      { Description: 'a'.repeat(256) },
      `InvalidParameterValue: Invalid security group description. Valid descriptions are ${set}`,
    ],
    [{ VpcId: 'vpc-0123456789abcdef0' }, "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist"],
  ])('refuses %j', (input, expected) => {
    const { account, VpcId } = groupNetwork();
    expect(
      account.refusal('CreateSecurityGroup', { GroupName: 'database', Description: 'a group', VpcId, ...input }),
    ).toBe(expected);
  });

  test('refuses a name twice in a VPC, whatever its case, and past the quota', () => {
    const { account, VpcId } = groupNetwork({ quotas: { securityGroupsPerRegion: 4 } });
    expect(account.refusal('CreateSecurityGroup', { GroupName: 'WEB', Description: 'web', VpcId })).toBe(
      `InvalidGroup.Duplicate: The security group 'WEB' already exists for VPC '${VpcId}'`,
    );
    makeGroup(account, account.defaultVpcId, 'web');
    expect(account.refusal('CreateSecurityGroup', { GroupName: 'other', Description: 'web', VpcId })).toContain(
      'SecurityGroupLimitExceeded',
    );
  });
});

describe('DeleteSecurityGroup', () => {
  test('takes the rules along', () => {
    const { account, GroupId } = groupNetwork();
    allow(account, GroupId, ssh);
    expect(account.call('DeleteSecurityGroup', { GroupId })).toEqual({ Return: true, GroupId });
    expect(account.world.securityGroupRules.by('GroupId', GroupId)).toEqual([]);
    expect(account.refusal('DeleteSecurityGroup', { GroupId })).toBe(
      `InvalidGroup.NotFound: The security group '${GroupId}' does not exist`,
    );
  });

  test('is refused for the default group, and while an interface or another group’s rule has it', () => {
    const { account, VpcId, GroupId } = groupNetwork();
    const { GroupId: ofVpc } = defaultGroupOf(account.world, VpcId);
    expect(account.refusal('DeleteSecurityGroup', { GroupId: ofVpc })).toBe(
      `CannotDelete: the specified group: "${ofVpc}" name: "default" cannot be deleted by a user`,
    );
    const { NetworkInterfaceId } = makeInterface(account, makeSubnet(account, VpcId), { Groups: [GroupId] });
    const dependent = `DependencyViolation: resource ${GroupId} has a dependent object`;
    expect(account.refusal('DeleteSecurityGroup', { GroupId })).toBe(dependent);
    account.call('DeleteNetworkInterface', { NetworkInterfaceId });
    allow(account, GroupId, { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] });
    allow(account, ofVpc, { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] });
    expect(account.refusal('DeleteSecurityGroup', { GroupId })).toBe(dependent);
    account.call('RevokeSecurityGroupIngress', {
      GroupId: ofVpc,
      IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] }],
    });
    expect(account.call('DeleteSecurityGroup', { GroupId })).toMatchObject({ Return: true });
  });

  test('takes a name in the default VPC only', () => {
    const { account } = groupNetwork();
    expect(account.refusal('DeleteSecurityGroup', { GroupName: 'web' })).toBe(
      `InvalidGroup.NotFound: The security group 'web' does not exist in default VPC '${account.defaultVpcId}'`,
    );
    expect(account.refusal('DeleteSecurityGroup')).toBe(
      'MissingParameter: The request must contain the parameter groupName or groupId',
    );
    makeGroup(account, account.defaultVpcId, 'web');
    expect(account.call('DeleteSecurityGroup', { GroupName: 'web' })).toMatchObject({ Return: true });
  });
});

describe('DescribeSecurityGroups and DescribeSecurityGroupRules', () => {
  test.each<[string, string, number]>([
    ['description', 'a*', 0],
    ['egress.ip-permission.cidr', '0.0.0.0/0', 3],
    ['egress.ip-permission.from-port', '*', 0],
    ['egress.ip-permission.protocol', '-1', 3],
    ['group-id', 'sg-*', 3],
    ['group-name', 'web', 1],
    ['ip-permission.cidr', '203.0.113.0/24', 1],
    ['ip-permission.from-port', '22', 1],
    ['ip-permission.to-port', '22', 1],
    ['ip-permission.group-id', 'sg-*', 2],
    ['ip-permission.group-name', 'default', 2],
    ['ip-permission.ipv6-cidr', '*', 0],
    ['ip-permission.prefix-list-id', '*', 0],
    ['ip-permission.protocol', 'tcp', 1],
    ['ip-permission.user-id', owner, 2],
    ['owner-id', owner, 3],
    ['tag-key', 'Name', 0],
  ])('groups by %s %s', (Name, value, count) => {
    const { account, GroupId } = groupNetwork();
    allow(account, GroupId, ssh);
    const filters = { Filters: [{ Name, Values: [value] }] };
    const { SecurityGroups } = account.call<{ SecurityGroups: object[] }>('DescribeSecurityGroups', filters);
    expect(SecurityGroups).toHaveLength(count);
  });

  test('rules by group and by id, tags always shown', () => {
    const { account, GroupId } = groupNetwork();
    const [rule] = allow(account, GroupId, ssh).SecurityGroupRules;
    const filters = { Filters: [{ Name: 'group-id', Values: [GroupId] }] };
    expect(account.call('DescribeSecurityGroupRules', filters)).toMatchObject({
      SecurityGroupRules: [
        { IsEgress: true, IpProtocol: '-1', Tags: [] },
        { IsEgress: false, Tags: [] },
      ],
    });
    const ids = { SecurityGroupRuleIds: [rule?.SecurityGroupRuleId] };
    expect(account.call('DescribeSecurityGroupRules', ids)).toEqual({ SecurityGroupRules: [{ ...rule, Tags: [] }] });
  });

  test('refuses unknown ids and names', () => {
    const account = new TestAccount();
    expect(account.refusal('DescribeSecurityGroups', { GroupIds: [unknown] })).toBe(
      `InvalidGroup.NotFound: The security group '${unknown}' does not exist`,
    );
    expect(account.refusal('DescribeSecurityGroups', { GroupNames: ['web'] })).toBe(
      `InvalidGroup.NotFound: The security group 'web' does not exist in default VPC '${account.defaultVpcId}'`,
    );
    expect(account.refusal('DescribeSecurityGroupRules', { SecurityGroupRuleIds: ['sgr-1'] })).toContain('NotFound');
  });
});
