import type { Address } from '../address/address';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { publicDnsName } from './dns-names';
import type { NetworkInterface } from './network-interface';

/** The public address of one private address, as AWS shows it; the ids are an Elastic IP's alone. */
export interface PublicAssociation {
  readonly AllocationId?: string;
  readonly AssociationId?: string;
  /** The account for an Elastic IP, `amazon` for an auto-assigned address. */
  readonly IpOwnerId: string;
  /** Empty while the VPC gives no public names. */
  readonly PublicDnsName: string;
  readonly PublicIp: string;
}

/** The public addresses of an interface by private address. Costs the interface's Elastic IPs. */
export function publicAssociations(world: World, eni: NetworkInterface): ReadonlyMap<string, PublicAssociation> {
  const associations = new Map<string, PublicAssociation>();
  const primary = eni.PrivateIpAddresses[0];
  if (eni.publicIp !== undefined && primary) {
    associations.set(primary.PrivateIpAddress, {
      IpOwnerId: 'amazon',
      PublicDnsName: nameOf(world, eni, eni.publicIp),
      PublicIp: eni.publicIp,
    });
  }
  for (const address of world.addresses.by('NetworkInterfaceId', eni.NetworkInterfaceId)) {
    if (address.association) {
      associations.set(address.association.PrivateIpAddress, elastic(world, eni, address, address.association));
    }
  }
  return associations;
}

const elastic = (
  world: World,
  eni: NetworkInterface,
  { AllocationId, PublicIp }: Address,
  { AssociationId }: NonNullable<Address['association']>,
): PublicAssociation => ({
  AllocationId,
  AssociationId,
  IpOwnerId: world.account,
  PublicDnsName: nameOf(world, eni, PublicIp),
  PublicIp,
});

// Public names need both of the VPC's DNS settings. Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
function nameOf(world: World, eni: NetworkInterface, publicIp: string): string {
  const vpc = getVpc(world, eni.VpcId);
  return vpc.enableDnsHostnames && vpc.enableDnsSupport ? publicDnsName(world.region, publicIp) : '';
}
