import { findInstanceTypeLimits } from '../instance-type/instance-type-limits';
import { getNetworkInterface, instanceOf, type NetworkInterface } from '../network-interface/network-interface';
import type { World } from '../world';
import { trafficMirrorErrors } from './errors';

/** Families of Nitro types without mirroring, and of Xen types with it. Source: https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-network-limitations.html */
const nitroWithout = new Set(
  'm8g m6a m6i m6id m6idn m6in m7a m7g m7gd m7i m7i-flex c8g c6a c6gd c6gn c6i c6id c6in c7a c7g c7gd c7gn c7i r8g r6a r6i r6id r6idn r6in r7a r7g r7gd r7i r7iz x8g x2idn x2iedn x2iezn i4g i4i im4gn is4gen inf2 p5 trn1 trn1n hpc6a hpc6id hpc7a hpc7g'.split(
    ' ',
  ),
);
const xenWith = new Set('c4 d2 g3 g3s h1 i3 m4 p2 p3 r4 x1 x1e'.split(' '));

function canMirror(instanceType: string): boolean {
  const limits = findInstanceTypeLimits(instanceType);
  if (!limits || limits.hypervisor === 'unknown') return true;
  const family = instanceType.split('.')[0] ?? '';
  if (limits.bareMetal || limits.hypervisor === 'none') return false;
  return limits.hypervisor === 'nitro' ? !nitroWithout.has(family) : xenWith.has(family);
}

/**
 * An interface that may be mirrored: a plain one, on an instance whose type has mirroring, or on none yet.
 * Assumed: a loose interface is accepted; AWS documents the types of instances alone.
 */
export function getMirrorSource(world: World, id: string): NetworkInterface {
  const source = getNetworkInterface(world, id);
  const instance = instanceOf(world, source);
  if (source.InterfaceType !== 'interface' || (instance && !canMirror(instance.InstanceType)))
    throw trafficMirrorErrors.interfaceNotSupported(id);
  return source;
}
