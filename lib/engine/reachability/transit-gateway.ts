import { mix } from '../ids';
import type { Site } from '../surroundings';
import { type TransitGateway, transitState } from '../transit-gateway/transit-gateway';
import {
  associationOf,
  findVpcAttachment,
  isVpcAttachment,
  type TransitGatewayAttachment,
  type VpcAttachment,
} from '../transit-gateway-attachment/transit-gateway-attachment';
import type { TransitGatewayRouteTable } from '../transit-gateway-route-table/transit-gateway-route-table';
import type { World } from '../world';
import { passAcl } from './acl';
import { isIpv6, type Packet } from './flow';
import type { Component, Hop } from './hop';
import { nameOf, refused } from './refuse';
import { privateLineTable, transitWay } from './transit-routes';
import { vpcText } from './vpc-cidrs';
import { throughConnection } from './vpn-tunnel';
import type { Passage, Place, Walk } from './walk';

/**
 * Into a transit gateway from a subnet of an attached VPC. The attachment takes it through its subnet in the same Availability
 * Zone, whose network ACL judges what comes in; coming out, only its outbound rules do, in the router of that subnet.
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html; https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function throughTransitGateway(
  walk: Walk,
  { id, fromVpcId, zone }: Extract<Place, { at: 'transit-gateway' }>,
  packet: Packet,
): Passage {
  const { world } = walk;
  const attachment = findVpcAttachment(world, id, fromVpcId);
  if (!attachment || !isVpcAttachment(attachment)) {
    const text = `${gatewayName(world, id)}, the transit gateway, is not attached to ${vpcText(world, fromVpcId)}.`;
    return { hops: [refused({ kind: 'transit-gateway', id }, packet, 'BAD_STATE_ATTACHMENT', text)] };
  }
  const component = attachmentComponent(attachment);
  const problem = attachmentProblem(world, attachment, packet);
  if (problem) return { hops: [problem] };
  const subnet = subnetIn(world, attachment, zone);
  if (!subnet) {
    const text = `${attachmentName(attachment)}, the attachment of ${vpcText(world, fromVpcId)}, has no subnet in ${zone}, and takes nothing from subnets of that Availability Zone.`;
    return { hops: [refused(component, packet, 'TGW_ROUTE_AZ_RESTRICTION', text)] };
  }
  const acl = passAcl(walk, subnet.SubnetId, fromVpcId, packet, false);
  if (acl.refusal) return { hops: [acl] };
  const passage = intoTransitGateway(walk, id, associatedTable(world, attachment), component, packet, zone);
  return { ...passage, hops: [acl, { component, packet, interfaceId: subnet.NetworkInterfaceId }, ...passage.hops] };
}

/** From a network on premises by a VPN connection's attachment. */
export function fromAttachment(walk: Walk, attachment: TransitGatewayAttachment, packet: Packet): Passage {
  const problem = attachmentProblem(walk.world, attachment, packet);
  if (problem) return { hops: [problem] };
  const component = attachmentComponent(attachment);
  const table = associatedTable(walk.world, attachment);
  const passage = intoTransitGateway(walk, attachment.TransitGatewayId, table, component, packet);
  return { ...passage, hops: [{ component, packet }, ...passage.hops] };
}

/** From a network on premises by a private line, which uses the gateway's default route tables. */
export function fromPrivateLine(walk: Walk, gateway: TransitGateway, site: Site, packet: Packet): Passage {
  const table = privateLineTable(walk.world, gateway);
  return intoTransitGateway(walk, gateway.TransitGatewayId, table, { kind: 'site', id: site.name }, packet);
}

/** The route table that an attachment's packets are looked up in. */
export function associatedTable(
  world: World,
  attachment: TransitGatewayAttachment,
): TransitGatewayRouteTable | undefined {
  const association = associationOf(world, attachment);
  return association?.State === 'associated'
    ? world.transitGatewayRouteTables.get(association.TransitGatewayRouteTableId)
    : undefined;
}

