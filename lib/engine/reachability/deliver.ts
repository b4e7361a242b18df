import { attachmentStatus, instanceOf, isInUse, type NetworkInterface } from '../network-interface/network-interface';
import type { World } from '../world';
import { passAcl } from './acl';
import { hasAddress, interfaceWith, publicAddressOf } from './addresses';
import { toAmazonService } from './amazon-services';
import { behindClientVpnInterface } from './client-vpn';
import { clientVpnInterfaceType } from './client-vpn-interface';
import { arriveAtEndpoint, endpointAsSource } from './endpoints';
import type { Packet } from './flow';
import { backToNatGateway } from './gateways';
import { passGroups } from './groups';
import type { Hop } from './hop';
import { arriveAtHost } from './hosts';
import { nameOf, refused } from './refuse';
import { findRoute } from './routing';
import type { Passage, Place, Walk } from './walk';

type At<K extends Place['at']> = Extract<Place, { at: K }>;

/** Out of an interface: its source/destination check, its groups, then the router of its subnet. */
export function leaveInterface(walk: Walk, { eni }: At<'leaving'>, packet: Packet): Passage {
  const { world } = walk;
  const component = { kind: 'network-interface', id: eni.NetworkInterfaceId } as const;
  const silent = endpointAsSource(walk, eni, packet);
  if (silent) return silent;
  const broken = attachmentProblem(walk, eni, packet);
  if (broken) return { hops: [broken] };
  const service = toAmazonService(walk, eni, packet);
  if (service) return service;
  if (eni.SourceDestCheck && !hasAddress(world, eni, packet.source)) {
    const text = `${nameOf(eni.NetworkInterfaceId, eni.TagSet)} does not send packets from ${packet.source}, which is none of its addresses: its source/destination check is on.`;
    return { hops: [refused(component, packet, 'ENI_SOURCE_DEST_CHECK_RESTRICTION', text)] };
  }
  const groups = passGroups(walk, eni, packet, true);
  const hops: Hop[] = [{ component, packet }, ...(groups ? [groups] : [])];
  if (groups?.refusal) return { hops };
  const { VpcId: vpcId, SubnetId: subnetId } = eni;
  return { hops, next: { place: { at: 'router', vpcId, subnetId, from: 'interface' }, packet } };
}

/** In a VPC: to the interface that has the address, unless a route table of the edge sends it to an appliance first. */
export function throughVpc(walk: Walk, place: At<'vpc'>, packet: Packet): Passage {
  const { world } = walk;
  const { vpcId, subnetId, edge } = place;
  const came = { ...(subnetId !== undefined && { subnetId }), ...(edge && { edge }) };
  const table = edge?.routeTableId ? world.routeTables.get(edge.routeTableId) : undefined;
  const hops: Hop[] = table ? [findRoute(world, table, packet)] : [];
  const [routed] = hops;
  if (routed?.refusal) return { hops };
  if (routed?.decision?.kind === 'route' && 'NetworkInterfaceId' in routed.decision.route.target) {
    const appliance = world.networkInterfaces.get(routed.decision.route.target.NetworkInterfaceId);
    if (appliance && edge?.kind === 'internet-gateway' && !isPublic(world, appliance)) {
      const text = `${nameOf(appliance.NetworkInterfaceId, appliance.TagSet)}, the appliance's interface, has no public address: the internet gateway hands it nothing.`;
      const component = { kind: 'network-interface', id: appliance.NetworkInterfaceId } as const;
      return { hops: [...hops, refused(component, packet, 'INGRESS_RTB_NO_PUBLIC_IP', text)] };
    }
    if (appliance) return { hops, next: { place: { at: 'arriving', eni: appliance, ...came }, packet } };
  }
  const eni = interfaceWith(world, vpcId, packet.destination);
  if (eni) return { hops, next: { place: { at: 'arriving', eni, ...came }, packet } };
  const text = `Nothing in ${nameOf(vpcId, world.vpcs.get(vpcId)?.Tags)} has the address ${packet.destination}.`;
  return { hops: [...hops, refused({ kind: 'vpc', id: vpcId }, packet, 'NO_POSSIBLE_DESTINATION', text)] };
}

const isPublic = (world: World, eni: NetworkInterface): boolean =>
  eni.PrivateIpAddresses.some((one) => publicAddressOf(world, eni, one.PrivateIpAddress) !== undefined);

/** Into an interface: the network ACL of its subnet, its groups, its source/destination check, and what stands behind it. */
export function arriveAtInterface(walk: Walk, { eni, subnetId }: At<'arriving'>, packet: Packet): Passage {
  const { world } = walk;
  const hops: Hop[] = [];
  if (subnetId !== eni.SubnetId) hops.push(passAcl(walk, eni.SubnetId, eni.VpcId, packet, false));
  if (hops[0]?.refusal) return { hops };
  const groups = passGroups(walk, eni, packet, false);
  if (groups) hops.push(groups);
  if (groups?.refusal) return { hops };
  const component = { kind: 'network-interface', id: eni.NetworkInterfaceId } as const;
  const broken = attachmentProblem(walk, eni, packet);
  if (broken) return { hops: [...hops, broken] };
  if (eni.SourceDestCheck && !hasAddress(world, eni, packet.destination)) {
    const text = `${nameOf(eni.NetworkInterfaceId, eni.TagSet)} takes no packets for ${packet.destination}, which is none of its addresses: its source/destination check is on.`;
    return { hops: [...hops, refused(component, packet, 'ENI_SOURCE_DEST_CHECK_RESTRICTION', text)] };
  }
  const behind = standingBehind(walk, eni, packet);
  return { ...behind, hops: [...hops, { component, packet }, ...behind.hops] };
}

/** Assumed: what a service has behind its interface answers on every port. */
function standingBehind(walk: Walk, eni: NetworkInterface, packet: Packet): Passage {
  const instance = instanceOf(walk.world, eni);
  if (instance) return arriveAtHost(walk, eni, instance, packet);
  if (eni.InterfaceType === 'nat_gateway') return backToNatGateway(walk, eni, packet);
  if (eni.InterfaceType === 'vpc_endpoint') return arriveAtEndpoint(walk, eni, packet);
  if (eni.InterfaceType === clientVpnInterfaceType) return behindClientVpnInterface(walk, eni, packet);
  return { hops: [], arrived: { at: 'leaving', eni } };
}

function attachmentProblem({ world }: Walk, eni: NetworkInterface, packet: Packet): Hop | undefined {
  const name = nameOf(eni.NetworkInterfaceId, eni.TagSet);
  const component = { kind: 'network-interface', id: eni.NetworkInterfaceId } as const;
  const refuse = (text: string) => refused(component, packet, 'BAD_STATE_ATTACHMENT', text);
  if (!isInUse(eni)) return refuse(`${name} is attached to nothing: nobody stands behind it.`);
  const status = eni.Attachment ? attachmentStatus(world, eni.Attachment) : 'attached';
  return status === 'attached' ? undefined : refuse(`${name} is ${status}: it carries nothing yet.`);
}
