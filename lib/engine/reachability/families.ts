import { interfacesOf } from '../network-interface/network-interface';
import type { World } from '../world';
import { mainAddress } from './addresses';
import { type FlowSource, isIpv6 } from './flow';

export type Family = 'IPv4' | 'IPv6';

/** The families in which a source can send, the one that it would rather use first: IPv4 where it has such an address. */
export function familiesOf(world: World, source: FlowSource): readonly Family[] {
  if (source.kind === 'vpnClient') return ['IPv4'];
  if (source.kind === 'site') {
    const { hosts = [] } = world.surroundings?.sites?.find(({ name }) => name === source.name) ?? {};
    const address = hosts.find(({ name }) => source.host === undefined || name === source.host)?.address;
    return both.filter((family) => address !== undefined && isOf(family)(address));
  }
  if (source.kind !== 'instance' && source.address !== undefined)
    return both.filter((family) => isOf(family)(source.address ?? ''));
  if (source.kind === 'internet') return both;
  const interfaces =
    source.kind === 'instance' ? interfacesOf(world, source.id) : [world.networkInterfaces.get(source.id)];
  return both.filter((family) => interfaces.some((eni) => eni && mainAddress(eni, family) !== undefined));
}

const both = ['IPv4', 'IPv6'] as const;

export const isOf =
  (family: Family) =>
  (address: string): boolean =>
    isIpv6(address) === (family === 'IPv6');

/** What is found first of several. */
export function firstOf<T, U>(several: readonly T[], find: (one: T) => U | undefined): U | undefined {
  for (const one of several) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
