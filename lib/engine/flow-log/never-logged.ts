import { ipText } from '../ip';
import type { NetworkInterface } from '../network-interface/network-interface';
import type { Packet } from '../reachability/flow';
import { blockOf } from '../vpc/vpc';
import type { World } from '../world';

/** Amazon's DNS server, instance metadata, time service and Windows activation, at their link-local addresses. */
const services = new Set(
  '169.254.169.253 169.254.169.254 169.254.169.123 169.254.169.250 169.254.169.251 fd00:ec2::253 fd00:ec2::254 fd00:ec2::123'.split(
    ' ',
  ),
);

/** Ports of DHCP: of clients and servers, over IPv4 and IPv6. */
const dhcpPorts = new Set([67, 68, 546, 547]);

/**
 * Whether flow logs leave a packet out. Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html
 * Not modelled: mirrored traffic, and traffic between an endpoint's interface and a Network Load Balancer's.
 */
export function isNeverLogged(world: World, eni: NetworkInterface, packet: Packet): boolean {
  const { protocol, source, destination, sourcePort, destinationPort } = packet;
  const reserved = reservedAddresses(world, eni);
  if ([source, destination].some((address) => services.has(address) || reserved.includes(address))) return true;
  return protocol === 'udp' && [sourcePort, destinationPort].some((port) => port !== undefined && dhcpPorts.has(port));
}

/** The router in the interface's subnet, and the DNS server at the base of the VPC's first block plus two. */
function reservedAddresses(world: World, { SubnetId, VpcId }: NetworkInterface): string[] {
  const subnet = world.subnets.get(SubnetId)?.CidrBlock;
  const vpc = world.vpcs.get(VpcId)?.CidrBlock;
  return [...(subnet ? [ipText(blockOf(subnet).base + 1)] : []), ...(vpc ? [ipText(blockOf(vpc).base + 2)] : [])];
}
