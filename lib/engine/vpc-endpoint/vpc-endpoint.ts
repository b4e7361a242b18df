import { type KnownPrefixList, prefixListNamed } from '../prefix-list/prefix-list';
import type { RouteTable } from '../route-table/route-table';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { vpcEndpointErrors } from './errors';

export interface VpcEndpoint extends Row {
  readonly VpcEndpointId: string;
  readonly VpcEndpointType: 'Gateway' | 'Interface';
  readonly VpcId: string;
  readonly ServiceName: string;
  /** As it was given; AWS's own, which allows everything, when absent. */
  readonly PolicyDocument?: string;
  /** Of an interface endpoint: one for each zone, with the interface it has there. */
  readonly subnets: readonly { readonly SubnetId: string; readonly NetworkInterfaceId: string }[];
  /** Ids of an interface endpoint's groups. */
  readonly groups: readonly string[];
  readonly PrivateDnsEnabled: boolean;
  readonly DnsRecordIpType: string;
  /** Private DNS only for queries from outside the VPC; of services that have gateway endpoints too. */
  readonly inboundOnly?: boolean;
  /** ms since 1970 UTC. */
  readonly createdAt: number;
  /** `pending` before this instant, ms since 1970 UTC. */
  readonly availableAt: number;
  /** Set by DeleteVpcEndpoints: `deleting` until the timer takes it away. */
  readonly deleting?: true;
  readonly Tags: readonly Tag[];
}

export const vpcEndpoints = defineTable<VpcEndpoint>()('VpcEndpointId', {
  VpcId: (row) => row.VpcId,
  type: (row) => row.VpcEndpointType,
  group: (row) => row.groups,
});

export function getVpcEndpoint(world: World, id: string): VpcEndpoint {
  const row = world.vpcEndpoints.get(id);
  if (row) return row;
  throw id.startsWith('vpce-') ? vpcEndpointErrors.notFound(id) : vpcEndpointErrors.malformedId(id);
}

export const endpointState = (world: World, row: VpcEndpoint): 'pending' | 'available' | 'deleting' =>
  row.deleting ? 'deleting' : world.now < row.availableAt ? 'pending' : 'available';

/** The route tables that have a gateway endpoint's route: the routes themselves are the association. Cost: those of the VPC. */
export const routeTablesOf = (world: World, { VpcId, VpcEndpointId }: VpcEndpoint): RouteTable[] =>
  world.routeTables
    .by('VpcId', VpcId)
    .filter(({ routes }) => routes.some(({ target }) => 'GatewayId' in target && target.GatewayId === VpcEndpointId));

/** The list of a gateway service's blocks, which AWS keeps for every such service. */
export function prefixListOf(world: World, serviceName: string): KnownPrefixList {
  const list = prefixListNamed(world, serviceName);
  if (!list) throw new Error(`${serviceName} has no prefix list`);
  return list;
}
