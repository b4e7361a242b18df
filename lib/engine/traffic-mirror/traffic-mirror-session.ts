import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { trafficMirrorErrors } from './errors';

export interface TrafficMirrorSession extends Row {
  readonly TrafficMirrorSessionId: string;
  readonly TrafficMirrorTargetId: string;
  readonly TrafficMirrorFilterId: string;
  /** The source. */
  readonly NetworkInterfaceId: string;
  /** Bytes of each packet after the VXLAN header; whole packets when absent. */
  readonly PacketLength?: number;
  /** Among the sessions of one source the lowest is looked at first. */
  readonly SessionNumber: number;
  readonly VirtualNetworkId: number;
  readonly Description?: string;
  readonly Tags: readonly Tag[];
}

export const trafficMirrorSessions = defineTable<TrafficMirrorSession>()('TrafficMirrorSessionId', {
  NetworkInterfaceId: (row) => row.NetworkInterfaceId,
  TrafficMirrorTargetId: (row) => row.TrafficMirrorTargetId,
  TrafficMirrorFilterId: (row) => row.TrafficMirrorFilterId,
  VirtualNetworkId: (row) => String(row.VirtualNetworkId),
});

export function getTrafficMirrorSession(world: World, id: string): TrafficMirrorSession {
  const session = world.trafficMirrorSessions.get(id);
  if (session) return session;
  throw id.startsWith('tms-') ? trafficMirrorErrors.sessionNotFound(id) : trafficMirrorErrors.malformedSessionId(id);
}

/** The session as AWS shows it. Source: the CLI's examples for create- and describe-traffic-mirror-session(s). */
export const describeTrafficMirrorSession = (world: World, session: TrafficMirrorSession): object => ({
  TrafficMirrorSessionId: session.TrafficMirrorSessionId,
  TrafficMirrorTargetId: session.TrafficMirrorTargetId,
  TrafficMirrorFilterId: session.TrafficMirrorFilterId,
  NetworkInterfaceId: session.NetworkInterfaceId,
  OwnerId: world.account,
  ...(session.PacketLength !== undefined && { PacketLength: session.PacketLength }),
  SessionNumber: session.SessionNumber,
  VirtualNetworkId: session.VirtualNetworkId,
  ...(session.Description !== undefined && { Description: session.Description }),
  Tags: session.Tags,
});

/** An interface that goes takes along the sessions it is the source of, and the targets on it with their sessions. Assumed. */
export function removeMirroringOf(world: World, networkInterfaceId: string): void {
  const targets = world.trafficMirrorTargets.by('NetworkInterfaceId', networkInterfaceId);
  const sessions = [
    ...world.trafficMirrorSessions.by('NetworkInterfaceId', networkInterfaceId),
    ...targets.flatMap((target) =>
      world.trafficMirrorSessions.by('TrafficMirrorTargetId', target.TrafficMirrorTargetId),
    ),
  ];
  for (const { TrafficMirrorSessionId } of sessions) world.trafficMirrorSessions.remove(TrafficMirrorSessionId);
  for (const { TrafficMirrorTargetId } of targets) world.trafficMirrorTargets.remove(TrafficMirrorTargetId);
}
