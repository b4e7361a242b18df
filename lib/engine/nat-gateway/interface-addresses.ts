import { disassociate } from '../address/association';
import {
  getNetworkInterface,
  type NetworkInterface,
  type PrivateAddress,
} from '../network-interface/network-interface';
import { interfacePlacementErrors } from '../network-interface/private-address-errors';
import { checkDistinct, checkInSubnet } from '../network-interface/private-addresses';
import { findFreeAddresses, getSubnet, isAddressFree } from '../subnet/subnet';
import { startTimer } from '../timer';
import type { World } from '../world';
import { natGatewayErrors } from './errors';
import type { NatGateway, NatGatewayAddress } from './nat-gateway';

/** Give the gateway's interface more private addresses: those named, and `drawn` more from its subnet. */
export function addPrivateAddresses(
  world: World,
  gateway: NatGateway,
  named: readonly string[],
  drawn: number,
): { readonly eni: NetworkInterface; readonly added: PrivateAddress[] } {
  if (gateway.addresses.length + named.length + drawn > world.quotas.privateIpsPerNatGateway) {
    throw natGatewayErrors.privateAddressLimit();
  }
  const eni = interfaceOf(world, gateway);
  const subnet = getSubnet(world, gateway.SubnetId);
  checkDistinct(named);
  checkInSubnet(subnet, named, interfacePlacementErrors);
  for (const ip of named) {
    if (!isAddressFree(world, subnet.SubnetId, ip)) throw interfacePlacementErrors.addressInUse(ip);
  }
  const found = drawn > 0 ? findFreeAddresses(world, subnet, drawn, named) : [];
  if (found.length < drawn) throw interfacePlacementErrors.subnetFull(subnet.SubnetId);
  const added = [...named, ...found].map((PrivateIpAddress) => ({ PrivateIpAddress, Primary: false }));
  const changed = world.networkInterfaces.replace({
    ...eni,
    PrivateIpAddresses: [...eni.PrivateIpAddresses, ...added],
  });
  return { eni: changed, added };
}

/** Begin to drain these addresses; they go when that is over. */
export function drain(world: World, gateway: NatGateway, leaving: (address: NatGatewayAddress) => boolean): NatGateway {
  startTimer(world, 'nat-gateway-drained', gateway.NatGatewayId);
  const addresses = gateway.addresses.map(
    (address): NatGatewayAddress => (leaving(address) ? { ...address, draining: true } : address),
  );
  return world.natGateways.replace({ ...gateway, addresses });
}

/** The end of a drain: the private addresses are free again, their Elastic IPs disassociated. */
export function natGatewayDrained(world: World, natGatewayId: string): void {
  const gateway = world.natGateways.get(natGatewayId);
  // Its deletion, which may come in between, takes all of it away.
  if (!gateway || gateway.deletion?.done) return;
  const gone = gateway.addresses.filter(({ draining }) => draining);
  for (const { AllocationId } of gone) {
    const elastic = AllocationId === undefined ? undefined : world.addresses.get(AllocationId);
    if (elastic) disassociate(world, elastic);
  }
  const ips = new Set(gone.map(({ PrivateIp }) => PrivateIp));
  const eni = interfaceOf(world, gateway);
  world.networkInterfaces.replace({
    ...eni,
    PrivateIpAddresses: eni.PrivateIpAddresses.filter(({ PrivateIpAddress }) => !ips.has(PrivateIpAddress)),
  });
  world.natGateways.replace({ ...gateway, addresses: gateway.addresses.filter(({ draining }) => !draining) });
}

const interfaceOf = (world: World, gateway: NatGateway): NetworkInterface =>
  getNetworkInterface(world, gateway.NetworkInterfaceId ?? '');
