import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import type { World } from '../world';
import { describePeering, expirationTime, statusMessage } from './describe-peering';
import { getVpcPeeringConnection, peeringStatus, type VpcPeeringConnection } from './vpc-peering-connection';

/**
 * DescribeVpcPeeringConnections: the connections asked for, by id or by filter; those that came to an end are listed for a while.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcPeeringConnections.html
 */
export const describeVpcPeeringConnections = operation({
  name: 'DescribeVpcPeeringConnections',
  input: { ...paged, VpcPeeringConnectionIds: list(string), Filters: filterList },
  run(world, input) {
    const { rows, ...page } = describeRows<VpcPeeringConnection>(input, {
      ids: input.VpcPeeringConnectionIds,
      idsParameter: 'vpcPeeringConnectionId', // Assumed: the wire name.
      get: (id) => getVpcPeeringConnection(world, id),
      list: () => world.vpcPeeringConnections.list(),
      tags: (row) => row.Tags,
      filters: {
        'accepter-vpc-info.cidr-block': (row) => blockOf(world, row.accepter),
        'accepter-vpc-info.owner-id': () => world.account,
        'accepter-vpc-info.vpc-id': (row) => row.accepter,
        'expiration-time': expirationTime,
        'requester-vpc-info.cidr-block': (row) => blockOf(world, row.requester),
        'requester-vpc-info.owner-id': () => world.account,
        'requester-vpc-info.vpc-id': (row) => row.requester,
        'status-code': (row) => peeringStatus(world, row),
        'status-message': (row) => statusMessage(world, peeringStatus(world, row)),
        'vpc-peering-connection-id': (row) => row.VpcPeeringConnectionId,
      },
    });
    return { VpcPeeringConnections: rows.map((row) => describePeering(world, row)), ...page };
  },
});

const blockOf = (world: World, vpcId: string): string | undefined => world.vpcs.get(vpcId)?.CidrBlock;
