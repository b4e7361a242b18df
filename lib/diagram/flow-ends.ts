import { instanceState } from '@/lib/engine/instance/instance';
import { asAddress, type FlowSource, type FlowTarget } from '@/lib/engine/reachability/flow';
import { nameOf } from '@/lib/engine/reachability/refuse';
import type { World } from '@/lib/engine/world';

/** Where a flow may begin or end in this account and around it, as a list to choose from. */
export interface EndGroup {
  readonly label: string;
  readonly ends: readonly FlowEnd[];
}
export interface FlowEnd {
  /** Stands for the end in forms; same end, same key. */
  readonly key: string;
  readonly label: string;
  readonly end: FlowSource;
}

/** The internet, hosts by name, interfaces, hosts on premises, VPN clients. Groups without an end are left out. Cost: what the account holds. */
export function flowEnds(world: World): EndGroup[] {
  const { sites = [], clientVpns = [] } = world.surroundings ?? {};
  const groups: EndGroup[] = [
    { label: 'Outside', ends: [flowEnd({ kind: 'internet' }, 'The internet')] },
    {
      label: 'Instances',
      ends: world.instances
        .list()
        .filter((row) => instanceState(world, row) !== 'terminated')
        .map((row) => flowEnd({ kind: 'instance', id: row.InstanceId }, withId(row.InstanceId, row.Tags))),
    },
    {
      label: 'Interfaces',
      ends: world.networkInterfaces.list().map((row) => {
        const address = row.PrivateIpAddresses[0]?.PrivateIpAddress ?? row.Ipv6Addresses?.[0]?.Ipv6Address;
        const id = row.NetworkInterfaceId;
        return flowEnd({ kind: 'interface', id }, [withId(id, row.TagSet), address].filter(Boolean).join(', '));
      }),
    },
    {
      label: 'Sites',
      ends: sites.flatMap(({ name, hosts }) =>
        hosts.map((host) =>
          flowEnd({ kind: 'site', name, host: host.name }, `${host.name} in ${name}, ${host.address}`),
        ),
      ),
    },
    {
      label: 'VPN clients',
      ends: clientVpns.map(({ name }) => flowEnd({ kind: 'vpnClient', name }, `A client of ${name}`)),
    },
  ];
  return groups.filter(({ ends }) => ends.length > 0);
}

const flowEnd = (end: FlowSource, label: string): FlowEnd => ({ key: endKey(end), label, end });

function withId(id: string, tags: Parameters<typeof nameOf>[1]): string {
  const name = nameOf(id, tags);
  return name === id ? id : `${name} (${id})`;
}

/** The key of an end; of an address or a name, which no list has, `other`. */
export function endKey(end: FlowTarget): string {
  switch (end.kind) {
    case 'internet':
      return 'internet';
    case 'instance':
    case 'interface':
      return `${end.kind}:${end.id}`;
    case 'site':
      return `site:${end.name}/${end.host ?? ''}`;
    case 'vpnClient':
      return `vpnClient:${end.name}`;
    case 'address':
    case 'name':
      return 'other';
  }
}

/** An address or DNS name that a person typed; undefined when it can be neither. */
export function typedEnd(text: string): FlowTarget | undefined {
  const typed = text.trim();
  const address = asAddress(typed);
  if (address !== undefined) return { kind: 'address', address };
  const isName = typed.length <= 253 && /^(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?$/i.test(typed);
  return isName && /[a-z]/i.test(typed) ? { kind: 'name', name: typed } : undefined;
}
