import type { NetworkInterface } from '../network-interface/network-interface';
import { findPrefixList } from '../prefix-list/prefix-list';
import { rulesOf, type SecurityGroupRule } from '../security-group/security-group-rule';
import { isActivePeering } from '../vpc-peering-connection/vpc-peering-connection';
import type { World } from '../world';
import { echoType } from './acl';
import { interfaceWith } from './addresses';
import { type Packet, protocolNumber } from './flow';
import type { Hop } from './hop';
import { inBlocks, isIn } from './longest-prefix';
import { packetText, refused } from './refuse';
import type { Walk } from './walk';

/**
 * The security groups of an interface: a packet passes when any rule of any group allows it, and so does the answer to one that
 * passed. Undefined for an interface without groups, which lets everything through.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html;
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
 * Not modelled: that a connection which was tracked goes on when its rule is taken away; rules that name a group of another VPC
 * across a transit gateway; connections that are not tracked, and the most that an interface can track.
 */
export function passGroups(walk: Walk, eni: NetworkInterface, packet: Packet, egress: boolean): Hop | undefined {
  const { world, tracked } = walk;
  const [first] = eni.groups;
  if (first === undefined || walk.open?.has(eni.NetworkInterfaceId)) return undefined;
  if (walk.way === 'back' && tracked.groups.has(eni.NetworkInterfaceId)) {
    return { component: { kind: 'security-group', id: first }, packet, decision: { kind: 'tracked' } };
  }
  const peer = egress ? packet.destination : packet.source;
  let hasRules = false;
  for (const groupId of eni.groups) {
    for (const rule of rulesOf(world, groupId, egress)) {
      hasRules = true;
      if (!fits(rule, packet, walk.way) || !isPeer(walk, rule, eni, peer)) continue;
      // An answer that comes by another interface than the first packet is new there, on each side of it.
      if (walk.way === 'out') tracked.groups.add(eni.NetworkInterfaceId);
      return {
        component: { kind: 'security-group', id: groupId },
        packet,
        decision: { kind: 'rule', groupId, ruleId: rule.SecurityGroupRuleId },
      };
    }
  }
  const names = eni.groups.map((id) => world.securityGroups.get(id)?.GroupName ?? id).join(', ');
  const text = `No ${egress ? 'outbound' : 'inbound'} rule of ${names} allows ${packetText(packet)}.`;
  const code = hasRules ? 'ENI_SG_RULES_MISMATCH' : 'SG_HAS_NO_RULES';
  return refused({ kind: 'security-group', id: first }, packet, code, text, { ids: eni.groups });
}

function fits({ IpProtocol, FromPort, ToPort }: SecurityGroupRule, packet: Packet, way: Walk['way']): boolean {
  if (IpProtocol === '-1') return true;
  const number = protocolNumber(packet);
  const isIcmp6 = number === '58';
  const name = isIcmp6 ? 'icmpv6' : packet.protocol;
  if (IpProtocol !== name && IpProtocol !== number) return false;
  if (packet.protocol === 'icmp') {
    return (FromPort === -1 || FromPort === echoType(isIcmp6, way)) && (ToPort === -1 || ToPort === 0);
  }
  const port = packet.destinationPort ?? 0;
  return FromPort === -1 || (FromPort <= port && port <= ToPort);
}

function isPeer(walk: Walk, rule: SecurityGroupRule, eni: NetworkInterface, address: string): boolean {
  if (rule.CidrIpv4 !== undefined) return isIn(rule.CidrIpv4, address);
  if (rule.CidrIpv6 !== undefined) return isIn(rule.CidrIpv6, address);
  if (rule.PrefixListId !== undefined) {
    return inBlocks(findPrefixList(walk.world, rule.PrefixListId)?.cidrs ?? [], address);
  }
  // What a host handed on is not known by the groups of whoever sent it.
  if (rule.referencedGroup === undefined || walk.forwarded) return false;
  const vpcId = rule.peering?.VpcId ?? eni.VpcId;
  if (rule.peering && !isJoined(walk.world, rule.peering.VpcPeeringConnectionId)) return false;
  return interfaceWith(walk.world, vpcId, address)?.groups.includes(rule.referencedGroup) ?? false;
}

function isJoined(world: World, peeringId: string): boolean {
  const connection = world.vpcPeeringConnections.get(peeringId);
  return connection !== undefined && isActivePeering(world, connection);
}
