import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeNatGateway } from './describe-nat-gateway';
import { getNatGateway, type NatGateway, natGatewayState } from './nat-gateway';

/**
 * DescribeNatGateways: the gateways asked for, deleted and failed ones for about an hour. `Filter` is AWS's spelling.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNatGateways.html
 */
export const describeNatGateways = operation({
  name: 'DescribeNatGateways',
  input: { Filter: filterList, MaxResults: paged.MaxResults, NatGatewayIds: list(string), NextToken: paged.NextToken },
  run(world, { Filter, NatGatewayIds, ...input }) {
    const { rows, ...page } = describeRows<NatGateway>(
      { ...input, Filters: Filter },
      {
        ids: NatGatewayIds,
        idsParameter: 'natGatewayIdSet',
        get: (id) => getNatGateway(world, id),
        list: () => world.natGateways.list(),
        tags: (gateway) => gateway.Tags,
        filters: {
          'nat-gateway-id': (gateway) => gateway.NatGatewayId,
          state: (gateway) => natGatewayState(world, gateway),
          'subnet-id': (gateway) => gateway.SubnetId,
          'vpc-id': (gateway) => gateway.VpcId,
        },
      },
    );
    return { NatGateways: rows.map((gateway) => describeNatGateway(world, gateway)), ...page };
  },
});
