import { mix } from '../ids';
import { type Block, containsIp, ipText, sizeOf } from '../ip';
import type { Block6 } from '../ip6';
import { zoneId } from '../region/zones';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import { type Association, associationStateOf, isListed, stays } from '../vpc/block-association';
import { block6Of, blockOf } from '../vpc/vpc';
import type { World } from '../world';
import { subnetErrors } from './errors';

export interface Subnet extends Row {
  readonly SubnetId: string;
  readonly VpcId: string;
  /** Empty for an IPv6-only subnet. */
  readonly CidrBlock: string;
  /** Its IPv6 block, a /64 (or /44 to /64 in steps of four) in canonical text; also one that is gone, until the next. */
  readonly ipv6Block?: Association & { readonly Ipv6CidrBlock: string };
  readonly AssignIpv6AddressOnCreation?: true;
  readonly EnableDns64?: true;
  /** What its instances are called at launch, where that is not AWS's default for such a subnet. */
  readonly nameOptions?: Partial<NameOptions>;
  readonly AvailabilityZone: string;
  readonly DefaultForAz: boolean;
  readonly MapPublicIpOnLaunch: boolean;
  readonly Tags: readonly Tag[];
}

/** `PrivateDnsNameOptionsOnLaunch`, as AWS shows it. */
export interface NameOptions {
  readonly HostnameType: 'ip-name' | 'resource-name';
  readonly EnableResourceNameDnsARecord: boolean;
  readonly EnableResourceNameDnsAAAARecord: boolean;
}

export const subnets = defineTable<Subnet>()('SubnetId', {
  VpcId: (subnet) => subnet.VpcId,
  defaultForAz: (subnet) => (subnet.DefaultForAz ? subnet.AvailabilityZone : undefined),
  blockAssociation: (subnet) => subnet.ipv6Block?.AssociationId,
});

export function getSubnet(world: World, id: string): Subnet {
  const subnet = world.subnets.get(id);
  if (!subnet) throw id.startsWith('subnet-') ? subnetErrors.notFound(id) : subnetErrors.malformedId(id);
  return subnet;
}

/** Whether it has no IPv4 addresses at all: what lies in it has only IPv6 ones. */
export const isIpv6Only = (subnet: Subnet): boolean => subnet.CidrBlock === '';

/** The subnet's IPv4 block. An IPv6-only subnet has none: ask `isIpv6Only` first. */
export const subnetBlock = (subnet: Subnet): Block => blockOf(subnet.CidrBlock);

/** Its IPv6 block, unless it has none or that is on its way out. */
export const subnetBlock6 = (subnet: Subnet): Block6 | undefined =>
  subnet.ipv6Block && stays(subnet.ipv6Block) ? block6Of(subnet.ipv6Block.Ipv6CidrBlock) : undefined;

/**
 * AWS keeps the first four addresses and the last one of every subnet.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const reservedFirst = 4;
const reservedLast = 1;

export const isReserved = (block: Block, ip: number): boolean =>
  containsIp(block, ip) && (ip < block.base + reservedFirst || ip >= block.base + sizeOf(block) - reservedLast);

/** Key of what an interface holds in its subnet, in the index `address`: an address or a prefix, as canonical text. */
export const addressKey = (subnetId: string, address: string): string => `${subnetId}/${address}`;

/** Whether no interface holds the address, by itself or in a /28 prefix: the index has all sixteen of one. */
export const isAddressFree = (world: World, subnetId: string, address: string): boolean =>
  world.networkInterfaces.count('address', addressKey(subnetId, address)) === 0;

/**
 * `count` addresses of the subnet that nothing holds and `except` does not name; fewer when it has no more. AWS does not
 * promise an order: the search starts anywhere, so that it costs a few steps however many addresses are taken.
 */
export function findFreeAddresses(
  world: World,
  subnet: Subnet,
  count: number,
  except: readonly string[] = [],
): string[] {
  const block = subnetBlock(subnet);
  const usable = sizeOf(block) - reservedFirst - reservedLast;
  const start = mix(`${world.seed}/${subnet.SubnetId}`, world.sequence) % usable;
  const found: string[] = [];
  for (let step = 0; step < usable && found.length < count; step += 1) {
    const address = ipText(block.base + reservedFirst + ((start + step) % usable));
    if (isAddressFree(world, subnet.SubnetId, address) && !except.includes(address)) found.push(address);
  }
  return found;
}

