import { blockText, sizeOf } from '@/lib/engine/ip';
import { block6Text, ip6Text } from '@/lib/engine/ip6';
import { isServiceInterface, type NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import { isIpv6Only, subnetBlock, subnetBlock6 } from '@/lib/engine/subnet/subnet';
import type { World } from '@/lib/engine/world';
import type { TestAccount } from '../account';
import type { Choices } from '../choices';
import { giveIpv6, makeInterface } from '../network-interface';
import { addresses, described, type Input, tagged } from './parts';

/** A network with IPv6, an interface with addresses and prefixes of both kinds, and a permission. */
export function furnish(account: TestAccount): void {
  const subnet = account.world.subnets.list().find(({ CidrBlock }) => CidrBlock === '10.0.1.0/24');
  if (!subnet) return;
  giveIpv6(account, subnet.SubnetId);
  const { NetworkInterfaceId } = makeInterface(account, subnet.SubnetId, { Ipv6AddressCount: 2, Ipv4PrefixCount: 1 });
  account.call('AssignIpv6Addresses', { NetworkInterfaceId, Ipv6PrefixCount: 1 });
  const permission = { AwsAccountId: '444455556666', Permission: 'INSTANCE-ATTACH' };
  account.call('CreateNetworkInterfacePermission', { NetworkInterfaceId, ...permission });
}

/** Not a service's, which nobody else may change. */
const isOwn = (eni: NetworkInterface) => !isServiceInterface(eni);

const isLoose = ({ Attachment }: NetworkInterface) => Attachment === undefined;

const isSecondary = (eni: NetworkInterface) => isOwn(eni) && (eni.Attachment?.DeviceIndex ?? 0) > 0;

const attachmentId = (choose: Choices, world: World) =>
  choose.row(world.networkInterfaces, isSecondary)?.Attachment?.AttachmentId ?? choose.id(world.networkInterfaces);

const heldAddress = (choose: Choices, world: World) =>
  choose.row(world.networkInterfaces)?.PrivateIpAddresses.at(-1)?.PrivateIpAddress ?? choose.one(addresses);

/** Some /28 of the interface's subnet. */
function somePrefix(choose: Choices, world: World, eni: NetworkInterface | undefined): string {
  const subnet = eni && world.subnets.get(eni.SubnetId);
  if (!subnet || isIpv6Only(subnet)) return '10.0.1.32/28';
  const block = subnetBlock(subnet);
  return blockText({ base: block.base + 16 * choose.below(sizeOf(block) / 16), prefix: 28 });
}

/** Some IPv6 address near the start of the interface's subnet, or the /80 around it. */
function someIpv6(choose: Choices, world: World, eni: NetworkInterface | undefined, prefix: boolean): string {
  const subnet = eni && world.subnets.get(eni.SubnetId);
  const base = (subnet && subnetBlock6(subnet)?.base) ?? 0n;
  if (prefix) return block6Text({ base: base + (BigInt(choose.below(4)) << 48n), prefix: 80 });
  return ip6Text(base + (BigInt(choose.below(3)) << 48n) + BigInt(choose.below(8)));
}

export const inputs: { readonly [operation: string]: Input } = {
  AssignIpv6Addresses: (choose, world) => {
    const eni = choose.row(world.networkInterfaces, isOwn);
    return {
      NetworkInterfaceId: eni?.NetworkInterfaceId,
      ...choose.one<() => object>([
        () => ({ Ipv6AddressCount: 1 + choose.below(2) }),
        () => ({ Ipv6PrefixCount: 1 }),
        () => ({ Ipv6Addresses: [someIpv6(choose, world, eni, false)] }),
        () => ({ Ipv6Prefixes: [someIpv6(choose, world, eni, true)] }),
      ])(),
    };
  },
  AssignPrivateIpAddresses: (choose, world) => {
    const eni = choose.row(world.networkInterfaces, isOwn);
    return {
      NetworkInterfaceId: eni?.NetworkInterfaceId,
      ...choose.one<() => object>([
        () => ({ SecondaryPrivateIpAddressCount: 1 + choose.below(2) }),
        () => ({ PrivateIpAddresses: [choose.one(addresses)] }),
        () => ({ PrivateIpAddresses: [heldAddress(choose, world)], AllowReassignment: choose.chance(70) }),
        () => ({ Ipv4PrefixCount: 1 }),
        () => ({ Ipv4Prefixes: [somePrefix(choose, world, eni)], AllowReassignment: choose.chance(50) }),
      ])(),
    };
  },
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
      () => ({ Ipv4PrefixCount: choose.below(2), Ipv6AddressCount: choose.below(3) }),
      () => ({ Ipv6PrefixCount: 1, EnablePrimaryIpv6: choose.chance(50) }),
      () => ({ InterfaceType: choose.one(['interface', 'efa', 'efa-only', 'trunk']) }),
      () => ({ ConnectionTrackingSpecification: { UdpTimeout: 30 + choose.below(31) } }),
      () => ({ Groups: choose.ids(world.securityGroups) }),
    ])(),
    ...(choose.chance(20) && { ClientToken: choose.one(['first', '__proto__']) }),
    ...tagged('network-interface')(choose),
  }),
  DeleteNetworkInterface: (choose, world) => ({ NetworkInterfaceId: choose.id(world.networkInterfaces, isLoose) }),
  CreateNetworkInterfacePermission: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces, isOwn),
    AwsAccountId: choose.one(['444455556666', '777788889999', 'me']),
    Permission: choose.one(['INSTANCE-ATTACH', 'EIP-ASSOCIATE']),
  }),
  DeleteNetworkInterfacePermission: (choose, world) => ({
    NetworkInterfacePermissionId: choose.id(world.networkInterfacePermissions),
    ...(choose.chance(30) && { Force: true }),
  }),
  DescribeNetworkInterfacePermissions: (choose, world) => ({
    ...(choose.chance(40) && { NetworkInterfacePermissionIds: choose.ids(world.networkInterfacePermissions) }),
    ...(choose.chance(40) && {
      Filters: [{ Name: 'network-interface-permission.permission', Values: ['INSTANCE-ATTACH'] }],
    }),
    ...(choose.chance(20) && { MaxResults: choose.one([5, 255, 256]) }),
  }),
  DescribeNetworkInterfaceAttribute: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces),
    Attribute: choose.one(['description', 'groupSet', 'sourceDestCheck', 'attachment', '__proto__']),
  }),
  DescribeNetworkInterfaces: described('NetworkInterfaceIds', (choose, world) => choose.ids(world.networkInterfaces)),
  DetachNetworkInterface: (choose, world) => ({ AttachmentId: attachmentId(choose, world) }),
  ModifyNetworkInterfaceAttribute: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces, isOwn),
    ...choose.one<() => object>([
      () => ({ Description: { Value: 'changed' } }),
      () => ({ SourceDestCheck: { Value: choose.chance(50) } }),
      () => ({ EnablePrimaryIpv6: choose.chance(80) }),
      () => ({ AssociatePublicIpAddress: choose.chance(50) }),
      () => ({ ConnectionTrackingSpecification: { TcpEstablishedTimeout: 60 + choose.below(600) } }),
      () => ({ Groups: choose.ids(world.securityGroups) }),
      () => ({ Attachment: { AttachmentId: attachmentId(choose, world), DeleteOnTermination: choose.chance(50) } }),
    ])(),
  }),
  ResetNetworkInterfaceAttribute: (choose, world) => ({
    NetworkInterfaceId: choose.id(world.networkInterfaces, isOwn),
    SourceDestCheck: '',
  }),
  UnassignIpv6Addresses: (choose, world) => {
    const eni = choose.row(world.networkInterfaces, ({ Ipv6Addresses, Ipv6Prefixes }) =>
      Boolean(Ipv6Addresses ?? Ipv6Prefixes),
    );
    const ip = eni?.Ipv6Addresses?.at(-1)?.Ipv6Address ?? someIpv6(choose, world, eni, false);
    const prefix = eni?.Ipv6Prefixes?.[0] ?? someIpv6(choose, world, eni, true);
    return {
      NetworkInterfaceId: eni?.NetworkInterfaceId,
      ...(choose.chance(60) ? { Ipv6Addresses: [ip] } : { Ipv6Prefixes: [prefix] }),
    };
  },
  UnassignPrivateIpAddresses: (choose, world) => {
    if (choose.chance(30)) {
      const eni = choose.row(world.networkInterfaces, ({ Ipv4Prefixes }) => Ipv4Prefixes !== undefined);
      const Ipv4Prefixes = [eni?.Ipv4Prefixes?.[0] ?? somePrefix(choose, world, eni)];
      return { NetworkInterfaceId: eni?.NetworkInterfaceId, Ipv4Prefixes };
    }
    const networkInterface = choose.row(
      world.networkInterfaces,
      (eni) => isOwn(eni) && eni.PrivateIpAddresses.length > 1,
    );
    return {
      NetworkInterfaceId: networkInterface?.NetworkInterfaceId,
      PrivateIpAddresses: [networkInterface?.PrivateIpAddresses.at(-1)?.PrivateIpAddress ?? choose.one(addresses)],
    };
  },
};