function intoTransitGateway(
  walk: Walk,
  id: string,
  table: TransitGatewayRouteTable | undefined,
  from: Component,
  packet: Packet,
  zone?: string,
): Passage {
  const { world } = walk;
  const gateway: Hop = { component: { kind: 'transit-gateway', id }, packet };
  if (!table) {
    const text = `${from.id} is associated with no route table of ${gatewayName(world, id)}, so nothing says where its packets go.`;
    return {
      hops: [
        refused(gateway.component, packet, 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION', text, { ids: [from.id, id] }),
      ],
    };
  }
  const component: Component = { kind: 'transit-gateway-route-table', id: table.TransitGatewayRouteTableId };
  const name = nameOf(component.id, table.Tags);
  const way = transitWay(world, table, packet.destination);
  if (!way) {
    const text = `${name}, the transit gateway route table, has no route to ${packet.destination}.`;
    return { hops: [gateway, refused(component, packet, 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT', text)] };
  }
  const { decision, to } = way;
  if (!to || ('gone' in to && to.gone)) {
    const text = `The route of ${name} for ${decision.cidr} is a blackhole: it drops what is for it.`;
    return { hops: [gateway, refused(component, packet, 'TGW_RTB_BAD_STATE_ROUTE', text, { decision })] };
  }
  const hops: Hop[] = [gateway, { component, packet, decision }];
  if ('cidrs' in to) return { hops, next: { place: { at: 'site', site: to, way: 'arriving' }, packet } };
  const problem = attachmentProblem(world, to, packet);
  if (problem) return { hops: [...hops, problem] };
  if (!isVpcAttachment(to)) {
    hops.push({ component: attachmentComponent(to), packet });
    const tunnel = throughConnection(walk, to.ResourceId, packet);
    return { ...tunnel, hops: [...hops, ...tunnel.hops] };
  }
  const { SubnetId: subnetId, NetworkInterfaceId: interfaceId } = exitSubnet(world, to, packet, zone);
  hops.push({ component: attachmentComponent(to), packet, interfaceId });
  return { hops, next: { place: { at: 'router', vpcId: to.ResourceId, subnetId, from: 'gateway' }, packet } };
}

/**
 * The subnet that a packet comes out of: in the zone that it came from where the attachment has one. In appliance mode the zone is
 * chosen by the flow, and is the same for its answers.
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-az-overview. Assumed: the first subnet otherwise.
 */
function exitSubnet(
  world: World,
  attachment: VpcAttachment,
  packet: Packet,
  zone: string | undefined,
): VpcAttachment['vpc']['subnets'][number] {
  const { subnets, Options } = attachment.vpc;
  const chosen =
    Options.ApplianceModeSupport === 'enable'
      ? subnets[mix(flowKey(packet), 0) % subnets.length]
      : ((zone === undefined ? undefined : subnetIn(world, attachment, zone)) ?? subnets[0]);
  if (!chosen) throw new Error(`${attachment.TransitGatewayAttachmentId} has no subnet`);
  return chosen;
}

/** The same text for a packet and its answer. */
const flowKey = ({ protocol, source, destination, sourcePort = 0, destinationPort = 0 }: Packet): string =>
  [protocol, ...[`${source} ${sourcePort}`, `${destination} ${destinationPort}`].sort()].join(' ');

const subnetIn = (world: World, { vpc }: VpcAttachment, zone: string) =>
  vpc.subnets.find(({ SubnetId }) => world.subnets.get(SubnetId)?.AvailabilityZone === zone);

function attachmentProblem(world: World, attachment: TransitGatewayAttachment, packet: Packet): Hop | undefined {
  const state = transitState(world, attachment);
  const refuse = (text: string) => refused(attachmentComponent(attachment), packet, 'BAD_STATE_ATTACHMENT', text);
  const name = `${attachmentName(attachment)}, the transit gateway attachment,`;
  if (state !== 'available' && state !== 'modifying') return refuse(`${name} is ${state}.`);
  if (isIpv6(packet.destination) && attachment.vpc && attachment.vpc.Options.Ipv6Support !== 'enable')
    return refuse(`${name} has no IPv6 support.`);
  return undefined;
}

const attachmentComponent = ({ TransitGatewayAttachmentId: id }: TransitGatewayAttachment): Component => ({
  kind: 'transit-gateway-attachment',
  id,
});

const attachmentName = ({ TransitGatewayAttachmentId, Tags }: TransitGatewayAttachment): string =>
  nameOf(TransitGatewayAttachmentId, Tags);

const gatewayName = (world: World, id: string): string => nameOf(id, world.transitGateways.get(id)?.Tags);