/**
 * Addresses that nothing holds: an attached, a loose and a stopped instance's interface all count as holding theirs, and a
 * prefix as all of its sixteen. None in an IPv6-only subnet.
 */
export function availableIpAddressCount(world: World, subnet: Subnet): number {
  if (isIpv6Only(subnet)) return 0;
  const held = world.networkInterfaces
    .by('SubnetId', subnet.SubnetId)
    .reduce((sum, eni) => sum + eni.PrivateIpAddresses.length + 16 * (eni.Ipv4Prefixes?.length ?? 0), 0);
  return sizeOf(subnetBlock(subnet)) - reservedFirst - reservedLast - held;
}

export const subnetArn = (world: World, { SubnetId }: Subnet): string =>
  `arn:aws:ec2:${world.region}:${world.account}:subnet/${SubnetId}`;

/**
 * What the instances launched in the subnet are called. In an IPv6-only one they have no IPv4 address to be called by.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_PrivateDnsNameOptionsOnLaunch.html
 * Assumed: that the two kinds of records are off everywhere at first.
 */
export const nameOptionsOf = (subnet: Subnet): NameOptions => ({
  HostnameType: isIpv6Only(subnet) ? 'resource-name' : 'ip-name',
  EnableResourceNameDnsARecord: false,
  EnableResourceNameDnsAAAARecord: false,
  ...subnet.nameOptions,
});

/** The association of an IPv6 block as AWS shows it. Source: the model, and the CLI's example for create-subnet. */
export const describeSubnetBlock6 = (world: World, block: NonNullable<Subnet['ipv6Block']>): object => ({
  AssociationId: block.AssociationId,
  Ipv6CidrBlock: block.Ipv6CidrBlock,
  Ipv6CidrBlockState: { State: associationStateOf(world, block) },
  Ipv6AddressAttribute: 'public',
  IpSource: 'amazon',
});

/** Its IPv6 block, if that is listed. */
export const listedBlock6 = (world: World, { ipv6Block }: Subnet): Subnet['ipv6Block'] =>
  ipv6Block && isListed(world, ipv6Block) ? ipv6Block : undefined;

/**
 * The subnet as AWS shows it. `created`: the answer to its creation, which says nothing about public access. Tags are
 * absent when there are none, the IPv4 block where there is none.
 * Source: output of the AWS CLI that users posted in 2025 and 2026; for IPv6 the CLI's examples for create-subnet.
 */
export function describeSubnet(world: World, subnet: Subnet, created = false): object {
  const block6 = listedBlock6(world, subnet);
  return {
    AvailabilityZoneId: zoneId(world.region, subnet.AvailabilityZone),
    MapCustomerOwnedIpOnLaunch: false,
    OwnerId: world.account,
    AssignIpv6AddressOnCreation: subnet.AssignIpv6AddressOnCreation ?? false,
    Ipv6CidrBlockAssociationSet: block6 ? [describeSubnetBlock6(world, block6)] : [],
    ...(subnet.Tags.length > 0 && { Tags: subnet.Tags }),
    SubnetArn: subnetArn(world, subnet),
    EnableDns64: subnet.EnableDns64 ?? false,
    Ipv6Native: isIpv6Only(subnet),
    PrivateDnsNameOptionsOnLaunch: nameOptionsOf(subnet),
    ...(!created && { BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } }),
    SubnetId: subnet.SubnetId,
    State: 'available',
    VpcId: subnet.VpcId,
    ...(!isIpv6Only(subnet) && { CidrBlock: subnet.CidrBlock }),
    AvailableIpAddressCount: availableIpAddressCount(world, subnet),
    AvailabilityZone: subnet.AvailabilityZone,
    DefaultForAz: subnet.DefaultForAz,
    MapPublicIpOnLaunch: subnet.MapPublicIpOnLaunch,
  };
}
