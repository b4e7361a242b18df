import { execute } from '@/lib/engine/execute';
import type { TableName, World } from '@/lib/engine/world';
import type { Shown } from './compare-attributes';

/** A kind of resource, as it is compared. */
export interface Kind {
  /** AWS's name of it. */
  readonly resource: string;
  readonly table: TableName;
  /** The member with its id. */
  readonly id: string;
  /** Members that tell one from others of its kind: what is said of one that only one world has. */
  readonly apart: readonly string[];
  /** What `describe` calls show of all there are. */
  readonly show: (world: World) => Shown[];
}

/** A call that reads, for its output. */
function read(world: World, operation: string, input: object = {}): Shown {
  const outcome = execute(world, { operation, input });
  if (!outcome.ok) throw new Error(`${operation} is refused: ${outcome.error.message}`);
  // Outputs are plain JSON data under AWS's names.
  return outcome.output as Shown;
}

/** The structures of a list that a call shows. */
const rows = (output: Shown, member: string): Shown[] => (output[member] as Shown[] | undefined) ?? [];

/** A kind whose describe call shows a list of them and takes no more than this. */
const plain = (
  resource: string,
  table: TableName,
  id: string,
  [operation, member]: [string, string],
  apart: string,
) => ({
  resource,
  table,
  id,
  apart: apart.split(' '),
  show: (world: World) => rows(read(world, operation), member),
});

/** The same, with what other calls show of each. */
const more = (kind: Kind, of: (world: World) => (shown: Shown) => Shown): Kind => ({
  ...kind,
  show: (world) => {
    const add = of(world);
    return kind.show(world).map((shown) => ({ ...shown, ...add(shown) }));
  },
});

const vpcAttributes = ['enableDnsSupport', 'enableDnsHostnames', 'enableNetworkAddressUsageMetrics'];
const instanceAttributes = ['disableApiTermination', 'disableApiStop'];

/** What some `attribute` calls show, without the id that they repeat. */
const attributes = (world: World, operation: string, names: readonly string[], input: object): Shown =>
  Object.assign({}, ...names.map((Attribute) => read(world, operation, { ...input, Attribute })));

const instance: Kind = {
  resource: 'Instance',
  table: 'instances',
  id: 'InstanceId',
  apart: ['InstanceType', 'SubnetId', 'PrivateIpAddress', 'State'],
  show: (world) =>
    rows(read(world, 'DescribeInstances'), 'Reservations')
      .flatMap((reservation) => rows(reservation, 'Instances'))
      .map((shown) => ({
        ...shown,
        // The rest of them is said where they are compared themselves.
        NetworkInterfaces: rows(shown, 'NetworkInterfaces').map(({ NetworkInterfaceId, Attachment }) => ({
          NetworkInterfaceId,
          Attachment,
        })),
        ...attributes(world, 'DescribeInstanceAttribute', instanceAttributes, { InstanceId: shown.InstanceId }),
      })),
};

/** A rule is the traffic that it allows: that is its key, and its id is one of the things that it shows. */
function groupRules(world: World): (shown: Shown) => Shown {
  const byGroup = new Map<unknown, Shown[]>();
  for (const rule of rows(read(world, 'DescribeSecurityGroupRules'), 'SecurityGroupRules')) {
    const others = byGroup.get(rule.GroupId);
    if (others) others.push(rule);
    else byGroup.set(rule.GroupId, [rule]);
  }
  return ({ GroupId }) => {
    const permissions = (isEgress: boolean) =>
      (byGroup.get(GroupId) ?? [])
        .filter((rule) => rule.IsEgress === isEgress)
        .map(({ SecurityGroupRuleId, Description, Tags, ...rule }) => ({
          Key: traffic(rule),
          SecurityGroupRuleId,
          Description,
          Tags,
        }));
    return { IpPermissions: permissions(false), IpPermissionsEgress: permissions(true) };
  };
}

/** `tcp 80 0.0.0.0/0`. */
function traffic({ IpProtocol, FromPort, ToPort, ReferencedGroupInfo, ...rule }: Shown): string {
  const ports = FromPort === -1 && ToPort === -1 ? [] : [FromPort === ToPort ? FromPort : `${FromPort}-${ToPort}`];
  const { GroupId, VpcPeeringConnectionId } = (ReferencedGroupInfo ?? {}) as Shown;
  const peer = [rule.CidrIpv4, rule.CidrIpv6, rule.PrefixListId, GroupId, VpcPeeringConnectionId];
  return [IpProtocol, ...ports, ...peer.filter((part) => part !== undefined)].join(' ');
}

