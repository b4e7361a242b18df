import { describeRows, type Filters } from '../describe';
import { memberFilters } from '../member-filters';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import type { World } from '../world';
import { describeBlocks, describeBlocks6 } from './describe-blocks';
import { describeVpc, getVpc, type Vpc, vpcState } from './vpc';

/**
 * DescribeVpcs: the VPCs asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html; `isDefault` is an older spelling
 * that AWS still takes.
 */
export const describeVpcs = operation({
  name: 'DescribeVpcs',
  input: { Filters: filterList, VpcIds: list(string), ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<Vpc>(input, {
      ids: input.VpcIds,
      idsParameter: 'vpcSet',
      get: (id) => getVpc(world, id),
      list: () => world.vpcs.list(),
      tags: (vpc) => vpc.Tags,
      filters: {
        cidr: (vpc) => vpc.CidrBlock,
        ...blockFilters(world),
        'dhcp-options-id': (vpc) => vpc.DhcpOptionsId,
        'is-default': (vpc) => vpc.IsDefault,
        isDefault: (vpc) => vpc.IsDefault,
        'owner-id': () => world.account,
        state: (vpc) => vpcState(world, vpc),
        'vpc-id': (vpc) => vpc.VpcId,
      },
    });
    return { ...page, Vpcs: rows.map((vpc) => describeVpc(world, vpc)) };
  },
});

const blockFilters = (world: World): Filters<Vpc> =>
  memberFilters<Vpc>(
    (vpc) => ({
      CidrBlockAssociation: describeBlocks(world, vpc),
      Ipv6CidrBlockAssociation: describeBlocks6(world, vpc),
    }),
    [
      'cidr-block-association.association-id',
      'cidr-block-association.cidr-block',
      'cidr-block-association.state',
      'ipv6-cidr-block-association.association-id',
      'ipv6-cidr-block-association.ipv6-cidr-block',
      'ipv6-cidr-block-association.ipv6-pool',
      'ipv6-cidr-block-association.state',
    ],
    {
      'cidr-block-association.state': 'CidrBlockAssociation.CidrBlockState.State',
      'ipv6-cidr-block-association.state': 'Ipv6CidrBlockAssociation.Ipv6CidrBlockState.State',
    },
  );
