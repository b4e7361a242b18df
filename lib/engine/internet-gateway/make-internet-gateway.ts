import { newId, nextSequence } from '../ids';
import type { Tag } from '../tags';
import type { World } from '../world';
import { internetGatewayErrors } from './errors';
import type { InternetGateway } from './internet-gateway';

/** Make a gateway that is attached to nothing. Refuses past the quota. */
export function makeInternetGateway(world: World, Tags: readonly Tag[]): InternetGateway {
  if (world.internetGateways.size >= world.quotas.internetGatewaysPerRegion) throw internetGatewayErrors.limit();
  return world.internetGateways.insert({
    creation: nextSequence(world),
    InternetGatewayId: newId(world, 'internetGateway'),
    Tags,
  });
}
