import type { SecurityGroupRule } from '@/lib/engine/security-group/security-group-rule';
import type { World } from '@/lib/engine/world';
import type { TestAccount } from '../account';
import type { Choices } from '../choices';
import { makeGroup } from '../network-interface';
import { makePrefixList } from '../security-group';
import { described, type Input, tagged } from './parts';

const range = (choose: Choices) =>
  choose.one<object>([
    { IpProtocol: '-1' },
    { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 },
    { IpProtocol: 'udp', FromPort: 53, ToPort: 52 },
    { IpProtocol: 'icmp', FromPort: -1, ToPort: -1 },
    { IpProtocol: '50' },
  ]);

const ipv4 = ['0.0.0.0/0', '10.0.0.7/8', '10.0.0.300/8'] as const;
const ipv6 = ['::/0', '2001:db8::1/32', '10.0.0.0/8'] as const;
const ofAws = ['pl-63a5400a', 'pl-3b927c52'] as const;
const prefixListId = (choose: Choices, world: World) =>
  choose.chance(60) ? choose.id(world.prefixLists) : choose.one(ofAws);

const permission = (choose: Choices, world: World) => ({
  ...range(choose),
  ...choose.one<() => object>([
    () => ({ IpRanges: [{ CidrIp: choose.one(ipv4) }] }),
    () => ({ UserIdGroupPairs: [{ GroupId: choose.id(world.securityGroups) }] }),
    () => ({ UserIdGroupPairs: [{ GroupId: choose.id(world.securityGroups) }] }),
    () => ({ Ipv6Ranges: [{ CidrIpv6: choose.one(ipv6) }] }),
    () => ({ PrefixListIds: [{ PrefixListId: prefixListId(choose, world), Description: 'a list' }] }),
  ])(),
});

const rule: Input = (choose, world) => ({
  GroupId: choose.id(world.securityGroups),
  IpPermissions: Array.from({ length: 1 + choose.below(2) }, () => permission(choose, world)),
});

const revoked =
  (isEgress: boolean): Input =>
  (choose, world) => {
    const found = choose.row(world.securityGroupRules, ({ IsEgress }) => IsEgress === isEgress);
    if (!found || choose.chance(30)) return rule(choose, world);
    return { GroupId: found.GroupId, SecurityGroupRuleIds: [found.SecurityGroupRuleId] };
  };

/** What a rule lets through, as a call would give it. */
const asGiven = (rule: SecurityGroupRule) => ({
  IpProtocol: rule.IpProtocol,
  FromPort: rule.FromPort,
  ToPort: rule.ToPort,
  ...(rule.CidrIpv4 && { IpRanges: [{ CidrIp: rule.CidrIpv4, Description: 'IPv4' }] }),
  ...(rule.CidrIpv6 && { Ipv6Ranges: [{ CidrIpv6: rule.CidrIpv6, Description: 'IPv6' }] }),
  ...(rule.PrefixListId && { PrefixListIds: [{ PrefixListId: rule.PrefixListId }] }),
  ...(rule.referencedGroup && { UserIdGroupPairs: [{ GroupId: rule.referencedGroup }] }),
});

const redescribed =
  (isEgress: boolean): Input =>
  (choose, world) => {
    const found = choose.row(world.securityGroupRules, (one) => one.IsEgress === isEgress);
    if (!found) return { GroupId: choose.id(world.securityGroups) };
    const { GroupId, SecurityGroupRuleId } = found;
    if (choose.chance(50)) return { GroupId, IpPermissions: [asGiven(found)] };
    return { GroupId, SecurityGroupRuleDescriptions: [{ SecurityGroupRuleId, Description: choose.one(['a', '🔌']) }] };
  };

const modified: Input = (choose, world) => {
  const found = choose.row(world.securityGroupRules);
  const peer = choose.one<() => object>([
    () => ({ CidrIpv4: choose.one(ipv4) }),
    () => ({ CidrIpv4: choose.one(ipv4) }),
    () => ({ CidrIpv6: choose.one(ipv6) }),
    () => ({ PrefixListId: prefixListId(choose, world) }),
    () => ({ ReferencedGroupId: choose.id(world.securityGroups) }),
  ])();
  const SecurityGroupRule = { ...range(choose), ...peer };
  return {
    GroupId: found?.GroupId ?? choose.id(world.securityGroups),
    SecurityGroupRules: [{ SecurityGroupRuleId: found?.SecurityGroupRuleId ?? 'sgr-1', SecurityGroupRule }],
  };
};

