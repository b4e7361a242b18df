import type { World } from '../world';
import { networkInsightsErrors } from './errors';

interface Kind {
  /** The resource type in its ARN. */
  readonly type: string;
  readonly has: (world: World, id: string) => boolean;
}

/** What a path may begin or end at, by the prefix of its ids. Source: https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html */
const kinds: { readonly [prefix: string]: Kind } = {
  eni: { type: 'network-interface', has: (world, id) => world.networkInterfaces.get(id) !== undefined },
  i: { type: 'instance', has: (world, id) => world.instances.get(id) !== undefined },
  igw: { type: 'internet-gateway', has: (world, id) => world.internetGateways.get(id) !== undefined },
  pcx: { type: 'vpc-peering-connection', has: (world, id) => world.vpcPeeringConnections.get(id) !== undefined },
  tgw: { type: 'transit-gateway', has: (world, id) => world.transitGateways.get(id) !== undefined },
  'tgw-attach': {
    type: 'transit-gateway-attachment',
    has: (world, id) => world.transitGatewayAttachments.get(id) !== undefined,
  },
  vgw: { type: 'vpn-gateway', has: (world, id) => world.vpnGateways.get(id) !== undefined },
  vpce: { type: 'vpc-endpoint', has: (world, id) => world.vpcEndpoints.get(id) !== undefined },
};

/** A resource by its id or ARN, as both. `name` as AWS's sentences spell the parameter. Refuses what does not exist. */
export function acceptEndPoint(world: World, text: string, name: string): { id: string; arn: string } {
  const prefixOfArn = `arn:aws:ec2:${world.region}:${world.account}:`;
  const id = text.startsWith(prefixOfArn) ? (text.slice(prefixOfArn.length).split('/')[1] ?? '') : text;
  const prefix = id.slice(0, Math.max(0, id.lastIndexOf('-')));
  const kind = Object.hasOwn(kinds, prefix) ? kinds[prefix] : undefined;
  const arn = `${prefixOfArn}${kind?.type}/${id}`;
  if (!kind?.has(world, id) || (text !== id && text !== arn)) throw networkInsightsErrors.resource(text, name);
  return { id, arn };
}
