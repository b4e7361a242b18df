import { interfacesOf } from '../network-interface/network-interface';
import { freeNetworkInterface, removeNetworkInterface } from '../network-interface/removal';
import { operation } from '../operation';
import { boolean, list, string } from '../shapes';
import { startTimer } from '../timer';
import type { World } from '../world';
import { instanceErrors } from './errors';
import { getInstances, type Instance, instanceState } from './instance';
import { releasePublicIp } from './instance-interfaces';
import { describeStateChange, initiatedByUser } from './state-change';

/**
 * TerminateInstances: a second call on the same instance succeeds and changes nothing. Stop protection protects from
 * this too (AWS's answers posted in 2026). `Force` and `SkipOsShutdown` concern the guest alone.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TerminateInstances.html;
 * test/transcripts/ground-truth.yaml, part 6.
 * Differs: with a protected instance among them AWS still terminates those of other zones; here none is.
 */
export const terminateInstances = operation({
  name: 'TerminateInstances',
  input: {
    InstanceIds: { ...list(string), required: 'byRun' },
    Force: boolean,
    SkipOsShutdown: boolean,
  },
  run(world, input) {
    if (!input.InstanceIds?.length) throw instanceErrors.none();
    const instances = getInstances(world, input.InstanceIds);
    for (const instance of instances) terminate(world, instance);
    return { TerminatingInstances: instances.map((instance) => describeStateChange(world, instance)) };
  },
});

function terminate(world: World, instance: Instance): void {
  const { InstanceId } = instance;
  if (instance.goal === 'terminated') return;
  if (instance.disableApiTermination) throw instanceErrors.protected(InstanceId, 'terminated', 'disableApiTermination');
  if (instance.disableApiStop) throw instanceErrors.protected(InstanceId, 'terminated', 'disableApiStop');
  // A stopped instance has nothing to shut down. Source: the diagram in
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
  const isStopped = instanceState(world, instance) === 'stopped';
  releasePublicIp(world, instance);
  const stateAt = isStopped ? world.now : startTimer(world, 'instance-terminated', InstanceId);
  startTimer(world, 'instance-forgotten', InstanceId);
  world.instances.replace({ ...instance, ...initiatedByUser(world), goal: 'terminated', stateAt });
  if (isStopped) terminateSettled(world, InstanceId);
}

/** The end of a termination: interfaces marked for it are deleted, the others are free. */
export function terminateSettled(world: World, instanceId: string): void {
  for (const networkInterface of interfacesOf(world, instanceId)) {
    if (networkInterface.Attachment?.DeleteOnTermination) removeNetworkInterface(world, networkInterface);
    else freeNetworkInterface(world, networkInterface);
  }
}

/** A terminated instance is listed for about an hour. */
export function forgetInstance(world: World, instanceId: string): void {
  world.instances.remove(instanceId);
}