/** Every kind of resource that an account has, in the order of the diagram's nesting. */
export const kinds: readonly Kind[] = [
  more(
    plain('Vpc', 'vpcs', 'VpcId', ['DescribeVpcs', 'Vpcs'], 'CidrBlock'),
    (world) =>
      ({ VpcId }) =>
        attributes(world, 'DescribeVpcAttribute', vpcAttributes, { VpcId }),
  ),
  plain('Subnet', 'subnets', 'SubnetId', ['DescribeSubnets', 'Subnets'], 'VpcId CidrBlock AvailabilityZone'),
  instance,
  plain(
    'NetworkInterface',
    'networkInterfaces',
    'NetworkInterfaceId',
    ['DescribeNetworkInterfaces', 'NetworkInterfaces'],
    'SubnetId PrivateIpAddress Description Attachment Groups',
  ),
  more(
    plain(
      'Address',
      'addresses',
      'AllocationId',
      ['DescribeAddresses', 'Addresses'],
      'PublicIp InstanceId NetworkInterfaceId PrivateIpAddress',
    ),
    (world) => {
      const shown = rows(read(world, 'DescribeAddressesAttribute', { Attribute: 'domain-name' }), 'Addresses');
      const byId = new Map(shown.map((one) => [one.AllocationId, one]));
      return ({ AllocationId }) => byId.get(AllocationId) ?? {};
    },
  ),
  more(
    plain(
      'SecurityGroup',
      'securityGroups',
      'GroupId',
      ['DescribeSecurityGroups', 'SecurityGroups'],
      'GroupName VpcId IpPermissions IpPermissionsEgress',
    ),
    groupRules,
  ),
  plain(
    'RouteTable',
    'routeTables',
    'RouteTableId',
    ['DescribeRouteTables', 'RouteTables'],
    'VpcId Routes Associations',
  ),
  plain(
    'NetworkAcl',
    'networkAcls',
    'NetworkAclId',
    ['DescribeNetworkAcls', 'NetworkAcls'],
    'VpcId Entries Associations',
  ),
  plain(
    'InternetGateway',
    'internetGateways',
    'InternetGatewayId',
    ['DescribeInternetGateways', 'InternetGateways'],
    'Attachments',
  ),
  plain(
    'EgressOnlyInternetGateway',
    'egressOnlyInternetGateways',
    'EgressOnlyInternetGatewayId',
    ['DescribeEgressOnlyInternetGateways', 'EgressOnlyInternetGateways'],
    'Attachments',
  ),
  plain(
    'NatGateway',
    'natGateways',
    'NatGatewayId',
    ['DescribeNatGateways', 'NatGateways'],
    'SubnetId ConnectivityType NatGatewayAddresses State',
  ),
  plain(
    'VpcPeeringConnection',
    'vpcPeeringConnections',
    'VpcPeeringConnectionId',
    ['DescribeVpcPeeringConnections', 'VpcPeeringConnections'],
    'RequesterVpcInfo AccepterVpcInfo Status',
  ),
  plain(
    'VpcEndpoint',
    'vpcEndpoints',
    'VpcEndpointId',
    ['DescribeVpcEndpoints', 'VpcEndpoints'],
    'VpcId ServiceName VpcEndpointType State RouteTableIds SubnetIds Groups',
  ),
  plain(
    'TransitGateway',
    'transitGateways',
    'TransitGatewayId',
    ['DescribeTransitGateways', 'TransitGateways'],
    'Description State',
  ),
  more(
    plain(
      'TransitGatewayAttachment',
      'transitGatewayAttachments',
      'TransitGatewayAttachmentId',
      ['DescribeTransitGatewayAttachments', 'TransitGatewayAttachments'],
      'TransitGatewayId ResourceType ResourceId State SubnetIds',
    ),
    (world) => {
      const ofVpcs = rows(read(world, 'DescribeTransitGatewayVpcAttachments'), 'TransitGatewayVpcAttachments');
      const byId = new Map(ofVpcs.map((one) => [one.TransitGatewayAttachmentId, one]));
      return ({ TransitGatewayAttachmentId }) => byId.get(TransitGatewayAttachmentId) ?? {};
    },
  ),
  more(
    plain(
      'TransitGatewayRouteTable',
      'transitGatewayRouteTables',
      'TransitGatewayRouteTableId',
      ['DescribeTransitGatewayRouteTables', 'TransitGatewayRouteTables'],
      'TransitGatewayId State Routes TransitGatewayRouteTablePropagations',
    ),
    transitRoutes,
  ),
  plain(
    'CustomerGateway',
    'customerGateways',
    'CustomerGatewayId',
    ['DescribeCustomerGateways', 'CustomerGateways'],
    'IpAddress BgpAsn State',
  ),
  plain('VpnGateway', 'vpnGateways', 'VpnGatewayId', ['DescribeVpnGateways', 'VpnGateways'], 'VpcAttachments State'),
  more(
    plain(
      'VpnConnection',
      'vpnConnections',
      'VpnConnectionId',
      ['DescribeVpnConnections', 'VpnConnections'],
      'CustomerGatewayId VpnGatewayId TransitGatewayId State Routes',
    ),
    // Pages of XML, of which all else here is made.
    () => () => ({ CustomerGatewayConfiguration: undefined }),
  ),
  plain('DhcpOptions', 'dhcpOptions', 'DhcpOptionsId', ['DescribeDhcpOptions', 'DhcpOptions'], 'DhcpConfigurations'),
  more(
    plain(
      'ManagedPrefixList',
      'prefixLists',
      'PrefixListId',
      ['DescribeManagedPrefixLists', 'PrefixLists'],
      'PrefixListName AddressFamily MaxEntries Entries',
    ),
    (world) =>
      ({ PrefixListId }) =>
        world.prefixLists.get(String(PrefixListId))
          ? { Entries: rows(read(world, 'GetManagedPrefixListEntries', { PrefixListId }), 'Entries') }
          : {},
  ),
  plain(
    'NetworkInterfacePermission',
    'networkInterfacePermissions',
    'NetworkInterfacePermissionId',
    ['DescribeNetworkInterfacePermissions', 'NetworkInterfacePermissions'],
    'NetworkInterfaceId AwsAccountId AwsService Permission',
  ),
  plain(
    'FlowLog',
    'flowLogs',
    'FlowLogId',
    ['DescribeFlowLogs', 'FlowLogs'],
    'ResourceId TrafficType LogDestinationType LogGroupName LogDestination',
  ),
  plain(
    'TrafficMirrorFilter',
    'trafficMirrorFilters',
    'TrafficMirrorFilterId',
    ['DescribeTrafficMirrorFilters', 'TrafficMirrorFilters'],
    'Description IngressFilterRules EgressFilterRules NetworkServices',
  ),
  plain(
    'TrafficMirrorTarget',
    'trafficMirrorTargets',
    'TrafficMirrorTargetId',
    ['DescribeTrafficMirrorTargets', 'TrafficMirrorTargets'],
    'Type NetworkInterfaceId NetworkLoadBalancerArn GatewayLoadBalancerEndpointId Description',
  ),
  plain(
    'TrafficMirrorSession',
    'trafficMirrorSessions',
    'TrafficMirrorSessionId',
    ['DescribeTrafficMirrorSessions', 'TrafficMirrorSessions'],
    'NetworkInterfaceId TrafficMirrorTargetId TrafficMirrorFilterId SessionNumber',
  ),
  plain(
    'NetworkInsightsPath',
    'networkInsightsPaths',
    'NetworkInsightsPathId',
    ['DescribeNetworkInsightsPaths', 'NetworkInsightsPaths'],
    'Source Destination Protocol DestinationPort',
  ),
  plain(
    'NetworkInsightsAnalysis',
    'networkInsightsAnalyses',
    'NetworkInsightsAnalysisId',
    ['DescribeNetworkInsightsAnalyses', 'NetworkInsightsAnalyses'],
    'NetworkInsightsPathId Status NetworkPathFound',
  ),
];

/** A route table of a transit gateway shows its routes and propagations by calls of their own. */
function transitRoutes(world: World): (shown: Shown) => Shown {
  return ({ TransitGatewayRouteTableId, State }) => {
    if (State !== 'available') return {};
    const input = { TransitGatewayRouteTableId };
    const Filters = [{ Name: 'type', Values: ['static', 'propagated'] }];
    const propagations = read(world, 'GetTransitGatewayRouteTablePropagations', input);
    const member = 'TransitGatewayRouteTablePropagations';
    return {
      Routes: rows(read(world, 'SearchTransitGatewayRoutes', { ...input, Filters }), 'Routes'),
      [member]: rows(propagations, member),
    };
  };
}
