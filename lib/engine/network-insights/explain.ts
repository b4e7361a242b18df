import { instanceState } from '../instance/instance';
import { natGatewayState } from '../nat-gateway/nat-gateway';
import { instanceOf, type NetworkInterface } from '../network-interface/network-interface';
import { interfaceWith } from '../reachability/addresses';
import { type Code, isAwsCode } from '../reachability/codes';
import type { Hop, Refusal } from '../reachability/hop';
import type { World } from '../world';
import { type Component, component } from './component';
import { type Explanation, explanation } from './explanation';
import { peeredVpcs } from './path-component';
import { aclRule, type Direction, routeShown, transitRouteShown } from './rules';

/** Where on a path a packet was refused. */
export interface Refused {
  readonly hop: Hop & { readonly refusal: Refusal };
  /** The hop before it on the same way. */
  readonly before?: Hop;
  /** Where this way leads: an id, when the path was asked for with one. */
  readonly toward?: string;
}

/**
 * Why the analyzer says that a component lets nothing through. Members by code are those of AWS's example for security groups,
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-network-insights-analyses.html, and of answers that users posted
 * for route tables; the places are not on record.
 * Assumed: the members for all other components, out of those that the API model has for them.
 */
export function explain(world: World, refused: Refused): Explanation {
  const { hop } = refused;
  const ExplanationCode = awsCode(hop.refusal.code);
  return explanation({ ...membersOf(world, refused), ExplanationCode });
}

/** What the analyzer knows no code for it has no path for; of one that is nobody's fault, its own. */
const others: { readonly [K in Code]?: string } = {
  'not-forwarding': 'NO_POSSIBLE_DESTINATION',
  'no-device': 'UNASSOCIATED_COMPONENT',
};

/** The code of Reachability Analyzer for a refusal. Assumed: `NO_PATH` for all that only a host or a place outside of AWS refuses. */
const awsCode = (code: Code): string => (isAwsCode(code) ? code : (others[code] ?? 'NO_PATH'));

