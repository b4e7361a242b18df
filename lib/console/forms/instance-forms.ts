import { instances, machineImages, securityGroups, subnets } from '../choices';
import type { Field, Form } from '../form';
import { nameTag } from './tag-forms';

const listed: Field = {
  member: 'InstanceIds',
  label: 'Instances',
  choices: instances,
  words: ['instance id', 'instance'],
};

/** What the console does with instances. Wording: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
export const instanceForms = {
  launch: {
    id: 'launch-instances',
    title: 'Launch instances',
    submit: 'Launch instance',
    operation: 'RunInstances',
    fields: [
      nameTag('instance', 'Name'),
      {
        member: 'ImageId',
        label: 'Amazon Machine Image (AMI)',
        choices: machineImages,
        initial: (world, values) => machineImages(world, values)[0]?.value ?? '',
        words: ['image', 'ami'],
      },
      {
        member: 'InstanceType',
        label: 'Instance type',
        initial: () => 't3.micro',
        hint: 'It decides how many interfaces and addresses the instance takes.',
        suggestions: () => types.map((type) => ({ value: type, label: type })),
      },
      { member: 'SubnetId', label: 'Subnet', hint: 'No preference: a default subnet.', choices: subnets },
      {
        member: 'SecurityGroupIds',
        label: 'Security groups',
        hint: 'None: the default group of the VPC.',
        choices: securityGroups,
        words: ['security group'],
      },
      {
        member: 'MinCount',
        also: ['MaxCount'],
        label: 'Number of instances',
        initial: () => '1',
        hint: 'A whole number.',
        put: (text) => (/^-?\d{1,9}$/.test(text) ? { MinCount: text, MaxCount: text } : undefined),
        words: ['more instances'],
      },
    ],
  },
  start: {
    id: 'start-instances',
    title: 'Start instance',
    submit: 'Start instance',
    operation: 'StartInstances',
    fields: [listed],
  },
  stop: {
    id: 'stop-instances',
    title: 'Stop instance',
    submit: 'Stop instance',
    operation: 'StopInstances',
    fields: [listed, { member: 'Force', label: 'Force stop', onlyOn: true }],
  },
  terminate: {
    id: 'terminate-instances',
    title: 'Terminate (delete) instance',
    submit: 'Terminate (delete)',
    operation: 'TerminateInstances',
    fields: [listed],
  },
} satisfies Record<string, Form>;

/** A few of many, small to large. */
const types = ['t3.micro', 't3.small', 't3.medium', 't3.large', 'm5.large', 'm5.xlarge', 'c5.large', 'c5n.18xlarge'];
