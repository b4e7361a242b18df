import { entriesOf } from '../network-acl/entry';
import { defaultNetworkAcl, type NetworkAcl, type NetworkAclEntry } from '../network-acl/network-acl';
import type { World } from '../world';
import { type Packet, protocolNumber } from './flow';
import type { Hop } from './hop';
import { isIn } from './longest-prefix';
import { nameOf, packetText, refused } from './refuse';
import type { Walk } from './walk';

/**
 * The network ACL of a subnet, which judges every packet for itself, answers too, by its entries in the order of their numbers.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
 * What it never filters (Amazon's DNS, instance metadata, its time service) does not come by here: `amazon-services.ts`.
 */
export function passAcl(walk: Walk, subnetId: string, vpcId: string, packet: Packet, egress: boolean): Hop {
  const { world } = walk;
  const acl = aclOf(world, subnetId, vpcId);
  const component = { kind: 'network-acl', id: acl.NetworkAclId } as const;
  const entry = sorted(world, acl).find((one) => one.Egress === egress && matches(one, packet, walk.way));
  const decision = entry && ({ kind: 'entry', networkAclId: acl.NetworkAclId, entry } as const);
  if (entry?.RuleAction === 'allow') return { component, packet, ...(decision && { decision }) };
  const by = !entry || entry.RuleNumber >= 32_767 ? 'no entry allows it' : `entry ${entry.RuleNumber} denies it`;
  const text = `${nameOf(acl.NetworkAclId, acl.Tags)}, the network ACL, keeps ${packetText(packet)} from going ${egress ? 'out of' : 'into'} the subnet: ${by}.`;
  return refused(component, packet, 'SUBNET_ACL_RESTRICTION', text, decision ? { decision } : {});
}

const aclOf = (world: World, subnetId: string, vpcId: string): NetworkAcl =>
  world.networkAcls.first('SubnetId', subnetId) ?? defaultNetworkAcl(world, vpcId);

/** Records never change, so what was sorted once stays sorted. An ACL's last entries depend on whether its VPC has IPv6. */
const sortedEntries = new WeakMap<NetworkAcl, { of: object; entries: readonly NetworkAclEntry[] }>();

function sorted(world: World, acl: NetworkAcl): readonly NetworkAclEntry[] {
  const vpc = world.vpcs.get(acl.VpcId);
  const known = sortedEntries.get(acl);
  if (known && known.of === vpc) return known.entries;
  const entries = entriesOf(world, acl);
  if (vpc) sortedEntries.set(acl, { of: vpc, entries });
  return entries;
}

function matches(entry: NetworkAclEntry, packet: Packet, way: Walk['way']): boolean {
  const peer = entry.Egress ? packet.destination : packet.source;
  if (!isIn(entry.CidrBlock ?? entry.Ipv6CidrBlock ?? '', peer)) return false;
  if (entry.Protocol === '-1') return true;
  const number = protocolNumber(packet);
  if (entry.Protocol !== number) return false;
  if (packet.protocol === 'icmp') {
    const type = echoType(number === '58', way);
    const { Type = -1, Code = -1 } = entry.IcmpTypeCode ?? {};
    return (Type === -1 || Type === type) && (Code === -1 || Code === 0);
  }
  const port = packet.destinationPort ?? 0;
  const { From, To } = entry.PortRange ?? { From: 0, To: 65_535 };
  return From <= port && port <= To;
}

/** Of an echo request on the way out, of its reply on the way back. */
export const echoType = (isIcmp6: boolean, way: Walk['way']): number =>
  isIcmp6 ? (way === 'out' ? 128 : 129) : way === 'out' ? 8 : 0;
