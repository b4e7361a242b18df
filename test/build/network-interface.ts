import { block6Text } from '@/lib/engine/ip6';
import { subnetBlock6 } from '@/lib/engine/subnet/subnet';
import { vpcBlocks6 } from '@/lib/engine/vpc/vpc';
import type { TestAccount } from './account';
import { runInstance } from './instance';

/** The few members of an interface that tests read; the whole is compared where it matters. */
export interface ShownInterface {
  readonly NetworkInterfaceId: string;
  readonly Status: string;
  readonly MacAddress: string;
  readonly PrivateIpAddress: string;
  readonly Ipv6Addresses: readonly { Ipv6Address: string; IsPrimaryIpv6: boolean }[];
  readonly Ipv4Prefixes?: readonly { Ipv4Prefix: string }[];
  readonly Ipv6Prefixes?: readonly { Ipv6Prefix: string }[];
  readonly ConnectionTrackingConfiguration?: object;
  readonly PrivateIpAddresses: readonly { PrivateIpAddress: string; Primary: boolean; Association?: PublicAddress }[];
  readonly Groups: readonly { GroupId: string; GroupName: string }[];
  readonly Association?: PublicAddress;
  readonly Attachment?: {
    AttachmentId: string;
    InstanceId: string;
    DeviceIndex: number;
    NetworkCardIndex: number;
    DeleteOnTermination: boolean;
    Status: string;
  };
}
interface PublicAddress {
  readonly AllocationId?: string;
  readonly AssociationId?: string;
  readonly IpOwnerId: string;
  readonly PublicDnsName: string;
  readonly PublicIp: string;
}

export function makeVpc(account: TestAccount, cidr = '10.0.0.0/16'): string {
  return account.call<{ Vpc: { VpcId: string } }>('CreateVpc', { CidrBlock: cidr }).Vpc.VpcId;
}

export function makeSubnet(account: TestAccount, vpcId: string, cidr = '10.0.1.0/24', zone = 'us-east-1a'): string {
  const input = { VpcId: vpcId, CidrBlock: cidr, AvailabilityZone: zone };
  return account.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', input).Subnet.SubnetId;
}

/** Give a subnet an IPv6 block of its VPC, which gets one of Amazon's where it has none. Answers the subnet's. */
export function giveIpv6(account: TestAccount, subnetId: string): string {
  const vpc = account.world.vpcs.get(account.world.subnets.get(subnetId)?.VpcId ?? '');
  if (!vpc) throw new Error(`${subnetId} lies nowhere`);
  if (vpcBlocks6(vpc).length === 0) {
    account.call('AssociateVpcCidrBlock', { VpcId: vpc.VpcId, AmazonProvidedIpv6CidrBlock: true });
  }
  const [block] = vpcBlocks6(account.world.vpcs.get(vpc.VpcId) ?? vpc);
  const taken = account.world.subnets.by('VpcId', vpc.VpcId).flatMap((subnet) => subnetBlock6(subnet)?.base ?? []);
  const free = Array.from({ length: 256 }, (_, index) => (block?.base ?? 0n) + (BigInt(index) << 64n));
  const base = free.find((candidate) => !taken.includes(candidate)) ?? 0n;
  const Ipv6CidrBlock = block6Text({ base, prefix: 64 });
  account.wait(5);
  account.call('AssociateSubnetCidrBlock', { SubnetId: subnetId, Ipv6CidrBlock });
  account.wait(5);
  return Ipv6CidrBlock;
}

export function makeGroup(account: TestAccount, vpcId: string, name: string): string {
  const input = { GroupName: name, Description: name, VpcId: vpcId };
  return account.call<{ GroupId: string }>('CreateSecurityGroup', input).GroupId;
}

export function makeGateway(account: TestAccount, vpcId: string): string {
  const { InternetGatewayId } = account.call<{ InternetGateway: { InternetGatewayId: string } }>(
    'CreateInternetGateway',
  ).InternetGateway;
  account.call('AttachInternetGateway', { InternetGatewayId, VpcId: vpcId });
  return InternetGatewayId;
}

export function makeInterface(account: TestAccount, subnetId: string, input: object = {}): ShownInterface {
  return account.call<{ NetworkInterface: ShownInterface }>('CreateNetworkInterface', { SubnetId: subnetId, ...input })
    .NetworkInterface;
}

export function describeInterface(account: TestAccount, id: string): ShownInterface {
  const [shown] = account.call<{ NetworkInterfaces: ShownInterface[] }>('DescribeNetworkInterfaces', {
    NetworkInterfaceIds: [id],
  }).NetworkInterfaces;
  if (!shown) throw new Error(`no ${id}`);
  return shown;
}

/** A running instance and its primary interface. `more`: parameters of RunInstances besides the subnet. */
export function makeInstance(
  account: TestAccount,
  subnetId: string | undefined,
  more: object = {},
): { id: string; eth0: ShownInterface } {
  const { InstanceId } = runInstance(account, { ...(subnetId !== undefined && { SubnetId: subnetId }), ...more });
  return { id: InstanceId, eth0: primaryInterface(account, InstanceId) };
}

export function primaryInterface(account: TestAccount, instanceId: string): ShownInterface {
  const [eth0] = account.call<{ NetworkInterfaces: ShownInterface[] }>('DescribeNetworkInterfaces', {
    Filters: [
      { Name: 'attachment.instance-id', Values: [instanceId] },
      { Name: 'attachment.device-index', Values: ['0'] },
    ],
  }).NetworkInterfaces;
  if (!eth0) throw new Error(`${instanceId} has no primary interface`);
  return eth0;
}

export function attachInterface(account: TestAccount, id: string, instanceId: string, deviceIndex = 1): string {
  return account.call<{ AttachmentId: string }>('AttachNetworkInterface', {
    NetworkInterfaceId: id,
    InstanceId: instanceId,
    DeviceIndex: deviceIndex,
  }).AttachmentId;
}

export function allocateAddress(account: TestAccount): { AllocationId: string; PublicIp: string } {
  return account.call<{ AllocationId: string; PublicIp: string }>('AllocateAddress', { Domain: 'vpc' });
}
