import type { World } from '../world';
import { describeState, type Instance } from './instance';

/** How StartInstances, StopInstances and TerminateInstances answer: the states before and after of each instance. */
export function describeStateChange(world: World, before: Instance): object {
  const after = world.instances.get(before.InstanceId) ?? before;
  return {
    InstanceId: before.InstanceId,
    CurrentState: describeState(world, after),
    PreviousState: describeState(world, before),
  };
}

/**
 * What AWS writes down when a user stops or terminates an instance.
 * Source: test/transcripts/ground-truth.yaml, 6-stopped.
 */
export const initiatedByUser = (world: World): Pick<Instance, 'StateTransitionReason' | 'stateReason'> => ({
  StateTransitionReason: `User initiated (${new Date(world.now).toISOString().slice(0, 19).replace('T', ' ')} GMT)`,
  stateReason: {
    Code: 'Client.UserInitiatedShutdown',
    Message: 'Client.UserInitiatedShutdown: User initiated shutdown',
  },
});
