import { startTimer } from '../timer';
import type { World } from '../world';
import type { PeeringEnd, VpcPeeringConnection } from './vpc-peering-connection';

/** Bring a connection to its end, from which on it is only listed, for two hours. `at` in ms since 1970 UTC. */
export function endPeering(world: World, row: VpcPeeringConnection, as: PeeringEnd, at: number): void {
  stopExpiring(world, row.VpcPeeringConnectionId);
  world.vpcPeeringConnections.replace({ ...row, ended: { as, at } });
  startTimer(world, 'peering-forgotten', row.VpcPeeringConnectionId);
}

/** Let a request wait for its acceptance: seven days, and when it expired it is listed for two more. */
export function startExpiring(world: World, id: string): void {
  startTimer(world, 'peering-expired', id);
  startTimer(world, 'peering-request-forgotten', id);
}

/** The request was answered or taken back in time. */
export function stopExpiring(world: World, id: string): void {
  for (const timer of world.timers.by('resource', id)) world.timers.remove(timer.timerId);
}

/** Settles a request that nobody answered. */
export function peeringExpired(world: World, id: string): void {
  const row = world.vpcPeeringConnections.get(id);
  if (row) world.vpcPeeringConnections.replace({ ...row, ended: { as: 'expired', at: world.now } });
}

/** Settles a connection that was listed long enough after its end. */
export const forgetPeering = (world: World, id: string): void => world.vpcPeeringConnections.remove(id);
