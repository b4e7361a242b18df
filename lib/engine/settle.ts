import { forgetInstance, terminateSettled } from './instance/terminate-instances';
import { forgetNatGateway, natGatewayDeleted } from './nat-gateway/delete-nat-gateway';
import { natGatewayDrained } from './nat-gateway/interface-addresses';
import { forgetAnalysis } from './network-insights/delete-network-insights-analysis';
import { detachSettled } from './network-interface/detach-network-interface';
import { prefixListDeleted } from './prefix-list/delete-managed-prefix-list';
import type { Change } from './table';
import { dueTimer, type TimerKind } from './timer';
import { begin, commit } from './transaction';
import { attachmentSettled, forgetTransit } from './transit-gateway-attachment/settled';
import { vpcEndpointDeleted } from './vpc-endpoint/delete-vpc-endpoints';
import { forgetPeering, peeringExpired } from './vpc-peering-connection/end-peering';
import { forgetVpn, vpnConnectionDeleted } from './vpn-connection/delete-vpn-connection';
import { vpnGatewayDetached } from './vpn-gateway/detach-vpn-gateway';
import type { World } from './world';

/** What each kind of timer does when it is due. None of them may use a new id: reads settle too and are not logged. */
const settlers: { readonly [K in TimerKind]: (world: World, resource: string) => void } = {
  'interface-detached': detachSettled,
  'instance-terminated': terminateSettled,
  'instance-forgotten': forgetInstance,
  'prefix-list-deleted': prefixListDeleted,
  'nat-gateway-deleted': natGatewayDeleted,
  'nat-gateway-forgotten': forgetNatGateway,
  'nat-gateway-drained': natGatewayDrained,
  'transit-gateway-attachment-deleted': attachmentSettled,
  'transit-gateway-forgotten': forgetTransit,
  'peering-expired': peeringExpired,
  'peering-request-forgotten': forgetPeering,
  'peering-forgotten': forgetPeering,
  'vpc-endpoint-deleted': vpcEndpointDeleted,
  'vpn-gateway-detached': vpnGatewayDetached,
  'vpn-connection-deleted': vpnConnectionDeleted,
  'vpn-forgotten': forgetVpn,
  'network-insights-analysis-forgotten': forgetAnalysis,
};

/** Let everything happen that was due by `world.now`, in order of time. Runs inside a call. */
export function settle(world: World): void {
  for (let timer = dueTimer(world); timer; timer = dueTimer(world)) {
    world.timers.remove(timer.timerId);
    settlers[timer.kind](world, timer.resource);
  }
}

/** Between calls: let what is due happen, so that a picture of the world is of now. Answers what changed. */
export function settleDue(world: World): readonly Change[] {
  begin(world);
  settle(world);
  return commit(world);
}
