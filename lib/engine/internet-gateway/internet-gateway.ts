import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { internetGatewayErrors } from './errors';

export interface InternetGateway extends Row {
  readonly InternetGatewayId: string;
  /** Id of the VPC it is attached to; a gateway serves one VPC and a VPC has one gateway. */
  readonly attachedTo?: string;
  readonly Tags: readonly Tag[];
}

export const internetGateways = defineTable<InternetGateway>()('InternetGatewayId', {
  attachedTo: (gateway) => gateway.attachedTo,
});

export function getInternetGateway(world: World, id: string): InternetGateway {
  const gateway = world.internetGateways.get(id);
  if (!gateway) {
    throw id.startsWith('igw-') ? internetGatewayErrors.notFound(id) : internetGatewayErrors.malformedId(id);
  }
  return gateway;
}

export const hasInternetGateway = (world: World, vpcId: string): boolean =>
  world.internetGateways.count('attachedTo', vpcId) > 0;

/** The gateway as AWS shows it. */
export const describeInternetGateway = (world: World, gateway: InternetGateway): object => ({
  Attachments: gateway.attachedTo ? [{ State: 'available', VpcId: gateway.attachedTo }] : [],
  InternetGatewayId: gateway.InternetGatewayId,
  OwnerId: world.account,
  Tags: gateway.Tags,
});
