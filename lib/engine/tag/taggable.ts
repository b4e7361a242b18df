import { getAddress } from '../address/address';
import { NotModelled } from '../aws-error';
import { getCustomerGateway } from '../customer-gateway/customer-gateway';
import { getDhcpOptions } from '../dhcp-options/dhcp-options';
import { getEgressOnlyInternetGateway } from '../egress-only-internet-gateway/egress-only-internet-gateway';
import { getFlowLog } from '../flow-log/flow-log';
import { getInstance } from '../instance/instance';
import { getInternetGateway } from '../internet-gateway/internet-gateway';
import { getNatGateway } from '../nat-gateway/nat-gateway';
import { getNetworkAcl } from '../network-acl/network-acl';
import { getNetworkInsightsAnalysis } from '../network-insights/network-insights-analysis';
import { getNetworkInsightsPath } from '../network-insights/network-insights-path';
import { getNetworkInterface } from '../network-interface/network-interface';
import { getOwnPrefixList } from '../prefix-list/prefix-list';
import { getRouteTable } from '../route-table/route-table';
import { getSecurityGroup } from '../security-group/security-group';
import { getSecurityGroupRule } from '../security-group/security-group-rule';
import { getSubnet } from '../subnet/subnet';
import type { Row, Table } from '../table';
import type { Tag } from '../tags';
import { getTrafficMirrorFilter } from '../traffic-mirror/traffic-mirror-filter';
import { getTrafficMirrorFilterRule } from '../traffic-mirror/traffic-mirror-filter-rule';
import { getTrafficMirrorSession } from '../traffic-mirror/traffic-mirror-session';
import { getTrafficMirrorTarget } from '../traffic-mirror/traffic-mirror-target';
import { getTransitGateway } from '../transit-gateway/transit-gateway';
import { getTransitGatewayAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import { getTransitGatewayRouteTable } from '../transit-gateway-route-table/transit-gateway-route-table';
import { getVpc } from '../vpc/vpc';
import { getVpcEndpoint } from '../vpc-endpoint/vpc-endpoint';
import { getVpcPeeringConnection } from '../vpc-peering-connection/vpc-peering-connection';
import { getVpnConnection } from '../vpn-connection/vpn-connection';
import { getVpnGateway } from '../vpn-gateway/vpn-gateway';
import type { World } from '../world';
import { tagErrors } from './errors';

/** One resource of the world, as far as its tags go. */
export interface Tagged {
  readonly id: string;
  /** AWS's resource type, as `TagSpecifications` and `DescribeTags` name it. */
  readonly type: string;
  /** Follows the order of creation; different for each resource, also for those that came with one another. */
  readonly order: number;
  readonly tags: readonly Tag[];
  readonly setTags: (tags: readonly Tag[]) => void;
}

interface Kind {
  /** The resource of that id, or its own kind's refusal. */
  readonly get: (world: World, id: string) => Tagged;
  readonly list: (world: World) => Tagged[];
}

function kind<R extends Row & { readonly [K in M]: readonly Tag[] }, M extends 'Tags' | 'TagSet'>(
  type: string,
  tagsMember: M,
  tableOf: (world: World) => Table<R>,
  get: (world: World, id: string) => R,
): Kind {
  const tagged = (world: World, row: R): Tagged => ({
    id: tableOf(world).idOf(row),
    type,
    order: row.creation,
    tags: row[tagsMember],
    setTags: (tags) => {
      tableOf(world).replace({ ...row, [tagsMember]: tags });
    },
  });
  return {
    get: (world, id) => tagged(world, get(world, id)),
    list: (world) =>
      tableOf(world)
        .list()
        .map((row) => tagged(world, row)),
  };
}

/** What can be tagged, by the prefix of its ids. */
const kinds = new Map<string, Kind>([
  ['acl', kind('network-acl', 'Tags', (world) => world.networkAcls, getNetworkAcl)],
  ['cgw', kind('customer-gateway', 'Tags', (world) => world.customerGateways, getCustomerGateway)],
  ['dopt', kind('dhcp-options', 'Tags', (world) => world.dhcpOptions, getDhcpOptions)],
  [
    'eigw',
    kind(
      'egress-only-internet-gateway',
      'Tags',
      (world) => world.egressOnlyInternetGateways,
      getEgressOnlyInternetGateway,
    ),
  ],
  ['eipalloc', kind('elastic-ip', 'Tags', (world) => world.addresses, getAddress)],
  ['eni', kind('network-interface', 'TagSet', (world) => world.networkInterfaces, getNetworkInterface)],
  ['i', kind('instance', 'Tags', (world) => world.instances, getInstance)],
  ['igw', kind('internet-gateway', 'Tags', (world) => world.internetGateways, getInternetGateway)],
  ['nat', kind('natgateway', 'Tags', (world) => world.natGateways, getNatGateway)],
  ['pcx', kind('vpc-peering-connection', 'Tags', (world) => world.vpcPeeringConnections, getVpcPeeringConnection)],
  ['pl', kind('prefix-list', 'Tags', (world) => world.prefixLists, getOwnPrefixList)],
  ['rtb', kind('route-table', 'Tags', (world) => world.routeTables, getRouteTable)],
  ['sg', kind('security-group', 'Tags', (world) => world.securityGroups, getSecurityGroup)],
  ['sgr', kind('security-group-rule', 'Tags', (world) => world.securityGroupRules, getSecurityGroupRule)],
  ['subnet', kind('subnet', 'Tags', (world) => world.subnets, getSubnet)],
  ['vgw', kind('vpn-gateway', 'Tags', (world) => world.vpnGateways, getVpnGateway)],
  ['fl', kind('vpc-flow-log', 'Tags', (world) => world.flowLogs, getFlowLog)],
  [
    'nia',
    kind('network-insights-analysis', 'Tags', (world) => world.networkInsightsAnalyses, getNetworkInsightsAnalysis),
  ],
  ['nip', kind('network-insights-path', 'Tags', (world) => world.networkInsightsPaths, getNetworkInsightsPath)],
  ['tgw', kind('transit-gateway', 'Tags', (world) => world.transitGateways, getTransitGateway)],
  [
    'tgw-attach',
    kind('transit-gateway-attachment', 'Tags', (world) => world.transitGatewayAttachments, getTransitGatewayAttachment),
  ],
  [
    'tgw-rtb',
    kind(
      'transit-gateway-route-table',
      'Tags',
      (world) => world.transitGatewayRouteTables,
      getTransitGatewayRouteTable,
    ),
  ],
  ['tmf', kind('traffic-mirror-filter', 'Tags', (world) => world.trafficMirrorFilters, getTrafficMirrorFilter)],
  [
    'tmfr',
    kind('traffic-mirror-filter-rule', 'Tags', (world) => world.trafficMirrorFilterRules, getTrafficMirrorFilterRule),
  ],
  ['tms', kind('traffic-mirror-session', 'Tags', (world) => world.trafficMirrorSessions, getTrafficMirrorSession)],
  ['tmt', kind('traffic-mirror-target', 'Tags', (world) => world.trafficMirrorTargets, getTrafficMirrorTarget)],
  ['vpc', kind('vpc', 'Tags', (world) => world.vpcs, getVpc)],
  ['vpce', kind('vpc-endpoint', 'Tags', (world) => world.vpcEndpoints, getVpcEndpoint)],
  ['vpn', kind('vpn-connection', 'Tags', (world) => world.vpnConnections, getVpnConnection)],
]);

/** Prefixes of resources that AWS can tag and this engine does not have. */
const notModelled = new Set('ami lt snap vol'.split(' '));

/** The resource of that id. Refuses an id that is of no form, one that does not exist, and kinds that are not modelled. */
export function getTagged(world: World, id: string): Tagged {
  const prefix = id.slice(0, Math.max(0, id.lastIndexOf('-')));
  if (notModelled.has(prefix)) throw new NotModelled(`tags of ${prefix}- resources`);
  const found = kinds.get(prefix);
  if (!found) throw tagErrors.invalidId(id);
  return found.get(world, id);
}

/** Everything that can be tagged, in order of creation. */
export const listTagged = (world: World): Tagged[] =>
  [...kinds.values()]
    .flatMap((one, at) => one.list(world).map((tagged) => ({ ...tagged, order: tagged.order * kinds.size + at })))
    .sort((a, b) => a.order - b.order);
