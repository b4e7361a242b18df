import { makeServiceInterface, removeServiceInterface } from '../network-interface/make-service-interface';
import { getSubnet } from '../subnet/subnet';
import type { World } from '../world';
import { vpcEndpointErrors } from './errors';
import type { VpcEndpoint } from './vpc-endpoint';

/** A subnet's own wish, as `SubnetConfigurations` gives it. */
interface SubnetConfiguration {
  SubnetId?: string | undefined;
  Ipv4?: string | undefined;
}

/**
 * Put an interface of the endpoint into each of the subnets, in zones where it has none yet. Refuses subnets that do not exist or are of
 * another VPC, a second one in a zone, and all that an interface is refused for.
 */
export function addSubnets(
  world: World,
  endpoint: Pick<VpcEndpoint, 'VpcEndpointId' | 'VpcId' | 'subnets' | 'groups'>,
  subnetIds: readonly string[],
  configurations: readonly SubnetConfiguration[],
): VpcEndpoint['subnets'] {
  const subnets = [...endpoint.subnets];
  const zones = new Set(subnets.map(({ SubnetId }) => world.subnets.get(SubnetId)?.AvailabilityZone));
  for (const id of new Set(subnetIds)) {
    if (subnets.some(({ SubnetId }) => SubnetId === id)) continue;
    const subnet = getSubnet(world, id);
    if (subnet.VpcId !== endpoint.VpcId) throw vpcEndpointErrors.otherVpc('subnet', id, endpoint.VpcId);
    if (zones.has(subnet.AvailabilityZone)) throw vpcEndpointErrors.sameZone(id);
    zones.add(subnet.AvailabilityZone);
    const { NetworkInterfaceId } = makeServiceInterface(world, {
      subnet,
      interfaceType: 'vpc_endpoint',
      description: `VPC Endpoint Interface ${endpoint.VpcEndpointId}`,
      requesterId: world.account,
      requesterManaged: true,
      groups: endpoint.groups,
      sourceDestCheck: true,
      instanceOwnerId: 'amazon-aws',
      attachment: 'ela-attach',
      privateIpAddress: configurations.find(({ SubnetId }) => SubnetId === id)?.Ipv4,
    });
    subnets.push({ SubnetId: id, NetworkInterfaceId });
  }
  const stray = configurations.find(({ SubnetId }) => !subnets.some((one) => one.SubnetId === SubnetId));
  if (stray) throw vpcEndpointErrors.configuredSubnet(stray.SubnetId ?? '');
  return subnets;
}

/** Take the endpoint out of those subnets. Refuses one that it is not in. */
export function removeSubnets(
  world: World,
  endpoint: VpcEndpoint,
  subnetIds: readonly string[],
): VpcEndpoint['subnets'] {
  for (const id of new Set(subnetIds)) {
    const there = endpoint.subnets.find(({ SubnetId }) => SubnetId === id);
    if (!there) throw vpcEndpointErrors.notAssociated('subnet', id, endpoint.VpcEndpointId);
    removeServiceInterface(world, there.NetworkInterfaceId);
  }
  return endpoint.subnets.filter(({ SubnetId }) => !subnetIds.includes(SubnetId));
}

/** Give every interface of the endpoint these groups. */
export function setGroups(world: World, endpoint: Pick<VpcEndpoint, 'subnets'>, groups: readonly string[]): void {
  for (const { NetworkInterfaceId } of endpoint.subnets) {
    const networkInterface = world.networkInterfaces.get(NetworkInterfaceId);
    if (networkInterface) world.networkInterfaces.replace({ ...networkInterface, groups });
  }
}
