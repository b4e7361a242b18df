import { isOfPool } from '@/lib/engine/address/public-ip';
import { instanceState } from '@/lib/engine/instance/instance';
import { interfacesOf } from '@/lib/engine/network-interface/network-interface';
import type { World } from '@/lib/engine/world';
import { textsIn } from '../facts';
import { type Done, instancesNamed, listOf, memberOf, type Situation } from './situation';

/** What can be so with the instances that a call names, or with the one that holds the interface it names. */
export const instanceSituations = {
  running: (done) => isIn(done, 'pending', 'running'),
  stopped: (done) => isIn(done, 'stopping', 'stopped'),
  /** It holds more than one interface. */
  'several-interfaces': (done) =>
    instancesNamed(done).some((one) => interfacesOf(done.world, one.InstanceId).length > 1),
  /** The call names, by itself, a public address that an instance gave back when it was stopped on this path. */
  'address-given-back': ({ facts, call }) => {
    const named = new Set([...textsIn(call.input)].map((text) => text.replace(/\/32$/, '')).filter(isOfPool));
    return named.size > 0 && facts.of('given-back').some(({ address }) => named.has(address));
  },
  /** This call started it; it would have an auto-assigned public address, and has none for its second interface. */
  'no-public-address-again': (done) =>
    startedBy(done).some(({ InstanceId }) => {
      const [primary, ...others] = interfacesOf(done.world, InstanceId);
      return primary?.mapsPublicIp === true && others.length > 0 && !hasPublicAddress(done.world, primary);
    }),
  /** A launch asks for a public address and for several interfaces. */
  'public-address-for-several': ({ call }) => {
    const wanted = listOf(call.input, 'NetworkInterfaces');
    return wanted.length > 1 && wanted.some((one) => memberOf(one, 'AssociatePublicIpAddress') === true);
  },
} satisfies Record<string, Situation>;

const isIn = (done: Done, ...states: string[]): boolean =>
  instancesNamed(done).some((instance) => states.includes(instanceState(done.world, instance)));

/** Those that were stopped before: a start of a running one leaves its launch time as it was. */
const startedBy = (done: Done) =>
  instancesNamed(done).filter(({ LaunchTime }) => LaunchTime === new Date(done.call.at).toISOString());

const hasPublicAddress = (
  world: World,
  eni: { readonly NetworkInterfaceId: string; readonly publicIp?: string },
): boolean => eni.publicIp !== undefined || world.addresses.count('NetworkInterfaceId', eni.NetworkInterfaceId) > 0;
