import { addresses, associations, instances, networkInterfaces, privateAddresses } from '../choices';
import type { Field, Form } from '../form';
import { nameTag } from './tag-forms';

const address: Field = { member: 'AllocationId', label: 'Elastic IP address', choices: addresses };

/** What the console does with Elastic IPs. Wording: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/working-with-eips.html */
export const addressForms = {
  allocate: {
    id: 'allocate-address',
    title: 'Allocate Elastic IP address',
    submit: 'Allocate',
    operation: 'AllocateAddress',
    fields: [nameTag('elastic-ip', 'Name')],
  },
  associate: {
    id: 'associate-address',
    title: 'Associate Elastic IP address',
    submit: 'Associate',
    operation: 'AssociateAddress',
    fields: [
      address,
      {
        member: 'InstanceId',
        label: 'Resource type: Instance',
        hint: 'One that has a single network interface.',
        choices: instances,
      },
      {
        member: 'NetworkInterfaceId',
        label: 'Resource type: Network interface',
        hint: 'In the place of an instance.',
        choices: networkInterfaces,
      },
      {
        member: 'PrivateIpAddress',
        label: 'Private IP address',
        hint: 'The primary one, unless one is chosen.',
        choices: privateAddresses,
      },
      {
        member: 'AllowReassociation',
        label: 'Allow this Elastic IP address to be reassociated',
        initial: () => 'false',
        words: ['already associated'],
      },
    ],
  },
  disassociate: {
    id: 'disassociate-address',
    title: 'Disassociate Elastic IP address',
    submit: 'Disassociate',
    operation: 'DisassociateAddress',
    fields: [{ member: 'AssociationId', label: 'Elastic IP address', choices: associations, words: ['public ip'] }],
  },
  release: {
    id: 'release-address',
    title: 'Release Elastic IP addresses',
    submit: 'Release',
    operation: 'ReleaseAddress',
    fields: [{ ...address, words: ['address'] }],
  },
} satisfies Record<string, Form>;
