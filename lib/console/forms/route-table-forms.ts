import { routeTables, subnets, vpcs } from '../choices';
import type { Field, Form } from '../form';
import { routeDestinations, routeTargets, subnetAssociations } from '../route-choices';
import { nameTag } from './tag-forms';

const table: Field = { member: 'RouteTableId', label: 'Route table ID', choices: routeTables, words: ['route table'] };

/** Blocks and prefix lists go to members of their own; which it is shows in its form. */
const destination: Field = {
  member: 'DestinationCidrBlock',
  also: ['DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
  label: 'Destination',
  hint: 'A CIDR block or a prefix list. Everything is 0.0.0.0/0.',
  suggestions: () => [{ value: '0.0.0.0/0', label: 'Everything, IPv4' }],
  put: (text) => {
    if (text.startsWith('pl-')) return { DestinationPrefixListId: text };
    return text.includes(':') ? { DestinationIpv6CidrBlock: text } : { DestinationCidrBlock: text };
  },
  words: ['destination'],
};
const existing: Field = { ...destination, hint: 'A route of the table.', choices: routeDestinations };

const targetMembers: { readonly [prefix: string]: string } = {
  'igw-': 'GatewayId',
  'vgw-': 'GatewayId',
  'nat-': 'NatGatewayId',
  'i-': 'InstanceId',
  'eni-': 'NetworkInterfaceId',
  'pcx-': 'VpcPeeringConnectionId',
  'tgw-': 'TransitGatewayId',
  'eigw-': 'EgressOnlyInternetGatewayId',
};
const target: Field = {
  member: 'GatewayId',
  also: [...new Set(Object.values(targetMembers))].filter((member) => member !== 'GatewayId'),
  label: 'Target',
  choices: routeTargets,
  put: (id) => {
    const prefix = Object.keys(targetMembers).find((one) => id.startsWith(one));
    return { [targetMembers[prefix ?? ''] ?? 'GatewayId']: id };
  },
  words: ['route target', 'can target only', 'gateway'],
};

/** What the console does with route tables. Wording: https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html */
export const routeTableForms = {
  create: {
    id: 'create-route-table',
    title: 'Create route table',
    submit: 'Create route table',
    operation: 'CreateRouteTable',
    fields: [nameTag('route-table', 'Name'), { member: 'VpcId', label: 'VPC', choices: vpcs }],
  },
  addRoute: {
    id: 'add-route',
    title: 'Edit routes: add route',
    submit: 'Save changes',
    operation: 'CreateRoute',
    fields: [table, destination, target],
  },
  changeRoute: {
    id: 'change-route',
    title: 'Edit routes: change target',
    submit: 'Save changes',
    operation: 'ReplaceRoute',
    fields: [table, existing, target],
  },
  removeRoute: {
    id: 'remove-route',
    title: 'Edit routes: remove',
    submit: 'Save changes',
    operation: 'DeleteRoute',
    fields: [table, existing],
  },
  associate: {
    id: 'associate-subnet',
    title: 'Edit subnet associations: add',
    submit: 'Save associations',
    operation: 'AssociateRouteTable',
    fields: [table, { member: 'SubnetId', label: 'Subnet', choices: subnets, words: ['subnet'] }],
  },
  disassociate: {
    id: 'disassociate-subnet',
    title: 'Edit subnet associations: remove',
    submit: 'Save associations',
    operation: 'DisassociateRouteTable',
    fields: [{ member: 'AssociationId', label: 'Subnet association', choices: subnetAssociations }],
  },
  delete: {
    id: 'delete-route-table',
    title: 'Delete route table',
    submit: 'Delete',
    operation: 'DeleteRouteTable',
    fields: [table],
  },
} satisfies Record<string, Form>;
