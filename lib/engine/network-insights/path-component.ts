import { instanceOf } from '../network-interface/network-interface';
import type { Packet } from '../reachability/flow';
import type { Hop } from '../reachability/hop';
import { inBlocks } from '../reachability/longest-prefix';
import { vpcCidrs } from '../reachability/vpc-cidrs';
import type { World } from '../world';
import { type Component, component } from './component';
import { changedHeader, type PacketHeader, wholeHeader } from './header';
import { inOrder } from './in-order';
import {
  type AclRule,
  aclRule,
  type GroupRule,
  groupRule,
  type RouteShown,
  routeShown,
  type TransitRouteShown,
  transitRouteShown,
} from './rules';

/** A component of a path as a record keeps it: without its number and its empty lists. */
export interface PathComponent {
  readonly AclRule?: AclRule;
  readonly AttachedTo?: Component;
  readonly Component: Component;
  readonly DestinationVpc?: Component;
  readonly OutboundHeader?: PacketHeader;
  readonly InboundHeader?: PacketHeader;
  readonly RouteTableRoute?: RouteShown;
  readonly SecurityGroupRule?: GroupRule;
  readonly SourceVpc?: Component;
  readonly Subnet?: Component;
  readonly Vpc?: Component;
  readonly AdditionalDetails?: readonly { readonly AdditionalDetailType: string }[];
  readonly TransitGateway?: Component;
  readonly TransitGatewayRouteTableRoute?: TransitRouteShown;
}

const order = [
  'AclRule',
  'AttachedTo',
  'Component',
  'DestinationVpc',
  'OutboundHeader',
  'InboundHeader',
  'RouteTableRoute',
  'SecurityGroupRule',
  'SourceVpc',
  'Subnet',
  'Vpc',
  'AdditionalDetails',
  'TransitGateway',
  'TransitGatewayRouteTableRoute',
] as const satisfies readonly (keyof PathComponent)[];

/** What stands outside of AWS, or is no component of a path, is not shown. */
const hidden: ReadonlySet<Hop['component']['kind']> = new Set(['internet', 'site', 'client-vpn', 'subnet', 'vpc']);
const gateways: ReadonlySet<Hop['component']['kind']> = new Set([
  'internet-gateway',
  'vpn-gateway',
  'vpc-peering-connection',
  'transit-gateway',
  'transit-gateway-attachment',
  'vpc-endpoint',
]);

export const isShown = ({ component: { kind } }: Hop): boolean => !hidden.has(kind);

/**
 * The hops of one way as AWS's path components, in the order of https://docs.aws.amazon.com/vpc/latest/reachability/getting-started-cli.html:
 * out of an instance its interface, group, network ACL and route table; into one the network ACL, group and interface.
 * The first shows the header that leaves it (a gateway the one that comes to it), the last the one that comes to it (a gateway
 * the one that leaves it), those between what they changed. `isWhole`: the last one is the end of the path.
 */
export function pathComponents(world: World, hops: readonly Hop[], isWhole: boolean): PathComponent[] {
  const shown = hops.filter(isShown);
  return shown.map((hop, index) =>
    inOrder(order, {
      Component: component(world, hop.component.id),
      ...headers(hop, index === 0, isWhole && index === shown.length - 1),
      ...details(world, hop),
    }),
  );
}

function headers(hop: Hop, isFirst: boolean, isLast: boolean): Partial<PathComponent> {
  const { packet, rewritten = packet } = hop;
  const isGateway = gateways.has(hop.component.kind);
  const changed = changedHeader(packet, rewritten);
  const outward = Object.keys(changed).length > 0 ? { OutboundHeader: changed } : {};
  if (isFirst)
    return isGateway ? { ...outward, InboundHeader: wholeHeader(packet) } : { OutboundHeader: wholeHeader(rewritten) };
  if (isLast)
    return isGateway ? { OutboundHeader: wholeHeader(rewritten) } : { ...outward, InboundHeader: wholeHeader(packet) };
  return outward;
}

function details(world: World, { component: { kind, id }, packet, decision }: Hop): Partial<PathComponent> {
  switch (kind) {
    case 'network-acl':
      return decision?.kind === 'entry' ? { AclRule: aclRule(decision.entry) } : {};
    case 'security-group': {
      const rule = decision?.kind === 'rule' ? world.securityGroupRules.get(decision.ruleId) : undefined;
      return rule ? { SecurityGroupRule: groupRule(rule) } : {};
    }
    case 'network-interface': {
      const eni = world.networkInterfaces.get(id);
      const instance = eni && instanceOf(world, eni);
      return {
        ...(instance && { AttachedTo: component(world, instance.InstanceId) }),
        ...(eni && { Subnet: component(world, eni.SubnetId), Vpc: component(world, eni.VpcId) }),
      };
    }
    case 'route-table': {
      const vpcId = world.routeTables.get(id)?.VpcId ?? '';
      return decision?.kind === 'route' ? { RouteTableRoute: routeShown(world, vpcId, decision.route) } : {};
    }
    case 'internet-gateway':
      return vpcOf(world, world.internetGateways.get(id)?.attachedTo);
    case 'vpn-gateway':
      return vpcOf(world, world.vpnGateways.get(id)?.attachedTo);
    case 'egress-only-internet-gateway':
      return vpcOf(world, world.egressOnlyInternetGateways.get(id)?.VpcId);
    case 'vpc-endpoint':
      return vpcOf(world, world.vpcEndpoints.get(id)?.VpcId);
    case 'nat-gateway': {
      const gateway = world.natGateways.get(id);
      return gateway ? { Subnet: component(world, gateway.SubnetId), ...vpcOf(world, gateway.VpcId) } : {};
    }
    case 'vpc-peering-connection':
      return peeredVpcs(world, id, packet);
    case 'transit-gateway-attachment':
      return transitOf(world, world.transitGatewayAttachments.get(id)?.TransitGatewayId);
    case 'transit-gateway-route-table':
      return {
        ...transitOf(world, world.transitGatewayRouteTables.get(id)?.TransitGatewayId),
        ...(decision?.kind === 'transit-route' && {
          TransitGatewayRouteTableRoute: transitRouteShown(world, decision),
        }),
      };
    default:
      return {};
  }
}

const vpcOf = (world: World, id: string | undefined): Partial<PathComponent> =>
  id === undefined ? {} : { Vpc: component(world, id) };

const transitOf = (world: World, id: string | undefined): Partial<PathComponent> =>
  id === undefined ? {} : { TransitGateway: component(world, id) };

/** The VPC that a packet comes from and the one that it goes to, over a peering connection. */
export function peeredVpcs(
  world: World,
  id: string,
  packet: Packet,
): { readonly SourceVpc?: Component; readonly DestinationVpc?: Component } {
  const connection = world.vpcPeeringConnections.get(id);
  if (!connection) return {};
  const { requester, accepter } = connection;
  const isAsked = inBlocks(vpcCidrs(world, requester), packet.source);
  const [from, to] = isAsked ? [requester, accepter] : [accepter, requester];
  return { SourceVpc: component(world, from), DestinationVpc: component(world, to) };
}
