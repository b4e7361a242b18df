import { transitState } from '@/lib/engine/transit-gateway/transit-gateway';
import { associationOf } from '@/lib/engine/transit-gateway-attachment/transit-gateway-attachment';
import { covers } from '@/lib/engine/transit-gateway-route-table/destination';
import { routesOf } from '@/lib/engine/transit-gateway-route-table/routes';
import type { World } from '@/lib/engine/world';
import { hold, isDistinct } from './hold';

/** What holds of transit gateways and of what watches traffic, whatever was called. */
export function expectTransitAndWatching(world: World): void {
  expectGateways(world);
  expectAttachments(world);
  expectRouteTables(world);
  expectMirroring(world);
}

function expectGateways(world: World): void {
  for (const { Options, deletedAt, TransitGatewayId } of world.transitGateways.list()) {
    const { AssociationDefaultRouteTableId: forAssociation, PropagationDefaultRouteTableId: forPropagation } = Options;
    const associates = Options.DefaultRouteTableAssociation === 'enable';
    const propagates = Options.DefaultRouteTablePropagation === 'enable';
    hold((forAssociation !== undefined) === associates, 'a gateway that associates has a table to associate with');
    hold((forPropagation !== undefined) === propagates, 'a gateway that propagates has a table to propagate to');
    for (const id of [forAssociation, forPropagation]) {
      if (id === undefined || deletedAt !== undefined) continue;
      hold(world.transitGatewayRouteTables.get(id)?.deletedAt === undefined, `${id} is there`);
    }
    if (deletedAt === undefined) continue;
    hold(
      world.transitGatewayAttachments.count('TransitGatewayId', TransitGatewayId) === 0,
      'it has no attachment left',
    );
  }
}

function expectAttachments(world: World): void {
  const pairs: string[] = [];
  for (const attachment of world.transitGatewayAttachments.list()) {
    if (attachment.gone) continue;
    const { TransitGatewayId, ResourceId, TransitGatewayAttachmentId, vpc } = attachment;
    hold(world.transitGateways.get(TransitGatewayId), 'an attachment has its gateway');
    pairs.push(`${TransitGatewayId}/${ResourceId}`);
    const association = associationOf(world, attachment);
    if (association) {
      const table = world.transitGatewayRouteTables.get(association.TransitGatewayRouteTableId);
      hold(table?.TransitGatewayId === TransitGatewayId, 'it is associated with a table of its gateway');
      hold(transitState(world, table) !== 'deleted', 'that is not deleted');
    }
    const zones = (vpc?.subnets ?? []).map(({ SubnetId, NetworkInterfaceId }) => {
      const eni = world.networkInterfaces.get(NetworkInterfaceId);
      hold(eni?.SubnetId === SubnetId, `${TransitGatewayAttachmentId} has an interface in each subnet`);
      hold(eni.InterfaceType === 'transit_gateway', 'that is of its kind');
      return eni.AvailabilityZone;
    });
    hold(isDistinct(zones), 'an attachment has one subnet for each zone');
    if (vpc) hold(zones.length > 0, 'an attachment of a VPC has a subnet');
  }
  hold(isDistinct(pairs), 'a VPC is attached once to a gateway');
}

function expectRouteTables(world: World): void {
  for (const table of world.transitGatewayRouteTables.list()) {
    const ids = [...table.propagations, ...table.routes.flatMap((route) => route.TransitGatewayAttachmentId ?? [])];
    for (const id of ids) {
      const attachment = world.transitGatewayAttachments.get(id);
      hold(attachment?.TransitGatewayId === table.TransitGatewayId, 'attachments in a table are of its gateway');
      hold(attachment.gone === undefined, `${id} is there`);
    }
    hold(isDistinct(table.propagations), 'an attachment propagates once to a table');
    const routes = routesOf(world, table);
    hold(isDistinct(routes.map(({ destination }) => destination.text)), 'a destination has one route');
    const propagated = routes.filter(({ Type }) => Type === 'propagated');
    for (const a of propagated) {
      const twin = propagated.find((b) => b !== a && covers(a.destination, b.destination));
      hold(!twin, 'propagated routes do not overlap');
    }
  }
}

function expectMirroring(world: World): void {
  for (const { NetworkInterfaceId } of world.trafficMirrorTargets.list()) {
    const count = world.trafficMirrorTargets.count('NetworkInterfaceId', NetworkInterfaceId);
    hold(count === 1, 'an interface is a target once');
  }
  for (const session of world.trafficMirrorSessions.list()) {
    const siblings = world.trafficMirrorSessions.by('NetworkInterfaceId', session.NetworkInterfaceId);
    hold(siblings.length < 4, 'an interface has three sessions at most');
    hold(isDistinct(siblings.map(({ SessionNumber }) => SessionNumber)), 'a session’s number is used once');
    hold(world.trafficMirrorTargets.get(session.TrafficMirrorTargetId), 'a session has its target');
    hold(world.trafficMirrorFilters.get(session.TrafficMirrorFilterId), 'a session has its filter');
  }
  for (const rule of world.trafficMirrorFilterRules.list()) {
    hold(world.trafficMirrorFilters.get(rule.TrafficMirrorFilterId), 'a rule has its filter');
  }
}
