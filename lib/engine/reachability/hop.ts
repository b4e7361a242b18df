import type { NetworkAclEntry } from '../network-acl/network-acl';
import type { Route } from '../route-table/route-table';
import type { Code } from './codes';
import type { Flow, Packet } from './flow';

/** What a packet meets on its way. `id` is AWS's, or the name of what has none (a site, `internet`). */
export interface Component {
  readonly kind: ComponentKind;
  readonly id: string;
}

export type ComponentKind =
  | 'internet'
  | 'site'
  | 'client-vpn'
  /** The operating system of an instance. */
  | 'instance'
  | 'network-interface'
  | 'security-group'
  | 'network-acl'
  | 'subnet'
  | 'vpc'
  | 'route-table'
  | 'internet-gateway'
  | 'egress-only-internet-gateway'
  | 'nat-gateway'
  | 'vpc-peering-connection'
  | 'transit-gateway'
  | 'transit-gateway-attachment'
  | 'transit-gateway-route-table'
  | 'vpn-gateway'
  | 'vpn-connection'
  | 'vpc-endpoint';

/** What decided at a hop. */
export type Decision =
  /** A rule of the group let it in or out. */
  | { readonly kind: 'rule'; readonly groupId: string; readonly ruleId: string }
  /** An answer: the group had let the first packet through. */
  | { readonly kind: 'tracked' }
  | { readonly kind: 'entry'; readonly networkAclId: string; readonly entry: NetworkAclEntry }
  | { readonly kind: 'route'; readonly routeTableId: string; readonly route: Route }
  | {
      readonly kind: 'transit-route';
      readonly routeTableId: string;
      readonly cidr: string;
      readonly type: 'static' | 'propagated';
      readonly attachmentId?: string;
    }
  /** The operating system's own route: the device index that the packet leaves by. */
  | {
      readonly kind: 'device';
      readonly index: number;
      readonly why: 'asked-here' | 'same-subnet' | 'route' | 'default';
    }
  /** One address stands for another. */
  | { readonly kind: 'translation'; readonly from: string; readonly to: string };

/** One component on the way. */
export interface Hop {
  readonly component: Component;
  /** The packet as it comes to the component. */
  readonly packet: Packet;
  /** The packet as it leaves, where the component changed it. */
  readonly rewritten?: Packet;
  /** The interface in a VPC by which a transit gateway attachment takes the packet in or lets it out. */
  readonly interfaceId?: string;
  readonly decision?: Decision;
  /** Why it goes no further; only the last hop of a way has one. */
  readonly refusal?: Refusal;
}

export interface Refusal {
  readonly code: Code;
  /** A sentence for people, with the names of what is meant. */
  readonly text: string;
  /** What would have to change is here: the ids to look at first, the component's own when absent. */
  readonly ids?: readonly string[];
}

/** What a flow meets, out and back. */
export interface Trace {
  readonly flow: Flow;
  readonly out: readonly Hop[];
  /** Empty when the first packet did not arrive. */
  readonly back: readonly Hop[];
  readonly verdict: Verdict;
}

export type Verdict =
  | { readonly reached: true; readonly seen: 'answer' }
  | {
      readonly reached: false;
      /** The way on which it ended, and the hop there that refused. */
      readonly way: 'out' | 'back';
      readonly refusal: Refusal;
      /** What the sender sees of it. */
      readonly seen: 'timeout' | 'refused' | 'unreachable' | 'unknown-host';
    };
