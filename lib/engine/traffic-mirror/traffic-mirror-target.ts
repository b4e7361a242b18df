import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { trafficMirrorErrors } from './errors';

export interface TrafficMirrorTarget extends Row {
  readonly TrafficMirrorTargetId: string;
  readonly NetworkInterfaceId: string;
  readonly Description?: string;
  readonly Tags: readonly Tag[];
}

export const trafficMirrorTargets = defineTable<TrafficMirrorTarget>()('TrafficMirrorTargetId', {
  NetworkInterfaceId: (row) => row.NetworkInterfaceId,
});

export function getTrafficMirrorTarget(world: World, id: string): TrafficMirrorTarget {
  const target = world.trafficMirrorTargets.get(id);
  if (target) return target;
  throw id.startsWith('tmt-') ? trafficMirrorErrors.targetNotFound(id) : trafficMirrorErrors.malformedTargetId(id);
}

/** The target as AWS shows it. Source: the CLI's example for create-traffic-mirror-target. */
export const describeTrafficMirrorTarget = (world: World, target: TrafficMirrorTarget): object => ({
  TrafficMirrorTargetId: target.TrafficMirrorTargetId,
  NetworkInterfaceId: target.NetworkInterfaceId,
  Type: 'network-interface',
  ...(target.Description !== undefined && { Description: target.Description }),
  OwnerId: world.account,
  Tags: target.Tags,
});