function membersOf(world: World, refused: Refused): Omit<Explanation, 'ExplanationCode'> {
  const { hop, toward } = refused;
  const { component: part, packet, decision } = hop;
  const { id } = part;
  const called = (name: string | undefined): Component | undefined => (name ? component(world, name) : undefined);
  const withVpc = (vpcId: string | undefined) => (vpcId ? { Vpc: component(world, vpcId) } : {});
  switch (part.kind) {
    case 'security-group':
      return securityGroups(world, refused);
    case 'network-acl': {
      const acl = world.networkAcls.get(id);
      const entry = decision?.kind === 'entry' ? decision.entry : undefined;
      return {
        Acl: component(world, id),
        ...(entry && { AclRule: aclRule(entry), Direction: entry.Egress ? 'egress' : 'ingress' }),
        ...withVpc(acl?.VpcId),
      };
    }
    case 'route-table': {
      const vpcId = world.routeTables.get(id)?.VpcId;
      const route = decision?.kind === 'route' ? decision.route : undefined;
      return {
        ...(toward ? { Destination: component(world, toward) } : { Address: packet.destination }),
        ...(route && { RouteTableRoute: routeShown(world, vpcId ?? '', route) }),
        RouteTable: component(world, id),
        ...withVpc(vpcId),
      };
    }
    case 'network-interface':
      return interfaceMembers(world, world.networkInterfaces.get(id), refused);
    case 'instance': {
      const instance = world.instances.get(id);
      return {
        Component: component(world, id),
        ...(instance && hop.refusal.code === 'BAD_STATE' && { State: instanceState(world, instance) }),
        ...withVpc(instance?.VpcId),
      };
    }
    case 'internet-gateway': {
      const eni = hop.refusal.ids?.find((one) => one.startsWith('eni-'));
      const isInward = hop.refusal.code === 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS';
      const isOfSource = hop.refusal.code === 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS';
      const address = isOfSource ? packet.source : packet.destination;
      return {
        ...(address && { Address: address }),
        Direction: isInward ? 'ingress' : 'egress',
        InternetGateway: component(world, id),
        ...(eni && { NetworkInterface: component(world, eni) }),
        ...withVpc(world.internetGateways.get(id)?.attachedTo),
      };
    }
    case 'nat-gateway': {
      const gateway = world.natGateways.get(id);
      return {
        NatGateway: component(world, id),
        ...(gateway && hop.refusal.code === 'BAD_STATE' && { State: natGatewayState(world, gateway) }),
        ...withVpc(gateway?.VpcId),
      };
    }
    case 'vpc-peering-connection':
      return { VpcPeeringConnection: component(world, id), ...peeredVpcs(world, id, packet) };
    case 'transit-gateway':
      return { TransitGateway: component(world, id) };
    case 'transit-gateway-attachment': {
      const gateway = called(world.transitGatewayAttachments.get(id)?.TransitGatewayId);
      return { ...(gateway && { TransitGateway: gateway }), TransitGatewayAttachment: component(world, id) };
    }
    case 'transit-gateway-route-table': {
      const gateway = called(world.transitGatewayRouteTables.get(id)?.TransitGatewayId);
      return {
        ...(toward ? { Destination: component(world, toward) } : { Address: packet.destination }),
        ...(gateway && { TransitGateway: gateway }),
        TransitGatewayRouteTable: component(world, id),
        ...(decision?.kind === 'transit-route' && {
          TransitGatewayRouteTableRoute: transitRouteShown(world, decision),
        }),
      };
    }
    case 'vpn-gateway':
      return { VpnGateway: component(world, id), ...withVpc(world.vpnGateways.get(id)?.attachedTo) };
    case 'vpn-connection':
      return { VpnConnection: component(world, id) };
    case 'vpc-endpoint':
      return { ...withVpc(world.vpcEndpoints.get(id)?.VpcId), VpcEndpoint: component(world, id) };
    case 'vpc':
      return { Address: packet.destination, ...withVpc(id) };
    case 'subnet':
      return { Subnet: component(world, id) };
    case 'egress-only-internet-gateway':
      return { Component: component(world, id) };
    case 'internet':
    case 'site':
    case 'client-vpn':
      return {};
  }
}

/** Groups stand behind the interface on the way out of it, and before it on the way in. */
const directionOf = ({ before }: Refused): Direction =>
  before?.component.kind === 'network-interface' ? 'egress' : 'ingress';

function securityGroups(world: World, refused: Refused): Omit<Explanation, 'ExplanationCode'> {
  const { hop } = refused;
  const groups = hop.refusal.ids ?? [hop.component.id];
  const vpcId = world.securityGroups.get(hop.component.id)?.VpcId ?? '';
  const Direction = directionOf(refused);
  const { destination, source } = hop.packet;
  const eni = interfaceWith(world, vpcId, Direction === 'egress' ? source : destination);
  return {
    Direction,
    ...(eni && { NetworkInterface: component(world, eni.NetworkInterfaceId) }),
    SecurityGroups: groups.map((group) => component(world, group)),
    ...(eni && { Subnet: component(world, eni.SubnetId) }),
    ...(vpcId && { Vpc: component(world, vpcId) }),
  };
}

function interfaceMembers(
  world: World,
  eni: NetworkInterface | undefined,
  { hop }: Refused,
): Omit<Explanation, 'ExplanationCode'> {
  if (!eni) return {};
  const isOwn = eni.PrivateIpAddresses.some(({ PrivateIpAddress }) => PrivateIpAddress === hop.packet.source);
  const instance = instanceOf(world, eni);
  return {
    ...(hop.refusal.code.startsWith('ENI_') && { Address: isOwn ? hop.packet.destination : hop.packet.source }),
    ...(instance && { Component: component(world, instance.InstanceId) }),
    NetworkInterface: component(world, eni.NetworkInterfaceId),
    Subnet: component(world, eni.SubnetId),
    Vpc: component(world, eni.VpcId),
  };
}
