import { forgetInstance, terminateSettled } from './instance/terminate-instances';
import { detachSettled } from './network-interface/detach-network-interface';
import type { Change } from './table';
import { dueTimer, type TimerKind } from './timer';
import { begin, commit } from './transaction';
import type { World } from './world';

/** What each kind of timer does when it is due. None of them may use a new id: reads settle too and are not logged. */
const settlers: { readonly [K in TimerKind]: (world: World, resource: string) => void } = {
  'interface-detached': detachSettled,
  'instance-terminated': terminateSettled,
  'instance-forgotten': forgetInstance,
};

/** Let everything happen that was due by `world.now`, in order of time. Runs inside a call. */
export function settle(world: World): void {
  for (let timer = dueTimer(world); timer; timer = dueTimer(world)) {
    world.timers.remove(timer.timerId);
    settlers[timer.kind](world, timer.resource);
  }
}

/** Between calls: let what is due happen, so that a picture of the world is of now. Answers what changed. */
export function settleDue(world: World): readonly Change[] {
  begin(world);
  settle(world);
  return commit(world);
}
