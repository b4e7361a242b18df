import { limitsOf } from '@/lib/engine/instance-type/instance-type-limits';
import type { NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import type { FlowSource } from '@/lib/engine/reachability/flow';
import { isIpv6 } from '@/lib/engine/reachability/flow';
import { deviceFor, factsOf } from '@/lib/engine/reachability/hosts';
import type { World } from '@/lib/engine/world';
import type { HostSession } from './session';

/**
 * What Linux calls an interface: `ens5` for the first one on Nitro, `enX0` on Xen.
 * Source: `ip addr` of Amazon Linux 2023 that users posted. Assumed: the numbers go on with the device index.
 */
export function deviceName(world: World, eni: NetworkInterface): string {
  const index = eni.Attachment?.DeviceIndex ?? 0;
  const instance = eni.Attachment?.InstanceId ? world.instances.get(eni.Attachment.InstanceId) : undefined;
  return instance && limitsOf(instance.InstanceType)?.hypervisor === 'xen' ? `enX${index}` : `ens${5 + index}`;
}

/** An interface of the host by what `-I` and `dev` take: its device name, or its id, which Amazon Linux gives it as another name. */
export const deviceNamed = (session: HostSession, name: string): NetworkInterface | undefined =>
  session.interfaces().find((eni) => deviceName(session.world, eni) === name || eni.NetworkInterfaceId === name);

type Bound =
  | { readonly source: FlowSource; readonly address: string; readonly device: string }
  | { readonly source?: undefined; readonly why: 'no device' | 'no address' };

/**
 * The source of a program that was told what to send from: a device sends with its first address; an address leaves by its own
 * interface where the host routes by source, and by the one that routes say where it does not.
 */
export function boundTo(session: HostSession, wanted: string, destination: string): Bound {
  const { world } = session;
  const byName = deviceNamed(session, wanted);
  if (byName) {
    const address = addressesOf(byName).find((one) => isIpv6(one) === isIpv6(destination));
    if (address === undefined) return { why: 'no address' };
    return { source: { kind: 'interface', id: byName.NetworkInterfaceId, address }, address, device: wanted };
  }
  const owner = session.interfaces().find((eni) => addressesOf(eni).includes(wanted));
  const instance = session.instanceId === undefined ? undefined : world.instances.get(session.instanceId);
  if (!owner || !instance) return { why: /^[\d.]+$|:/.test(wanted) ? 'no address' : 'no device' };
  const routed =
    factsOf(world, instance).sourceRouting === false ? deviceFor(world, instance, destination)?.eni : owner;
  return {
    source: { kind: 'interface', id: (routed ?? owner).NetworkInterfaceId, address: wanted },
    address: wanted,
    device: '',
  };
}

/** Every address of an interface, the primary one first. */
export const addressesOf = (eni: NetworkInterface): string[] => [
  ...eni.PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress),
  ...(eni.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address),
];
