import { newId, nextSequence } from '../ids';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { ruleErrors } from './errors';

/** What a rule lets through. Exactly one source or destination is set. */
export interface Permission {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a protocol number as text, or `-1` for all. */
  readonly IpProtocol: string;
  /** First port, or ICMP type; -1 where the protocol has none or all of them are meant. */
  readonly FromPort: number;
  /** Last port, or ICMP code. */
  readonly ToPort: number;
  readonly CidrIpv4?: string;
  readonly CidrIpv6?: string;
  readonly PrefixListId?: string;
  /** Id of the group whose interfaces are meant. */
  readonly referencedGroup?: string;
  /** Where that group is in another VPC; it and the connection may be gone since: the rule is then stale. */
  readonly peering?: { readonly VpcId: string; readonly VpcPeeringConnectionId: string };
  readonly Description?: string;
}

/** One permission of one group. */
export interface SecurityGroupRule extends Row, Permission {
  readonly SecurityGroupRuleId: string;
  readonly GroupId: string;
  readonly IsEgress: boolean;
  readonly Tags: readonly Tag[];
}

export const securityGroupRules = defineTable<SecurityGroupRule>()('SecurityGroupRuleId', {
  GroupId: (rule) => rule.GroupId,
  direction: (rule) => directionKey(rule.GroupId, rule.IsEgress),
  referencedGroup: (rule) => rule.referencedGroup,
  prefixList: (rule) => rule.PrefixListId,
});

/** Key of a group's rules of one direction. */
export const directionKey = (groupId: string, isEgress: boolean): string =>
  `${groupId}/${isEgress ? 'egress' : 'ingress'}`;

export const rulesOf = (world: World, groupId: string, isEgress: boolean): SecurityGroupRule[] =>
  world.securityGroupRules.by('direction', directionKey(groupId, isEgress));

export function getSecurityGroupRule(world: World, id: string): SecurityGroupRule {
  const rule = world.securityGroupRules.get(id);
  if (!rule) throw id.startsWith('sgr-') ? ruleErrors.notFoundId(id) : ruleErrors.malformedId(id);
  return rule;
}

/** The rule of that id, of that group and, where it matters, direction. Assumed: any other is not found either. */
export function getRuleOf(world: World, groupId: string, id: string, isEgress?: boolean): SecurityGroupRule {
  const rule = getSecurityGroupRule(world, id);
  const isOther = rule.GroupId !== groupId || (isEgress !== undefined && rule.IsEgress !== isEgress);
  if (isOther) throw ruleErrors.notFoundId(id);
  return rule;
}

export const insertRule = (
  world: World,
  rule: Omit<SecurityGroupRule, 'creation' | 'SecurityGroupRuleId'>,
): SecurityGroupRule =>
  world.securityGroupRules.insert({
    creation: nextSequence(world),
    SecurityGroupRuleId: newId(world, 'securityGroupRule'),
    ...rule,
  });

/** Whether two permissions let the same through; a description does not make a difference. */
export const samePermission = (a: Permission, b: Permission): boolean =>
  a.IpProtocol === b.IpProtocol && a.FromPort === b.FromPort && a.ToPort === b.ToPort && peerOf(a) === peerOf(b);

/** The one source or destination. */
const peerOf = (permission: Permission): string =>
  permission.CidrIpv4 ?? permission.CidrIpv6 ?? permission.PrefixListId ?? permission.referencedGroup ?? '';

export const hasPorts = ({ IpProtocol }: Permission): boolean => IpProtocol === 'tcp' || IpProtocol === 'udp';
export const isIcmp = ({ IpProtocol }: Permission): boolean => IpProtocol === 'icmp' || IpProtocol === 'icmpv6';

/**
 * The permission as AWS's refusals spell it: `peer: 0.0.0.0/0, TCP, from port: 22, to port: 22, ALLOW`.
 * Source: test/transcripts/ground-truth.yaml, 7-rule-twice; output that users posted for ALL, ICMP, groups, IPv6
 * (https://github.com/terraform-aws-modules/terraform-aws-security-group/issues/79) and numbers
 * (https://github.com/ansible/ansible-modules-core/pull/3258). Assumed: a single ICMP type, and prefix lists.
 */
export function ruleText(permission: Permission): string {
  const { IpProtocol, FromPort, ToPort } = permission;
  const all = (value: number) => (value === -1 ? 'ALL' : value);
  const parts: string[] = [`peer: ${peerOf(permission)}`, protocolText(IpProtocol)];
  if (hasPorts(permission)) parts.push(`from port: ${FromPort}`, `to port: ${ToPort}`);
  if (isIcmp(permission)) parts.push(`type: ${all(FromPort)}`, `code: ${all(ToPort)}`);
  return [...parts, 'ALLOW'].join(', ');
}

function protocolText(protocol: string): string {
  if (protocol === '-1') return 'ALL';
  return /^\d+$/.test(protocol) ? `protocol: ${protocol}` : protocol.toUpperCase();
}
