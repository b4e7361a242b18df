import { associationsOf } from '@/lib/engine/network-acl/associations';
import { routesOf } from '@/lib/engine/route-table/routes-of';
import type { World } from '@/lib/engine/world';
import { areSame, hold, isDistinct } from './hold';

/** What holds of route tables and network ACLs, whatever was called. */
export function expectSoundRoutes(world: World): void {
  for (const table of world.routeTables.list()) {
    hold(world.vpcs.get(table.VpcId), `the VPC of ${table.RouteTableId} is there`);
    const destinations = routesOf(world, table).map(({ target: _, Origin: __, ...to }) => JSON.stringify(to));
    hold(isDistinct(destinations), 'a destination has one route');
    for (const { SubnetId, GatewayId } of table.associations) {
      if (SubnetId) hold(world.subnets.get(SubnetId)?.VpcId === table.VpcId, 'a table’s subnets are of its VPC');
      if (SubnetId) hold(world.routeTables.count('SubnetId', SubnetId) === 1, 'a subnet has one table');
      if (GatewayId) hold(world.routeTables.count('GatewayId', GatewayId) === 1, 'a gateway has one table');
    }
  }
  for (const acl of world.networkAcls.list()) {
    const rules = acl.entries.map(({ Egress, RuleNumber }) => `${Egress}/${RuleNumber}`);
    hold(isDistinct(rules), 'a rule number is used once each way');
  }
  for (const { VpcId } of world.vpcs.list()) {
    const guarded = world.networkAcls.by('VpcId', VpcId).flatMap((acl) => associationsOf(world, acl));
    const subnets = world.subnets.by('VpcId', VpcId).map(({ SubnetId }) => SubnetId);
    hold(areSame(guarded.map(({ SubnetId }) => SubnetId).sort(), subnets.sort()), 'a subnet has one ACL');
  }
}
