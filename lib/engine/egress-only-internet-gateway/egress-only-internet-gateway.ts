import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { egressOnlyInternetGatewayErrors } from './errors';

/** A way out for IPv6 that lets nothing in. It is attached to its VPC from its creation to its end. */
export interface EgressOnlyInternetGateway extends Row {
  readonly EgressOnlyInternetGatewayId: string;
  readonly VpcId: string;
  readonly Tags: readonly Tag[];
}

export const egressOnlyInternetGateways = defineTable<EgressOnlyInternetGateway>()('EgressOnlyInternetGatewayId', {
  VpcId: (row) => row.VpcId,
});

export function getEgressOnlyInternetGateway(world: World, id: string): EgressOnlyInternetGateway {
  const gateway = world.egressOnlyInternetGateways.get(id);
  if (gateway) return gateway;
  throw id.startsWith('eigw-')
    ? egressOnlyInternetGatewayErrors.notFound(id)
    : egressOnlyInternetGatewayErrors.malformedId(id);
}

/** The gateway as AWS shows it. Source: the CLI's examples; `Tags` by the model. */
export const describeEgressOnlyInternetGateway = (gateway: EgressOnlyInternetGateway): object => ({
  Attachments: [{ State: 'attached', VpcId: gateway.VpcId }],
  EgressOnlyInternetGatewayId: gateway.EgressOnlyInternetGatewayId,
  Tags: gateway.Tags,
});
