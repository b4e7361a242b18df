import type { NetworkAclEntry } from '../network-acl/network-acl';
import { instanceOf } from '../network-interface/network-interface';
import type { Decision } from '../reachability/hop';
import { routeState } from '../route-table/route-state';
import type { Route } from '../route-table/route-table';
import { hasPorts, type SecurityGroupRule } from '../security-group/security-group-rule';
import type { World } from '../world';
import type { PortRange } from './header';

/** What decided at a component, in the words of AWS's analyses. Members and their order are those of the API model. */
export interface AclRule {
  readonly Cidr?: string;
  readonly Egress: boolean;
  readonly PortRange?: PortRange;
  readonly Protocol: string;
  readonly RuleAction: 'allow' | 'deny';
  readonly RuleNumber: number;
}

export interface GroupRule {
  readonly Cidr?: string;
  readonly Direction: Direction;
  readonly SecurityGroupId?: string;
  readonly PortRange?: PortRange;
  readonly PrefixListId?: string;
  readonly Protocol: string;
}

export interface RouteShown {
  readonly DestinationCidr?: string;
  readonly DestinationPrefixListId?: string;
  readonly EgressOnlyInternetGatewayId?: string;
  readonly GatewayId?: string;
  readonly InstanceId?: string;
  readonly NatGatewayId?: string;
  readonly NetworkInterfaceId?: string;
  readonly Origin: string;
  readonly TransitGatewayId?: string;
  readonly VpcPeeringConnectionId?: string;
  readonly State: string;
}

export interface TransitRouteShown {
  readonly DestinationCidr: string;
  readonly State: string;
  readonly RouteOrigin: string;
  readonly AttachmentId?: string;
  readonly ResourceId?: string;
  readonly ResourceType?: string;
}

export type Direction = 'ingress' | 'egress';

/** Source: the guide's examples, `all` and `tcp`. Assumed: other protocols by number. */
const protocolNames: { readonly [number: string]: string } = { '-1': 'all', 1: 'icmp', 6: 'tcp', 17: 'udp' };
const protocolName = (protocol: string): string => protocolNames[protocol] ?? protocol;

export const aclRule = (entry: NetworkAclEntry): AclRule => ({
  ...(entry.CidrBlock && { Cidr: entry.CidrBlock }),
  Egress: entry.Egress,
  ...(entry.PortRange && { PortRange: entry.PortRange }),
  Protocol: protocolName(entry.Protocol),
  RuleAction: entry.RuleAction,
  RuleNumber: entry.RuleNumber,
});

/** Assumed: a rule that names a group shows it as `SecurityGroupId`; it is the only member that can. */
export const groupRule = (rule: SecurityGroupRule): GroupRule => ({
  ...(rule.CidrIpv4 && { Cidr: rule.CidrIpv4 }),
  Direction: rule.IsEgress ? 'egress' : 'ingress',
  ...(rule.referencedGroup && { SecurityGroupId: rule.referencedGroup }),
  ...(hasPorts(rule) && { PortRange: { From: rule.FromPort, To: rule.ToPort } }),
  ...(rule.PrefixListId && { PrefixListId: rule.PrefixListId }),
  Protocol: protocolName(rule.IpProtocol),
});

/** Source: the guide's example, with the origin in small letters. */
export function routeShown(world: World, vpcId: string, route: Route): RouteShown {
  const { target } = route;
  const eni = 'NetworkInterfaceId' in target ? world.networkInterfaces.get(target.NetworkInterfaceId) : undefined;
  const instance = eni && instanceOf(world, eni);
  return {
    ...(route.DestinationCidrBlock && { DestinationCidr: route.DestinationCidrBlock }),
    ...(route.DestinationPrefixListId && { DestinationPrefixListId: route.DestinationPrefixListId }),
    ...('EgressOnlyInternetGatewayId' in target && { EgressOnlyInternetGatewayId: target.EgressOnlyInternetGatewayId }),
    ...('kind' in target && { GatewayId: target.kind }),
    ...('GatewayId' in target && { GatewayId: target.GatewayId }),
    ...(instance && { InstanceId: instance.InstanceId }),
    ...('NatGatewayId' in target && { NatGatewayId: target.NatGatewayId }),
    ...('NetworkInterfaceId' in target && { NetworkInterfaceId: target.NetworkInterfaceId }),
    Origin: route.Origin.toLowerCase(),
    ...('TransitGatewayId' in target && { TransitGatewayId: target.TransitGatewayId }),
    ...('VpcPeeringConnectionId' in target && { VpcPeeringConnectionId: target.VpcPeeringConnectionId }),
    State: routeState(world, vpcId, target),
  };
}

/** Assumed: origins as SearchTransitGatewayRoutes names types. */
export function transitRouteShown(
  world: World,
  { cidr, type, attachmentId }: Extract<Decision, { kind: 'transit-route' }>,
): TransitRouteShown {
  const attachment = attachmentId === undefined ? undefined : world.transitGatewayAttachments.get(attachmentId);
  return {
    DestinationCidr: cidr,
    State: attachment ? 'active' : 'blackhole',
    RouteOrigin: type,
    ...(attachment && {
      AttachmentId: attachment.TransitGatewayAttachmentId,
      ResourceId: attachment.ResourceId,
      ResourceType: attachment.ResourceType,
    }),
  };
}
