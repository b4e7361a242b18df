import { instanceState } from '@/lib/engine/instance/instance';
import {
  interfacesOf,
  type NetworkInterface,
  networkInterfaceStatus,
} from '@/lib/engine/network-interface/network-interface';
import { publicAddressesOf } from '@/lib/engine/reachability/addresses';
import { destinationText, targetText } from '@/lib/engine/reachability/hop-words';
import type { RouteTable } from '@/lib/engine/route-table/route-table';
import { routesOf } from '@/lib/engine/route-table/routes-of';
import { rulesOf } from '@/lib/engine/security-group/security-group-rule';
import { availableIpAddressCount } from '@/lib/engine/subnet/subnet';
import type { Tag } from '@/lib/engine/tags';
import type { World } from '@/lib/engine/world';
import { nameOf } from '@/lib/labs/names';
import type { Values } from './form';
import { attachedTo, named, privateAddressesOf } from './names';

/** A resource in its list. */
export interface Row {
  readonly id: string;
  /** Its Name tag; empty when it has none. */
  readonly name: string;
  /** One text for each column. */
  readonly cells: readonly string[];
  /** What it fills in a form that is opened from it, by member. */
  readonly fills: Values;
}

const none = '–';
const row = (id: string, tags: readonly Tag[], cells: readonly string[], fills: Values): Row => ({
  id,
  name: nameOf(tags) ?? '',
  cells: cells.map((cell) => cell || none),
  fills: { Resources: [id], ...fills },
});

const groupNames = (world: World, ids: readonly string[]): string =>
  ids.map((id) => world.securityGroups.get(id)?.GroupName ?? id).join(', ');
const vpcName = (world: World, id: string): string => named(id, world.vpcs.get(id)?.Tags);
const subnetName = (world: World, id: string): string => named(id, world.subnets.get(id)?.Tags);

export const networkInterfaceRows = (world: World): Row[] =>
  world.networkInterfaces.list().map((eni) => {
    const { Attachment, NetworkInterfaceId } = eni;
    const [primary = '', ...secondary] = privateAddressesOf(eni);
    return row(
      NetworkInterfaceId,
      eni.TagSet,
      [
        networkInterfaceStatus(world, eni),
        Attachment?.InstanceId === undefined ? '' : (attachedTo(world, eni) ?? ''),
        primary,
        secondary.join(', '),
        publicAddressesOf(world, eni).join(', '),
        groupNames(world, eni.groups),
        subnetName(world, eni.SubnetId),
        eni.AvailabilityZone,
        eni.Description,
      ],
      {
        NetworkInterfaceId,
        SubnetId: eni.SubnetId,
        ...(Attachment && { AttachmentId: Attachment.AttachmentId }),
        ...fromAssociation(world, [eni]),
      },
    );
  });

/** The association of the first Elastic IP on an interface or on several, to be taken off. */
function fromAssociation(world: World, interfaces: readonly NetworkInterface[]): Values {
  const [address] = interfaces.flatMap((eni) => world.addresses.by('NetworkInterfaceId', eni.NetworkInterfaceId));
  return address?.association ? { AssociationId: address.association.AssociationId } : {};
}

export const instanceRows = (world: World): Row[] =>
  world.instances.list().map((instance) => {
    const interfaces = interfacesOf(world, instance.InstanceId);
    const groups = [...new Set(interfaces.flatMap((eni) => eni.groups))];
    return row(
      instance.InstanceId,
      instance.Tags,
      [
        instanceState(world, instance),
        instance.InstanceType,
        interfaces.flatMap((eni) => publicAddressesOf(world, eni)).join(', '),
        interfaces.flatMap(privateAddressesOf).join(', '),
        `${interfaces.length}`,
        groupNames(world, groups),
        subnetName(world, instance.SubnetId),
        instance.AvailabilityZone,
      ],
      {
        InstanceId: instance.InstanceId,
        InstanceIds: [instance.InstanceId],
        ...fromInterfaces(world, interfaces),
      },
    );
  });

/** Of an instance's interfaces: the one in the last port to detach, the primary one for everything else. */
function fromInterfaces(world: World, interfaces: readonly NetworkInterface[]): Values {
  const [primary] = interfaces;
  const last = interfaces.at(-1)?.Attachment;
  return {
    ...(primary && { NetworkInterfaceId: primary.NetworkInterfaceId }),
    ...(last && { AttachmentId: last.AttachmentId }),
    ...fromAssociation(world, interfaces),
  };
}

export const addressRows = (world: World): Row[] =>
  world.addresses.list().map(({ AllocationId, PublicIp, Tags, association }) => {
    const eni = association && world.networkInterfaces.get(association.NetworkInterfaceId);
    const instance = eni?.Attachment?.InstanceId;
    return row(
      AllocationId,
      Tags,
      [
        PublicIp,
        instance === undefined ? '' : named(instance, world.instances.get(instance)?.Tags),
        association?.NetworkInterfaceId ?? '',
        association?.PrivateIpAddress ?? '',
        association?.AssociationId ?? '',
      ],
      { AllocationId, ...(association && { AssociationId: association.AssociationId }) },
    );
  });

export const securityGroupRows = (world: World): Row[] =>
  world.securityGroups
    .list()
    .map(({ GroupId, GroupName, Description, VpcId, Tags }) =>
      row(
        GroupId,
        Tags,
        [
          GroupName,
          vpcName(world, VpcId),
          Description,
          `${rulesOf(world, GroupId, false).length}`,
          `${rulesOf(world, GroupId, true).length}`,
        ],
        { GroupId, VpcId },
      ),
    );

export const subnetRows = (world: World): Row[] =>
  world.subnets
    .list()
    .map((subnet) =>
      row(
        subnet.SubnetId,
        subnet.Tags,
        [
          vpcName(world, subnet.VpcId),
          subnet.CidrBlock,
          subnet.CidrBlock ? `${availableIpAddressCount(world, subnet)}` : '',
          subnet.AvailabilityZone,
          subnet.MapPublicIpOnLaunch ? 'Yes' : 'No',
        ],
        { SubnetId: subnet.SubnetId, VpcId: subnet.VpcId },
      ),
    );

/** The first association with a subnet, to be taken off. */
function fromSubnet({ associations }: RouteTable): Values {
  const first = associations.find(({ SubnetId }) => SubnetId);
  return first ? { AssociationId: first.RouteTableAssociationId } : {};
}

export const routeTableRows = (world: World): Row[] =>
  world.routeTables.list().map((table) =>
    row(
      table.RouteTableId,
      table.Tags,
      [
        table.associations.flatMap(({ SubnetId }) => (SubnetId ? [subnetName(world, SubnetId)] : [])).join(', '),
        table.associations.some(({ Main }) => Main) ? 'Yes' : 'No',
        vpcName(world, table.VpcId),
        routesOf(world, table)
          .map((route) => `${destinationText(route)} → ${targetText(world, route.target)}`)
          .join('; '),
      ],
      { RouteTableId: table.RouteTableId, VpcId: table.VpcId, ...fromSubnet(table) },
    ),
  );
