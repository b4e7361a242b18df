import { associate } from '../address/association';
import { errors, NotModelled } from '../aws-error';
import { once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { hasInternetGateway } from '../internet-gateway/internet-gateway';
import { makeServiceInterface } from '../network-interface/make-service-interface';
import type { NetworkInterface } from '../network-interface/network-interface';
import { operation } from '../operation';
import { enumeration, integer, list, notModelled, string, tagSpecifications } from '../shapes';
import { findFreeAddresses, getSubnet, isIpv6Only, type Subnet } from '../subnet/subnet';
import { tagsFor } from '../tags';
import { startTimer } from '../timer';
import type { World } from '../world';
import { describeNatGateway } from './describe-nat-gateway';
import { natGatewayErrors, natGatewayFailures } from './errors';
import { availableMs, failedMs, type NatGateway, type NatGatewayAddress } from './nat-gateway';
import { type NatGatewayPlan, planNatGateway } from './plan-nat-gateway';

/**
 * CreateNatGateway: a NAT gateway in a subnet, public (behind Elastic IPs) or private. What is wrong with its addresses
 * makes it `failed` after it was `pending`, and the call succeeds.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html
 * Not modelled: regional NAT gateways.
 */
export const createNatGateway = operation({
  name: 'CreateNatGateway',
  input: {
    AvailabilityMode: enumeration('zonal', 'regional'),
    AllocationId: string,
    ClientToken: string,
    SubnetId: string,
    VpcId: notModelled,
    AvailabilityZoneAddresses: notModelled,
    TagSpecifications: tagSpecifications,
    ConnectivityType: enumeration('private', 'public'),
    PrivateIpAddress: string,
    SecondaryAllocationIds: list(string),
    SecondaryPrivateIpAddresses: list(string),
    SecondaryPrivateIpAddressCount: integer,
  },
  run(world, input) {
    if (input.AvailabilityMode === 'regional') throw new NotModelled('regional NAT gateways');
    const { SubnetId } = input;
    if (!SubnetId) throw errors.missingParameter('subnetId');
    const plan = planNatGateway(input, world.quotas);
    const Tags = tagsFor(world, input.TagSpecifications, 'natgateway');
    const [id = ''] = once(world, 'CreateNatGateway', input, () => {
      const subnet = getSubnet(world, SubnetId);
      const { natGatewaysPerZone } = world.quotas;
      if (world.natGateways.count('zone', subnet.AvailabilityZone) >= natGatewaysPerZone) {
        throw natGatewayErrors.limit(natGatewaysPerZone);
      }
      const identity = {
        creation: nextSequence(world),
        NatGatewayId: newId(world, 'natGateway'),
        VpcId: subnet.VpcId,
        SubnetId,
        AvailabilityZone: subnet.AvailabilityZone,
        ConnectivityType: input.ConnectivityType ?? 'public',
        CreateTime: new Date(world.now).toISOString(),
        Tags,
      } as const;
      const failure = failureOf(world, subnet, plan);
      const made = failure ? failed(world, identity, plan, failure) : working(world, identity, subnet, plan);
      return [world.natGateways.insert(made).NatGatewayId];
    });
    return {
      ...(input.ClientToken && { ClientToken: input.ClientToken }),
      NatGateway: describeNatGateway(world, stillThere(world.natGateways.get(id))),
    };
  },
});

type Identity = Omit<NatGateway, 'settledAt' | 'addresses' | 'failure' | 'deletion' | 'NetworkInterfaceId'>;

function failureOf(world: World, subnet: Subnet, plan: NatGatewayPlan): NatGateway['failure'] {
  for (const id of plan.allocationIds) {
    const address = world.addresses.get(id);
    if (!address) return natGatewayFailures.noAllocation(id);
    if (address.association) return natGatewayFailures.alreadyAssociated(id);
  }
  if (plan.allocationIds.length > 0 && !hasInternetGateway(world, subnet.VpcId)) {
    return natGatewayFailures.noGateway(subnet.VpcId);
  }
  const drawn = plan.drawn + (plan.primary === undefined ? 1 : 0);
  const given = plan.primary === undefined ? plan.secondary : [plan.primary, ...plan.secondary];
  const free = isIpv6Only(subnet) ? [] : findFreeAddresses(world, subnet, drawn, given);
  return free.length < drawn ? natGatewayFailures.subnetFull() : undefined;
}

function failed(world: World, identity: Identity, plan: NatGatewayPlan, failure: NatGateway['failure']): NatGateway {
  startTimer(world, 'nat-gateway-forgotten', identity.NatGatewayId);
  const settledAt = world.now + failedMs;
  const [AllocationId] = plan.allocationIds;
  const addresses = [{ ...(AllocationId !== undefined && { AllocationId }), IsPrimary: true, settledAt }];
  return { ...identity, settledAt, addresses, ...(failure && { failure }) };
}

function working(world: World, identity: Identity, subnet: Subnet, plan: NatGatewayPlan): NatGateway {
  const eni = makeServiceInterface(world, {
    subnet,
    interfaceType: 'nat_gateway',
    description: `Interface for NAT Gateway ${identity.NatGatewayId}`,
    requesterId: world.account,
    requesterManaged: true,
    groups: [],
    sourceDestCheck: false,
    instanceOwnerId: 'amazon-aws',
    attachment: 'ela-attach',
    privateIpAddress: plan.primary,
    secondaryPrivateIpAddresses: plan.secondary,
    secondaryPrivateIpAddressCount: plan.drawn,
  });
  const settledAt = world.now + availableMs;
  const addresses = addressesOn(world, eni, eni.PrivateIpAddresses, plan.allocationIds, settledAt);
  return { ...identity, settledAt, NetworkInterfaceId: eni.NetworkInterfaceId, addresses };
}

/** Put the Elastic IPs, as far as there are, on these private addresses of the gateway's interface. */
export const addressesOn = (
  world: World,
  eni: NetworkInterface,
  privateAddresses: NetworkInterface['PrivateIpAddresses'],
  allocationIds: readonly string[],
  settledAt: number,
): NatGatewayAddress[] =>
  privateAddresses.map(({ PrivateIpAddress: PrivateIp, Primary: IsPrimary }, index) => {
    const address = world.addresses.get(allocationIds[index] ?? '');
    if (!address) return { PrivateIp, IsPrimary, settledAt };
    const AssociationId = associate(world, address, eni, PrivateIp);
    const { AllocationId, PublicIp } = address;
    return { AllocationId, PrivateIp, PublicIp, AssociationId, IsPrimary, settledAt };
  });
