import { defaultNetworkAcl } from '@/lib/engine/network-acl/network-acl';
import type { Component, Hop } from '@/lib/engine/reachability/hop';
import { routeTableOf } from '@/lib/engine/route-table/route-table';
import type { World } from '@/lib/engine/world';
import type { Pictured, Plug, SubnetBox, VpcBox } from './pictured';
import type { Place } from './walk-bends';

/** Half the height of words with their frame, and a little, px. */
const wordsRoom = 13;

/** Where the picture shows the component of a hop. Undefined when it draws nothing that has to do with it. */
export function placeOf(world: World, map: Pictured, hops: readonly Hop[], index: number): Place | undefined {
  const hop = hops[index];
  if (!hop) return undefined;
  const { component } = hop;
  switch (component.kind) {
    case 'instance': {
      const box = map.box(component.id);
      // Under it there are cables only.
      return box && { x: box.x + box.width - 16, y: box.y + 20, wordsY: box.y + box.height + wordsRoom };
    }
    case 'security-group': {
      const plug = plugWithGroup(world, map, hops, index);
      return plug && onPlug(map, plug, 0);
    }
    case 'network-acl':
    case 'route-table':
    case 'subnet': {
      const place = subnetAt(world, map, hops, index);
      return place ? edgeOfSubnet(map, place, component.kind) : edgeOfVpc(world, map, hops, index);
    }
    default: {
      const plug = map.plug(component);
      return plug ? onPlug(map, plug, 16) : edgeOfVpc(world, map, hops, index);
    }
  }
}

/** So many px from the right side of an interface, with the words over it: there are cables only. */
function onPlug(map: Pictured, { plug, subnet, columnRight }: Plug, inside: number): Place {
  return {
    x: plug.x + plug.width - inside,
    y: plug.y + plug.height / 2,
    wordsY: plug.y - wordsRoom,
    gap: columnRight + besideColumn,
    ...inVpc(map, subnet),
  };
}

const inVpc = (map: Pictured, { node }: SubnetBox): { vpc?: VpcBox } => {
  const vpc = map.vpcOf(node.id);
  return vpc ? { vpc } : {};
};

/** The interface that the group judges for: the nearest one on the way that is in it. */
function plugWithGroup(world: World, map: Pictured, hops: readonly Hop[], index: number): Plug | undefined {
  const hop = hops[index];
  if (!hop) return undefined;
  const rule = hop.decision?.kind === 'rule' ? world.securityGroupRules.get(hop.decision.ruleId) : undefined;
  // What goes out has just left its interface; what comes in is about to reach it.
  const side = rule ? (rule.IsEgress ? 'before' : 'after') : undefined;
  const isMember = (eniId: string) => world.networkInterfaces.get(eniId)?.groups.includes(hop.component.id) ?? false;
  const near = map.nearestPlug(hops, index, side, ({ interfaceId }) => isMember(interfaceId));
  if (near) return near;
  // Refused on the way in, the packet never came to the interface that it was for.
  for (const address of [hop.packet.destination, hop.packet.source]) {
    const owner = map.plugWithAddress(address);
    if (owner && isMember(owner.interfaceId)) return owner;
  }
  return undefined;
}

/** Whether the picture draws it in the wall of its VPC. */
export const isGateway = (map: Pictured, { kind, id }: Component): boolean =>
  kind === 'internet-gateway' && map.vpcWithGateway(id) !== undefined;

/** A subnet, and the interface in it that the way goes by where it is known. */
interface SubnetPlace {
  readonly subnet: SubnetBox;
  readonly plug?: Plug;
}

/** The subnet that a network ACL or route table decides for at this hop. Undefined for a gateway's route table. */
function subnetAt(world: World, map: Pictured, hops: readonly Hop[], index: number): SubnetPlace | undefined {
  const hop = hops[index];
  if (!hop) return undefined;
  const { component, decision, packet } = hop;
  const isOf = (subnetId: string) => decidesFor(world, component, subnetId);
  // A route table and an entry for what goes out decide for where the packet comes from.
  const egress = decision?.kind === 'entry' ? decision.entry.Egress : component.kind === 'route-table' || undefined;
  const side = egress === undefined ? undefined : egress ? 'before' : 'after';
  const near = map.nearestPlug(hops, index, side, ({ subnet }) => isOf(subnet.node.id));
  const ends = egress ? [packet.source, packet.destination] : [packet.destination, packet.source];
  const byAddress = ends
    .map((address) => map.plugWithAddress(address))
    .find((plug) => plug !== undefined && isOf(plug.subnet.node.id));
  // The end of the packet is the better guess where the way stops here and both ends are in subnets of one ACL.
  const plug = hop.refusal && egress === false ? (byAddress ?? near) : (near ?? byAddress);
  if (plug) return { subnet: plug.subnet, plug };
  const subnet = map.subnets().find(({ node }) => isOf(node.id));
  return subnet && { subnet };
}

