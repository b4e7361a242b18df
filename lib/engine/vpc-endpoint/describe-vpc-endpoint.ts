import type { World } from '../world';
import { dnsEntries } from './dns-entries';
import { endpointState, routeTablesOf, type VpcEndpoint } from './vpc-endpoint';

/** AWS's own policies, letter by letter. Source: the CLI's examples for describe-vpc-endpoints. */
const defaultPolicies = {
  Gateway: '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
  Interface:
    '{\n  "Statement": [\n    {\n      "Action": "*", \n      "Effect": "Allow", \n      "Principal": "*", \n      "Resource": "*"\n    }\n  ]\n}',
} as const;

/**
 * The endpoint as AWS shows it. `created`: the answer to its creation, which for an interface endpoint shows a policy only if
 * one was given. Source: answers that users posted in 2024 to 2026, and the CLI's examples.
 */
export function describeVpcEndpoint(world: World, row: VpcEndpoint, created = false): object {
  const isGateway = row.VpcEndpointType === 'Gateway';
  const policy = row.PolicyDocument ?? (created && !isGateway ? undefined : defaultPolicies[row.VpcEndpointType]);
  return {
    VpcEndpointId: row.VpcEndpointId,
    VpcEndpointType: row.VpcEndpointType,
    VpcId: row.VpcId,
    ServiceName: row.ServiceName,
    State: endpointState(world, row),
    ...(policy !== undefined && { PolicyDocument: policy }),
    RouteTableIds: isGateway ? routeTablesOf(world, row).map(({ RouteTableId }) => RouteTableId) : [],
    SubnetIds: row.subnets.map(({ SubnetId }) => SubnetId),
    Groups: row.groups.map((GroupId) => ({ GroupId, GroupName: world.securityGroups.get(GroupId)?.GroupName ?? '' })),
    IpAddressType: 'ipv4',
    DnsOptions: {
      DnsRecordIpType: row.DnsRecordIpType,
      ...(row.inboundOnly !== undefined && { PrivateDnsOnlyForInboundResolverEndpoint: row.inboundOnly }),
    },
    PrivateDnsEnabled: row.PrivateDnsEnabled,
    RequesterManaged: false,
    NetworkInterfaceIds: row.subnets.map(({ NetworkInterfaceId }) => NetworkInterfaceId),
    DnsEntries: isGateway ? [] : dnsEntries(world, row),
    CreationTimestamp: new Date(row.createdAt).toISOString(),
    Tags: row.Tags,
    OwnerId: world.account,
  };
}
