import { operation } from '../operation';
import { required, string } from '../shapes';
import { trafficMirrorErrors } from './errors';
import { getTrafficMirrorTarget } from './traffic-mirror-target';

/**
 * DeleteTrafficMirrorTarget: refused while a session uses it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTrafficMirrorTarget.html
 */
export const deleteTrafficMirrorTarget = operation({
  name: 'DeleteTrafficMirrorTarget',
  input: { TrafficMirrorTargetId: required(string) },
  run(world, input) {
    const { TrafficMirrorTargetId } = getTrafficMirrorTarget(world, input.TrafficMirrorTargetId);
    if (world.trafficMirrorSessions.count('TrafficMirrorTargetId', TrafficMirrorTargetId) > 0)
      throw trafficMirrorErrors.targetInUse(TrafficMirrorTargetId);
    world.trafficMirrorTargets.remove(TrafficMirrorTargetId);
    return { TrafficMirrorTargetId };
  },
});
