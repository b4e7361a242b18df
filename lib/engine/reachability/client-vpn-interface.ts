import { mix } from '../ids';
import { ipText, sizeOf } from '../ip';
import type { NetworkInterface } from '../network-interface/network-interface';
import { nameKey } from '../security-group/security-group';
import { isCalled } from '../sites';
import { isAddressFree, isIpv6Only, isReserved, type Subnet, subnetBlock } from '../subnet/subnet';
import type { ClientVpn } from '../surroundings';
import type { World } from '../world';

/** The interface type of those that stand for a Client VPN endpoint; no record has it. */
export const clientVpnInterfaceType = 'client_vpn';

/** The interface of a Client VPN endpoint in that VPC that has the address; only what nothing else has can be one's. */
export function clientVpnInterface(world: World, subnet: Subnet, address: string): NetworkInterface | undefined {
  for (const endpoint of world.surroundings?.clientVpns ?? []) {
    const eni = isCalled(endpoint.subnet, subnet.SubnetId, subnet.Tags)
      ? clientVpnInterfaceOf(world, endpoint, subnet)
      : undefined;
    if (eni?.PrivateIpAddresses[0]?.PrivateIpAddress === address) return eni;
  }
  return undefined;
}

/**
 * An endpoint's interface, which AWS makes and no call of this account shows: a value, not a record. Its address is one that
 * nothing in the subnet has, the same while that stays so. `Description` is the endpoint's name.
 */
export function clientVpnInterfaceOf(world: World, endpoint: ClientVpn, subnet: Subnet): NetworkInterface | undefined {
  const address = freeAddress(world, endpoint, subnet);
  if (address === undefined) return undefined;
  const { name } = endpoint;
  return {
    creation: -1,
    NetworkInterfaceId: `eni-0${hex(world, name, 0)}${hex(world, name, 1)}`,
    SubnetId: subnet.SubnetId,
    VpcId: subnet.VpcId,
    AvailabilityZone: subnet.AvailabilityZone,
    Description: name,
    InterfaceType: clientVpnInterfaceType,
    MacAddress: '02:00:00:00:00:00',
    PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: true }],
    groups: groupsOf(world, endpoint, subnet.VpcId),
    SourceDestCheck: false,
    RequesterManaged: true,
    TagSet: [{ Key: 'Name', Value: `interface of ${name}` }],
    Attachment: {
      AttachmentId: `ela-attach-0${hex(world, name, 2)}${hex(world, name, 3)}`,
      InstanceOwnerId: 'amazon-aws',
      DeviceIndex: 1,
      NetworkCardIndex: 0,
      DeleteOnTermination: false,
      attachedAt: 0,
    },
    availableAt: 0,
    mapsPublicIp: false,
    publicIp: publicAddress(world, endpoint),
  };
}

/** The VPC's default group where it has none of those names. */
function groupsOf(world: World, { groups = [] }: ClientVpn, vpcId: string): readonly string[] {
  const named = (name: string) => world.securityGroups.first('name', nameKey(vpcId, name))?.GroupId ?? [];
  const found = groups.flatMap(named);
  return found.length > 0 ? found : [named('default')].flat();
}

/**
 * Endpoints reach the internet by public addresses of their own, where the subnet has a way there.
 * Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-internet.html. Assumed: which, drawn from the name.
 */
const publicAddress = (world: World, { name }: ClientVpn): string =>
  ipText(firstPublic + (mix(`${world.seed}/client-vpn/${name}`, 4) % 4096));

/** 54.239.64.0: a block of Amazon's that no other address of a world is drawn from. */
const firstPublic = 921_649_152;

/** The interface that a public address of a Client VPN endpoint belongs to. */
export function clientVpnBehind(world: World, address: string): NetworkInterface | undefined {
  const endpoint = world.surroundings?.clientVpns?.find((one) => publicAddress(world, one) === address);
  const subnet = endpoint && clientVpnSubnet(world, endpoint);
  return subnet && clientVpnInterfaceOf(world, endpoint, subnet);
}

/** The subnet that an endpoint enters a VPC by. Cost: the subnets of the account. */
export const clientVpnSubnet = (world: World, endpoint: ClientVpn): Subnet | undefined =>
  world.subnets.list().find((one) => isCalled(endpoint.subnet, one.SubnetId, one.Tags));

const hex = (world: World, name: string, number: number): string =>
  mix(`${world.seed}/client-vpn/${name}`, number).toString(16).padStart(8, '0');

/** Endpoints of one subnet have addresses of their own: the highest free ones, in the order of the endpoints. */
function freeAddress(world: World, endpoint: ClientVpn, subnet: Subnet): string | undefined {
  if (isIpv6Only(subnet)) return undefined;
  const here =
    world.surroundings?.clientVpns?.filter((one) => isCalled(one.subnet, subnet.SubnetId, subnet.Tags)) ?? [];
  let before = here.indexOf(endpoint);
  const block = subnetBlock(subnet);
  for (let ip = block.base + sizeOf(block) - 1; ip >= block.base; ip -= 1) {
    if (isReserved(block, ip) || !isAddressFree(world, subnet.SubnetId, ipText(ip))) continue;
    if (before === 0) return ipText(ip);
    before -= 1;
  }
  return undefined;
}
