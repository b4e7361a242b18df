import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import type { World } from '../world';
import { associationsOf } from './associations';
import { describeNetworkAcl } from './describe-network-acl';
import { entriesOf, protocolName } from './entry';
import { getNetworkAcl, type NetworkAcl, type NetworkAclAssociation, type NetworkAclEntry } from './network-acl';

/**
 * DescribeNetworkAcls: the network ACLs asked for, by id or by filter. Every subnet is in one of them.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkAcls.html
 */
export const describeNetworkAcls = operation({
  name: 'DescribeNetworkAcls',
  input: { ...paged, NetworkAclIds: list(string), Filters: filterList },
  run(world, input) {
    const { rows, ...page } = describeRows<NetworkAcl>(input, {
      ids: input.NetworkAclIds,
      idsParameter: 'networkAclIdSet', // Assumed: the wire name.
      get: (id) => getNetworkAcl(world, id),
      list: () => world.networkAcls.list(),
      tags: (acl) => acl.Tags,
      filters: {
        'association.association-id': inAssociations(world, (association) => association.NetworkAclAssociationId),
        'association.network-acl-id': inAssociations(world, (_, acl) => acl.NetworkAclId),
        'association.subnet-id': inAssociations(world, (association) => association.SubnetId),
        default: (acl) => acl.IsDefault,
        'entry.cidr': inEntries(world, (entry) => entry.CidrBlock),
        'entry.egress': inEntries(world, (entry) => entry.Egress),
        'entry.icmp.code': inEntries(world, (entry) => entry.IcmpTypeCode?.Code),
        'entry.icmp.type': inEntries(world, (entry) => entry.IcmpTypeCode?.Type),
        'entry.ipv6-cidr': inEntries(world, (entry) => entry.Ipv6CidrBlock),
        'entry.port-range.from': inEntries(world, (entry) => entry.PortRange?.From),
        'entry.port-range.to': inEntries(world, (entry) => entry.PortRange?.To),
        'entry.protocol': (acl) =>
          entriesOf(world, acl).flatMap(({ Protocol }) => [Protocol, protocolName(Protocol) ?? Protocol]),
        'entry.rule-action': inEntries(world, (entry) => entry.RuleAction),
        'entry.rule-number': inEntries(world, (entry) => entry.RuleNumber),
        'network-acl-id': (acl) => acl.NetworkAclId,
        'owner-id': () => world.account,
        'vpc-id': (acl) => acl.VpcId,
      },
    });
    return { NetworkAcls: rows.map((acl) => describeNetworkAcl(world, acl)), ...page };
  },
});

const inAssociations =
  (world: World, value: (association: NetworkAclAssociation, acl: NetworkAcl) => string) =>
  (acl: NetworkAcl): string[] =>
    associationsOf(world, acl).map((association) => value(association, acl));

const inEntries =
  (world: World, value: (entry: NetworkAclEntry) => string | number | boolean | undefined) =>
  (acl: NetworkAcl): string[] =>
    entriesOf(world, acl).flatMap((entry) => {
      const found = value(entry);
      return found === undefined ? [] : [String(found)];
    });
