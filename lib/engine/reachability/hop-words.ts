import type { NetworkAclEntry } from '../network-acl/network-acl';
import type { Destination, RouteTarget } from '../route-table/route-table';
import type { Permission } from '../security-group/security-group-rule';
import type { World } from '../world';
import { componentName, componentText } from './component-words';
import type { Flow, FlowTarget, Packet } from './flow';
import type { Decision, Hop, Trace } from './hop';
import { nameOf } from './refuse';

/** What happened at a hop, as one sentence: what decided, or why the packet goes no further. */
export function hopText(world: World, hop: Hop): string {
  if (hop.refusal) return hop.refusal.text;
  return hop.decision ? decisionText(world, hop, hop.decision) : passingText(hop);
}

function decisionText(world: World, hop: Hop, decision: Decision): string {
  switch (decision.kind) {
    case 'rule': {
      const group = componentName(world, { kind: 'security-group', id: decision.groupId });
      const rule = world.securityGroupRules.get(decision.ruleId);
      if (!rule) return `Rule ${decision.ruleId} of ${group} allows it.`;
      return `Rule ${decision.ruleId} of ${group} allows ${permissionText(rule)} ${rule.IsEgress ? 'to' : 'from'} ${peerText(world, rule)}.`;
    }
    case 'tracked':
      return `${componentName(world, hop.component)} let the first packet through, so the answer to it passes.`;
    case 'entry': {
      const { CidrBlock, Ipv6CidrBlock, Egress, RuleAction } = decision.entry;
      const acl = componentName(world, { kind: 'network-acl', id: decision.networkAclId });
      const peer = `${Egress ? 'to' : 'from'} ${CidrBlock ?? Ipv6CidrBlock ?? 'anywhere'}`;
      const verb = RuleAction === 'allow' ? 'allows' : 'denies';
      return `${entryName(decision.entry.RuleNumber)} of ${acl} ${verb} ${entryTraffic(decision.entry)} ${peer}.`;
    }
    case 'route': {
      const table = componentName(world, { kind: 'route-table', id: decision.routeTableId });
      return `Route ${destinationText(decision.route)} of ${table} leads to ${targetText(world, decision.route.target)}.`;
    }
    case 'transit-route': {
      const table = componentName(world, { kind: 'transit-gateway-route-table', id: decision.routeTableId });
      const to = decision.attachmentId
        ? `leads to ${componentName(world, { kind: 'transit-gateway-attachment', id: decision.attachmentId })}`
        : 'drops what is for it';
      const type = decision.type === 'static' ? 'Static route' : 'Propagated route';
      return `${type} ${decision.cidr} of ${table} ${to}.`;
    }
    case 'device':
      return `It leaves by device ${decision.index}: ${deviceReasons[decision.why]}.`;
    case 'translation':
      return `${decision.from} becomes ${decision.to}.`;
  }
}

const deviceReasons = {
  'asked-here': 'an answer leaves by the interface that was asked',
  'same-subnet': 'the destination is in that interface’s own subnet',
  route: 'a route of the operating system says so',
  default: 'the operating system’s default route is there',
};

/** The sentence for a component that let the packet pass without a rule or route of its own. */
function passingText({ component, rewritten }: Hop): string {
  if (rewritten) return 'It changes the packet’s addresses and passes it on.';
  switch (component.kind) {
    case 'internet':
    case 'site':
    case 'client-vpn':
      return 'The packet is here, outside the account’s VPCs.';
    case 'instance':
      return 'The instance’s operating system has the packet.';
    case 'network-interface':
      return 'The packet goes through the interface.';
    case 'vpc':
      return 'A service that Amazon runs in every VPC has the packet.';
    default:
      return 'It passes the packet on.';
  }
}

/** `tcp 80`, `tcp 1000 to 2000`, `icmp`, `all traffic`. */
export function permissionText({ IpProtocol, FromPort, ToPort }: Permission): string {
  if (IpProtocol === '-1') return 'all traffic';
  if (IpProtocol === 'icmp' || IpProtocol === 'icmpv6') {
    return FromPort === -1 ? IpProtocol : `${IpProtocol} type ${FromPort}${ToPort === -1 ? '' : ` code ${ToPort}`}`;
  }
  const name = /^\d+$/.test(IpProtocol) ? `protocol ${IpProtocol}` : IpProtocol;
  return name === IpProtocol ? `${name} ${rangeText(FromPort, ToPort)}` : name;
}

const rangeText = (from: number, to: number): string => {
  if (from === -1 || (from === 0 && to === 65_535)) return 'on all ports';
  return from === to ? `${from}` : `${from} to ${to}`;
};

