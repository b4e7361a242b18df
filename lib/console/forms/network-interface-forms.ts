import { interfacesOf } from '@/lib/engine/network-interface/network-interface';
import type { World } from '@/lib/engine/world';
import {
  attachments,
  held,
  instances,
  looseInterfaces,
  networkInterfaces,
  secondaryAddresses,
  securityGroups,
  subnets,
} from '../choices';
import type { Field, Form, Values } from '../form';
import { nameTag } from './tag-forms';

const networkInterface: Field = {
  member: 'NetworkInterfaceId',
  label: 'Network interface',
  choices: networkInterfaces,
};
const attachment: Field = {
  member: 'AttachmentId',
  label: 'Attachment',
  choices: attachments,
  words: ['cannot be detached', 'ela attach'],
};
const chosen = (world: World, values: Values) => world.networkInterfaces.get(held(values, 'NetworkInterfaceId'));

/** The least device index of the chosen instance that nothing has. */
function freeIndex(world: World, values: Values): string {
  const instance = held(values, 'InstanceId');
  if (!instance) return '';
  const taken = new Set(interfacesOf(world, instance).map(({ Attachment }) => Attachment?.DeviceIndex));
  let index = 0;
  while (taken.has(index)) index += 1;
  return `${index}`;
}

const modify = { operation: 'ModifyNetworkInterfaceAttribute', submit: 'Save' };

const instance: Field = { member: 'InstanceId', label: 'Instance', choices: instances };
/**
 * AWS's guide, for its console, chooses an interface, an instance and, for some types, a network card. Assumed: the index
 * is then the least that is free.
 */
const deviceIndex: Field = {
  member: 'DeviceIndex',
  label: 'Device index',
  hint: 'AWS’s own console takes the next free one and does not ask.',
  initial: freeIndex,
};

/**
 * What the console does with network interfaces. Wording: using-eni.html, network-interface-attachments.html and
 * modify-network-interface-attributes.html in https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/
 */
export const networkInterfaceForms = {
  create: {
    id: 'create-network-interface',
    title: 'Create network interface',
    submit: 'Create network interface',
    operation: 'CreateNetworkInterface',
    fields: [
      { member: 'Description', label: 'Description', hint: 'Optional.', words: ['interface description'] },
      { member: 'SubnetId', label: 'Subnet', choices: subnets },
      {
        member: 'PrivateIpAddress',
        label: 'Private IPv4 address',
        hint: 'Auto-assign: leave it empty. Custom: an address of the subnet.',
        words: ['the specified address is already in use', 'address does not fall', 'address is in subnet'],
      },
      { member: 'Groups', label: 'Security groups', choices: securityGroups, words: ['security group'] },
      nameTag('network-interface', 'Name'),
    ],
  },
  attach: {
    id: 'attach-network-interface',
    title: 'Attach',
    submit: 'Attach',
    operation: 'AttachNetworkInterface',
    fields: [networkInterface, instance, deviceIndex],
  },
  attachToInstance: {
    id: 'attach-to-instance',
    title: 'Attach network interface',
    submit: 'Attach',
    operation: 'AttachNetworkInterface',
    fields: [instance, { ...networkInterface, choices: looseInterfaces }, deviceIndex],
  },
  detach: {
    id: 'detach-network-interface',
    title: 'Detach',
    submit: 'Detach',
    operation: 'DetachNetworkInterface',
    fields: [attachment, { member: 'Force', label: 'Force detachment: Enable', onlyOn: true }],
  },
  delete: {
    id: 'delete-network-interface',
    title: 'Delete',
    submit: 'Delete',
    operation: 'DeleteNetworkInterface',
    fields: [networkInterface],
  },
  assign: {
    id: 'assign-private-ip-addresses',
    title: 'Manage IP addresses: assign new IP address',
    submit: 'Save',
    operation: 'AssignPrivateIpAddresses',
    fields: [
      networkInterface,
      {
        member: 'PrivateIpAddresses',
        label: 'IPv4 addresses',
        hint: 'Addresses of the subnet, with commas between them.',
        words: ['private ip address set', 'private ip address', 'move is not allowed', 'address'],
      },
      {
        member: 'SecondaryPrivateIpAddressCount',
        label: 'Number of auto-assigned addresses',
        hint: 'In the place of addresses.',
      },
      {
        member: 'AllowReassignment',
        label: 'Allow secondary private IPv4 addresses to be reassigned',
        onlyOn: true,
      },
    ],
  },
  unassign: {
    id: 'unassign-private-ip-addresses',
    title: 'Manage IP addresses: unassign',
    submit: 'Save',
    operation: 'UnassignPrivateIpAddresses',
    fields: [
      networkInterface,
      {
        member: 'PrivateIpAddresses',
        label: 'IPv4 addresses',
        choices: secondaryAddresses,
        words: ['private ip address', 'specified addresses'],
      },
    ],
  },
  changeSecurityGroups: {
    ...modify,
    id: 'change-security-groups',
    title: 'Change security groups',
    fields: [
      networkInterface,
      {
        member: 'Groups',
        label: 'Associated security groups',
        choices: securityGroups,
        initial: (world, values) => chosen(world, values)?.groups ?? [],
        words: ['no attributes specified', 'different networks', 'security groups'],
      },
    ],
  },
  changeSourceDestCheck: {
    ...modify,
    id: 'change-source-dest-check',
    title: 'Change source/dest. check',
    fields: [
      networkInterface,
      {
        member: 'SourceDestCheck.Value',
        label: 'Source/destination check: Enable',
        initial: (world, values) => `${chosen(world, values)?.SourceDestCheck ?? true}`,
      },
    ],
  },
  changeDescription: {
    ...modify,
    id: 'change-description',
    title: 'Change description',
    fields: [
      networkInterface,
      {
        member: 'Description.Value',
        label: 'Description',
        initial: (world, values) => chosen(world, values)?.Description ?? '',
        clears: true,
        words: ['interface description'],
      },
    ],
  },
  changeTerminationBehavior: {
    ...modify,
    id: 'change-termination-behavior',
    title: 'Change termination behavior',
    fields: [
      networkInterface,
      {
        member: 'Attachment.AttachmentId',
        label: 'Attachment',
        choices: attachments,
        initial: (world, values) => chosen(world, values)?.Attachment?.AttachmentId ?? '',
        words: ['attachment'],
      },
      {
        member: 'Attachment.DeleteOnTermination',
        label: 'Delete on termination: Enable',
        initial: (world, values) => `${chosen(world, values)?.Attachment?.DeleteOnTermination ?? false}`,
      },
    ],
  },
} satisfies Record<string, Form>;
