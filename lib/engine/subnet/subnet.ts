import { mix } from '../ids';
import { type Block, containsIp, ipText, parseBlock, sizeOf } from '../ip';
import { zoneId } from '../region/zones';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { subnetErrors } from './errors';

export interface Subnet extends Row {
  readonly SubnetId: string;
  readonly VpcId: string;
  readonly CidrBlock: string;
  readonly AvailabilityZone: string;
  readonly DefaultForAz: boolean;
  readonly MapPublicIpOnLaunch: boolean;
  readonly Tags: readonly Tag[];
}

export const subnets = defineTable<Subnet>()('SubnetId', {
  VpcId: (subnet) => subnet.VpcId,
  defaultForAz: (subnet) => (subnet.DefaultForAz ? subnet.AvailabilityZone : undefined),
});

export function getSubnet(world: World, id: string): Subnet {
  const subnet = world.subnets.get(id);
  if (!subnet) throw id.startsWith('subnet-') ? subnetErrors.notFound(id) : subnetErrors.malformedId(id);
  return subnet;
}

/** The subnet's block; its text was checked when the subnet was made. */
export function subnetBlock(subnet: Subnet): Block {
  const block = parseBlock(subnet.CidrBlock);
  if (!block) throw new Error(`${subnet.SubnetId} has the block ${subnet.CidrBlock}`);
  return block;
}

/**
 * AWS keeps the first four addresses and the last one of every subnet.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const reservedFirst = 4;
const reservedLast = 1;

export const isReserved = (block: Block, ip: number): boolean =>
  containsIp(block, ip) && (ip < block.base + reservedFirst || ip >= block.base + sizeOf(block) - reservedLast);

/** Key of a private address in the index of interfaces by address. */
export const addressKey = (subnetId: string, address: string): string => `${subnetId}/${address}`;

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

/** Addresses that nothing holds: an attached, a loose and a stopped instance's interface all count as holding theirs. */
export function availableIpAddressCount(world: World, subnet: Subnet): number {
  const held = world.networkInterfaces
    .by('SubnetId', subnet.SubnetId)
    .reduce((sum, networkInterface) => sum + networkInterface.PrivateIpAddresses.length, 0);
  return sizeOf(subnetBlock(subnet)) - reservedFirst - reservedLast - held;
}

export const subnetArn = (world: World, { SubnetId }: Subnet): string =>
  `arn:aws:ec2:${world.region}:${world.account}:subnet/${SubnetId}`;

/**
 * The subnet as AWS shows it. `created`: the answer to its creation, which says nothing about public access. Tags are
 * absent when there are none. Source: output of the AWS CLI that users posted in 2025 and 2026.
 */
export function describeSubnet(world: World, subnet: Subnet, created = false): object {
  return {
    AvailabilityZoneId: zoneId(world.region, subnet.AvailabilityZone),
    MapCustomerOwnedIpOnLaunch: false,
    OwnerId: world.account,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    ...(subnet.Tags.length > 0 && { Tags: subnet.Tags }),
    SubnetArn: subnetArn(world, subnet),
    EnableDns64: false,
    Ipv6Native: false,
    PrivateDnsNameOptionsOnLaunch: {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    ...(!created && { BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } }),
    SubnetId: subnet.SubnetId,
    State: 'available',
    VpcId: subnet.VpcId,
    CidrBlock: subnet.CidrBlock,
    AvailableIpAddressCount: availableIpAddressCount(world, subnet),
    AvailabilityZone: subnet.AvailabilityZone,
    DefaultForAz: subnet.DefaultForAz,
    MapPublicIpOnLaunch: subnet.MapPublicIpOnLaunch,
  };
}