function decidesFor(world: World, { kind, id }: Component, subnetId: string): boolean {
  if (kind === 'subnet') return id === subnetId;
  const subnet = world.subnets.get(subnetId);
  if (!subnet) return false;
  if (kind === 'route-table') return routeTableOf(world, subnet).RouteTableId === id;
  const acl = world.networkAcls.first('SubnetId', subnetId) ?? defaultNetworkAcl(world, subnet.VpcId);
  return acl.NetworkAclId === id;
}

/** Height of a signpost, px: less than the space between two subnets. */
const signpost = 11;
/** From a column into the gap beside it, px. */
const besideColumn = 9;

/** Over the gap beside the interface's column: the network ACL on the subnet's edge, the route table like a signpost above it. */
function edgeOfSubnet(
  map: Pictured,
  { subnet, plug }: SubnetPlace,
  kind: 'network-acl' | 'route-table' | 'subnet',
): Place {
  const middle = plug ? plug.columnRight + besideColumn : subnet.x + subnet.width / 2;
  const x = Math.min(middle, subnet.x + subnet.width - 6);
  return { x, y: subnet.y - (kind === 'route-table' ? signpost : 0), gap: x, ...inVpc(map, subnet) };
}

/** A place in the wall of the component's VPC: gateways each have their own. Undefined when no drawn VPC has to do with it. */
function edgeOfVpc(world: World, map: Pictured, hops: readonly Hop[], index: number): Place | undefined {
  const component = hops[index]?.component;
  if (!component) return undefined;
  if (component.kind === 'vpc-peering-connection') return betweenVpcs(world, map, component.id);
  const vpc = vpcOf(world, map, component) ?? map.nearestPlug(hops, index, 'before', () => true);
  if (!vpc) return undefined;
  const box = 'plug' in vpc ? map.vpcOf(vpc.subnet.node.id) : vpc;
  return box && { x: box.x + box.width * alongWall(component), y: box.y, vpc: box, ...inset(component, box) };
}

const inset = ({ kind }: Component, box: VpcBox): Partial<Place> =>
  // Where the picture draws an attached gateway.
  kind === 'internet-gateway' ? { x: box.x + box.width - 83, y: box.y } : {};

function alongWall({ kind }: Component): number {
  switch (kind) {
    case 'egress-only-internet-gateway':
      return 0.45;
    case 'vpn-gateway':
      return 0.3;
    case 'vpc-endpoint':
      return 0.15;
    default:
      return 0.5;
  }
}

function vpcOf(world: World, map: Pictured, { kind, id }: Component): VpcBox | undefined {
  const vpcId = homes[kind]?.(world, id);
  return vpcId === undefined ? undefined : map.vpcOf(vpcId);
}

const homes: { readonly [K in Component['kind']]?: (world: World, id: string) => string | undefined } = {
  vpc: (_, id) => id,
  'internet-gateway': (world, id) => world.internetGateways.get(id)?.attachedTo,
  'egress-only-internet-gateway': (world, id) => world.egressOnlyInternetGateways.get(id)?.VpcId,
  'vpn-gateway': (world, id) => world.vpnGateways.get(id)?.attachedTo,
  'vpc-endpoint': (world, id) => world.vpcEndpoints.get(id)?.VpcId,
  'route-table': (world, id) => world.routeTables.get(id)?.VpcId,
  'network-acl': (world, id) => world.networkAcls.get(id)?.VpcId,
};

/** In the wall between the two VPCs: the lower wall of the upper one. */
function betweenVpcs(world: World, map: Pictured, id: string): Place | undefined {
  const row = world.vpcPeeringConnections.get(id);
  const [upper] = [row?.requester, row?.accepter]
    .flatMap((vpcId) => (vpcId ? (map.vpcOf(vpcId) ?? []) : []))
    .sort((a, b) => a.y - b.y);
  return upper && { x: upper.x + upper.width / 2, y: upper.y + upper.height };
}
