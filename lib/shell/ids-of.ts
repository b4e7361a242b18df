import type { IdKind } from '@/lib/engine/ids';
import { prefixListNamed } from '@/lib/engine/prefix-list/prefix-list';
import { type TableName, tableOf, type World } from '@/lib/engine/world';

type Ids = Readonly<Partial<Record<IdKind, readonly string[]>>>;

/** The tables whose records' ids people type. */
const tables = {
  address: 'addresses',
  customerGateway: 'customerGateways',
  dhcpOptions: 'dhcpOptions',
  egressOnlyInternetGateway: 'egressOnlyInternetGateways',
  flowLog: 'flowLogs',
  instance: 'instances',
  internetGateway: 'internetGateways',
  natGateway: 'natGateways',
  networkAcl: 'networkAcls',
  networkInsightsAnalysis: 'networkInsightsAnalyses',
  networkInsightsPath: 'networkInsightsPaths',
  networkInterface: 'networkInterfaces',
  networkInterfacePermission: 'networkInterfacePermissions',
  prefixList: 'prefixLists',
  routeTable: 'routeTables',
  securityGroup: 'securityGroups',
  securityGroupRule: 'securityGroupRules',
  subnet: 'subnets',
  trafficMirrorFilter: 'trafficMirrorFilters',
  trafficMirrorFilterRule: 'trafficMirrorFilterRules',
  trafficMirrorSession: 'trafficMirrorSessions',
  trafficMirrorTarget: 'trafficMirrorTargets',
  transitGateway: 'transitGateways',
  transitGatewayAttachment: 'transitGatewayAttachments',
  transitGatewayRouteTable: 'transitGatewayRouteTables',
  vpc: 'vpcs',
  vpcEndpoint: 'vpcEndpoints',
  vpcPeeringConnection: 'vpcPeeringConnections',
  vpnConnection: 'vpnConnections',
  vpnGateway: 'vpnGateways',
} as const satisfies Partial<Record<IdKind, TableName>>;

/** The ids in a world by kind, oldest first, for Tab. Cost: what the world holds. */
export function idsOf(world: World): Ids {
  const own: Partial<Record<IdKind, readonly string[]>> = {};
  for (const [kind, name] of Object.entries(tables)) {
    const table = tableOf(world, name);
    // The keys of that object are kinds.
    own[kind as keyof typeof tables] = table.list().map((row) => table.idOf(row));
  }
  return { ...own, ...partsOf(world), prefixList: [...(own.prefixList ?? []), ...awsPrefixLists(world)] };
}

/** What has an id and no record of its own. */
function partsOf(world: World): Ids {
  return {
    association: world.addresses.list().flatMap((address) => address.association?.AssociationId ?? []),
    attachment: world.networkInterfaces.list().flatMap((eni) => eni.Attachment?.AttachmentId ?? []),
    networkAclAssociation: world.networkAcls
      .list()
      .flatMap((acl) => acl.associations.map(({ NetworkAclAssociationId }) => NetworkAclAssociationId)),
    routeTableAssociation: world.routeTables
      .list()
      .flatMap((table) => table.associations.map(({ RouteTableAssociationId }) => RouteTableAssociationId)),
    subnetCidrAssociation: world.subnets.list().flatMap((subnet) => subnet.ipv6Block?.AssociationId ?? []),
    vpcCidrAssociation: world.vpcs
      .list()
      .flatMap((vpc) => [...(vpc.secondaryBlocks ?? []), ...(vpc.ipv6Blocks ?? [])])
      .map(({ AssociationId }) => AssociationId),
  };
}

/** Of AWS's own lists, those that routes lead to. */
const awsPrefixLists = (world: World): string[] =>
  ['s3', 'dynamodb'].flatMap((service) => {
    const list = prefixListNamed(world, `com.amazonaws.${world.region}.${service}`);
    return list ? [list.PrefixListId] : [];
  });
