import { operation } from '../operation';
import { type InputOf, integer, list, required, string, structure } from '../shapes';
import type { World } from '../world';
import { ruleErrors } from './errors';
import { isWithinSize } from './group-size';
import { checkRange, described, ipv4, ipv6, requirePrefixList } from './permissions';
import { referencedGroup } from './referenced-group';
import { getSecurityGroup, type SecurityGroup } from './security-group';
import {
  getRuleOf,
  type Permission,
  rulesOf,
  ruleText,
  type SecurityGroupRule,
  samePermission,
} from './security-group-rule';

const ruleRequest = {
  IpProtocol: string,
  FromPort: integer,
  ToPort: integer,
  CidrIpv4: string,
  CidrIpv6: string,
  PrefixListId: string,
  ReferencedGroupId: string,
  Description: string,
} as const;
type RuleRequest = InputOf<typeof ruleRequest>;

const peers = ['CidrIpv4', 'CidrIpv6', 'PrefixListId', 'ReferencedGroupId'] as const;

/**
 * ModifySecurityGroupRules: let rules of a group be as given, whole: what is not given falls away. Id and tags stay.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySecurityGroupRules.html
 */
export const modifySecurityGroupRules = operation({
  name: 'ModifySecurityGroupRules',
  input: {
    GroupId: required(string),
    SecurityGroupRules: required(
      list(structure({ SecurityGroupRuleId: required(string), SecurityGroupRule: structure(ruleRequest) })),
    ),
  },
  run(world, { GroupId, SecurityGroupRules }) {
    const checked = SecurityGroupRules.map(({ SecurityGroupRuleId, SecurityGroupRule = {} }) => {
      checkForm(SecurityGroupRule);
      return { SecurityGroupRuleId, request: SecurityGroupRule };
    });
    const ids = new Set(checked.map(({ SecurityGroupRuleId }) => SecurityGroupRuleId));
    if (ids.size < checked.length) throw ruleErrors.ruleTwice();
    const group = getSecurityGroup(world, GroupId);
    const modified = checked.map(({ SecurityGroupRuleId, request }) =>
      modify(world, group, getRuleOf(world, GroupId, SecurityGroupRuleId), request),
    );
    // Only now, since two rules may change places.
    for (const rule of modified) {
      const siblings = rulesOf(world, GroupId, rule.IsEgress);
      if (siblings.filter((other) => samePermission(other, rule)).length > 1)
        throw ruleErrors.duplicate(ruleText(rule));
    }
    for (const isEgress of [true, false]) {
      if (!isWithinSize(world, rulesOf(world, GroupId, isEgress))) throw ruleErrors.limit();
    }
    return { Return: true };
  },
});

/** What needs no look at the group. */
function checkForm(request: RuleRequest): void {
  const given = peers.filter((peer) => request[peer]);
  if (given.length === 0) throw ruleErrors.noPeer();
  if (given.length > 1) throw ruleErrors.severalPeers();
  const range = checkRange(request);
  const ports = [request.FromPort, request.ToPort];
  if (range.IpProtocol === '-1' && ports.some((port) => port !== undefined && port !== -1)) {
    throw ruleErrors.allProtocolsWithPorts();
  }
}

function modify(world: World, group: SecurityGroup, rule: SecurityGroupRule, request: RuleRequest): SecurityGroupRule {
  const permission = {
    ...checkRange(request),
    ...peerOf(world, group, request),
    ...described(request.Description),
  };
  if (peerKind(permission) !== peerKind(rule)) throw ruleErrors.otherKindOfPeer();
  const { creation, SecurityGroupRuleId, GroupId, IsEgress, Tags } = rule;
  return world.securityGroupRules.replace({ creation, SecurityGroupRuleId, GroupId, IsEgress, ...permission, Tags });
}

function peerOf(world: World, group: SecurityGroup, request: RuleRequest): Partial<Permission> {
  if (request.CidrIpv4) return ipv4(request.CidrIpv4);
  if (request.CidrIpv6) return ipv6(request.CidrIpv6);
  if (request.ReferencedGroupId) return referencedGroup(world, group, { GroupId: request.ReferencedGroupId });
  const PrefixListId = request.PrefixListId ?? '';
  requirePrefixList(world, PrefixListId);
  return { PrefixListId };
}

const peerKind = (permission: Permission): string | undefined =>
  (['CidrIpv4', 'CidrIpv6', 'PrefixListId', 'referencedGroup'] as const).find((kind) => permission[kind]);
