import { limitsOf, networkCardsOf } from '@/lib/engine/instance-type/instance-type-limits';
import { isLive, type NatGateway } from '@/lib/engine/nat-gateway/nat-gateway';
import type { World } from '@/lib/engine/world';
import { areSame, hold, isDistinct } from './hold';

/** What holds of instances, Elastic IPs and NAT gateways in every world. */
export function expectAddressesAndInstances(world: World): void {
  expectAssociations(world);
  expectInstances(world);
  expectNatGateways(world);
}

function expectAssociations(world: World): void {
  const associations = world.addresses.list().flatMap(({ association }) => association ?? []);
  hold(isDistinct(associations.map(({ AssociationId }) => AssociationId)), 'an association is of one Elastic IP');
  const places = associations.map((one) => `${one.NetworkInterfaceId}/${one.PrivateIpAddress}`);
  hold(isDistinct(places), 'a private address has at most one Elastic IP');
  for (const { association } of world.addresses.list()) {
    if (!association) continue;
    const eni = world.networkInterfaces.get(association.NetworkInterfaceId);
    const isHeld = eni?.PrivateIpAddresses.some((one) => one.PrivateIpAddress === association.PrivateIpAddress);
    hold(isHeld, 'an Elastic IP is on an address of its interface');
    hold(world.internetGateways.count('attachedTo', eni?.VpcId ?? '') === 1, 'an Elastic IP reaches the internet');
  }
  const publicIps = [
    ...world.addresses.list().map(({ PublicIp }) => PublicIp),
    ...world.networkInterfaces.list().flatMap(({ publicIp }) => publicIp ?? []),
  ];
  hold(isDistinct(publicIps), 'a public address is given once');
}

function expectInstances(world: World): void {
  for (const { InstanceId, InstanceType, AvailabilityZone, goal } of world.instances.list()) {
    const interfaces = world.networkInterfaces.by('InstanceId', InstanceId);
    const places = interfaces.map(({ Attachment }) => `${Attachment?.NetworkCardIndex}/${Attachment?.DeviceIndex}`);
    hold(isDistinct(places), 'one interface at a device index');
    if (goal === 'terminated') continue;
    hold(places.includes('0/0'), 'eth0 is always there');
    const limits = limitsOf(InstanceType);
    for (const [card, most] of networkCardsOf(limits).entries()) {
      const onCard = interfaces.filter(({ Attachment }) => Attachment?.NetworkCardIndex === card);
      hold(onCard.length <= most, `${onCard.length} interfaces on card ${card} of a ${InstanceType}`);
    }
    for (const eni of interfaces) {
      hold(eni.AvailabilityZone === AvailabilityZone, 'an interface is in its instance’s zone');
      if (eni.publicIp !== undefined)
        hold(goal === 'running', 'only a running instance has a public address of its own');
    }
  }
}

function expectNatGateways(world: World): void {
  const inZone = new Map<string, number>();
  for (const gateway of world.natGateways.list()) {
    if (!isLive(gateway)) continue;
    inZone.set(gateway.AvailabilityZone, (inZone.get(gateway.AvailabilityZone) ?? 0) + 1);
    expectNatGateway(world, gateway);
  }
  for (const count of inZone.values()) hold(count <= world.quotas.natGatewaysPerZone, 'NAT gateways keep to the quota');
}

function expectNatGateway(world: World, gateway: NatGateway): void {
  const eni = world.networkInterfaces.get(gateway.NetworkInterfaceId ?? '');
  hold(eni?.SubnetId === gateway.SubnetId, 'a NAT gateway and its interface are in one subnet');
  const held = eni.PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress);
  const given = gateway.addresses.map(({ PrivateIp }) => PrivateIp);
  hold(areSame(held, given), 'a NAT gateway and its interface have the same addresses');
  for (const { AllocationId, AssociationId, PrivateIp } of gateway.addresses) {
    const isPublic = gateway.ConnectivityType === 'public';
    hold((AllocationId !== undefined) === isPublic, 'each address of a public gateway has an Elastic IP');
    if (AllocationId === undefined) continue;
    const association = world.addresses.get(AllocationId)?.association;
    const same =
      association?.AssociationId === AssociationId &&
      association?.NetworkInterfaceId === eni.NetworkInterfaceId &&
      association.PrivateIpAddress === PrivateIp;
    hold(same, 'an Elastic IP of a NAT gateway is associated with its interface');
  }
}
