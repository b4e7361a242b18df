import type { Site } from './surroundings';
import type { Tag } from './tags';
import type { World } from './world';

/** The network on premises whose VPN device a customer gateway stands for; none where no device has its address. */
export function siteBehind(world: World, customerGatewayId: string): Site | undefined {
  const address = world.customerGateways.get(customerGatewayId)?.IpAddress;
  return address === undefined ? undefined : world.surroundings?.sites?.find(({ vpnDevice }) => vpnDevice === address);
}

/** The networks on premises that have a private line to a virtual private gateway or transit gateway. */
export const sitesOnPrivateLine = (world: World, gatewayId: string, tags: readonly Tag[]): readonly Site[] =>
  world.surroundings?.sites?.filter(({ directConnect }) => isCalled(directConnect?.gateway, gatewayId, tags)) ?? [];

/** Whether a name of the surroundings means that resource: it is its Name tag or its id. */
export const isCalled = (name: string | undefined, id: string, tags: readonly Tag[]): boolean =>
  name !== undefined && (name === id || tags.some(({ Key, Value }) => Key === 'Name' && Value === name));
