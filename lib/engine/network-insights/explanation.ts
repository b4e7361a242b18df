import type { Component } from './component';
import type { PortRange } from './header';
import { inOrder } from './in-order';
import type { AclRule, Direction, RouteShown, TransitRouteShown } from './rules';

/** Why a path was not found, as a record keeps it: the members of AWS's explanations that are used here. */
export interface Explanation {
  readonly Acl?: Component;
  readonly AclRule?: AclRule;
  readonly Address?: string;
  readonly AvailabilityZones?: readonly string[];
  readonly Component?: Component;
  readonly Destination?: Component;
  readonly DestinationVpc?: Component;
  readonly Direction?: Direction;
  readonly ExplanationCode: string;
  readonly InternetGateway?: Component;
  readonly NatGateway?: Component;
  readonly NetworkInterface?: Component;
  readonly VpcPeeringConnection?: Component;
  readonly PortRanges?: readonly PortRange[];
  readonly RouteTableRoute?: RouteShown;
  readonly RouteTable?: Component;
  readonly SecurityGroups?: readonly Component[];
  readonly SourceVpc?: Component;
  readonly State?: string;
  readonly Subnet?: Component;
  readonly Vpc?: Component;
  readonly VpcEndpoint?: Component;
  readonly VpnConnection?: Component;
  readonly VpnGateway?: Component;
  readonly TransitGateway?: Component;
  readonly TransitGatewayRouteTable?: Component;
  readonly TransitGatewayRouteTableRoute?: TransitRouteShown;
  readonly TransitGatewayAttachment?: Component;
}

const order = [
  'Acl',
  'AclRule',
  'Address',
  'AvailabilityZones',
  'Component',
  'Destination',
  'DestinationVpc',
  'Direction',
  'ExplanationCode',
  'InternetGateway',
  'NatGateway',
  'NetworkInterface',
  'VpcPeeringConnection',
  'PortRanges',
  'RouteTableRoute',
  'RouteTable',
  'SecurityGroups',
  'SourceVpc',
  'State',
  'Subnet',
  'Vpc',
  'VpcEndpoint',
  'VpnConnection',
  'VpnGateway',
  'TransitGateway',
  'TransitGatewayRouteTable',
  'TransitGatewayRouteTableRoute',
  'TransitGatewayAttachment',
] as const satisfies readonly (keyof Explanation)[];

/** Codes that no single packet is refused with: the path as it was asked for is none, or only the analysis has a word for it. */
export type PathCode =
  | 'COMPONENT_FILTER_RESTRICTION'
  | 'COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT'
  | 'DISCONNECTED_VPCS'
  | `FILTER_AT_${'SOURCE' | 'DESTINATION'}_${'SOURCE' | 'DESTINATION'}_${'ADDRESS' | 'PORT_RANGE'}`
  | 'IGW_EXPECTS_PUBLIC_ADDRESS'
  | 'IGW_NAT_REFLECTION'
  | 'NO_PATH';

/** An explanation with its members in AWS's order. Source of the codes: https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
export const explanation = (members: Explanation): Explanation => inOrder(order, members);
