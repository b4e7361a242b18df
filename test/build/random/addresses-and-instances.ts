import type { NatGateway } from '@/lib/engine/nat-gateway/nat-gateway';
import type { World } from '@/lib/engine/world';
import type { TestAccount } from '../account';
import type { Choices } from '../choices';
import { imageFor } from '../instance';
import { allocateAddress } from '../network-interface';
import { addresses, described, type Input, tagged } from './parts';

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
    () => ({
      SubnetId: choose.row(world.subnets, ({ ipv6Block }) => ipv6Block !== undefined)?.SubnetId,
      Ipv6AddressCount: choose.below(3),
    }),
    () => ({
      NetworkInterfaces: [
        { DeviceIndex: 0, SubnetId: choose.id(world.subnets), Ipv4PrefixCount: choose.below(2) },
        { DeviceIndex: 1, SubnetId: choose.id(world.subnets), SecondaryPrivateIpAddressCount: choose.below(3) },
      ],
    }),
    () => ({ MetadataOptions: { HttpTokens: 'optional' }, PrivateDnsNameOptions: { HostnameType: 'resource-name' } }),
  ])(),
  ...(choose.chance(30) && { ClientToken: choose.one(['first', 'second', '__proto__']) }),
  ...tagged('instance')(choose),
});

const instances: Input = (choose, world) => ({ InstanceIds: choose.ids(world.instances) });

const natGateway = (choose: Choices, world: World, suits: (gateway: NatGateway) => boolean) =>
  choose.row(world.natGateways, (gateway) => !gateway.deletion && !gateway.failure && suits(gateway));

const isPublic = ({ ConnectivityType }: NatGateway) => ConnectivityType === 'public';
const isPrivate = ({ ConnectivityType }: NatGateway) => ConnectivityType === 'private';

const looseAddress = (choose: Choices, world: World) =>
  choose.id(world.addresses, ({ association }) => association === undefined);

const createNatGateway: Input = (choose, world) => ({
  SubnetId: choose.id(world.subnets),
  ...choose.one<() => object>([
    () => ({ ConnectivityType: 'private', SecondaryPrivateIpAddressCount: 1 + choose.below(2) }),
    () => ({ ConnectivityType: 'private', PrivateIpAddress: choose.one(addresses) }),
    () => ({ AllocationId: looseAddress(choose, world) }),
    () => ({ AllocationId: choose.id(world.addresses) }),
  ])(),
  ...(choose.chance(20) && { ClientToken: choose.one(['first', '__proto__']) }),
  ...tagged('natgateway')(choose),
});

/** NAT gateways with and without addresses to take away, and the Elastic IPs that this needs. */
export function furnish(account: TestAccount): void {
  const { world } = account;
  world.quotas = { ...world.quotas, elasticIpsPerRegion: 9 };
  const gateway = world.internetGateways.list().findLast(({ attachedTo }) => attachedTo !== undefined);
  const [subnet] = world.subnets.by('VpcId', gateway?.attachedTo ?? '');
  const SubnetId = subnet?.SubnetId;
  const allocate = () => allocateAddress(account).AllocationId;
  account.call('CreateNatGateway', { SubnetId, AllocationId: allocate() });
  account.call('CreateNatGateway', { SubnetId, AllocationId: allocate(), SecondaryAllocationIds: [allocate()] });
  account.call('CreateNatGateway', { SubnetId, ConnectivityType: 'private', SecondaryPrivateIpAddressCount: 1 });
  account.wait(60);
}

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
  DescribeAddressesAttribute: (choose, world) => ({
    Attribute: 'domain-name',
    ...(choose.chance(40) && { AllocationIds: choose.ids(world.addresses) }),
  }),
  ModifyAddressAttribute: (choose, world) => ({
    AllocationId: choose.id(world.addresses),
    DomainName: choose.one(['example.com', 'mail.example.net.', 'no domain']),
  }),
  ResetAddressAttribute: (choose, world) => ({ AllocationId: choose.id(world.addresses), Attribute: 'domain-name' }),
  AssignPrivateNatGatewayAddress: (choose, world) => ({
    NatGatewayId: natGateway(choose, world, isPrivate)?.NatGatewayId,
    ...(choose.chance(50) ? { PrivateIpAddressCount: 1 } : { PrivateIpAddresses: [choose.one(addresses)] }),
  }),
  AssociateNatGatewayAddress: (choose, world) => ({
    NatGatewayId: natGateway(choose, world, (one) => isPublic(one) && one.addresses.length === 1)?.NatGatewayId,
    AllocationIds: [looseAddress(choose, world)],
  }),
  CreateNatGateway: createNatGateway,
  DeleteNatGateway: (choose, world) => ({ NatGatewayId: choose.id(world.natGateways) }),
  DescribeNatGateways: described('NatGatewayIds', (choose, world) => choose.ids(world.natGateways), 'Filter'),
  DisassociateNatGatewayAddress: (choose, world) => {
    const found = natGateway(choose, world, (one) => isPublic(one) && one.addresses.length > 1);
    return { NatGatewayId: found?.NatGatewayId, AssociationIds: [found?.addresses.at(-1)?.AssociationId ?? 'x'] };
  },
  UnassignPrivateNatGatewayAddress: (choose, world) => {
    const found = natGateway(choose, world, (one) => isPrivate(one) && one.addresses.length > 1);
    return {
      NatGatewayId: found?.NatGatewayId,
      PrivateIpAddresses: [found?.addresses.at(-1)?.PrivateIp ?? '10.0.1.9'],
    };
  },
  ReleaseAddress: (choose, world) => ({ AllocationId: choose.id(world.addresses) }),
  DescribeImages: described('Owners', () => ['amazon']),
  DescribeInstanceTypeOfferings: (choose) => ({
    LocationType: choose.one(['region', 'availability-zone', 'availability-zone-id']),
    Filters: [{ Name: 'instance-type', Values: ['t3.*'] }],
  }),
  DescribeInstanceTypes: described('InstanceTypes', () => ['t3.micro', 'm5.large']),
  DescribeInstanceAttribute: (choose, world) => ({
    InstanceId: choose.id(world.instances),
    Attribute: choose.one(['groupSet', 'sourceDestCheck', 'instanceType', 'userData', 'enaSupport', '__proto__']),
  }),
  DescribeInstanceStatus: described('InstanceIds', (choose, world) => choose.ids(world.instances)),
  DescribeInstances: described('InstanceIds', (choose, world) => choose.ids(world.instances)),
  ModifyInstanceAttribute: (choose, world) => ({
    InstanceId: choose.id(world.instances),
    ...choose.one<() => object>([
      () => ({ SourceDestCheck: { Value: choose.chance(50) } }),
      () => ({ DisableApiTermination: { Value: choose.chance(20) } }),
      () => ({ Groups: choose.ids(world.securityGroups) }),
      () => ({ InstanceType: { Value: choose.one(['t3.large', 't3.nano']) } }),
    ])(),
  }),
  ModifyInstanceMetadataOptions: (choose, world) => ({
    InstanceId: choose.id(world.instances),
    HttpTokens: choose.one(['optional', 'required']),
    ...(choose.chance(30) && { HttpPutResponseHopLimit: 1 + choose.below(70) }),
  }),
  RebootInstances: instances,
  ResetInstanceAttribute: (choose, world) => ({ InstanceId: choose.id(world.instances), Attribute: 'sourceDestCheck' }),
  RunInstances: launch,
  StartInstances: instances,
  StopInstances: instances,
  TerminateInstances: instances,
};