/** Whom a rule is about: a block, a prefix list, a group. */
export function peerText(world: World, permission: Permission): string {
  const { CidrIpv4, CidrIpv6, PrefixListId, referencedGroup } = permission;
  if (referencedGroup) return `members of ${componentName(world, { kind: 'security-group', id: referencedGroup })}`;
  return CidrIpv4 ?? CidrIpv6 ?? (PrefixListId ? `the prefix list ${PrefixListId}` : 'anywhere');
}

/** A rule of a network ACL by its number; the one that AWS ends each ACL with is shown as `*`. */
const entryName = (ruleNumber: number): string => (ruleNumber >= 32_767 ? 'The last rule (*)' : `Rule ${ruleNumber}`);

const protocolNames: { readonly [number: string]: string } = { 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6' };

/** What an entry of a network ACL is about: `tcp 1024 to 65535`, `all traffic`. */
export function entryTraffic(entry: NetworkAclEntry): string {
  if (entry.Protocol === '-1') return 'all traffic';
  const name = protocolNames[entry.Protocol] ?? `protocol ${entry.Protocol}`;
  if (entry.PortRange) return `${name} ${rangeText(entry.PortRange.From, entry.PortRange.To)}`;
  const { Type = -1 } = entry.IcmpTypeCode ?? {};
  return Type === -1 ? name : `${name} type ${Type}`;
}

export const destinationText = (route: Destination): string =>
  route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '';

/** Where a route sends packets: `the VPC itself`, or the target by name and id. */
export function targetText(world: World, target: RouteTarget): string {
  if ('kind' in target) return 'the VPC itself (local)';
  const [id = ''] = Object.values(target);
  const kind = targetKinds[id.slice(0, id.indexOf('-'))];
  return kind ? componentName(world, { kind, id }) : id;
}

const targetKinds: { readonly [prefix: string]: Hop['component']['kind'] } = {
  igw: 'internet-gateway',
  vgw: 'vpn-gateway',
  vpce: 'vpc-endpoint',
  nat: 'nat-gateway',
  eni: 'network-interface',
  pcx: 'vpc-peering-connection',
  tgw: 'transit-gateway',
  eigw: 'egress-only-internet-gateway',
};

/** A packet as people write it: `tcp 10.0.1.10:49152 → 10.0.2.10:80`; IPv6 addresses with a port in brackets. */
export function packetWords({ protocol, source, sourcePort, destination, destinationPort }: Packet): string {
  return `${protocol} ${endText(source, sourcePort)} → ${endText(destination, destinationPort)}`;
}

function endText(address: string, port: number | undefined): string {
  // A packet that was never sent has no source yet, and one for an unknown name no destination.
  if (address === '') return '?';
  if (port === undefined) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The question: `tcp 80 from web-1 to the internet`. */
export const flowText = (world: World, { source, destination, protocol, port }: Flow): string =>
  `${protocol}${port === undefined ? '' : ` ${port}`} from ${endName(world, source)} to ${endName(world, destination)}`;

/** One end of a flow, as a lab calls it. */
export function endName(world: World, end: FlowTarget): string {
  switch (end.kind) {
    case 'internet':
      return end.address ? `${end.address} on the internet` : 'the internet';
    case 'instance':
      return nameOf(end.id, world.instances.get(end.id)?.Tags);
    case 'interface':
      return nameOf(end.id, world.networkInterfaces.get(end.id)?.TagSet);
    case 'site':
      return end.host ? `${end.host} in ${end.name}` : end.name;
    case 'vpnClient':
      return `a VPN client of ${end.name}`;
    case 'address':
      return end.address;
    case 'name':
      return end.name;
  }
}

const seenWords = {
  timeout: 'The sender waits until it gives up.',
  refused: 'The sender is refused at once.',
  unreachable: 'The sender is told that there is no way.',
  'unknown-host': 'The sender does not know whom to send it to.',
};

/** The answer in one plain sentence or two: whether it arrives and comes back, or what stops it where, and what the sender sees. */
export function verdictText(world: World, { flow, verdict, out, back }: Trace): string {
  const flowWords = flowText(world, flow);
  if (verdict.reached) return `Reached: ${flowWords} arrives, and its answer comes back.`;
  const hop = (verdict.way === 'out' ? out : back).at(-1);
  const at = hop ? ` at ${componentText(world, hop.component)}` : '';
  const ends = verdict.way === 'out' ? 'ends' : 'arrives, but its answer ends';
  return `Not reached: ${flowWords} ${ends}${at}. ${verdict.refusal.text} ${seenWords[verdict.seen]}`;
}
