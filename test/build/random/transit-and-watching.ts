import { findVpcAttachment } from '@/lib/engine/transit-gateway-attachment/transit-gateway-attachment';
import type { World } from '@/lib/engine/world';
import type { TestAccount } from '../account';
import { type Choices, nonsense } from '../choices';
import { makeInterface } from '../network-interface';
import { described, type Input, tagged } from './parts';

const destinations = ['10.7.0.0/16', '10.8.0.0/16', '0.0.0.0/0', 'fd00::/64', '10.0.0.0/33'] as const;
const toggle = (choose: Choices) => choose.one(['enable', 'disable']);

const isLive = ({ deletedAt }: { deletedAt?: number }) => deletedAt === undefined;

const tableAndAttachment: Input = (choose, world) => {
  const attachment = choose.row(
    world.transitGatewayAttachments,
    ({ association, deletedAt }) => deletedAt === undefined && (association === undefined || choose.chance(50)),
  );
  const tables = attachment
    ? world.transitGatewayRouteTables.by('TransitGatewayId', attachment.TransitGatewayId).filter(isLive)
    : [];
  const table = tables[choose.below(tables.length || 1)]?.TransitGatewayRouteTableId;
  return {
    TransitGatewayRouteTableId: table ?? choose.id(world.transitGatewayRouteTables),
    TransitGatewayAttachmentId: attachment?.TransitGatewayAttachmentId ?? choose.one(nonsense),
  };
};

const route: Input = (choose, world) => ({
  ...tableAndAttachment(choose, world),
  DestinationCidrBlock: choose.one(destinations),
  ...(choose.chance(30) && { Blackhole: true }),
});

const vpcAttachmentId = (choose: Choices, world: World) =>
  choose.id(world.transitGatewayAttachments, ({ vpc, deletedAt }) => vpc !== undefined && deletedAt === undefined);

const mirrorRule = (choose: Choices) => ({
  TrafficDirection: choose.one(['ingress', 'egress']),
  RuleNumber: 1 + choose.below(4),
  RuleAction: choose.one(['accept', 'reject']),
  DestinationCidrBlock: choose.one(['0.0.0.0/0', '10.0.0.0/8', '::/0']),
  SourceCidrBlock: '0.0.0.0/0',
  ...(choose.chance(30) && { Protocol: choose.one([6, 17, 1]), DestinationPortRange: { FromPort: 80, ToPort: 81 } }),
});

const token = (choose: Choices) => choose.chance(20) && { ClientToken: choose.one(['first', '__proto__']) };

const pathEnd = (choose: Choices, world: World): string =>
  choose.one<() => string>([
    () => choose.id(world.instances),
    () => choose.id(world.networkInterfaces),
    () => choose.id(world.internetGateways),
    () => choose.id(world.transitGateways),
    () => choose.id(world.transitGatewayAttachments),
    () => choose.id(world.vpnGateways),
    () => choose.id(world.vpcEndpoints),
    () => choose.id(world.vpcPeeringConnections),
  ])();

const inGetPages: (id: string, some: (choose: Choices, world: World) => string) => Input =
  (id, some) => (choose, world) => ({
    [id]: some(choose, world),
    ...(choose.chance(30) && { Filters: [{ Name: choose.one(['resource-type', '__proto__']), Values: ['vpc'] }] }),
    ...(choose.chance(20) && { MaxResults: 5 }),
  });

