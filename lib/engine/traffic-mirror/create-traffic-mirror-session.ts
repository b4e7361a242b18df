import { answeredToken, once, stillThere } from '../client-token';
import { mix, newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { integer, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import type { World } from '../world';
import { trafficMirrorErrors } from './errors';
import { acceptSessionFields, requireFreeNumber } from './session-fields';
import { getMirrorSource } from './source';
import { getTrafficMirrorFilter } from './traffic-mirror-filter';
import { describeTrafficMirrorSession } from './traffic-mirror-session';
import { getTrafficMirrorTarget } from './traffic-mirror-target';

const sessionsPerInterface = 3;

/**
 * CreateTrafficMirrorSession: copy the packets of an interface that a filter lets through to a target. An interface is the
 * source of three sessions at most, and never of one while it is a target.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTrafficMirrorSession.html;
 * test/transcripts/ground-truth.yaml, part 11.
 * Differs: quotas on the sources of a target, which depend on the target's instance type, are not counted.
 */
export const createTrafficMirrorSession = operation({
  name: 'CreateTrafficMirrorSession',
  input: {
    NetworkInterfaceId: required(string),
    TrafficMirrorTargetId: required(string),
    TrafficMirrorFilterId: required(string),
    PacketLength: integer,
    SessionNumber: required(integer),
    VirtualNetworkId: integer,
    Description: string,
    TagSpecifications: tagSpecifications,
    ClientToken: string,
  },
  run(world, input) {
    const fields = acceptSessionFields(input);
    const Tags = tagsFor(world, input.TagSpecifications, 'traffic-mirror-session');
    const { NetworkInterfaceId } = getMirrorSource(world, input.NetworkInterfaceId);
    const { TrafficMirrorTargetId } = getTrafficMirrorTarget(world, input.TrafficMirrorTargetId);
    const { TrafficMirrorFilterId } = getTrafficMirrorFilter(world, input.TrafficMirrorFilterId);
    const [id = ''] = once(world, 'CreateTrafficMirrorSession', input, () => {
      if (world.trafficMirrorTargets.count('NetworkInterfaceId', NetworkInterfaceId) > 0)
        throw trafficMirrorErrors.inUseByTarget(NetworkInterfaceId);
      if (world.trafficMirrorSessions.count('NetworkInterfaceId', NetworkInterfaceId) >= sessionsPerInterface)
        throw trafficMirrorErrors.sessionsPerInterface();
      requireFreeNumber(world, NetworkInterfaceId, input.SessionNumber);
      const TrafficMirrorSessionId = newId(world, 'trafficMirrorSession');
      world.trafficMirrorSessions.insert({
        creation: nextSequence(world),
        TrafficMirrorSessionId,
        TrafficMirrorTargetId,
        TrafficMirrorFilterId,
        NetworkInterfaceId,
        SessionNumber: input.SessionNumber,
        VirtualNetworkId: freeVirtualNetworkId(world, TrafficMirrorSessionId),
        ...fields,
        Tags,
      });
      return [TrafficMirrorSessionId];
    });
    return {
      TrafficMirrorSession: describeTrafficMirrorSession(world, stillThere(world.trafficMirrorSessions.get(id))),
      ClientToken: answeredToken(world, input, id),
    };
  },
});

/** A VXLAN id that no session of the account has; its choice is AWS's. */
export function freeVirtualNetworkId(world: World, sessionId: string): number {
  for (let turn = 0; ; turn += 1) {
    const id = 1 + (mix(`${world.seed}/vni/${sessionId}`, turn) % 16_777_215);
    if (world.trafficMirrorSessions.count('VirtualNetworkId', String(id)) === 0) return id;
  }
}
