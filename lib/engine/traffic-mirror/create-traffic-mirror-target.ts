import { answeredToken, once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { getNetworkInterface } from '../network-interface/network-interface';
import { operation } from '../operation';
import { notModelled, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { trafficMirrorErrors } from './errors';
import { describeTrafficMirrorTarget } from './traffic-mirror-target';

/**
 * CreateTrafficMirrorTarget: an interface that mirrored packets go to; it cannot be mirrored itself.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTrafficMirrorTarget.html
 * Not modelled: Network Load Balancers and Gateway Load Balancer endpoints as targets.
 */
export const createTrafficMirrorTarget = operation({
  name: 'CreateTrafficMirrorTarget',
  input: {
    NetworkInterfaceId: string,
    NetworkLoadBalancerArn: notModelled,
    Description: string,
    TagSpecifications: tagSpecifications,
    ClientToken: string,
    GatewayLoadBalancerEndpointId: notModelled,
  },
  run(world, input) {
    if (!input.NetworkInterfaceId) throw trafficMirrorErrors.noTarget();
    const Tags = tagsFor(world, input.TagSpecifications, 'traffic-mirror-target');
    const { NetworkInterfaceId } = getNetworkInterface(world, input.NetworkInterfaceId);
    const [id = ''] = once(world, 'CreateTrafficMirrorTarget', input, () => {
      if (world.trafficMirrorSessions.count('NetworkInterfaceId', NetworkInterfaceId) > 0)
        throw trafficMirrorErrors.inUseBySession(NetworkInterfaceId);
      if (world.trafficMirrorTargets.count('NetworkInterfaceId', NetworkInterfaceId) > 0)
        throw trafficMirrorErrors.inUseByTarget(NetworkInterfaceId);
      const TrafficMirrorTargetId = newId(world, 'trafficMirrorTarget');
      world.trafficMirrorTargets.insert({
        creation: nextSequence(world),
        TrafficMirrorTargetId,
        NetworkInterfaceId,
        ...(input.Description !== undefined && { Description: input.Description }),
        Tags,
      });
      return [TrafficMirrorTargetId];
    });
    return {
      TrafficMirrorTarget: describeTrafficMirrorTarget(world, stillThere(world.trafficMirrorTargets.get(id))),
      ClientToken: answeredToken(world, input, id),
    };
  },
});
