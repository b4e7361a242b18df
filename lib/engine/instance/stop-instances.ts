import { operation } from '../operation';
import { boolean, list, notModelled, required, string } from '../shapes';
import type { World } from '../world';
import { instanceErrors } from './errors';
import { getInstances, hasNeverRun, type Instance, stoppingMs } from './instance';
import { releasePublicIp } from './instance-interfaces';
import { describeStateChange, initiatedByUser } from './state-change';

/**
 * StopInstances: interfaces, private addresses, MAC and Elastic IPs stay, an auto-assigned public address goes.
 * On one that is stopped or stopping it changes nothing. `Force` and `SkipOsShutdown` concern the guest alone.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html;
 * test/transcripts/ground-truth.yaml, part 6.
 */
export const stopInstances = operation({
  name: 'StopInstances',
  input: {
    InstanceIds: required(list(string)),
    Hibernate: notModelled,
    SkipOsShutdown: boolean,
    Force: boolean,
  },
  run(world, input) {
    const instances = getInstances(world, input.InstanceIds);
    for (const instance of instances) stop(world, instance);
    return { StoppingInstances: instances.map((instance) => describeStateChange(world, instance)) };
  },
});

function stop(world: World, instance: Instance): void {
  if (instance.goal === 'terminated') throw instanceErrors.cannotStop(instance.InstanceId);
  if (hasNeverRun(world, instance)) throw instanceErrors.neverRan(instance.InstanceId);
  if (instance.disableApiStop) throw instanceErrors.protected(instance.InstanceId, 'stopped', 'disableApiStop');
  if (instance.goal === 'stopped') return;
  releasePublicIp(world, instance);
  world.instances.replace({
    ...instance,
    ...initiatedByUser(world),
    goal: 'stopped',
    stateAt: world.now + stoppingMs,
  });
}
