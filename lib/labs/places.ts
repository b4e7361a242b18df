import { z } from 'zod';
import type { FlowSource, FlowTarget } from '@/lib/engine/reachability/flow';
import type { World } from '@/lib/engine/world';
import { Address, DnsName, Name } from './address-forms';
import { instancesNamed, interfacesNamed } from './names';

const kinds = ['instance', 'interface', 'site', 'vpnClient'] as const;
type Kind = (typeof kinds)[number];

/** `instance:web-1`, cut at its colon; undefined where a text has no kind of ours before it. */
function cut(text: string): { kind: Kind | 'internet'; name: string } | undefined {
  const colon = text.indexOf(':');
  const kind = [...kinds, 'internet' as const].find((one) => one === text.slice(0, colon));
  return kind && { kind, name: text.slice(colon + 1) };
}

function isSource(text: string): boolean {
  if (text === 'internet') return true;
  const place = cut(text);
  if (!place) return false;
  if (place.kind === 'internet') return Address.safeParse(place.name).success;
  const names = place.kind === 'site' ? place.name.split('/') : [place.name];
  return names.length <= 2 && names.every((name) => Name.safeParse(name).success);
}

/** Where a flow begins: `internet`, `internet:198.51.100.7`, `instance:NAME`, `interface:NAME`, `site:NAME/HOST` or `vpnClient:NAME`. */
export const SourceText = z.string().refine(isSource, 'no place such as internet, instance:NAME or site:NAME/HOST');

/** Where a flow is to arrive: what may be a source, an address or a DNS name. */
export const TargetText = z
  .string()
  .refine(
    (text) => isSource(text) || Address.safeParse(text).success || DnsName.safeParse(text).success,
    'no place such as internet, instance:NAME, 203.0.113.9 or www.example.com',
  );

/** What a text of `SourceText` stands for now: each instance or interface of the name. Empty when there is none. */
export function sourcesAt(world: World, text: string): FlowSource[] {
  const place = cut(text);
  if (!place) return [{ kind: 'internet' }];
  const { kind, name } = place;
  switch (kind) {
    case 'internet':
      return [{ kind, address: name }];
    case 'instance':
      return instancesNamed(world, name).map(({ InstanceId }) => ({ kind, id: InstanceId }));
    case 'interface':
      return interfacesNamed(world, name).map(({ NetworkInterfaceId }) => ({ kind, id: NetworkInterfaceId }));
    case 'site': {
      const [site = '', host] = name.split('/');
      return [{ kind, name: site, ...(host !== undefined && { host }) }];
    }
    case 'vpnClient':
      return [{ kind, name }];
  }
}

/** What a text of `TargetText` stands for now. */
export function targetsAt(world: World, text: string): FlowTarget[] {
  if (isSource(text)) return sourcesAt(world, text);
  return [Address.safeParse(text).success ? { kind: 'address', address: text } : { kind: 'name', name: text }];
}

/** Says that nothing has the name. Only instances and interfaces can be missing; the rest is lab data. */
export function nothingAt(text: string): string {
  const place = cut(text);
  return `There is no ${place?.kind === 'interface' ? 'network interface' : 'instance'} named ${place?.name ?? text}.`;
}

/** The name alone, without its kind: what a task's text calls the place. */
export const nameAt = (text: string): string => cut(text)?.name ?? text;