export const inputs: { readonly [operation: string]: Input } = {
  CreateTransitGateway: (choose) => ({
    ...(choose.chance(50) && { Description: 'hub' }),
    Options: {
      DefaultRouteTableAssociation: toggle(choose),
      DefaultRouteTablePropagation: toggle(choose),
      ...(choose.chance(30) && { AmazonSideAsn: choose.one([64512, 65000, 4200000000, 1]) }),
      ...(choose.chance(30) && {
        TransitGatewayCidrBlocks: [choose.one(['10.99.0.0/24', 'fd00::/64', '10.0.0.0/28'])],
      }),
    },
    ...tagged('transit-gateway')(choose),
  }),
  ModifyTransitGateway: (choose, world) => ({
    TransitGatewayId: choose.id(world.transitGateways, isLive),
    Options: choose.one<object>([
      { DnsSupport: 'disable' },
      { VpnEcmpSupport: 'enable' },
      { DefaultRouteTableAssociation: 'disable' },
      { DefaultRouteTablePropagation: 'disable' },
      { AddTransitGatewayCidrBlocks: ['10.98.0.0/24'] },
    ]),
  }),
  DeleteTransitGateway: (choose, world) => ({
    TransitGatewayId: choose.id(
      world.transitGateways,
      ({ TransitGatewayId, deletedAt }) =>
        deletedAt === undefined && world.transitGatewayAttachments.count('TransitGatewayId', TransitGatewayId) === 0,
    ),
  }),
  DescribeTransitGateways: described('TransitGatewayIds', (choose, world) => choose.ids(world.transitGateways)),
  CreateTransitGatewayVpcAttachment: (choose, world) => {
    const gateway = choose.row(world.transitGateways, isLive)?.TransitGatewayId ?? choose.one(nonsense);
    const vpc = choose.row(
      world.vpcs,
      ({ VpcId }) => world.subnets.count('VpcId', VpcId) > 0 && !findVpcAttachment(world, gateway, VpcId),
    )?.VpcId;
    const subnets = world.subnets.by('VpcId', vpc ?? '');
    return {
      TransitGatewayId: gateway,
      VpcId: vpc ?? choose.one(nonsense),
      SubnetIds: [subnets[choose.below(subnets.length || 1)]?.SubnetId ?? choose.one(nonsense)],
      ...tagged('transit-gateway-attachment')(choose),
    };
  },
  ModifyTransitGatewayVpcAttachment: (choose, world) => ({
    TransitGatewayAttachmentId: vpcAttachmentId(choose, world),
    ...choose.one<() => object>([
      () => ({ Options: { ApplianceModeSupport: toggle(choose), Ipv6Support: toggle(choose) } }),
      () => ({ AddSubnetIds: [choose.id(world.subnets)] }),
    ])(),
  }),
  DeleteTransitGatewayVpcAttachment: (choose, world) => ({
    TransitGatewayAttachmentId: vpcAttachmentId(choose, world),
  }),
  DescribeTransitGatewayAttachments: described('TransitGatewayAttachmentIds', (choose, world) =>
    choose.ids(world.transitGatewayAttachments),
  ),
  DescribeTransitGatewayVpcAttachments: described('TransitGatewayAttachmentIds', (choose, world) =>
    choose.ids(world.transitGatewayAttachments),
  ),
  CreateTransitGatewayRouteTable: (choose, world) => ({
    TransitGatewayId: choose.id(world.transitGateways, isLive),
    ...tagged('transit-gateway-route-table')(choose),
  }),
  DeleteTransitGatewayRouteTable: (choose, world) => ({
    TransitGatewayRouteTableId: choose.id(
      world.transitGatewayRouteTables,
      ({ TransitGatewayRouteTableId, TransitGatewayId, deletedAt }) =>
        deletedAt === undefined &&
        !Object.values(world.transitGateways.get(TransitGatewayId)?.Options ?? {}).includes(TransitGatewayRouteTableId),
    ),
  }),
  DescribeTransitGatewayRouteTables: described('TransitGatewayRouteTableIds', (choose, world) =>
    choose.ids(world.transitGatewayRouteTables),
  ),
  AssociateTransitGatewayRouteTable: tableAndAttachment,
  DisassociateTransitGatewayRouteTable: (choose, world) => {
    const attachment = choose.row(
      world.transitGatewayAttachments,
      ({ association, deletedAt }) => association !== undefined && deletedAt === undefined,
    );
    return {
      TransitGatewayRouteTableId: attachment?.association?.TransitGatewayRouteTableId ?? choose.one(nonsense),
      TransitGatewayAttachmentId: attachment?.TransitGatewayAttachmentId ?? choose.one(nonsense),
    };
  },
  EnableTransitGatewayRouteTablePropagation: tableAndAttachment,
  DisableTransitGatewayRouteTablePropagation: (choose, world) => {
    const table = choose.row(world.transitGatewayRouteTables, ({ propagations }) => propagations.length > 0);
    return {
      TransitGatewayRouteTableId: table?.TransitGatewayRouteTableId ?? choose.one(nonsense),
      TransitGatewayAttachmentId: table?.propagations[0] ?? choose.one(nonsense),
    };
  },
  CreateTransitGatewayRoute: route,
  ReplaceTransitGatewayRoute: route,
  DeleteTransitGatewayRoute: (choose, world) => {
    const table = choose.row(world.transitGatewayRouteTables, ({ routes }) => routes.length > 0);
    return {
      TransitGatewayRouteTableId: table?.TransitGatewayRouteTableId ?? choose.one(nonsense),
      DestinationCidrBlock: table?.routes[0]?.DestinationCidrBlock ?? choose.one(destinations),
    };
  },
  SearchTransitGatewayRoutes: (choose, world) => ({
    TransitGatewayRouteTableId: choose.id(world.transitGatewayRouteTables, isLive),
    Filters: [
      choose.one([
        { Name: 'type', Values: ['static', 'propagated'] },
        { Name: 'state', Values: ['active'] },
        { Name: 'route-search.supernet-of-match', Values: ['10.0.1.0/28'] },
        { Name: 'route-search.longest-prefix-match', Values: ['10.0.1.1'] },
        { Name: '__proto__', Values: ['x'] },
      ]),
    ],
  }),
  GetTransitGatewayAttachmentPropagations: (choose, world) => ({
    TransitGatewayAttachmentId: choose.id(world.transitGatewayAttachments, isLive),
  }),
  GetTransitGatewayRouteTableAssociations: inGetPages('TransitGatewayRouteTableId', (choose, world) =>
    choose.id(world.transitGatewayRouteTables, isLive),
  ),
  GetTransitGatewayRouteTablePropagations: inGetPages('TransitGatewayRouteTableId', (choose, world) =>
    choose.id(world.transitGatewayRouteTables, isLive),
  ),
  CreateFlowLogs: (choose, world) => ({
    ...choose.one<() => object>([
      () => ({ ResourceType: 'VPC', ResourceIds: choose.ids(world.vpcs), TrafficType: 'ALL' }),
      () => ({ ResourceType: 'Subnet', ResourceIds: choose.ids(world.subnets), TrafficType: 'REJECT' }),
      () => ({
        ResourceType: 'NetworkInterface',
        ResourceIds: choose.ids(world.networkInterfaces),
        TrafficType: 'ACCEPT',
        MaxAggregationInterval: choose.one([60, 600, 7]),
      }),
      () => ({ ResourceType: 'TransitGateway', ResourceIds: choose.ids(world.transitGateways) }),
    ])(),
    ...choose.one<object>([
      { LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::flow-logs' },
      { LogGroupName: 'flow-logs', DeliverLogsPermissionArn: 'arn:aws:iam::111122223333:role/flow-logs' },
    ]),
    ...(choose.chance(20) && { LogFormat: choose.one([`\${srcaddr} \${dstaddr}`, `\${colour}`, '__proto__']) }),
    ...token(choose),
    ...tagged('vpc-flow-log')(choose),
  }),
  DeleteFlowLogs: (choose, world) => ({ FlowLogIds: [choose.id(world.flowLogs)] }),
  DescribeFlowLogs: (choose, world) => ({
    ...(choose.chance(40) && { FlowLogIds: choose.ids(world.flowLogs) }),
    ...(choose.chance(40) && {
      Filter: [{ Name: choose.one(['traffic-type', 'tag-key', '__proto__']), Values: ['*'] }],
    }),
  }),
  CreateTrafficMirrorFilter: (choose) => ({
    Description: 'all',
    ...token(choose),
    ...tagged('traffic-mirror-filter')(choose),
  }),
  CreateTrafficMirrorFilterRule: (choose, world) => ({
    TrafficMirrorFilterId: choose.id(world.trafficMirrorFilters),
    ...mirrorRule(choose),
    ...token(choose),
  }),
  ModifyTrafficMirrorFilterRule: (choose, world) => ({
    TrafficMirrorFilterRuleId: choose.id(world.trafficMirrorFilterRules),
    ...choose.one<() => object>([
      () => ({ RuleAction: 'reject' }),
      () => ({ RemoveFields: ['description'] }),
      () => mirrorRule(choose),
    ])(),
  }),
  ModifyTrafficMirrorFilterNetworkServices: (choose, world) => ({
    TrafficMirrorFilterId: choose.id(world.trafficMirrorFilters),
    ...choose.one<object>([{ AddNetworkServices: ['amazon-dns'] }, { RemoveNetworkServices: ['amazon-dns'] }]),
  }),
  DeleteTrafficMirrorFilter: (choose, world) => ({
    TrafficMirrorFilterId: choose.id(
      world.trafficMirrorFilters,
      ({ TrafficMirrorFilterId: id }) => world.trafficMirrorSessions.count('TrafficMirrorFilterId', id) === 0,
    ),
  }),
  DeleteTrafficMirrorFilterRule: (choose, world) => ({
    TrafficMirrorFilterRuleId: choose.id(world.trafficMirrorFilterRules),
  }),
  CreateTrafficMirrorTarget: (choose, world) => ({
    NetworkInterfaceId: choose.id(
      world.networkInterfaces,
      ({ NetworkInterfaceId: id }) =>
        world.trafficMirrorTargets.count('NetworkInterfaceId', id) === 0 &&
        world.trafficMirrorSessions.count('NetworkInterfaceId', id) === 0,
    ),
    ...token(choose),
    ...tagged('traffic-mirror-target')(choose),
  }),
  DeleteTrafficMirrorTarget: (choose, world) => ({
    TrafficMirrorTargetId: choose.id(
      world.trafficMirrorTargets,
      ({ TrafficMirrorTargetId: id }) => world.trafficMirrorSessions.count('TrafficMirrorTargetId', id) === 0,
    ),
  }),
  CreateTrafficMirrorSession: (choose, world) => ({
    NetworkInterfaceId: choose.id(
      world.networkInterfaces,
      ({ NetworkInterfaceId: id, InterfaceType }) =>
        InterfaceType === 'interface' && world.trafficMirrorTargets.count('NetworkInterfaceId', id) === 0,
    ),
    TrafficMirrorTargetId: choose.id(world.trafficMirrorTargets),
    TrafficMirrorFilterId: choose.id(world.trafficMirrorFilters),
    SessionNumber: 1 + choose.below(4),
    ...(choose.chance(30) && { PacketLength: choose.one([100, 8500, 0]) }),
    ...token(choose),
    ...tagged('traffic-mirror-session')(choose),
  }),
  ModifyTrafficMirrorSession: (choose, world) => ({
    TrafficMirrorSessionId: choose.id(world.trafficMirrorSessions),
    ...choose.one<object>([
      { Description: 'changed' },
      { PacketLength: 64 },
      { RemoveFields: ['packet-length', 'virtual-network-id'] },
      { SessionNumber: 2 },
    ]),
  }),
  DeleteTrafficMirrorSession: (choose, world) => ({ TrafficMirrorSessionId: choose.id(world.trafficMirrorSessions) }),
  DescribeTrafficMirrorFilterRules: described('TrafficMirrorFilterRuleIds', (choose, world) =>
    choose.ids(world.trafficMirrorFilterRules),
  ),
  DescribeTrafficMirrorFilters: described('TrafficMirrorFilterIds', (choose, world) =>
    choose.ids(world.trafficMirrorFilters),
  ),
  DescribeTrafficMirrorSessions: described('TrafficMirrorSessionIds', (choose, world) =>
    choose.ids(world.trafficMirrorSessions),
  ),
  DescribeTrafficMirrorTargets: described('TrafficMirrorTargetIds', (choose, world) =>
    choose.ids(world.trafficMirrorTargets),
  ),
  CreateNetworkInsightsPath: (choose, world) => ({
    Source: pathEnd(choose, world),
    ...(choose.chance(85)
      ? { Destination: pathEnd(choose, world) }
      : { FilterAtSource: { DestinationAddress: choose.one(['10.0.0.9', '198.51.100.7']) } }),
    Protocol: choose.one(['tcp', 'udp', 'TCP', '__proto__']),
    ...(choose.chance(50) ? { DestinationPort: 443 } : { FilterAtSource: { DestinationPortRange: { FromPort: 22 } } }),
    ...(choose.chance(10) && { FilterAtDestination: { SourceAddress: '10.0.0.9' } }),
    ClientToken: choose.one(['first', 'second', '__proto__']),
  }),
  DeleteNetworkInsightsPath: (choose, world) => ({
    NetworkInsightsPathId: choose.id(
      world.networkInsightsPaths,
      ({ NetworkInsightsPathId: id }) => world.networkInsightsAnalyses.count('NetworkInsightsPathId', id) === 0,
    ),
  }),
  DescribeNetworkInsightsPaths: described('NetworkInsightsPathIds', (choose, world) =>
    choose.ids(world.networkInsightsPaths),
  ),
  StartNetworkInsightsAnalysis: (choose, world) => ({
    NetworkInsightsPathId: choose.id(world.networkInsightsPaths),
    ClientToken: choose.one(['first', 'second', '__proto__']),
    ...(choose.chance(20) && {
      FilterInArns: [`arn:aws:ec2:us-east-1:111122223333:natgateway/${choose.id(world.natGateways)}`],
    }),
    ...(choose.chance(20) && {
      FilterOutArns: [`arn:aws:ec2:us-east-1:111122223333:transit-gateway/${choose.id(world.transitGateways)}`],
    }),
    ...tagged('network-insights-analysis')(choose),
  }),
  DescribeNetworkInsightsAnalyses: (choose, world) => ({
    ...(choose.chance(30) && { NetworkInsightsAnalysisIds: choose.ids(world.networkInsightsAnalyses) }),
    ...(choose.chance(30) && { NetworkInsightsPathId: choose.id(world.networkInsightsPaths) }),
    ...(choose.chance(30) && {
      Filters: [{ Name: choose.one(['status', 'path-found', '__proto__']), Values: ['succeeded', 'true'] }],
    }),
  }),
  DeleteNetworkInsightsAnalysis: (choose, world) => ({
    NetworkInsightsAnalysisId: choose.id(world.networkInsightsAnalyses),
  }),
};

/** Three transit gateways, two of them with the latest VPC attached, and mirroring in that VPC. */
export function furnish(account: TestAccount): void {
  const { world } = account;
  const subnet = world.subnets.list().at(-1);
  if (!subnet) throw new Error('the account has no subnet');
  const make = (input: object = {}) =>
    account.call<{ TransitGateway: { TransitGatewayId: string } }>('CreateTransitGateway', input).TransitGateway
      .TransitGatewayId;
  make({ Description: 'without attachments' });
  const gateways = [make(), make({ Options: { DefaultRouteTableAssociation: 'disable' } })];
  account.wait(60);
  for (const TransitGatewayId of gateways) {
    account.call('CreateTransitGatewayVpcAttachment', {
      TransitGatewayId,
      VpcId: subnet.VpcId,
      SubnetIds: [subnet.SubnetId],
    });
    account.call('CreateTransitGatewayRouteTable', { TransitGatewayId });
  }
  account.wait(60);
  account.call('CreateTrafficMirrorFilter', { Description: 'without sessions' });
  const { TrafficMirrorFilterId } = account.call<{ TrafficMirrorFilter: { TrafficMirrorFilterId: string } }>(
    'CreateTrafficMirrorFilter',
  ).TrafficMirrorFilter;
  account.call('CreateTrafficMirrorFilterRule', {
    TrafficMirrorFilterId,
    TrafficDirection: 'ingress',
    RuleNumber: 1,
    RuleAction: 'accept',
    DestinationCidrBlock: '0.0.0.0/0',
    SourceCidrBlock: '0.0.0.0/0',
  });
  const [source, target] = [makeInterface(account, subnet.SubnetId), makeInterface(account, subnet.SubnetId)];
  const { TrafficMirrorTargetId } = account.call<{ TrafficMirrorTarget: { TrafficMirrorTargetId: string } }>(
    'CreateTrafficMirrorTarget',
    { NetworkInterfaceId: target.NetworkInterfaceId },
  ).TrafficMirrorTarget;
  account.call('CreateTrafficMirrorSession', {
    NetworkInterfaceId: source.NetworkInterfaceId,
    TrafficMirrorTargetId,
    TrafficMirrorFilterId,
    SessionNumber: 1,
  });
  const [, asked] = ['first asked', 'asked and answered'].map((ClientToken) => {
    const input = { Source: source.NetworkInterfaceId, Destination: target.NetworkInterfaceId, Protocol: 'tcp' };
    return account.call<{ NetworkInsightsPath: { NetworkInsightsPathId: string } }>('CreateNetworkInsightsPath', {
      ...input,
      ClientToken,
    }).NetworkInsightsPath.NetworkInsightsPathId;
  });
  account.call('StartNetworkInsightsAnalysis', { NetworkInsightsPathId: asked, ClientToken: 'furnished' });
  account.wait(60);
}
