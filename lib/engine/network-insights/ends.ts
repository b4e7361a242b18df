import { instanceState } from '../instance/instance';
import { ipText, parseBlock } from '../ip';
import { interfacesOf, type NetworkInterface } from '../network-interface/network-interface';
import { findPrefixList } from '../prefix-list/prefix-list';
import { hasAddress, interfaceWith, publicAddressOf } from '../reachability/addresses';
import { anyInternetAddress } from '../reachability/beginning';
import type { FlowSource } from '../reachability/flow';
import { isPrivate } from '../reachability/gateways';
import { routesOf } from '../route-table/routes-of';
import { prefixListOf } from '../vpc-endpoint/vpc-endpoint';
import type { World } from '../world';
import { component } from './component';
import { type Explanation, explanation } from './explanation';
import type { Wanted } from './header';

/** How a packet of a path may begin. */
export interface Beginning {
  readonly source: FlowSource;
  /** Of the resource that it begins at; undefined outside of all VPCs. */
  readonly vpcId?: string;
}

/** One end of a path cannot be one: why. */
export type NoEnd = { readonly explanation: Explanation };

const noEnd = (members: Explanation): NoEnd => ({ explanation: explanation(members) });

const unassociated = (world: World, id: string): NoEnd =>
  noEnd({ Component: component(world, id), ExplanationCode: 'UNASSOCIATED_COMPONENT' });

const noPath = (world: World, id: string): NoEnd =>
  noEnd({ Component: component(world, id), ExplanationCode: 'NO_PATH' });

const badState = (world: World, id: string, State: string): NoEnd =>
  noEnd({ Component: component(world, id), ExplanationCode: 'BAD_STATE', State });

/** The kind of a resource, by its id. */
const kindOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

/**
 * The flows that begin at a resource: of an instance one for each address of its interfaces, since the analyzer knows nothing of
 * what its operating system would choose. What comes out of a gateway begins somewhere behind it.
 */
export function beginningsAt(world: World, id: string, wanted: Wanted): readonly Beginning[] | NoEnd {
  switch (kindOf(id)) {
    case 'i':
    case 'eni': {
      const interfaces = interfacesAt(world, id);
      if ('explanation' in interfaces) return interfaces;
      const all = interfaces.flatMap((eni) => beginningsOf(eni, ownAddresses(eni)));
      if (wanted.source === undefined) return all;
      const asked = interfaces.filter((eni) => hasAddress(world, eni, wanted.source ?? ''));
      return asked.length > 0
        ? asked.flatMap((eni) => beginningsOf(eni, [wanted.source ?? '']))
        : noEnd({
            Address: wanted.source,
            Component: component(world, id),
            ExplanationCode: 'FILTER_AT_SOURCE_SOURCE_ADDRESS',
          });
    }
    case 'igw':
      if (world.internetGateways.get(id)?.attachedTo === undefined) return unassociated(world, id);
      if (wanted.source !== undefined && isPrivate(wanted.source)) return expectsPublic(world, id, wanted.source);
      return [{ source: { kind: 'internet', ...(wanted.source && { address: wanted.source }) } }];
    case 'vpce': {
      const endpoint = world.vpcEndpoints.get(id);
      if (!endpoint) return gone(world, id);
      return noEnd({
        ExplanationCode: 'VPCE_INTRA_VPC_TRAFFIC',
        Vpc: component(world, endpoint.VpcId),
        VpcEndpoint: component(world, id),
      });
    }
    default: {
      const behind = beginningsBehind(world, id, wanted);
      return behind.length > 0 ? behind : noPath(world, id);
    }
  }
}

const beginningsOf = (eni: NetworkInterface, addresses: readonly string[]): Beginning[] =>
  addresses.map((address) => ({
    source: { kind: 'interface', id: eni.NetworkInterfaceId, address },
    vpcId: eni.VpcId,
  }));

const ownAddresses = (eni: NetworkInterface): string[] =>
  eni.PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress);

const gone = (world: World, id: string): NoEnd =>
  noEnd({ Component: component(world, id), ExplanationCode: 'NO_SOURCE_OR_DESTINATION' });

const expectsPublic = (world: World, id: string, Address: string): NoEnd =>
  noEnd({ Address, ExplanationCode: 'IGW_EXPECTS_PUBLIC_ADDRESS', InternetGateway: component(world, id) });

/** The interfaces of an end that have IPv4 addresses. */
function interfacesAt(world: World, id: string): readonly NetworkInterface[] | NoEnd {
  const instance = world.instances.get(id);
  const interfaces = instance ? interfacesOf(world, id) : [world.networkInterfaces.get(id)].flatMap((eni) => eni ?? []);
  if (!instance && interfaces.length === 0) return gone(world, id);
  const able = interfaces.filter(({ PrivateIpAddresses }) => PrivateIpAddresses.length > 0);
  if (able.length === 0) return unassociated(world, id);
  const state = instance ? instanceState(world, instance) : 'running';
  return state === 'running' ? able : badState(world, id, state);
}

/** One interface of each VPC, and one host of each network on premises, that may stand behind a gateway. */
function beginningsBehind(world: World, id: string, { source }: Wanted): Beginning[] {
  const inNetworks = networksBehind(world, id).flatMap((vpcId) => {
    const eni = source ? interfaceWith(world, vpcId, source) : world.networkInterfaces.first('VpcId', vpcId);
    return eni ? beginningsOf(eni, [source ?? ownAddresses(eni)[0] ?? ''].filter(Boolean)) : [];
  });
  const outside = (world.surroundings?.sites ?? []).flatMap((site): Beginning[] => {
    const host = site.hosts.find(({ address }) => source === undefined || address === source);
    return host ? [{ source: { kind: 'site', name: site.name, host: host.name } }] : [];
  });
  return kindOf(id) === 'pcx' ? inNetworks : [...inNetworks, ...outside];
}

