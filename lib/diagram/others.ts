import { natGatewayState } from '@/lib/engine/nat-gateway/nat-gateway';
import { routesOf } from '@/lib/engine/route-table/routes-of';
import type { Tag } from '@/lib/engine/tags';
import { transitState } from '@/lib/engine/transit-gateway/transit-gateway';
import { endpointState } from '@/lib/engine/vpc-endpoint/vpc-endpoint';
import { vpnConnectionState } from '@/lib/engine/vpn-connection/vpn-connection';
import type { World } from '@/lib/engine/world';

/** A resource that the picture does not draw, as a row of its table. */
export interface OtherNode {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** What there is to know of it at a glance. */
  readonly what: string;
}

/** Everything in an account that has no place in the picture, kind by kind. Cost: what the account holds. */
export function others(world: World): OtherNode[] {
  const node = (kind: string, id: string, tags: readonly Tag[], ...what: (string | undefined)[]): OtherNode => ({
    kind,
    id,
    name: tags.find(({ Key }) => Key === 'Name')?.Value ?? '',
    what: what.filter(Boolean).join(' · '),
  });
  const vpcName = (id: string) => world.vpcs.get(id)?.Tags.find(({ Key }) => Key === 'Name')?.Value ?? id;
  return [
    ...world.routeTables.list().map((row) =>
      node(
        'Route table',
        row.RouteTableId,
        row.Tags,
        vpcName(row.VpcId),
        ...routesOf(world, row)
          .filter(({ target }) => !('kind' in target))
          .map((route) => {
            const to = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
            return `${to} → ${Object.values(route.target)[0]}`;
          }),
      ),
    ),
    ...world.securityGroups.list().map((row) => {
      const rules = world.securityGroupRules.by('GroupId', row.GroupId);
      const count = (isEgress: boolean) => rules.filter(({ IsEgress }) => IsEgress === isEgress).length;
      const rulesText = `${count(false)} in, ${count(true)} out`;
      return node('Security group', row.GroupId, row.Tags, row.GroupName, vpcName(row.VpcId), rulesText);
    }),
    ...world.networkAcls.list().map((row) => {
      const kind = row.IsDefault ? 'default' : undefined;
      return node('Network ACL', row.NetworkAclId, row.Tags, vpcName(row.VpcId), kind);
    }),
    ...world.addresses.list().map((row) => {
      const holder = row.association?.NetworkInterfaceId ?? 'on nothing';
      return node('Elastic IP', row.AllocationId, row.Tags, row.PublicIp, holder);
    }),
    ...world.natGateways.list().map((row) => {
      const state = natGatewayState(world, row);
      return node('NAT gateway', row.NatGatewayId, row.Tags, row.ConnectivityType, row.SubnetId, state);
    }),
    ...world.egressOnlyInternetGateways
      .list()
      .map((row) => node('Egress-only gateway', row.EgressOnlyInternetGatewayId, row.Tags, vpcName(row.VpcId))),
    ...world.vpcPeeringConnections.list().map((row) => node('Peering', row.VpcPeeringConnectionId, row.Tags)),
    ...world.vpcEndpoints.list().map((row) => {
      const state = endpointState(world, row);
      return node('Endpoint', row.VpcEndpointId, row.Tags, row.ServiceName, row.VpcEndpointType, state);
    }),
    ...world.customerGateways
      .list()
      .map((row) => node('Customer gateway', row.CustomerGatewayId, row.Tags, row.IpAddress)),
    ...world.vpnGateways.list().map((row) => node('Virtual private gateway', row.VpnGatewayId, row.Tags)),
    ...world.vpnConnections
      .list()
      .map((row) => node('VPN connection', row.VpnConnectionId, row.Tags, vpnConnectionState(world, row))),
    ...world.transitGateways
      .list()
      .map((row) => node('Transit gateway', row.TransitGatewayId, row.Tags, transitState(world, row))),
    ...world.transitGatewayAttachments
      .list()
      .map((row) => node('Transit gateway attachment', row.TransitGatewayAttachmentId, row.Tags, row.ResourceId)),
    ...world.transitGatewayRouteTables
      .list()
      .filter((row) => row.deletedAt === undefined)
      .map((row) => {
        const what = row.routes.map(({ DestinationCidrBlock, TransitGatewayAttachmentId: to }) => {
          return `${DestinationCidrBlock} → ${to ?? 'blackhole'}`;
        });
        return node('Transit gateway route table', row.TransitGatewayRouteTableId, row.Tags, ...what);
      }),
    ...world.prefixLists
      .list()
      .map((row) => node('Prefix list', row.PrefixListId, row.Tags, row.PrefixListName, row.AddressFamily)),
    ...world.flowLogs.list().map((row) => node('Flow log', row.FlowLogId, row.Tags, row.ResourceId)),
  ];
}
