import { blockText } from '@/lib/engine/ip';
import type { NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import { vpcBlock } from '@/lib/engine/vpc/vpc';
import type { World } from '@/lib/engine/world';
import { type Choices, nonsense } from './choices';
import { imageFor } from './instance';

type Input = (choose: Choices, world: World) => object;

const zones = ['us-east-1a', 'us-east-1a', 'us-east-1a', 'us-east-1b', 'us-east-1z'] as const;
const blocks = ['10.0.0.0/16', '10.1.0.0/20', '10.0.0.0/8', '192.168.0.0/28'] as const;
const addresses = ['10.0.1.50', '10.0.1.51', '10.0.2.5', '10.0.2.3', '172.31.200.9', '10.0.1.0'] as const;
const keys = ['Name', 'stage', '__proto__', 'constructor', 'aws:x'] as const;
const filterNames = [
  'vpc-id',
  'subnet-id',
  'tag:Name',
  'tag:__proto__',
  'tag-key',
  'group-id',
  'owner-id',
  '__proto__',
  'constructor',
] as const;

const tag = (choose: Choices) => ({ Key: choose.one(keys), Value: choose.one(['', 'a', 'b']) });
const tags = (choose: Choices) => Array.from({ length: 1 + choose.below(2) }, () => tag(choose));
const tagged = (type: string) => (choose: Choices) =>
  choose.chance(25) ? { TagSpecifications: [{ ResourceType: type, Tags: tags(choose) }] } : {};

const permission = (choose: Choices, world: World) => ({
  ...choose.one<object>([
    { IpProtocol: '-1' },
    { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 },
    { IpProtocol: 'udp', FromPort: 53, ToPort: 52 },
    { IpProtocol: 'icmp', FromPort: -1, ToPort: -1 },
  ]),
  ...(choose.chance(50)
    ? { UserIdGroupPairs: [{ GroupId: choose.id(world.securityGroups) }] }
    : { IpRanges: [{ CidrIp: choose.one(['0.0.0.0/0', '10.0.0.7/8', '10.0.0.300/8']) }] }),
});
const rule: Input = (choose, world) => ({
  GroupId: choose.id(world.securityGroups),
  IpPermissions: Array.from({ length: 1 + choose.below(2) }, () => permission(choose, world)),
});
const revoked =
  (isEgress: boolean): Input =>
  (choose, world) => {
    const found = choose.row(world.securityGroupRules, ({ IsEgress }) => IsEgress === isEgress);
    if (!found || choose.chance(30)) return rule(choose, world);
    return { GroupId: found.GroupId, SecurityGroupRuleIds: [found.SecurityGroupRuleId] };
  };

const isLoose = ({ Attachment }: NetworkInterface) => Attachment === undefined;
const isSecondary = ({ Attachment }: NetworkInterface) => Attachment !== undefined && Attachment.DeviceIndex > 0;
const attachmentId = (choose: Choices, world: World) =>
  choose.row(world.networkInterfaces, isSecondary)?.Attachment?.AttachmentId ?? choose.id(world.networkInterfaces);
const associationId = (choose: Choices, world: World) =>
  choose.row(world.addresses, ({ association }) => association !== undefined)?.association?.AssociationId ??
  choose.id(world.addresses);
const heldAddress = (choose: Choices, world: World) =>
  choose.row(world.networkInterfaces)?.PrivateIpAddresses.at(-1)?.PrivateIpAddress ?? choose.one(addresses);

const launch: Input = (choose, world) => ({
  ImageId: imageFor(),
  InstanceType: choose.one(['t3.micro', 't3.small', 'm5.large']),
  MinCount: 1,
  MaxCount: 1 + choose.below(2),
  ...choose.one<() => object>([
    () => ({}),
    () => ({ SubnetId: choose.id(world.subnets) }),
    () => ({ SubnetId: choose.id(world.subnets), SecurityGroupIds: choose.ids(world.securityGroups) }),
    () => ({
      NetworkInterfaces: [
        { DeviceIndex: 0, SubnetId: choose.id(world.subnets), AssociatePublicIpAddress: choose.chance(50) },
      ],
    }),
    () => ({
      MaxCount: 1,
      NetworkInterfaces: [{ DeviceIndex: 0, NetworkInterfaceId: choose.id(world.networkInterfaces) }],
    }),
  ])(),
  ...(choose.chance(30) && { ClientToken: choose.one(['first', 'second', '__proto__']) }),
  ...tagged('instance')(choose),
});

const instances: Input = (choose, world) => ({ InstanceIds: choose.ids(world.instances) });

/** Ids, filters and pages; `ids` is the parameter of a describe call that names some. */
const described =
  (ids: string, some: (choose: Choices, world: World) => string[]): Input =>
  (choose, world) => ({
    ...(choose.chance(40) && { [ids]: some(choose, world) }),
    ...(choose.chance(40) && { Filters: [{ Name: choose.one(filterNames), Values: ['*', world.account] }] }),
    ...(choose.chance(20) && { MaxResults: choose.one([5, 1000, 0]) }),
    ...(choose.chance(5) && { NextToken: choose.one(['', 'x', '__proto__']) }),
  });

/** A mostly sensible input for each operation; the properties fail when one is missing. */
export const inputs: { readonly [operation: string]: Input } = {
  AllocateAddress: (choose) => ({ Domain: 'vpc', ...tagged('elastic-ip')(choose) }),
  AssociateAddress: (choose, world) => ({
    AllocationId: choose.id(world.addresses),
    ...choose.one<() => object>([
      () => ({ NetworkInterfaceId: choose.id(world.networkInterfaces) }),
      () => ({ InstanceId: choose.id(world.instances) }),
    ])(),
    ...(choose.chance(20) && { PrivateIpAddress: heldAddress(choose, world) }),
    ...(choose.chance(20) && { AllowReassociation: choose.chance(50) }),
  }),
  DescribeAddresses: described('AllocationIds', (choose, world) => choose.ids(world.addresses)),
  DisassociateAddress: (choose, world) => ({ AssociationId: associationId(choose, world) }),
  ReleaseAddress: (choose, world) => ({ AllocationId: choose.id(world.addresses) }),

  DescribeImages: described('Owners', () => ['amazon']),
  DescribeInstanceTypes: described('InstanceTypes', () => ['t3.micro', 'm5.large']),
  DescribeInstanceAttribute: (choose, world) => ({
    InstanceId: choose.id(world.instances),
    Attribute: choose.one(['groupSet', 'sourceDestCheck', 'instanceType', '__proto__']),
  }),
  DescribeInstanceStatus: described('InstanceIds', (choose, world) => choose.ids(world.instances)),
  DescribeInstances: described('InstanceIds', (choose, world) => choose.ids(world.instances)),
  ModifyInstanceAttribute: (choose, world) => ({
    InstanceId: choose.id(world.instances),
    ...choose.one<() => object>([
      () => ({ SourceDestCheck: { Value: choose.chance(50) } }),
      () => ({ DisableApiTermination: { Value: choose.chance(20) } }),
      () => ({ Groups: choose.ids(world.securityGroups) }),
    ])(),
  }),
  RebootInstances: instances,
  RunInstances: launch,
  StartInstances: instances,
  StopInstances: instances,
  TerminateInstances: instances,

  AttachInternetGateway: (choose, world) => ({
    InternetGatewayId: choose.id(world.internetGateways, ({ attachedTo }) => attachedTo === undefined),
    VpcId: choose.id(world.vpcs, ({ VpcId }) => world.internetGateways.count('attachedTo', VpcId) === 0),
  }),
  CreateInternetGateway: tagged('internet-gateway'),
  DeleteInternetGateway: (choose, world) => ({
    InternetGatewayId: choose.id(world.internetGateways, ({ attachedTo }) => attachedTo === undefined),
  }),
  DescribeInternetGateways: described('InternetGatewayIds', (choose, world) => choose.ids(world.internetGateways)),
  DetachInternetGateway: (choose, world) => {
    const gateway = choose.row(world.internetGateways);
    return { InternetGatewayId: gateway?.InternetGatewayId, VpcId: gateway?.attachedTo ?? choose.id(world.vpcs) };
  },

  AssignPrivateIpAddresses: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces),
    ...choose.one<() => object>([
      () => ({ SecondaryPrivateIpAddressCount: 1 + choose.below(2) }),
      () => ({ PrivateIpAddresses: [choose.one(addresses)] }),
      () => ({ PrivateIpAddresses: [heldAddress(choose, world)], AllowReassignment: choose.chance(70) }),
    ])(),
  }),
  AttachNetworkInterface: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces, isLoose),
    InstanceId: choose.id(world.instances, ({ goal }) => goal !== 'terminated'),
    DeviceIndex: choose.below(3),
  }),
  CreateNetworkInterface: (choose, world) => ({
    SubnetId: choose.id(world.subnets),
    ...choose.one<() => object>([
      () => ({}),
      () => ({ SecondaryPrivateIpAddressCount: choose.below(4) }),
      () => ({ PrivateIpAddress: choose.one(addresses) }),
      () => ({ Groups: choose.ids(world.securityGroups) }),
    ])(),
    ...(choose.chance(20) && { ClientToken: choose.one(['first', '__proto__']) }),
    ...tagged('network-interface')(choose),
  }),
  DeleteNetworkInterface: (choose, world) => ({ NetworkInterfaceId: choose.id(world.networkInterfaces, isLoose) }),
  DescribeNetworkInterfaceAttribute: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces),
    Attribute: choose.one(['description', 'groupSet', 'sourceDestCheck', 'attachment', '__proto__']),
  }),
  DescribeNetworkInterfaces: described('NetworkInterfaceIds', (choose, world) => choose.ids(world.networkInterfaces)),
  DetachNetworkInterface: (choose, world) => ({ AttachmentId: attachmentId(choose, world) }),
  ModifyNetworkInterfaceAttribute: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces),
    ...choose.one<() => object>([
      () => ({ Description: { Value: 'changed' } }),
      () => ({ SourceDestCheck: { Value: choose.chance(50) } }),
      () => ({ Groups: choose.ids(world.securityGroups) }),
      () => ({ Attachment: { AttachmentId: attachmentId(choose, world), DeleteOnTermination: choose.chance(50) } }),
    ])(),
  }),
  ResetNetworkInterfaceAttribute: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces),
    SourceDestCheck: '',
  }),
  UnassignPrivateIpAddresses: (choose, world) => {
    const networkInterface = choose.row(world.networkInterfaces, (eni) => eni.PrivateIpAddresses.length > 1);
    return {
      NetworkInterfaceId: networkInterface?.NetworkInterfaceId,
      PrivateIpAddresses: [networkInterface?.PrivateIpAddresses.at(-1)?.PrivateIpAddress ?? choose.one(addresses)],
    };
  },

  DescribeAvailabilityZones: described('ZoneNames', () => ['us-east-1a']),
  DescribeRegions: described('RegionNames', () => ['us-east-1', 'eu-west-1']),

  AuthorizeSecurityGroupEgress: rule,
  AuthorizeSecurityGroupIngress: rule,
  CreateSecurityGroup: (choose, world) => ({
    GroupName: choose.one(['web', 'database', '__proto__', 'constructor']),
    Description: 'a group',
    VpcId: choose.id(world.vpcs),
    ...tagged('security-group')(choose),
  }),
  DeleteSecurityGroup: (choose, world) => ({
    GroupId: choose.id(world.securityGroups, ({ GroupName }) => GroupName !== 'default'),
  }),
  DescribeSecurityGroupRules: described('SecurityGroupRuleIds', (choose, world) =>
    choose.ids(world.securityGroupRules),
  ),
  DescribeSecurityGroups: described('GroupIds', (choose, world) => choose.ids(world.securityGroups)),
  RevokeSecurityGroupEgress: revoked(true),
  RevokeSecurityGroupIngress: revoked(false),

  CreateDefaultSubnet: (choose) => ({ AvailabilityZone: choose.one(zones) }),
  CreateSubnet: (choose, world) => {
    const vpc = choose.row(world.vpcs);
    const base = vpc ? vpcBlock(vpc).base : 0;
    return {
      VpcId: vpc?.VpcId ?? choose.one(nonsense),
      CidrBlock: blockText({ base: base + 64 * choose.below(12), prefix: choose.one([26, 26, 28, 24]) }),
      AvailabilityZone: choose.one(zones),
      ...tagged('subnet')(choose),
    };
  },
  DeleteSubnet: (choose, world) => ({ SubnetId: choose.id(world.subnets) }),
  DescribeSubnets: described('SubnetIds', (choose, world) => choose.ids(world.subnets)),
  ModifySubnetAttribute: (choose, world) => ({
    SubnetId: choose.id(world.subnets),
    MapPublicIpOnLaunch: { Value: choose.chance(50) },
  }),

  CreateTags: (choose, world) => ({ Resources: someResources(choose, world), Tags: tags(choose) }),
  DeleteTags: (choose, world) => ({
    Resources: someResources(choose, world),
    ...(choose.chance(70) && { Tags: [choose.chance(50) ? tag(choose) : { Key: choose.one(keys) }] }),
  }),
  DescribeTags: described('Filters', () => []),

  CreateDefaultVpc: () => ({}),
  CreateVpc: (choose) => ({ CidrBlock: choose.one(blocks), ...tagged('vpc')(choose) }),
  DeleteVpc: (choose, world) => ({
    VpcId: choose.id(world.vpcs, ({ VpcId }) => world.subnets.count('VpcId', VpcId) === 0),
  }),
  DescribeVpcAttribute: (choose, world) => ({
    VpcId: choose.id(world.vpcs),
    Attribute: choose.one(['enableDnsSupport', 'enableDnsHostnames', '__proto__']),
  }),
  DescribeVpcs: described('VpcIds', (choose, world) => choose.ids(world.vpcs)),
  ModifyVpcAttribute: (choose, world) => ({
    VpcId: choose.id(world.vpcs),
    ...choose.one<object>([
      { EnableDnsSupport: { Value: true } },
      { EnableDnsHostnames: { Value: true } },
      { EnableDnsHostnames: { Value: false } },
    ]),
  }),
};

const someResources = (choose: Choices, world: World): string[] =>
  choose.one<() => string[]>([
    () => choose.ids(world.networkInterfaces),
    () => choose.ids(world.instances),
    () => choose.ids(world.subnets),
    () => choose.ids(world.securityGroupRules),
    () => choose.ids(world.addresses),
    () => choose.ids(world.internetGateways),
  ])();
