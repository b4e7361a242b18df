import { operation } from '../operation';
import { enumeration, integer, list, required, string } from '../shapes';
import { freeVirtualNetworkId } from './create-traffic-mirror-session';
import { trafficMirrorErrors } from './errors';
import { acceptSessionFields, requireFreeNumber } from './session-fields';
import { getTrafficMirrorFilter } from './traffic-mirror-filter';
import {
  describeTrafficMirrorSession,
  getTrafficMirrorSession,
  type TrafficMirrorSession,
} from './traffic-mirror-session';
import { getTrafficMirrorTarget } from './traffic-mirror-target';

const removable = {
  'packet-length': 'PacketLength',
  description: 'Description',
  'virtual-network-id': 'VirtualNetworkId',
} as const;

/**
 * ModifyTrafficMirrorSession: what is given; a removed field has its default again, which for the VXLAN id is another random one.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTrafficMirrorSession.html
 */
export const modifyTrafficMirrorSession = operation({
  name: 'ModifyTrafficMirrorSession',
  input: {
    TrafficMirrorSessionId: required(string),
    TrafficMirrorTargetId: string,
    TrafficMirrorFilterId: string,
    PacketLength: integer,
    SessionNumber: integer,
    VirtualNetworkId: integer,
    Description: string,
    RemoveFields: list(enumeration('packet-length', 'description', 'virtual-network-id')),
  },
  run(world, input) {
    const { RemoveFields = [] } = input;
    for (const field of RemoveFields) {
      if (input[removable[field]] !== undefined) throw trafficMirrorErrors.setAndRemoved(field);
    }
    const fields = acceptSessionFields(input);
    const session = getTrafficMirrorSession(world, input.TrafficMirrorSessionId);
    const id = session.TrafficMirrorSessionId;
    const { PacketLength, Description, VirtualNetworkId, ...rest } = session;
    const modified: TrafficMirrorSession = {
      ...rest,
      ...(PacketLength !== undefined && !RemoveFields.includes('packet-length') && { PacketLength }),
      ...(Description !== undefined && !RemoveFields.includes('description') && { Description }),
      VirtualNetworkId: RemoveFields.includes('virtual-network-id')
        ? freeVirtualNetworkId(world, id)
        : VirtualNetworkId,
      ...(input.TrafficMirrorTargetId && {
        TrafficMirrorTargetId: getTrafficMirrorTarget(world, input.TrafficMirrorTargetId).TrafficMirrorTargetId,
      }),
      ...(input.TrafficMirrorFilterId && {
        TrafficMirrorFilterId: getTrafficMirrorFilter(world, input.TrafficMirrorFilterId).TrafficMirrorFilterId,
      }),
      ...fields,
    };
    requireFreeNumber(world, session.NetworkInterfaceId, modified.SessionNumber, id);
    world.trafficMirrorSessions.replace(modified);
    return { TrafficMirrorSession: describeTrafficMirrorSession(world, modified) };
  },
});
