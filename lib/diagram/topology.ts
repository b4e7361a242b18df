import { type Instance, instanceState } from '@/lib/engine/instance/instance';
import { type NetworkInterface, networkInterfaceStatus } from '@/lib/engine/network-interface/network-interface';
import { availableIpAddressCount, type Subnet } from '@/lib/engine/subnet/subnet';
import type { Tag } from '@/lib/engine/tags';
import type { World } from '@/lib/engine/world';

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
  /** Id of the interface in each port, by device index. */
  readonly plugged: { readonly [deviceIndex: number]: string };
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
  readonly groups: readonly string[];
  /** The port it is plugged into. */
  readonly device?: { readonly instanceId: string; readonly index: number };
}

/**
 * Read a world as a picture of it. `ports` gives the most interfaces of each instance type that occurs; a type it
 * lacks shows the ports in use. Cost: what the account holds.
 */
export function topology(world: World, ports: { readonly [instanceType: string]: number }): Topology {
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
            .map((subnet) => subnetNode(world, subnet, ports)),
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

function subnetNode(world: World, subnet: Subnet, ports: { readonly [type: string]: number }): SubnetNode {
  return {
    id: subnet.SubnetId,
    name: nameOf(subnet.Tags) ?? subnet.SubnetId,
    // One that is for IPv6 only has no other.
    cidr: subnet.CidrBlock || (subnet.ipv6Block?.Ipv6CidrBlock ?? ''),
    ...(subnet.CidrBlock && subnet.ipv6Block && { cidr6: subnet.ipv6Block.Ipv6CidrBlock }),
    freeAddresses: availableIpAddressCount(world, subnet),
    instances: world.instances
      .by('SubnetId', subnet.SubnetId)
      .filter((instance) => instanceState(world, instance) !== 'terminated')
      .map((instance) => instanceNode(world, instance, ports)),
    interfaces: world.networkInterfaces.by('SubnetId', subnet.SubnetId).map((eni) => interfaceNode(world, eni)),
  };
}

function instanceNode(world: World, instance: Instance, ports: { readonly [type: string]: number }): InstanceNode {
  const plugged = Object.fromEntries(
    world.networkInterfaces
      .by('InstanceId', instance.InstanceId)
      .map((eni) => [eni.Attachment?.DeviceIndex ?? 0, eni.NetworkInterfaceId]),
  );
  const highest = Math.max(0, ...Object.keys(plugged).map(Number));
  return {
    id: instance.InstanceId,
    name: nameOf(instance.Tags) ?? instance.InstanceId,
    type: instance.InstanceType,
    state: instanceState(world, instance),
    ports: Math.max(ports[instance.InstanceType] ?? 0, highest + 1),
    plugged,
  };
}

function interfaceNode(world: World, eni: NetworkInterface): InterfaceNode {
  const [primary, ...secondary] = [
    ...eni.PrivateIpAddresses.map((address) => address.PrivateIpAddress),
    ...(eni.Ipv6Addresses ?? []).map((address) => address.Ipv6Address),
    ...(eni.Ipv4Prefixes ?? []),
    ...(eni.Ipv6Prefixes ?? []),
  ];
  const elastic = world.addresses.by('NetworkInterfaceId', eni.NetworkInterfaceId).map((address) => address.PublicIp);
  return {
    id: eni.NetworkInterfaceId,
    name: nameOf(eni.TagSet) ?? '',
    status: networkInterfaceStatus(world, eni),
    address: primary ?? '',
    secondaryAddresses: secondary,
    publicAddresses: eni.publicIp && elastic.length === 0 ? [eni.publicIp] : elastic,
    mac: eni.MacAddress,
    groups: eni.groups.map((id) => world.securityGroups.get(id)?.GroupName ?? id),
    ...(eni.Attachment?.InstanceId !== undefined && {
      device: { instanceId: eni.Attachment.InstanceId, index: eni.Attachment.DeviceIndex },
    }),
  };
}
