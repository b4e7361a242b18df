import type { Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';

/** A component of a path as a record keeps it; what AWS shows has its ARN too. */
export interface Component {
  readonly Id: string;
  /** Its Name tag, when it has one. */
  readonly Name?: string;
}

interface Kind {
  /** The resource type in its ARN. */
  readonly type: string;
  readonly find: (world: World, id: string) => (Row & Tagged) | undefined;
}

interface Tagged {
  readonly Tags?: readonly Tag[];
  readonly TagSet?: readonly Tag[];
}

/** What may stand in a path or in what explains that there is none, by the prefix of its ids. */
const kinds: { readonly [prefix: string]: Kind } = {
  acl: { type: 'network-acl', find: (world, id) => world.networkAcls.get(id) },
  cgw: { type: 'customer-gateway', find: (world, id) => world.customerGateways.get(id) },
  eigw: { type: 'egress-only-internet-gateway', find: (world, id) => world.egressOnlyInternetGateways.get(id) },
  eni: { type: 'network-interface', find: (world, id) => world.networkInterfaces.get(id) },
  i: { type: 'instance', find: (world, id) => world.instances.get(id) },
  igw: { type: 'internet-gateway', find: (world, id) => world.internetGateways.get(id) },
  nat: { type: 'natgateway', find: (world, id) => world.natGateways.get(id) },
  nia: { type: 'network-insights-analysis', find: (world, id) => world.networkInsightsAnalyses.get(id) },
  nip: { type: 'network-insights-path', find: (world, id) => world.networkInsightsPaths.get(id) },
  pcx: { type: 'vpc-peering-connection', find: (world, id) => world.vpcPeeringConnections.get(id) },
  pl: { type: 'prefix-list', find: (world, id) => world.prefixLists.get(id) },
  rtb: { type: 'route-table', find: (world, id) => world.routeTables.get(id) },
  sg: { type: 'security-group', find: (world, id) => world.securityGroups.get(id) },
  subnet: { type: 'subnet', find: (world, id) => world.subnets.get(id) },
  tgw: { type: 'transit-gateway', find: (world, id) => world.transitGateways.get(id) },
  'tgw-attach': {
    type: 'transit-gateway-attachment',
    find: (world, id) => world.transitGatewayAttachments.get(id),
  },
  'tgw-rtb': {
    type: 'transit-gateway-route-table',
    find: (world, id) => world.transitGatewayRouteTables.get(id),
  },
  vgw: { type: 'vpn-gateway', find: (world, id) => world.vpnGateways.get(id) },
  vpc: { type: 'vpc', find: (world, id) => world.vpcs.get(id) },
  vpce: { type: 'vpc-endpoint', find: (world, id) => world.vpcEndpoints.get(id) },
  vpn: { type: 'vpn-connection', find: (world, id) => world.vpnConnections.get(id) },
};

const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('-')));
const kindOf = (id: string): Kind | undefined => {
  const prefix = prefixOf(id);
  return Object.hasOwn(kinds, prefix) ? kinds[prefix] : undefined;
};

export const exists = (world: World, id: string): boolean => kindOf(id)?.find(world, id) !== undefined;

export const arnPrefix = (world: World): string => `arn:aws:ec2:${world.region}:${world.account}:`;

export const arnOf = (world: World, id: string): string => `${arnPrefix(world)}${kindOf(id)?.type}/${id}`;

/** The id that an ARN of this account ends with; what is no such ARN as it is. */
export const idIn = (world: World, text: string): string =>
  text.startsWith(arnPrefix(world)) ? (text.slice(arnPrefix(world).length).split('/')[1] ?? '') : text;

/** The component as it is called now. */
export function component(world: World, id: string): Component {
  const row = kindOf(id)?.find(world, id);
  const name = (row?.Tags ?? row?.TagSet ?? []).find(({ Key }) => Key === 'Name')?.Value;
  return name ? { Id: id, Name: name } : { Id: id };
}

/** A part of an answer with the ARN of every component in it. */
export function withArns<T>(world: World, value: T): T {
  // The form stays, with one member more in each component: what comes out is what came in.
  return added(world, value) as T;
}

function added(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => added(world, one));
  if (typeof value !== 'object' || value === null) return value;
  if ('Id' in value && typeof value.Id === 'string') {
    const { Id, ...rest } = value;
    return { Id, Arn: arnOf(world, Id), ...rest };
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, added(world, one)]));
}
