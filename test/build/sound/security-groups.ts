import { findPrefixList, newestVersion } from '@/lib/engine/prefix-list/prefix-list';
import { isWithinSize } from '@/lib/engine/security-group/group-size';
import { type Permission, rulesOf, ruleText } from '@/lib/engine/security-group/security-group-rule';
import type { World } from '@/lib/engine/world';
import { hold, isDistinct } from './hold';

/** What holds of groups, their rules and prefix lists. */
export function expectSoundGroups(world: World): void {
  for (const rule of world.securityGroupRules.list()) {
    hold(peers(rule).length === 1, 'a rule has one source or destination');
    if (rule.PrefixListId) hold(findPrefixList(world, rule.PrefixListId), `${rule.PrefixListId} is there`);
    const group = world.securityGroups.get(rule.GroupId);
    const referenced = world.securityGroups.get(rule.referencedGroup ?? '');
    if (referenced) hold(referenced.VpcId === (rule.peering?.VpcId ?? group?.VpcId), 'a referenced group is in reach');
    if (rule.peering) hold(rule.peering.VpcId !== group?.VpcId, 'a group of the same VPC needs no peering');
  }
  for (const { GroupId } of world.securityGroups.list()) {
    for (const isEgress of [true, false]) {
      const rules = rulesOf(world, GroupId, isEgress);
      hold(isDistinct(rules.map(ruleText)), 'a group has no rule twice');
      hold(isWithinSize(world, rules), 'groups keep to the quota');
    }
  }
  for (const list of world.prefixLists.list()) {
    const newest = list.versions.at(-1);
    hold(newest?.Version === newestVersion(list), 'the last version is the newest');
    hold(newest.entries.length <= list.MaxEntries, 'a prefix list keeps to its size');
    hold(isDistinct(newest.entries.map(({ Cidr }) => Cidr)), 'a prefix list has no block twice');
  }
}

const peers = ({ CidrIpv4, CidrIpv6, PrefixListId, referencedGroup }: Permission): string[] =>
  [CidrIpv4, CidrIpv6, PrefixListId, referencedGroup].filter((peer) => peer !== undefined);
