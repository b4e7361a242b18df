import { assignPublicIp } from '../address/public-ip';
import { operation } from '../operation';
import { list, notModelled, required, string } from '../shapes';
import type { World } from '../world';
import { instanceErrors } from './errors';
import { getInstances, type Instance, instanceState, startingMs } from './instance';
import { describeStateChange } from './state-change';

/**
 * StartInstances: start stopped instances; on one that runs or is starting it changes nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html
 */
export const startInstances = operation({
  name: 'StartInstances',
  input: { InstanceIds: required(list(string)), AdditionalInfo: notModelled },
  run(world, input) {
    const instances = getInstances(world, input.InstanceIds);
    for (const instance of instances) start(world, instance);
    return { StartingInstances: instances.map((instance) => describeStateChange(world, instance)) };
  },
});

function start(world: World, instance: Instance): void {
  if (instance.goal === 'running') return;
  if (instanceState(world, instance) !== 'stopped') throw instanceErrors.cannotStart(instance.InstanceId);
  const { stateReason: _stateReason, ...rest } = instance;
  const started = world.instances.replace({
    ...rest,
    LaunchTime: new Date(world.now).toISOString(),
    goal: 'running',
    stateAt: world.now + startingMs,
    ...(rest.metadataAppliedAt === 'start' && { metadataAppliedAt: world.now + startingMs }),
    StateTransitionReason: '',
  });
  assignPublicIp(world, started);
}
