import { ptrRecordOf } from '../address/address';
import { privateDnsName, publicDnsName } from '../network-interface/dns-names';
import type { Vpc } from '../vpc/vpc';
import { dnsEntries } from '../vpc-endpoint/dns-entries';
import { endpointState, type VpcEndpoint } from '../vpc-endpoint/vpc-endpoint';
import type { World } from '../world';
import { behindPublicAddress, interfaceWith } from './addresses';
import { instanceNamed, ipNamed } from './ec2-names';
import { matchesName, serviceAddress } from './endpoints';
import { isIpv6 } from './flow';
import { resolvesPrivately } from './shared-names';

/** What a name stands for. `by` is the id or the name of whatever it is a name of. */
export interface Resolved {
  readonly addresses: readonly string[];
  readonly by: string;
}

/**
 * A DNS name as an instance in that VPC sees it, or as the internet does where `fromVpcId` is absent. Undefined where nobody knows it.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html; …/AmazonDNS-concepts.html there
 * Not modelled: hosted zones of Route 53, resolver rules.
 * Assumed: a name server that DHCP options give instead of Amazon's knows only public names, and those of hosts on premises.
 */
export function resolveName(world: World, fromVpcId: string | undefined, name: string): Resolved | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const vpc = fromVpcId === undefined ? undefined : world.vpcs.get(fromVpcId);
  const servers = vpc && nameServersOf(world, vpc);
  const asksAmazon = servers?.includes('AmazonProvidedDNS') ?? false;
  if (vpc && asksAmazon && !vpc.enableDnsSupport && servers?.length === 1) return undefined;
  const own = vpc && asksAmazon && vpc.enableDnsSupport ? vpc : undefined;
  return (
    (own && (privateName(world, own, wanted) ?? privateEndpointName(world, own, wanted))) ??
    publicName(world, own, wanted) ??
    givenName(world, wanted) ??
    publicEndpointName(world, wanted) ??
    ofService(world, wanted)
  );
}

/** `AmazonProvidedDNS` or addresses, as DHCP tells instances; none where the options name none. */
export function nameServersOf(world: World, { DhcpOptionsId }: Vpc): readonly string[] {
  const { configurations = [] } = world.dhcpOptions.get(DhcpOptionsId) ?? {};
  return configurations.find(({ Key }) => Key === 'domain-name-servers')?.Values ?? [];
}

/**
 * The name that belongs to an address, as `dig -x` shows it: the private name of one in a VPC, an Elastic IP's own record, or
 * AWS's name for a public address. Undefined where there is none.
 */
export function nameOfAddress(world: World, fromVpcId: string | undefined, address: string): string | undefined {
  if (isIpv6(address)) return undefined;
  const vpc = fromVpcId === undefined ? undefined : world.vpcs.get(fromVpcId);
  if (vpc?.enableDnsSupport && interfaceWith(world, vpc.VpcId, address)) return privateDnsName(world.region, address);
  const elastic = world.addresses.first('PublicIp', address);
  const record = elastic && ptrRecordOf(world, elastic);
  if (record !== undefined) return record.replace(/\.$/, '');
  const owner = behindPublicAddress(world, address)?.eni.VpcId;
  return hasPublicNames(world, owner) ? publicDnsName(world.region, address) : undefined;
}

function hasPublicNames(world: World, vpcId: string | undefined): boolean {
  const vpc = vpcId === undefined ? undefined : world.vpcs.get(vpcId);
  return (vpc?.enableDnsHostnames && vpc.enableDnsSupport) ?? false;
}

/**
 * `ip-10-0-1-5.ec2.internal`, of an address in the VPC, and `i-….ec2.internal` where the instance has records of that kind.
 * Assumed: only addresses that an interface has, and not those of peered VPCs.
 */
function privateName(world: World, { VpcId }: Vpc, name: string): Resolved | undefined {
  const zone = world.region === 'us-east-1' ? '.ec2.internal' : `.${world.region}.compute.internal`;
  if (!name.endsWith(zone)) return undefined;
  const label = name.slice(0, -zone.length);
  const ip = ipNamed(label, 'ip-');
  const eni = ip === undefined ? undefined : interfaceWith(world, VpcId, ip);
  if (ip !== undefined && eni) return { addresses: [ip], by: eni.NetworkInterfaceId };
  return instanceNamed(world, VpcId, label);
}

