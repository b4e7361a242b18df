import type { Instance } from '@/lib/engine/instance/instance';
import type { World } from '@/lib/engine/world';

/** Ports that are drawn of a type whose limit is not known. */
const mostPorts = 15;

/** How many ports an instance has, and which of them each of its interfaces is in. */
export interface Panel {
  readonly ports: number;
  readonly portOf: ReadonlyMap<string, number>;
}

/** Which port each interface of an instance is in: see `Device`. `limit`: how many its type takes, where that is known. */
export function panelOf(world: World, { InstanceId }: Instance, limit: number | undefined): Panel {
  const attached = world.networkInterfaces
    .by('InstanceId', InstanceId)
    .map(({ NetworkInterfaceId: id, Attachment }) => ({
      id,
      card: Attachment?.NetworkCardIndex ?? 0,
      index: Attachment?.DeviceIndex ?? 0,
    }))
    .sort((a, b) => a.card - b.card || a.index - b.index);
  const highest = Math.max(0, ...attached.map(({ index }) => index));
  const ports = Math.max(limit ?? Math.min(highest + 1, mostPorts), attached.length, 1);
  // A device index may be any number, and the same on each network card.
  const fits = attached.filter(({ card, index }) => card === 0 && index < ports);
  const portOf = new Map(fits.map(({ id, index }) => [id, index]));
  const taken = new Set(portOf.values());
  let free = 0;
  for (const { id } of attached) {
    if (portOf.has(id)) continue;
    while (taken.has(free)) free += 1;
    portOf.set(id, free);
    taken.add(free);
  }
  return { ports, portOf };
}
