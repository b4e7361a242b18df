import type { World } from '../world';
import { trafficMirrorErrors } from './errors';
import { acceptNumber } from './rule-fields';
import type { TrafficMirrorSession } from './traffic-mirror-session';

interface Given {
  PacketLength?: number | undefined;
  SessionNumber?: number | undefined;
  VirtualNetworkId?: number | undefined;
  Description?: string | undefined;
}
type Fields = Partial<Pick<TrafficMirrorSession, keyof Given>>;

/** What a call gives of these, each in its documented range. A VXLAN id has 24 bits (RFC 7348). */
export function acceptSessionFields(given: Given): Fields {
  const { PacketLength, SessionNumber, VirtualNetworkId, Description } = given;
  return {
    ...(PacketLength !== undefined && { PacketLength: acceptNumber(PacketLength, 'packetLength', 1, 8_500) }),
    ...(SessionNumber !== undefined && { SessionNumber: acceptNumber(SessionNumber, 'sessionNumber', 1, 32_766) }),
    ...(VirtualNetworkId !== undefined && {
      VirtualNetworkId: acceptNumber(VirtualNetworkId, 'virtualNetworkId', 0, 16_777_215),
    }),
    ...(Description !== undefined && { Description }),
  };
}

/** Each session of a source has its own number; `except` is the session that is changed. */
export function requireFreeNumber(world: World, networkInterfaceId: string, number: number, except?: string): void {
  const taken = world.trafficMirrorSessions
    .by('NetworkInterfaceId', networkInterfaceId)
    .some((one) => one.SessionNumber === number && one.TrafficMirrorSessionId !== except);
  if (taken) throw trafficMirrorErrors.sessionNumberTaken(number, networkInterfaceId);
}
