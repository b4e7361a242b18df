import { type Instance, instanceState } from '@/lib/engine/instance/instance';
import { defaultNetworkAcl } from '@/lib/engine/network-acl/network-acl';
import { type NetworkInterface, networkInterfaceStatus } from '@/lib/engine/network-interface/network-interface';
import { publicAddressesOf } from '@/lib/engine/reachability/addresses';
import { routeTableOf } from '@/lib/engine/route-table/route-table';
import { availableIpAddressCount, type Subnet } from '@/lib/engine/subnet/subnet';
import type { Tag } from '@/lib/engine/tags';
import type { World } from '@/lib/engine/world';
import { type Panel, panelOf } from './panel';

/** What is where in an account: VPC ⊃ zone ⊃ subnet ⊃ instances and interfaces. The diagram and its table both read it. */
export interface Topology {
  readonly vpcs: readonly VpcNode[];
  /** Elastic IP addresses that are on nothing. */
  readonly looseAddresses: readonly { readonly id: string; readonly publicIp: string }[];
}
export interface VpcNode {
  readonly id: string;
  readonly name: string;
  readonly cidr: string;
  readonly isDefault: boolean;
  readonly gateway?: { readonly id: string; readonly name: string };
  readonly zones: readonly ZoneNode[];
}
export interface ZoneNode {
  readonly name: string;
  readonly subnets: readonly SubnetNode[];
}
export interface SubnetNode {
  readonly id: string;
  readonly name: string;
  readonly cidr: string;
  /** Its IPv6 block beside the other. */
  readonly cidr6?: string;
  readonly freeAddresses: number;
  readonly routeTable: { readonly id: string; readonly name: string };
  readonly networkAcl: { readonly id: string; readonly name: string };
  readonly instances: readonly InstanceNode[];
  readonly interfaces: readonly InterfaceNode[];
}
export interface InstanceNode {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  /** How many interfaces its type takes. */
  readonly ports: number;
  /** Id of the interface in each port, from 0. */
  readonly plugged: { readonly [port: number]: string };
}
export interface InterfaceNode {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** The first of its private addresses, or of its IPv6 addresses where it has no other. */
  readonly address: string;
  /** The rest, IPv6 and prefixes too. */
  readonly secondaryAddresses: readonly string[];
  readonly publicAddresses: readonly string[];
  readonly mac: string;
  /** Names; their ids are `groupIds`, in the same order. */
  readonly groups: readonly string[];
  readonly groupIds: readonly string[];
  /** The service of Amazon's that holds it, in its own word: `nat_gateway`. */
  readonly service?: string;
  readonly device?: Device;
}

/** What an interface is plugged into. Its port is its device index where the instance has such a port and it is free, else the first free one. */
export interface Device {
  readonly instanceId: string;
  readonly index: number;
  readonly card: number;
  readonly port: number;
}

/**
 * Read a world as a picture of it. `ports` gives the most interfaces of each instance type that occurs; a type it
 * lacks shows the ports in use. Records come in the order of their creation, wherever they stand in their tables.
 * Cost: what the account holds.
 */
export function topology(world: World, ports: { readonly [instanceType: string]: number }): Topology {
  const panels = new Map(
    world.instances
      .list()
      .filter((instance) => instanceState(world, instance) !== 'terminated')
      .map((instance) => [instance.InstanceId, panelOf(world, instance, ports[instance.InstanceType])]),
  );
  return {
    vpcs: world.vpcs.list().map((vpc) => {
      const subnets = world.subnets.by('VpcId', vpc.VpcId);
      const gateway = world.internetGateways.first('attachedTo', vpc.VpcId);
      const zones = [...new Set(subnets.map((subnet) => subnet.AvailabilityZone))].sort();
      return {
        id: vpc.VpcId,
        name: nameOf(vpc.Tags) ?? (vpc.IsDefault ? 'default VPC' : vpc.VpcId),
        cidr: vpc.CidrBlock,
        isDefault: vpc.IsDefault,
        ...(gateway && {
          gateway: { id: gateway.InternetGatewayId, name: nameOf(gateway.Tags) ?? gateway.InternetGatewayId },
        }),
        zones: zones.map((name) => ({
          name,
          subnets: subnets
            .filter((subnet) => subnet.AvailabilityZone === name)
            .map((subnet) => subnetNode(world, subnet, panels)),
        })),
      };
    }),
    looseAddresses: world.addresses
      .list()
      .filter((address) => !address.association)
      .map((address) => ({ id: address.AllocationId, publicIp: address.PublicIp })),
  };
}

