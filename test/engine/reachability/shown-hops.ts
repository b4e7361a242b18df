import type { Hop, Trace, Verdict } from '@/lib/engine/reachability/hop';
import { destinationText } from '@/lib/engine/route-table/destination';
import type { Route } from '@/lib/engine/route-table/route-table';
import { routesOf } from '@/lib/engine/route-table/routes-of';
import type { Tag } from '@/lib/engine/tags';
import type { World } from '@/lib/engine/world';

export const verdictText = (verdict: Verdict): string =>
  verdict.reached ? 'reached' : `${verdict.way} ${verdict.refusal.code} ${verdict.seen}`;

/** A way as scenarios write it: each component by its name, with the rule or route that decided. */
export const hopTexts = (world: World, hops: readonly Hop[]): string[] => hops.map((hop) => hopText(world, hop));

/** The way back, beginning with what the first packet came to, which says that it answers only where that is news. */
export function backTexts(world: World, { out, back }: Trace): string[] {
  const came = out.at(-1);
  const answers = came && back.length > 0 && back[0]?.component.id !== came.component.id;
  return [
    ...(answers ? [hopText(world, { component: came.component, packet: came.packet })] : []),
    ...hopTexts(world, back),
  ];
}

function hopText(world: World, { component: { kind, id }, decision }: Hop): string {
  switch (kind) {
    case 'instance':
      return `instance ${nameOf(world.instances.get(id), id)}`;
    case 'network-interface': {
      const attachment = world.networkInterfaces.get(id)?.Attachment;
      const instance = world.instances.get(attachment?.InstanceId ?? '');
      if (instance) return `eni ${nameOf(instance, id)}/${attachment?.DeviceIndex}`;
      const gateway = world.natGateways.list().find(({ NetworkInterfaceId }) => NetworkInterfaceId === id);
      // No record has the interface of a Client VPN endpoint, and no scenario two of those.
      return `eni of ${gateway ? nameOf(gateway, id) : (world.surroundings?.clientVpns?.[0]?.name ?? id)}`;
    }
    case 'security-group':
      return `group ${world.securityGroups.get(id)?.GroupName ?? id}${decision?.kind === 'tracked' ? ' tracked' : ''}`;
    case 'network-acl': {
      const acl = world.networkAcls.get(id);
      const name = acl?.IsDefault ? `of ${nameOf(world.vpcs.get(acl.VpcId), acl.VpcId)}` : nameOf(acl, id);
      return `acl ${name}${decision?.kind === 'entry' ? ` ${decision.entry.RuleNumber}` : ''}`;
    }
    case 'route-table':
      return `table ${nameOf(world.routeTables.get(id), id)}${decision?.kind === 'route' ? ` ${destinationText(decision.route)}` : ''}`;
    case 'transit-gateway-route-table': {
      const cidr = decision?.kind === 'transit-route' ? ` ${decision.cidr}` : '';
      return `transit table ${nameOf(world.transitGatewayRouteTables.get(id), id)}${cidr}`;
    }
    case 'transit-gateway-attachment':
      return `attachment ${nameOf(world.transitGatewayAttachments.get(id), id)}`;
    case 'vpc-endpoint':
      return `endpoint ${nameOf(world.vpcEndpoints.get(id), id)}`;
    default:
      return nameOf(found(world, id), id);
  }
}

const found = (world: World, id: string) =>
  world.internetGateways.get(id) ??
  world.egressOnlyInternetGateways.get(id) ??
  world.natGateways.get(id) ??
  world.vpcPeeringConnections.get(id) ??
  world.transitGateways.get(id) ??
  world.vpnGateways.get(id) ??
  world.vpnConnections.get(id);

const nameOf = (row: { readonly Tags: readonly Tag[] } | undefined, id: string): string =>
  row?.Tags.find(({ Key }) => Key === 'Name')?.Value ?? id;

const prefixes = {
  instance: 'i-',
  'network-interface': 'eni-',
  'security-group': 'sg-',
  'network-acl': 'acl-',
  subnet: 'subnet-',
  'route-table': 'rtb-',
  'internet-gateway': 'igw-',
  'egress-only-internet-gateway': 'eigw-',
  'nat-gateway': 'nat-',
  'vpc-peering-connection': 'pcx-',
  'transit-gateway': 'tgw-',
  'transit-gateway-attachment': 'tgw-attach-',
  'transit-gateway-route-table': 'tgw-rtb-',
  'vpn-gateway': 'vgw-',
  'vpn-connection': 'vpn-',
  'vpc-endpoint': 'vpce-',
  vpc: 'vpc-',
  internet: 'internet',
  site: '',
  'client-vpn': '',
} as const satisfies { [K in Hop['component']['kind']]: string };

/** What is wrong with a way whatever it should be: hops that do not follow from one another, decisions that are of nothing. */
export function flaws(world: World, hops: readonly Hop[]): string[] {
  return hops.flatMap((hop, index) => {
    const { kind, id } = hop.component;
    const next = hops[index + 1];
    const wrong: string[] = [];
    if (!id.startsWith(prefixes[kind])) wrong.push(`${index}: ${id} is no ${kind}`);
    if (hop.refusal && next) wrong.push(`${index}: goes on after a refusal`);
    if (next && JSON.stringify(hop.rewritten ?? hop.packet) !== JSON.stringify(next.packet)) {
      wrong.push(`${index}: ${kind} hands on another packet than ${next.component.kind} gets`);
    }
    return [...wrong, ...flawsOfDecision(world, hop).map((text) => `${index}: ${text}`)];
  });
}

function flawsOfDecision(world: World, { component: { kind, id }, decision, refusal }: Hop): string[] {
  switch (decision?.kind) {
    case 'route': {
      const table = world.routeTables.get(decision.routeTableId);
      const same = (route: Route) => JSON.stringify(route) === JSON.stringify(decision.route);
      return kind === 'route-table' && id === decision.routeTableId && table && routesOf(world, table).some(same)
        ? []
        : ['the route is in no table'];
    }
    case 'rule': {
      const rule = world.securityGroupRules.get(decision.ruleId);
      return kind === 'security-group' && rule?.GroupId === id && id === decision.groupId ? [] : ['the rule is none'];
    }
    case 'entry': {
      const said = decision.entry.RuleAction;
      return kind === 'network-acl' && id === decision.networkAclId && (said === 'deny') === (refusal !== undefined)
        ? []
        : [`the entry says ${said}`];
    }
    default:
      return [];
  }
}
