import { held, inboundRules, outboundRules, securityGroups, vpcs } from '../choices';
import type { Field, Form, Values } from '../form';

const group: Field = { member: 'GroupId', label: 'Security group', choices: securityGroups, words: ['security group'] };

/** The console's types of rules: protocol and ports. */
const types: { readonly [type: string]: readonly [protocol: string, ports: string] } = {
  SSH: ['tcp', '22'],
  HTTP: ['tcp', '80'],
  HTTPS: ['tcp', '443'],
  RDP: ['tcp', '3389'],
  'MYSQL/Aurora': ['tcp', '3306'],
  'DNS (UDP)': ['udp', '53'],
  'Custom TCP': ['tcp', ''],
  'Custom UDP': ['udp', ''],
  'All TCP': ['tcp', '0-65535'],
  'All UDP': ['udp', '0-65535'],
  'All ICMP - IPv4': ['icmp', 'all'],
  'All traffic': ['-1', 'all'],
};
const from = 'IpPermissions.FromPort';
const to = 'IpPermissions.ToPort';

const type: Field = {
  member: 'IpPermissions.IpProtocol',
  label: 'Type',
  choices: () => Object.keys(types).map((name) => ({ value: name, label: name })),
  initial: () => 'Custom TCP',
  put: (name) => ({ 'IpPermissions.IpProtocol': types[name]?.[0] ?? name }),
  words: ['protocol'],
};

const ports: Field = {
  member: from,
  also: [to],
  label: 'Port range',
  hint: 'A port, or two with a dash between them: 22 or 8000-8080.',
  initial: (_world, values) => types[held(values, type.member)]?.[1] ?? '',
  put: portsOf,
  words: ['port range', 'tcp udp', 'icmp'],
};

function portsOf(text: string, values: Values): Record<string, string> | undefined {
  if (/^all$/i.test(text)) {
    const [protocol] = types[held(values, type.member)] ?? [];
    if (protocol === 'icmp') return { [from]: '-1', [to]: '-1' };
    return protocol === '-1' ? {} : { [from]: '0', [to]: '65535' };
  }
  const [, first, last = first] = /^(-?\d{1,9})(?:\s*-\s*(-?\d{1,9}))?$/.exec(text) ?? [];
  return first === undefined || last === undefined ? undefined : { [from]: first, [to]: last };
}

/** A block, a group or a prefix list; which of them is told by its form. */
const peer = (label: 'Source' | 'Destination'): Field => ({
  member: 'IpPermissions.IpRanges.CidrIp',
  also: [
    'IpPermissions.Ipv6Ranges.CidrIpv6',
    'IpPermissions.UserIdGroupPairs.GroupId',
    'IpPermissions.PrefixListIds.PrefixListId',
  ],
  label,
  hint: 'A CIDR block, a security group or a prefix list. Anywhere is 0.0.0.0/0.',
  suggestions: (world, values) => [{ value: '0.0.0.0/0', label: 'Anywhere-IPv4' }, ...securityGroups(world, values)],
  put: (text) => ({ [peerMember(text)]: text }),
  words: ['cidr block', 'source group id', 'ip permissions', 'security group'],
});

function peerMember(text: string): string {
  if (text.startsWith('sg-')) return 'IpPermissions.UserIdGroupPairs.GroupId';
  if (text.startsWith('pl-')) return 'IpPermissions.PrefixListIds.PrefixListId';
  return text.includes(':') ? 'IpPermissions.Ipv6Ranges.CidrIpv6' : 'IpPermissions.IpRanges.CidrIp';
}

/** It stands beside the source that it describes. */
const description: Field = {
  member: 'IpPermissions.IpRanges.Description',
  also: ['Ipv6Ranges', 'UserIdGroupPairs', 'PrefixListIds'].map((list) => `IpPermissions.${list}.Description`),
  label: 'Description',
  hint: 'Optional.',
  put: (text, values) => {
    const of = held(values, 'IpPermissions.IpRanges.CidrIp').trim();
    return { [peerMember(of).replace(/\w+$/, 'Description')]: text };
  },
  words: ['rule description'],
};

const revoked = (rules: typeof inboundRules): Field[] => [
  group,
  { member: 'SecurityGroupRuleIds', label: 'Rules', choices: rules, words: ['ip permissions', 'rule'] },
];

/** What the console does with security groups. Wording: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-security-group-rules.html */
export const securityGroupForms = {
  create: {
    id: 'create-security-group',
    title: 'Create security group',
    submit: 'Create security group',
    operation: 'CreateSecurityGroup',
    fields: [
      { member: 'GroupName', label: 'Security group name', words: ['security group', 'group names'] },
      { member: 'Description', label: 'Description', words: ['group description'] },
      {
        member: 'VpcId',
        label: 'VPC',
        choices: vpcs,
        initial: (world) => world.vpcs.first('default', 'default')?.VpcId ?? '',
      },
    ],
  },
  addInbound: {
    id: 'add-inbound-rule',
    title: 'Edit inbound rules: add rule',
    submit: 'Save rules',
    operation: 'AuthorizeSecurityGroupIngress',
    fields: [group, type, ports, peer('Source'), description],
  },
  deleteInbound: {
    id: 'delete-inbound-rules',
    title: 'Edit inbound rules: delete',
    submit: 'Save rules',
    operation: 'RevokeSecurityGroupIngress',
    fields: revoked(inboundRules),
  },
  addOutbound: {
    id: 'add-outbound-rule',
    title: 'Edit outbound rules: add rule',
    submit: 'Save rules',
    operation: 'AuthorizeSecurityGroupEgress',
    fields: [group, type, ports, peer('Destination'), description],
  },
  deleteOutbound: {
    id: 'delete-outbound-rules',
    title: 'Edit outbound rules: delete',
    submit: 'Save rules',
    operation: 'RevokeSecurityGroupEgress',
    fields: revoked(outboundRules),
  },
  delete: {
    id: 'delete-security-group',
    title: 'Delete security groups',
    submit: 'Delete',
    operation: 'DeleteSecurityGroup',
    fields: [group],
  },
} satisfies Record<string, Form>;
