import { kindOfId } from './kinds';
import type { Topology } from './topology';
import { shortId } from './words';

/** The most things that are named one by one. */
const mostNamed = 4;

/**
 * What a step changed, for those who cannot see its marks, and for what has none: what is new, what changed, what is gone.
 * `has` tells whether the account holds a record now; without it, what was never drawn counts as still there. Empty when
 * nothing changed.
 */
export function changesSaid(
  before: Topology | undefined,
  after: Topology,
  changed: ReadonlySet<string>,
  has: (id: string) => boolean = () => true,
): string {
  const [old, now] = [namesOf(before), namesOf(after)];
  const lists: { [K in 'new' | 'changed' | 'gone']: string[] } = {
    new: [],
    changed: [],
    gone: [],
  };
  for (const id of changed) {
    const kind = kindOfId(id);
    if (!kind) continue;
    const words = `${kind} ${now.get(id) ?? old.get(id) ?? shortId(id)}`;
    if (now.has(id)) lists[before && !old.has(id) ? 'new' : 'changed'].push(words);
    else lists[old.has(id) || !has(id) ? 'gone' : 'changed'].push(words);
  }
  return [sentence('New', lists.new), sentence('Changed', lists.changed), sentence('Gone', lists.gone)]
    .filter(Boolean)
    .join(' ');
}

function sentence(label: string, things: readonly string[]): string {
  if (things.length === 0) return '';
  const more = things.length - mostNamed;
  const names = `${things.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  // The end of a cut id is end enough.
  return `${label}: ${names.replace('….', '…')}`;
}

/** The name of whatever the picture draws, by its id. */
function namesOf(account: Topology | undefined): Map<string, string> {
  const names = new Map<string, string>();
  const put = ({ id, name }: { readonly id: string; readonly name: string }) =>
    names.set(id, name === id || name === '' ? shortId(id) : name);
  for (const vpc of account?.vpcs ?? []) {
    put(vpc);
    if (vpc.gateway) put(vpc.gateway);
    for (const subnet of vpc.zones.flatMap((zone) => zone.subnets)) {
      put(subnet);
      subnet.instances.forEach(put);
      subnet.interfaces.forEach(put);
    }
  }
  for (const { id, publicIp } of account?.looseAddresses ?? []) names.set(id, publicIp);
  return names;
}