/** The VPCs that a peering connection, a transit gateway or one attachment of it leads to. */
function networksBehind(world: World, id: string): string[] {
  const connection = world.vpcPeeringConnections.get(id);
  if (connection) return [connection.requester, connection.accepter];
  const attachment = world.transitGatewayAttachments.get(id);
  if (attachment) return attachment.ResourceType === 'vpc' ? [attachment.ResourceId] : [];
  return world.transitGatewayAttachments
    .by('TransitGatewayId', id)
    .flatMap(({ ResourceType, ResourceId }) => (ResourceType === 'vpc' ? [ResourceId] : []));
}

/** The addresses by which a packet from there finds a resource. `wanted`: the one that it must be sent to, if any. */
export function addressesOf(
  world: World,
  id: string,
  from: Beginning,
  wanted: string | undefined,
): readonly string[] | NoEnd {
  if (wanted !== undefined && kindOf(id) !== 'i' && kindOf(id) !== 'eni') {
    return kindOf(id) === 'igw' && isPrivate(wanted) ? expectsPublic(world, id, wanted) : [wanted];
  }
  switch (kindOf(id)) {
    case 'i':
    case 'eni': {
      const interfaces = interfacesAt(world, id);
      return 'explanation' in interfaces ? interfaces : addressesOfInterfaces(world, interfaces, from, wanted);
    }
    case 'igw':
      return world.internetGateways.get(id)?.attachedTo === undefined
        ? unassociated(world, id)
        : [anyInternetAddress.IPv4, ...routedTo(world, from.vpcId, id)];
    case 'vpce':
      return addressesOfEndpoint(world, id);
    default: {
      const sites = (world.surroundings?.sites ?? []).flatMap(({ hosts }) => hosts[0]?.address ?? []);
      const networks = networksBehind(world, id).filter((vpcId) => vpcId !== from.vpcId);
      const addresses = networks.flatMap((vpcId) => {
        const eni = world.networkInterfaces.first('VpcId', vpcId);
        return eni ? ownAddresses(eni).slice(0, 1) : insideOf(world.vpcs.get(vpcId)?.CidrBlock ?? '');
      });
      const all = [...addresses, ...(kindOf(id) === 'pcx' ? [] : sites), ...routedTo(world, from.vpcId, id)];
      return all.length > 0 ? all : noPath(world, id);
    }
  }
}

/** From the internet their public addresses, from elsewhere the private ones. A private one that was asked for means both. */
function addressesOfInterfaces(
  world: World,
  interfaces: readonly NetworkInterface[],
  from: Beginning,
  wanted: string | undefined,
): readonly string[] | NoEnd {
  const isOutside = from.source.kind === 'internet';
  const pairs = interfaces.flatMap((eni) =>
    ownAddresses(eni).map((own) => ({ eni, own, open: publicAddressOf(world, eni, own) })),
  );
  const asked = pairs.filter(({ own, open }) => wanted === undefined || own === wanted || open === wanted);
  if (asked.length === 0 && wanted !== undefined) {
    return noEnd({ Address: wanted, ExplanationCode: 'FILTER_AT_SOURCE_DESTINATION_ADDRESS' });
  }
  const addresses = asked.flatMap(({ own, open }) => {
    if (isOutside) return open ?? [];
    return wanted !== undefined && wanted === open ? [open] : [own];
  });
  const [first] = interfaces;
  if (addresses.length > 0 || !first) return addresses;
  const gateway = world.internetGateways.first('attachedTo', first.VpcId);
  return noEnd({
    ExplanationCode: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
    ...(gateway && { InternetGateway: component(world, gateway.InternetGatewayId) }),
    NetworkInterface: component(world, first.NetworkInterfaceId),
    Vpc: component(world, first.VpcId),
  });
}

function addressesOfEndpoint(world: World, id: string): readonly string[] | NoEnd {
  const endpoint = world.vpcEndpoints.get(id);
  if (!endpoint) return gone(world, id);
  if (endpoint.VpcEndpointType === 'Gateway') return prefixListOf(world, endpoint.ServiceName).cidrs.flatMap(insideOf);
  return endpoint.subnets.flatMap(({ NetworkInterfaceId }) => {
    const eni = world.networkInterfaces.get(NetworkInterfaceId);
    return eni ? ownAddresses(eni) : [];
  });
}

/** An address in each block that a VPC's route tables send to a gateway. */
function routedTo(world: World, vpcId: string | undefined, gatewayId: string): string[] {
  if (vpcId === undefined) return [];
  const routes = world.routeTables.by('VpcId', vpcId).flatMap((table) => routesOf(world, table));
  const cidrs = routes.flatMap(({ target, DestinationCidrBlock, DestinationPrefixListId }) => {
    if (!Object.values(target).includes(gatewayId)) return [];
    if (DestinationPrefixListId) return findPrefixList(world, DestinationPrefixListId)?.cidrs ?? [];
    return DestinationCidrBlock ? [DestinationCidrBlock] : [];
  });
  return [...new Set(cidrs)].flatMap(insideOf);
}

/** An address in an IPv4 block; of the whole internet one that nobody in particular has. */
export function insideOf(cidr: string): string[] {
  const block = parseBlock(cidr);
  if (!block) return [];
  if (block.prefix === 0) return [anyInternetAddress.IPv4];
  return [ipText(block.prefix < 31 ? block.base + 1 : block.base)];
}
