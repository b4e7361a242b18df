import type { Tag } from '../tags';
import type { World } from '../world';
import type { Component, ComponentKind } from './hop';
import { nameOf } from './refuse';

/** What a kind of component is called inside a sentence. */
export const kindWords: { readonly [K in ComponentKind]: string } = {
  internet: 'the internet',
  site: 'the site',
  'client-vpn': 'the Client VPN endpoint',
  instance: 'the instance',
  'network-interface': 'the interface',
  'security-group': 'the security group',
  'network-acl': 'the network ACL',
  subnet: 'the subnet',
  vpc: 'the VPC',
  'route-table': 'the route table',
  'internet-gateway': 'the internet gateway',
  'egress-only-internet-gateway': 'the egress-only internet gateway',
  'nat-gateway': 'the NAT gateway',
  'vpc-peering-connection': 'the peering connection',
  'transit-gateway': 'the transit gateway',
  'transit-gateway-attachment': 'the transit gateway attachment',
  'transit-gateway-route-table': 'the transit gateway route table',
  'vpn-gateway': 'the virtual private gateway',
  'vpn-connection': 'the VPN connection',
  'vpc-endpoint': 'the VPC endpoint',
};

/** The component's Name tag, or a group's name, or else its id. */
export function componentName(world: World, { kind, id }: Component): string {
  if (kind === 'security-group') {
    const group = world.securityGroups.get(id);
    return nameOf(group?.GroupName ?? id, group?.Tags);
  }
  return nameOf(id, tagsOf(world, kind, id));
}

/** `the security group web (sg-…)`; without the brackets where it has no name but its id. */
export function componentText(world: World, component: Component): string {
  const { kind, id } = component;
  if (kind === 'internet') return kindWords.internet;
  const name = componentName(world, component);
  return name === id ? `${kindWords[kind]} ${id}` : `${kindWords[kind]} ${name} (${id})`;
}

function tagsOf(world: World, kind: ComponentKind, id: string): readonly Tag[] | undefined {
  switch (kind) {
    case 'instance':
      return world.instances.get(id)?.Tags;
    case 'network-interface':
      return world.networkInterfaces.get(id)?.TagSet;
    case 'network-acl':
      return world.networkAcls.get(id)?.Tags;
    case 'vpc':
      return world.vpcs.get(id)?.Tags;
    case 'subnet':
      return world.subnets.get(id)?.Tags;
    case 'route-table':
      return world.routeTables.get(id)?.Tags;
    case 'internet-gateway':
      return world.internetGateways.get(id)?.Tags;
    case 'egress-only-internet-gateway':
      return world.egressOnlyInternetGateways.get(id)?.Tags;
    case 'nat-gateway':
      return world.natGateways.get(id)?.Tags;
    case 'vpc-peering-connection':
      return world.vpcPeeringConnections.get(id)?.Tags;
    case 'transit-gateway':
      return world.transitGateways.get(id)?.Tags;
    case 'transit-gateway-attachment':
      return world.transitGatewayAttachments.get(id)?.Tags;
    case 'transit-gateway-route-table':
      return world.transitGatewayRouteTables.get(id)?.Tags;
    case 'vpn-gateway':
      return world.vpnGateways.get(id)?.Tags;
    case 'vpn-connection':
      return world.vpnConnections.get(id)?.Tags;
    case 'vpc-endpoint':
      return world.vpcEndpoints.get(id)?.Tags;
    default:
      return undefined;
  }
}
