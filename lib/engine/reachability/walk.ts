import type { Instance } from '../instance/instance';
import type { NetworkInterface } from '../network-interface/network-interface';
import type { Site } from '../surroundings';
import type { World } from '../world';
import type { Packet } from './flow';
import type { Hop } from './hop';

/** A packet on its way, and what was written down of the way before. One walk is one way of one flow. */
export interface Walk {
  readonly world: World;
  readonly way: 'out' | 'back';
  /** What the way out left behind for the way back: opened groups, translated addresses. */
  readonly tracked: Tracked;
  /** As its flow says. */
  readonly everyoneListens?: true;
  /** Interfaces whose groups are left out of account, for whoever judges those apart. */
  readonly open?: ReadonlySet<string>;
  /** It has passed a host that hands on what is not for itself: rules that name groups do not know it any more. */
  forwarded?: true;
}

/** What components remember of a flow, by what they are. */
export interface Tracked {
  /** Interfaces whose groups let the first packet through, and egress-only gateways that it left by: its answer passes. */
  readonly groups: Set<string>;
  /** The packet that came to a translating component (a NAT gateway, an instance, a Client VPN endpoint), by its id: what an answer to the translated one becomes again. */
  readonly translations: Map<string, { readonly before: Packet; readonly after: Packet; readonly cameFrom: Place }>;
}

/** Where a packet stands between two components, and so what it meets next. */
export type Place =
  /** An instance that was reached answers: its operating system chooses the interface. */
  | { readonly at: 'answering'; readonly instance: Instance }
  /** Inside an instance, which speaks to itself. */
  | { readonly at: 'host'; readonly instance: Instance }
  /** Leaves an interface, or what stands behind it. */
  | { readonly at: 'leaving'; readonly eni: NetworkInterface }
  /** What Amazon runs beside an interface answers it. */
  | { readonly at: 'amazon-service'; readonly eni: NetworkInterface }
  /**
   * Comes into a VPC and is delivered there: from its subnets' routers, and from what stands at its edge. `subnetId` is the
   * subnet that it came from, whose own traffic meets no network ACL; absent when it came from the edge.
   */
  | { readonly at: 'vpc'; readonly vpcId: string; readonly subnetId?: string; readonly edge?: Edge }
  /** Comes to an interface, for it or to be handed on by it. `subnetId` and `edge` as above. */
  | { readonly at: 'arriving'; readonly eni: NetworkInterface; readonly subnetId?: string; readonly edge?: Edge }
  /** Has left a subnet for the target of a route in this VPC. */
  | { readonly at: 'peering'; readonly id: string; readonly fromVpcId: string }
  | { readonly at: 'transit-gateway'; readonly id: string; readonly fromVpcId: string; readonly zone: string }
  | { readonly at: 'vpn-gateway'; readonly id: string; readonly fromVpcId: string }
  | { readonly at: 'vpc-endpoint'; readonly id: string; readonly fromVpcId: string }
  | { readonly at: 'internet-gateway'; readonly id: string; readonly fromVpcId: string }
  | { readonly at: 'egress-only-internet-gateway'; readonly id: string; readonly fromVpcId: string }
  | { readonly at: 'nat-gateway'; readonly id: string; readonly fromSubnetId: string }
  /** A subnet's router decides. One packet may come by twice: from a gateway, and from the appliance that it was handed to. */
  | { readonly at: 'router'; readonly vpcId: string; readonly subnetId: string; readonly from: 'interface' | 'gateway' }
  /** Has reached a network on premises, or leaves one. */
  | { readonly at: 'site'; readonly site: Site; readonly way: 'arriving' | 'leaving' }
  | { readonly at: 'client-vpn'; readonly name: string; readonly way: 'arriving' | 'leaving' }
  | { readonly at: 'internet'; readonly way: 'arriving' | 'leaving' };

/** What stands at the edge of a VPC and hands packets in. A group rule that names a group needs to know where they came from. */
export interface Edge {
  readonly kind: 'internet-gateway' | 'vpn-gateway' | 'vpc-peering-connection' | 'transit-gateway';
  readonly id: string;
  /** Its own route table, for an internet or virtual private gateway that has one, decides before the packet is delivered. */
  readonly routeTableId?: string;
}

/** What a component did: the hops it adds, and where the packet stands now. Without `next` the way ends with the last hop. */
export interface Passage {
  readonly hops: readonly Hop[];
  readonly next?: { readonly place: Place; readonly packet: Packet };
  /** The packet has arrived where it was meant to; an answer begins there. */
  readonly arrived?: Place;
}
