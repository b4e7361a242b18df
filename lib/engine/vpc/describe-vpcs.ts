import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
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
        'cidr-block-association.association-id': (vpc) => vpc.associationId,
        'cidr-block-association.cidr-block': (vpc) => vpc.CidrBlock,
        'cidr-block-association.state': () => 'associated',
        'dhcp-options-id': (vpc) => vpc.DhcpOptionsId,
        'ipv6-cidr-block-association.association-id': () => undefined,
        'ipv6-cidr-block-association.ipv6-cidr-block': () => undefined,
        'ipv6-cidr-block-association.ipv6-pool': () => undefined,
        'ipv6-cidr-block-association.state': () => undefined,
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