/** `ec2-203-0-113-5.compute-1.amazonaws.com`: the private address for who may know it, the public one for everybody else. */
function publicName(world: World, from: Vpc | undefined, name: string): Resolved | undefined {
  const zone = world.region === 'us-east-1' ? '.compute-1.amazonaws.com' : `.${world.region}.compute.amazonaws.com`;
  const ip = name.endsWith(zone) ? ipNamed(name.slice(0, -zone.length), 'ec2-') : undefined;
  const behind = ip === undefined ? undefined : behindPublicAddress(world, ip);
  if (ip === undefined || !behind || !hasPublicNames(world, behind.eni.VpcId)) return undefined;
  const isPrivate = from !== undefined && resolvesPrivately(world, from.VpcId, behind.eni.VpcId);
  return { addresses: [isPrivate ? behind.privateAddress : ip], by: behind.eni.NetworkInterfaceId };
}

/** A service's own name, which private DNS of an interface endpoint in the VPC has taken over. */
function privateEndpointName(world: World, { VpcId }: Vpc, name: string): Resolved | undefined {
  for (const endpoint of world.vpcEndpoints.by('VpcId', VpcId)) {
    if (!endpoint.PrivateDnsEnabled || endpoint.inboundOnly || endpointState(world, endpoint) !== 'available') continue;
    const names = dnsEntries(world, endpoint).slice(1 + endpoint.subnets.length);
    if (names.some(({ DnsName }) => matchesName(DnsName, name))) return ofEndpoint(world, endpoint, endpoint.subnets);
  }
  return undefined;
}

/** The names of an interface endpoint itself, which are public and stand for its private addresses. */
function publicEndpointName(world: World, name: string): Resolved | undefined {
  const id = /(?:^|\.)(vpce-[0-9a-f]+)-/.exec(name)?.[1];
  const endpoint = id === undefined ? undefined : world.vpcEndpoints.get(id);
  if (!endpoint) return undefined;
  const [whole, ...zonal] = dnsEntries(world, endpoint).slice(0, 1 + endpoint.subnets.length);
  const isOf = (entry: { DnsName: string } | undefined) => entry !== undefined && isNameOf(entry.DnsName, name);
  if (isOf(whole)) return ofEndpoint(world, endpoint, endpoint.subnets);
  return ofEndpoint(
    world,
    endpoint,
    endpoint.subnets.filter((_, at) => isOf(zonal[at])),
  );
}

/** The wildcard record, or the bare name that it stands for. */
const isNameOf = (record: string, name: string): boolean => matchesName(record, name) || record === `*.${name}`;

function ofEndpoint(
  world: World,
  { VpcEndpointId }: VpcEndpoint,
  subnets: VpcEndpoint['subnets'],
): Resolved | undefined {
  const addresses = subnets.flatMap(
    ({ NetworkInterfaceId }) =>
      world.networkInterfaces.get(NetworkInterfaceId)?.PrivateIpAddresses[0]?.PrivateIpAddress ?? [],
  );
  return addresses.length > 0 ? { addresses, by: VpcEndpointId } : undefined;
}

/**
 * What people try the internet with, where the lab does not say otherwise: names that RFC 2606 keeps for examples.
 * Assumed: the address, one of those that RFC 5737 keeps for documentation.
 */
const usualNames = { 'example.com': '203.0.113.80', 'www.example.com': '203.0.113.80' };

/** A name of the lab's own: a public one, or that of a host on premises. */
function givenName({ surroundings }: World, name: string): Resolved | undefined {
  const names = Object.entries({ ...usualNames, ...surroundings?.names });
  const given = names.find(([one]) => one.toLowerCase() === name);
  if (given) return { addresses: [given[1]], by: given[0] };
  for (const site of surroundings?.sites ?? []) {
    const host = site.hosts.find((one) => one.name.toLowerCase() === name);
    if (host) return { addresses: [host.address], by: site.name };
  }
  return undefined;
}

function ofService(world: World, name: string): Resolved | undefined {
  const found = serviceAddress(world, name);
  return found && { addresses: [found.address], by: found.of };
}
