import { held, subnets, vpcs, zones } from '../choices';
import type { Field, Form } from '../form';
import { nameTag } from './tag-forms';

const subnet: Field = { member: 'SubnetId', label: 'Subnet ID', choices: subnets };

/** What the console does with subnets. Wording: https://docs.aws.amazon.com/vpc/latest/userguide/create-subnets.html */
export const subnetForms = {
  create: {
    id: 'create-subnet',
    title: 'Create subnet',
    submit: 'Create subnet',
    operation: 'CreateSubnet',
    fields: [
      { member: 'VpcId', label: 'VPC ID', choices: vpcs },
      nameTag('subnet', 'Subnet name'),
      { member: 'AvailabilityZone', label: 'Availability Zone', hint: 'No preference: AWS chooses.', choices: zones },
      {
        member: 'CidrBlock',
        label: 'IPv4 subnet CIDR block',
        hint: 'A part of the VPC’s block, from /16 to /28.',
      },
    ],
  },
  edit: {
    id: 'edit-subnet-settings',
    title: 'Edit subnet settings',
    submit: 'Save',
    operation: 'ModifySubnetAttribute',
    fields: [
      subnet,
      {
        member: 'MapPublicIpOnLaunch.Value',
        label: 'Enable auto-assign public IPv4 address',
        initial: (world, values) => `${world.subnets.get(held(values, 'SubnetId'))?.MapPublicIpOnLaunch ?? false}`,
      },
    ],
  },
  delete: {
    id: 'delete-subnet',
    title: 'Delete subnet',
    submit: 'Delete',
    operation: 'DeleteSubnet',
    fields: [subnet],
  },
} satisfies Record<string, Form>;
