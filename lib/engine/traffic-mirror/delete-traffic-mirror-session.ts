import { operation } from '../operation';
import { required, string } from '../shapes';
import { getTrafficMirrorSession } from './traffic-mirror-session';

/**
 * DeleteTrafficMirrorSession: nothing is mirrored by it any more.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTrafficMirrorSession.html
 */
export const deleteTrafficMirrorSession = operation({
  name: 'DeleteTrafficMirrorSession',
  input: { TrafficMirrorSessionId: required(string) },
  run(world, input) {
    const { TrafficMirrorSessionId } = getTrafficMirrorSession(world, input.TrafficMirrorSessionId);
    world.trafficMirrorSessions.remove(TrafficMirrorSessionId);
    return { TrafficMirrorSessionId };
  },
});
