/** What a describe call shows of a resource, as plain JSON data. */
export type Shown = { readonly [member: string]: unknown };

/**
 * What is shown under one name: texts by the names of their members, or one under the empty name where there is nothing more to
 * name.
 */
type Texts = ReadonlyMap<string, string>;

/**
 * What a resource shows, by name: `Attachment.DeviceIndex`, or `Routes[0.0.0.0/0]` for one of a list. One of a list goes by what it
 * is (a route by its destination, a tag by its key) and not by where it stands, since AWS promises no order.
 * @param members those that are asked for; all when absent
 */
export function attributesOf(shown: Shown, members: readonly string[] = Object.keys(shown)): Map<string, Texts> {
  const attributes = new Map<string, Map<string, string>>();
  for (const member of members) {
    for (const { path, inList, text } of leaves(shown[member], member)) {
      const name = inList ?? path;
      const texts = attributes.get(name) ?? new Map<string, string>();
      attributes.set(name, texts.set(inList === undefined ? '' : path, text));
    }
  }
  return attributes;
}

/** The texts as one, `GatewayId=igw-1,State=active`, without those that `other` has alike. Undefined when none is left. */
export function textOf(texts: Texts | undefined, other?: Texts): string | undefined {
  const left = [...(texts ?? [])].filter(([name, text]) => other?.get(name) !== text);
  if (left.length === 0) return undefined;
  return left.map(([name, text]) => (name === '' ? text : `${name}=${text}`)).join(',');
}

interface Leaf {
  /** Within `inList`, when there is one. */
  readonly path: string;
  /** The outermost list that it stands in, with its key there. */
  readonly inList: string | undefined;
  readonly text: string;
}

function* leaves(value: unknown, path: string, inList?: string): Generator<Leaf> {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) yield* listed(value, path, inList);
  else if (typeof value === 'object') {
    for (const [member, inside] of Object.entries(value)) yield* leaves(inside, below(path, member), inList);
  } else yield { path, inList, text: String(value) };
}

const below = (path: string, member: string): string => (path === '' ? member : `${path}.${member}`);

function* listed(items: readonly unknown[], path: string, inList: string | undefined): Generator<Leaf> {
  const structures = items.filter((item): item is Shown => typeof item === 'object' && item !== null);
  const single = structures.length === items.length ? structures.map(onlyText) : items.map(String);
  // Texts, or structures around one text each: one line of them, in the order given.
  if (items.length > 0 && single.every((text) => text !== undefined)) {
    yield { path, inList, text: single.join(', ') };
    return;
  }
  const taken = new Map<string, number>();
  for (const item of structures) {
    const { key, rest } = identified(item, path);
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    const place = `${path}[${before === 0 ? key : `${key} (${before + 1})`}]`;
    const inside = [...leaves(rest, '', inList)];
    if (inList !== undefined) for (const leaf of inside) yield { ...leaf, path: below(place, leaf.path) };
    else for (const leaf of inside) yield { ...leaf, inList: place };
    if (inside.length === 0)
      yield inList === undefined ? { path: '', inList: place, text: key } : { path: place, inList, text: key };
  }
}

function onlyText(item: Shown): string | undefined {
  const [value, ...more] = Object.values(item);
  return more.length === 0 && typeof value !== 'object' ? String(value) : undefined;
}

/** What tells one of a list from the others: the first of these that it has. */
const identities = [
  'Key',
  'TrafficMirrorFilterRuleId',
  'DestinationCidrBlock',
  'DestinationIpv6CidrBlock',
  'DestinationPrefixListId',
  'Cidr',
  'AllocationId',
  'PrivateIp',
  'NetworkInterfaceId',
  'PrivateIpAddress',
  'Ipv6Address',
  'GroupId',
  'SubnetId',
  'GatewayId',
  'AssociationId',
  'TransitGatewayAttachmentId',
  'OutsideIpAddress',
  'DnsName',
  'DeviceName',
  'VpcId',
  'SequenceNumber',
  'RouteTableAssociationId',
];

function identified(item: Shown, path: string): { key: string; rest: unknown } {
  if (path.endsWith('Tags') || path === 'TagSet') return { key: String(item.Key), rest: { '': item.Value } };
  if (typeof item.RuleNumber === 'number' && typeof item.Egress === 'boolean') {
    const { RuleNumber, Egress, ...rest } = item;
    return { key: `${Egress ? 'egress' : 'ingress'} ${RuleNumber}`, rest };
  }
  const member = identities.find((name) => item[name] !== undefined);
  if (member === undefined) return { key: JSON.stringify(item), rest: {} };
  const { [member]: key, ...rest } = item;
  return { key: String(key), rest };
}
