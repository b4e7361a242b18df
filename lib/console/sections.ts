import type { World } from '@/lib/engine/world';
import type { Form } from './form';
import { addressForms } from './forms/address-forms';
import { instanceForms } from './forms/instance-forms';
import { networkInterfaceForms } from './forms/network-interface-forms';
import { routeTableForms } from './forms/route-table-forms';
import { securityGroupForms } from './forms/security-group-forms';
import { subnetForms } from './forms/subnet-forms';
import { manageTags } from './forms/tag-forms';
import {
  addressRows,
  instanceRows,
  networkInterfaceRows,
  type Row,
  routeTableRows,
  securityGroupRows,
  subnetRows,
} from './rows';

/** A page of the console: a list, what makes a new one, and the Actions menu in its groups. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Heads of what stands after name and id. */
  readonly columns: readonly string[];
  readonly rows: (world: World) => readonly Row[];
  readonly make: Form;
  /** `group` is the submenu; what has none stands in the menu itself. */
  readonly actions: readonly { readonly group?: string; readonly forms: readonly Form[] }[];
}

const tags = { forms: [manageTags] };
const {
  create: createInterface,
  attach,
  attachToInstance,
  detach,
  delete: deleteInterface,
  assign,
  unassign,
  ...change
} = networkInterfaceForms;
const { associate, disassociate, release } = addressForms;

export const sections: readonly Section[] = [
  {
    id: 'network-interfaces',
    title: 'Network interfaces',
    columns: [
      'Status',
      'Instance',
      'Primary private IPv4 address',
      'Secondary private IPv4 addresses',
      'Public IPv4 address',
      'Security group names',
      'Subnet ID',
      'Availability Zone',
      'Description',
    ],
    rows: networkInterfaceRows,
    make: createInterface,
    actions: [
      { forms: [attach, detach, deleteInterface] },
      {
        group: 'IP addresses',
        forms: [
          assign,
          unassign,
          { ...associate, title: 'Associate address' },
          { ...disassociate, title: 'Disassociate address' },
        ],
      },
      { group: 'Attributes', forms: Object.values(change) },
      tags,
    ],
  },
  {
    id: 'instances',
    title: 'Instances',
    columns: [
      'Instance state',
      'Instance type',
      'Public IPv4 address',
      'Private IP addresses',
      'Network interfaces',
      'Security group name',
      'Subnet ID',
      'Availability Zone',
    ],
    rows: instanceRows,
    make: instanceForms.launch,
    actions: [
      { group: 'Instance state', forms: [instanceForms.start, instanceForms.stop, instanceForms.terminate] },
      {
        group: 'Networking',
        forms: [
          attachToInstance,
          { ...detach, title: 'Detach network interface' },
          { ...change.changeSourceDestCheck, title: 'Change source/destination check' },
          { ...disassociate, title: 'Disassociate Elastic IP address' },
          assign,
          unassign,
        ],
      },
      { group: 'Security', forms: [change.changeSecurityGroups] },
      tags,
    ],
  },
  {
    id: 'elastic-ips',
    title: 'Elastic IPs',
    columns: [
      'Allocated IPv4 address',
      'Associated instance ID',
      'Network interface ID',
      'Private IP address',
      'Association ID',
    ],
    rows: addressRows,
    make: addressForms.allocate,
    actions: [{ forms: [release, associate, disassociate] }, tags],
  },
  {
    id: 'security-groups',
    title: 'Security groups',
    columns: ['Security group name', 'VPC ID', 'Description', 'Inbound rules', 'Outbound rules'],
    rows: securityGroupRows,
    make: securityGroupForms.create,
    actions: [
      { group: 'Edit inbound rules', forms: [securityGroupForms.addInbound, securityGroupForms.deleteInbound] },
      { group: 'Edit outbound rules', forms: [securityGroupForms.addOutbound, securityGroupForms.deleteOutbound] },
      { forms: [securityGroupForms.delete] },
      tags,
    ],
  },
  {
    id: 'subnets',
    title: 'Subnets',
    columns: ['VPC', 'IPv4 CIDR', 'Available IPv4 addresses', 'Availability Zone', 'Auto-assign public IPv4 address'],
    rows: subnetRows,
    make: subnetForms.create,
    actions: [{ forms: [subnetForms.edit, subnetForms.delete] }, tags],
  },
  {
    id: 'route-tables',
    title: 'Route tables',
    columns: ['Explicit subnet associations', 'Main', 'VPC', 'Routes'],
    rows: routeTableRows,
    make: routeTableForms.create,
    actions: [
      {
        group: 'Edit routes',
        forms: [routeTableForms.addRoute, routeTableForms.changeRoute, routeTableForms.removeRoute],
      },
      { group: 'Edit subnet associations', forms: [routeTableForms.associate, routeTableForms.disassociate] },
      { forms: [routeTableForms.delete] },
      tags,
    ],
  },
];

/** Every form there is, once. */
export const forms: readonly Form[] = [
  ...new Map(
    sections
      .flatMap(({ make, actions }) => [make, ...actions.flatMap((action) => action.forms)])
      .map((form) => [form.id, form]),
  ).values(),
];
