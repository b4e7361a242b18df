import type { ComponentKind } from '@/lib/engine/reachability/hop';
import type { Files } from './find-tests';
import { type OperationNotes, readDocstrings } from './read-docstrings';
import type { ComponentView } from './views';

interface Place {
  readonly title: string;
  /** What it does, by the functions that do it: `file: names`. */
  readonly of: { readonly [file: string]: readonly string[] };
}

/** Where the engine does what each kind of component does, in the order in which a packet may meet them. */
const places: { readonly [K in ComponentKind | 'name' | 'packet']: Place } = {
  instance: { title: 'Instance, its operating system', of: { hosts: ['deviceFor', 'arriveAtHost', 'relay'] } },
  'network-interface': { title: 'Network interface', of: { deliver: ['leaveInterface', 'arriveAtInterface'] } },
  'security-group': { title: 'Security groups', of: { groups: ['passGroups'] } },
  'network-acl': { title: 'Network ACL', of: { acl: ['passAcl'] } },
  subnet: { title: 'Subnet', of: { routing: ['throughRouter'] } },
  'route-table': { title: 'Route table', of: { routing: ['findRoute'] } },
  vpc: { title: 'VPC', of: { deliver: ['throughVpc'], 'amazon-services': ['toAmazonService'] } },
  'internet-gateway': { title: 'Internet gateway', of: { gateways: ['throughInternetGateway'] } },
  'egress-only-internet-gateway': {
    title: 'Egress-only internet gateway',
    of: { gateways: ['throughEgressOnlyGateway'] },
  },
  'nat-gateway': { title: 'NAT gateway', of: { gateways: ['throughNatGateway', 'backToNatGateway'] } },
  'vpc-peering-connection': { title: 'VPC peering connection', of: { peering: ['throughPeering'] } },
  'transit-gateway': { title: 'Transit gateway', of: { 'transit-gateway': ['throughTransitGateway'] } },
  'transit-gateway-attachment': {
    title: 'Transit gateway attachment',
    of: { 'transit-gateway': ['exitSubnet', 'fromAttachment'] },
  },
  'transit-gateway-route-table': {
    title: 'Transit gateway route table',
    of: { 'transit-routes': ['transitWay'] },
  },
  'vpn-gateway': { title: 'Virtual private gateway', of: { 'vpn-gateway': ['throughVpnGateway', 'fromVpnGateway'] } },
  'vpn-connection': { title: 'VPN connection', of: { 'vpn-tunnel': ['throughConnection', 'fromDevice'] } },
  'vpc-endpoint': { title: 'VPC endpoint', of: { endpoints: ['throughEndpoint', 'arriveAtEndpoint'] } },
  'client-vpn': {
    title: 'Client VPN endpoint',
    of: { 'client-vpn': ['throughClientVpn'], 'client-vpn-interface': ['clientVpnInterfaceOf'] },
  },
  site: { title: 'Network on premises', of: { site: ['throughSite', 'leave'] } },
  internet: { title: 'Internet', of: { gateways: ['throughInternet'] } },
  name: {
    title: 'DNS names',
    of: { 'resolve-name': ['resolveName'], 'shared-names': ['resolvesPrivately'], 'ec2-names': ['instanceNamed'] },
  },
  packet: { title: 'Every packet', of: { trace: ['trace'], beginning: [] } },
};

interface Said extends OperationNotes {
  readonly file: string;
}

/**
 * What every component of a packet's way does and leaves out, as the sources of the trace say it. What a docstring leaves out
 * stands with the component that has its function, or else its file; what none has concerns every packet. `files`: by name in
 * the folder of the trace.
 */
export function componentsOf(files: Files): ComponentView[] {
  const all = [...files].flatMap(([name, source]) =>
    readDocstrings(source).map((one): Said => ({ ...one, file: name.replace(/\.ts$/, '') })),
  );
  const slugs = Object.keys(places) as (keyof typeof places)[];
  const has = (slug: keyof typeof places, file: string) => Object.hasOwn(places[slug].of, file);
  const owner = ({ file, name }: Said) =>
    slugs.find((slug) => places[slug].of[file]?.includes(name)) ?? slugs.find((slug) => has(slug, file)) ?? 'packet';
  return slugs.map((slug) => {
    const { title, of } = places[slug];
    const own = all.filter((one) => owner(one) === slug);
    const doing = Object.entries(of).flatMap(([file, names]) =>
      names.flatMap((name) => own.filter((one) => one.file === file && one.name === name)),
    );
    return {
      slug,
      title,
      does: doing.map(({ summary }) => sentence(summary)).filter(Boolean),
      // Functions that do a thing together often name the same page.
      sources: [...new Map(doing.flatMap(({ sources }) => sources.map((one) => [one.text, one]))).values()],
      notModelled: own.flatMap((one) => limit(one, one.notModelled, doing)),
      differs: own.flatMap((one) => limit(one, one.differs, doing)),
      assumed: own.flatMap((one) => limit(one, one.assumed, doing)),
    };
  });
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a docstring leaves out; with its own words before it where those do not stand under what the component does. */
function limit(one: Said, text: string | undefined, doing: readonly Said[]): string[] {
  if (text === undefined) return [];
  const isSaid = doing.includes(one) || one.summary === '';
  return [isSaid ? sentence(text) : `${sentence(one.summary.replace(/\.$/, ''))}: ${text}`];
}
