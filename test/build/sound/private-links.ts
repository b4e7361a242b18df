import { overlaps } from '@/lib/engine/ip';
import { vpcBlocks } from '@/lib/engine/vpc/vpc';
import type { World } from '@/lib/engine/world';
import { areSame, hold, isDistinct } from './hold';

/** Peering connections, endpoints and VPNs: what holds in every world. */
export function expectPrivateLinks(world: World): void {
  expectPeering(world);
  expectEndpoints(world);
  expectVpn(world);
}

function expectPeering(world: World): void {
  const pairs: string[] = [];
  for (const { ended, requester, accepter, acceptedAt } of world.vpcPeeringConnections.list()) {
    if (ended) continue;
    const [one, other] = [world.vpcs.get(requester), world.vpcs.get(accepter)];
    hold(one && other, 'a connection of use is between two VPCs');
    if (acceptedAt === undefined) continue;
    pairs.push([requester, accepter].sort().join());
    const met = vpcBlocks(one).some((block) => vpcBlocks(other).some((peer) => overlaps(block, peer)));
    hold(!met, 'connected VPCs do not overlap');
  }
  hold(isDistinct(pairs), 'two VPCs are connected once');
}

function expectEndpoints(world: World): void {
  const owned = new Set<string>();
  for (const { VpcId, VpcEndpointId, subnets, groups } of world.vpcEndpoints.list()) {
    hold(world.vpcs.get(VpcId), `${VpcEndpointId} is in a VPC`);
    const zones = subnets.map(({ SubnetId }) => world.subnets.get(SubnetId)?.AvailabilityZone);
    hold(isDistinct(zones), 'an endpoint has one subnet in a zone');
    for (const { SubnetId, NetworkInterfaceId } of subnets) {
      const networkInterface = world.networkInterfaces.get(NetworkInterfaceId);
      hold(networkInterface?.SubnetId === SubnetId, 'an endpoint has an interface in each subnet');
      hold(areSame(networkInterface.groups, groups), 'an endpoint and its interfaces have the same groups');
      owned.add(NetworkInterfaceId);
    }
  }
  for (const { InterfaceType, NetworkInterfaceId } of world.networkInterfaces.list()) {
    if (InterfaceType === 'vpc_endpoint') hold(owned.has(NetworkInterfaceId), 'an endpoint has it');
  }
  for (const { routes, VpcId } of world.routeTables.list()) {
    for (const { target } of routes) {
      if (!('GatewayId' in target) || !target.GatewayId.startsWith('vpce-')) continue;
      hold(world.vpcEndpoints.get(target.GatewayId)?.VpcId === VpcId, 'an endpoint’s route is in its VPC');
    }
  }
}

function expectVpn(world: World): void {
  for (const { VpcId } of world.vpcs.list()) {
    hold(world.vpnGateways.count('attachedTo', VpcId) < 2, 'a VPC has one virtual private gateway');
  }
  const inside: string[] = [];
  for (const row of world.vpnConnections.list()) {
    if (row.gone) continue;
    hold(world.customerGateways.get(row.CustomerGatewayId)?.deleted === undefined, 'its customer gateway is there');
    const gateway = row.VpnGatewayId ?? row.TransitGatewayId;
    if (row.VpnGatewayId) hold(world.vpnGateways.get(row.VpnGatewayId)?.deleted === undefined, 'its gateway is there');
    inside.push(...row.tunnels.map(({ TunnelInsideCidr }) => `${gateway ?? row.VpnConnectionId}/${TunnelInsideCidr}`));
  }
  hold(isDistinct(inside), 'an inside block is one tunnel’s');
}
