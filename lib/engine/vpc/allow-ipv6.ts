import { allowIpv6InDefaultAcl } from '../network-acl/make-default-network-acl';
import { defaultGroupOf } from '../security-group/security-group';
import { insertRule, rulesOf } from '../security-group/security-group-rule';
import type { World } from '../world';

/**
 * What AWS does when a VPC gets its first IPv6 block: the default network ACL lets IPv6 through, and so does the default
 * security group outwards, unless somebody has changed what it lets out.
 * Sources: https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html;
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
export function allowIpv6(world: World, vpcId: string): void {
  allowIpv6InDefaultAcl(world, vpcId);
  allowIpv6Out(world, vpcId);
}

/** The part of the default security group. */
export function allowIpv6Out(world: World, vpcId: string): void {
  const { GroupId } = defaultGroupOf(world, vpcId);
  const [only, ...more] = rulesOf(world, GroupId, true);
  if (!only || more.length > 0 || only.IpProtocol !== '-1' || only.CidrIpv4 !== '0.0.0.0/0') return;
  const everything = { IpProtocol: '-1', FromPort: -1, ToPort: -1, CidrIpv6: '::/0' };
  insertRule(world, { GroupId, IsEgress: true, ...everything, Tags: [] });
}