const cidrs = ['10.0.0.0/8', '10.1.0.0/16', '192.0.2.7/24', '2001:db8::/32'] as const;
const entry = (choose: Choices) => ({ Cidr: choose.one(cidrs), Description: 'an entry' });

const changedList: Input = (choose, world) => ({
  PrefixListId: choose.id(world.prefixLists),
  ...choose.one<object>([
    { AddEntries: [entry(choose)], CurrentVersion: 1 + choose.below(2) },
    { RemoveEntries: [{ Cidr: choose.one(cidrs) }] },
    { MaxEntries: choose.one([1, 4, 70]) },
    { PrefixListName: choose.one(['other', 'com.aws.x', '__proto__']) },
  ]),
});

const pages = (choose: Choices) => (choose.chance(20) ? { MaxResults: choose.one([5, 1_000, 0]) } : {});

const prefixListInputs: { readonly [operation: string]: Input } = {
  CreateManagedPrefixList: (choose) => ({
    PrefixListName: choose.one(['office', 'com.amazonaws.x', '__proto__']),
    AddressFamily: choose.one(['IPv4', 'IPv4', 'IPv6']),
    MaxEntries: choose.one([3, 1, 0]),
    ...(choose.chance(50) && { Entries: [entry(choose)] }),
    ...(choose.chance(10) && { ClientToken: 'token' }),
    ...tagged('prefix-list')(choose),
  }),
  DeleteManagedPrefixList: (choose, world) => ({ PrefixListId: choose.id(world.prefixLists) }),
  DescribeManagedPrefixLists: described('PrefixListIds', (choose, world) => choose.ids(world.prefixLists)),
  DescribePrefixLists: (choose) => ({
    ...(choose.chance(40) && { PrefixListIds: [choose.one(ofAws)] }),
    ...pages(choose),
  }),
  GetManagedPrefixListAssociations: (choose, world) => ({
    PrefixListId: prefixListId(choose, world),
    ...pages(choose),
  }),
  GetManagedPrefixListEntries: (choose, world) => ({
    PrefixListId: prefixListId(choose, world),
    ...(choose.chance(30) && { TargetVersion: choose.below(3) }),
    ...pages(choose),
  }),
  ModifyManagedPrefixList: changedList,
  RestoreManagedPrefixListVersion: (choose, world) => ({
    PrefixListId: choose.id(world.prefixLists),
    PreviousVersion: 1,
    CurrentVersion: 1 + choose.below(3),
  }),
};

/** A prefix list that is complete, and a group that nothing has. */
export function furnish(account: TestAccount): void {
  makeGroup(account, account.world.vpcs.list()[0]?.VpcId ?? '', 'spare');
  makePrefixList(account, { MaxEntries: 5, Entries: [] });
}

export const inputs: { readonly [operation: string]: Input } = {
  AuthorizeSecurityGroupEgress: rule,
  AuthorizeSecurityGroupIngress: rule,
  CreateSecurityGroup: (choose, world) => ({
    GroupName: choose.one(['web', 'database', '__proto__', 'constructor']),
    Description: 'a group',
    VpcId: choose.id(world.vpcs),
    ...tagged('security-group')(choose),
  }),
  DeleteSecurityGroup: (choose, world) => ({
    GroupId: choose.id(
      world.securityGroups,
      ({ GroupName, GroupId }) => GroupName !== 'default' && world.networkInterfaces.count('group', GroupId) === 0,
    ),
  }),
  DescribeSecurityGroupReferences: (choose, world) => ({ GroupId: choose.ids(world.securityGroups) }),
  DescribeSecurityGroupRules: described('SecurityGroupRuleIds', (choose, world) =>
    choose.ids(world.securityGroupRules),
  ),
  DescribeSecurityGroups: described('GroupIds', (choose, world) => choose.ids(world.securityGroups)),
  DescribeStaleSecurityGroups: (choose, world) => ({ VpcId: choose.id(world.vpcs), ...pages(choose) }),
  GetSecurityGroupsForVpc: (choose, world) => ({
    VpcId: choose.id(world.vpcs),
    ...pages(choose),
    ...(choose.chance(30) && { Filters: [{ Name: choose.one(['group-name', 'vpc-id']), Values: ['*'] }] }),
  }),
  ModifySecurityGroupRules: modified,
  ...prefixListInputs,
  RevokeSecurityGroupEgress: revoked(true),
  RevokeSecurityGroupIngress: revoked(false),
  UpdateSecurityGroupRuleDescriptionsEgress: redescribed(true),
  UpdateSecurityGroupRuleDescriptionsIngress: redescribed(false),
};
