import type { World } from '../world';
import type { Flow } from './flow';
import type { Hop } from './hop';
import { nameOf } from './refuse';
import type { Place } from './walk';

/** Whether an answer came to whoever asked. Networks that overlap may have another host of the same address. */
export const cameBack = (start: Place, end: Place | undefined): boolean =>
  end !== undefined && whoIsAt(start) === whoIsAt(end);

/** Who stands at an end of a flow, as text: an instance by whatever interface. */
function whoIsAt(place: Place): string {
  if ('instance' in place) return place.instance.InstanceId;
  if ('eni' in place) return place.eni.Attachment?.InstanceId ?? place.eni.NetworkInterfaceId;
  if ('site' in place) return place.site.name;
  return 'name' in place ? place.name : place.at;
}

/**
 * The last hop, refusing, of a packet that arrived at another host than the flow names, which has the same address in a network
 * nearer to the sender. Undefined where it came by the one that is meant, and for flows to an address or a DNS name.
 */
export function otherThanMeant(world: World, { destination }: Flow, hops: readonly Hop[]): Hop | undefined {
  if (destination.kind !== 'instance' && destination.kind !== 'interface' && destination.kind !== 'site')
    return undefined;
  const meant = destination.kind === 'site' ? destination.name : destination.id;
  const behind = world.networkInterfaces.get(meant)?.Attachment?.InstanceId;
  if (hops.some(({ component: { id } }) => id === meant || id === behind)) return undefined;
  const last = hops.at(-1);
  if (!last) throw new Error('a packet that arrives has passed something');
  const { component, packet } = last;
  const row = world.instances.get(meant) ?? world.networkInterfaces.get(meant);
  const name = nameOf(meant, row && ('Tags' in row ? row.Tags : row.TagSet));
  const text = `${packet.destination} leads to another host here than ${name}, which has the same address in another network.`;
  return { component, packet, refusal: { code: 'NO_POSSIBLE_DESTINATION', text, ids: [component.id, meant] } };
}