const nameOf = (tags: readonly Tag[]): string | undefined => tags.find((tag) => tag.Key === 'Name')?.Value || undefined;

type Panels = ReadonlyMap<string, Panel>;

function subnetNode(world: World, subnet: Subnet, panels: Panels): SubnetNode {
  const table = routeTableOf(world, subnet);
  const acl = world.networkAcls.first('SubnetId', subnet.SubnetId) ?? defaultNetworkAcl(world, subnet.VpcId);
  return {
    id: subnet.SubnetId,
    name: nameOf(subnet.Tags) ?? subnet.SubnetId,
    // One that is for IPv6 only has no other.
    cidr: subnet.CidrBlock || (subnet.ipv6Block?.Ipv6CidrBlock ?? ''),
    ...(subnet.CidrBlock && subnet.ipv6Block && { cidr6: subnet.ipv6Block.Ipv6CidrBlock }),
    freeAddresses: availableIpAddressCount(world, subnet),
    routeTable: { id: table.RouteTableId, name: nameOf(table.Tags) ?? table.RouteTableId },
    networkAcl: { id: acl.NetworkAclId, name: nameOf(acl.Tags) ?? acl.NetworkAclId },
    instances: world.instances.by('SubnetId', subnet.SubnetId).flatMap((instance) => {
      const panel = panels.get(instance.InstanceId);
      return panel ? [instanceNode(world, instance, panel)] : [];
    }),
    interfaces: world.networkInterfaces.by('SubnetId', subnet.SubnetId).map((eni) => interfaceNode(world, eni, panels)),
  };
}

function instanceNode(world: World, instance: Instance, { ports, portOf }: Panel): InstanceNode {
  return {
    id: instance.InstanceId,
    name: nameOf(instance.Tags) ?? instance.InstanceId,
    type: instance.InstanceType,
    state: instanceState(world, instance),
    ports,
    plugged: Object.fromEntries([...portOf].map(([id, port]) => [port, id])),
  };
}

function interfaceNode(world: World, eni: NetworkInterface, panels: Panels): InterfaceNode {
  const [primary, ...secondary] = [
    ...eni.PrivateIpAddresses.map((address) => address.PrivateIpAddress),
    ...(eni.Ipv6Addresses ?? []).map((address) => address.Ipv6Address),
    ...(eni.Ipv4Prefixes ?? []),
    ...(eni.Ipv6Prefixes ?? []),
  ];
  const { Attachment } = eni;
  const isOfService = Attachment ? Attachment.InstanceId === undefined : eni.RequesterManaged;
  return {
    id: eni.NetworkInterfaceId,
    name: nameOf(eni.TagSet) ?? '',
    status: networkInterfaceStatus(world, eni),
    address: primary ?? '',
    secondaryAddresses: secondary,
    publicAddresses: publicAddressesOf(world, eni),
    mac: eni.MacAddress,
    groups: eni.groups.map((id) => world.securityGroups.get(id)?.GroupName ?? id),
    groupIds: eni.groups,
    ...(isOfService && { service: eni.InterfaceType }),
    ...(Attachment?.InstanceId !== undefined && {
      device: {
        instanceId: Attachment.InstanceId,
        index: Attachment.DeviceIndex,
        card: Attachment.NetworkCardIndex,
        port: panels.get(Attachment.InstanceId)?.portOf.get(eni.NetworkInterfaceId) ?? Attachment.DeviceIndex,
      },
    }),
  };
}
