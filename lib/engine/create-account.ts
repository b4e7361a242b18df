import { begin, commit } from './transaction';
import { makeDefaultVpc } from './vpc/make-default-vpc';
import { emptyWorld, type World } from './world';

/**
 * An account as AWS hands it out: with a default VPC, its default subnets, its default security group and its internet
 * gateway, all of them `available`. `now` in ms since 1970 UTC.
 */
export function createAccount(options: Parameters<typeof emptyWorld>[0]): World {
  const world = emptyWorld(options);
  begin(world);
  const vpc = makeDefaultVpc(world);
  world.vpcs.replace({ ...vpc, availableAt: world.now });
  commit(world);
  return world;
}
