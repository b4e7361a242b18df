import { getInstance, instanceState } from '../instance/instance';
import { hasInternetGateway } from '../internet-gateway/internet-gateway';
import {
  getOwnNetworkInterface,
  instanceOf,
  type NetworkInterface,
  primaryAddressOf,
} from '../network-interface/network-interface';
import { operation } from '../operation';
import { boolean, string } from '../shapes';
import type { World } from '../world';
import { checkNotOfService, getAddress } from './address';
import { associate } from './association';
import { addressErrors } from './errors';

/**
 * AssociateAddress: put an Elastic IP on a private address of an interface, the primary one unless told; an instance
 * stands for its only interface. An address in use moves, unless `AllowReassociation` is false; on the same private
 * address again it stays as it is (Assumed: with the same association id).
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html
 */
export const associateAddress = operation({
  name: 'AssociateAddress',
  input: {
    AllocationId: string,
    InstanceId: string,
    PublicIp: string,
    NetworkInterfaceId: string,
    PrivateIpAddress: string,
    AllowReassociation: boolean,
  },
  run(world, { AllocationId, InstanceId, PublicIp, NetworkInterfaceId, PrivateIpAddress, AllowReassociation = true }) {
    if (AllocationId && PublicIp) throw addressErrors.both('allocation id');
    if (PublicIp) throw addressErrors.associateByIp();
    if (!AllocationId) throw addressErrors.neither('allocation id');
    if (InstanceId && NetworkInterfaceId) throw addressErrors.twoTargets();
    const address = getAddress(world, AllocationId);
    const eni = InstanceId ? onlyInterfaceOf(world, InstanceId) : settledInterface(world, NetworkInterfaceId);
    const privateIp = PrivateIpAddress || primaryAddressOf(eni);
    if (!eni.PrivateIpAddresses.some((held) => held.PrivateIpAddress === privateIp)) {
      throw addressErrors.notOnInterface(privateIp, eni.NetworkInterfaceId);
    }
    checkNotOfService(world, address);
    if (!hasInternetGateway(world, eni.VpcId)) throw addressErrors.noGateway(eni.VpcId);
    const { association } = address;
    if (association?.NetworkInterfaceId === eni.NetworkInterfaceId && association.PrivateIpAddress === privateIp) {
      return { AssociationId: association.AssociationId };
    }
    if (association && !AllowReassociation) {
      throw addressErrors.alreadyAssociated(AllocationId, association.AssociationId);
    }
    return { AssociationId: associate(world, address, eni, privateIp) };
  },
});

function onlyInterfaceOf(world: World, instanceId: string): NetworkInterface {
  const instance = getInstance(world, instanceId);
  const state = instanceState(world, instance);
  if (state === 'pending' || state === 'shutting-down' || state === 'terminated') {
    throw addressErrors.instanceState(state, instanceId);
  }
  const [eni, ...others] = world.networkInterfaces.by('InstanceId', instanceId);
  if (others.length > 0) throw addressErrors.severalInterfaces(instanceId);
  if (!eni) throw new Error(`${instanceId} is ${state} without an interface`);
  return eni;
}

function settledInterface(world: World, networkInterfaceId: string | undefined): NetworkInterface {
  if (!networkInterfaceId) throw addressErrors.noTarget();
  const eni = getOwnNetworkInterface(world, networkInterfaceId);
  const instance = instanceOf(world, eni);
  if (instance && instanceState(world, instance) === 'pending') {
    throw addressErrors.pendingThroughInterface(networkInterfaceId);
  }
  return eni;
}
