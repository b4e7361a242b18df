import { z } from 'zod';
import {
  interfacesOf,
  type NetworkInterface,
  primaryAddressOf,
} from '@/lib/engine/network-interface/network-interface';
import type { AttachedFact } from '../facts';
import { attachmentOf, instancesNamed, labelOf } from '../names';
import type { Moment } from '../replay';
import type { Verdict } from './verdict';

/**
 * An interface is on the instance named `to`, and has the private address and the MAC address with which it was on
 * the one named `from` earlier on this path. Primary interfaces do not count.
 */
export const MovedCheck = z.strictObject({ from: z.string(), to: z.string() });

export function checkMoved({ from, to }: z.output<typeof MovedCheck>, { world, facts }: Moment): Verdict {
  const before = facts.of('attached').filter((fact) => fact.name === from && fact.deviceIndex !== 0);
  const here = instancesNamed(world, to)
    .flatMap((instance) => interfacesOf(world, instance.InstanceId))
    .filter((eni) => (attachmentOf(eni)?.DeviceIndex ?? 0) !== 0);
  for (const eni of here) {
    const same = before.find((fact) => fact.mac === eni.MacAddress && fact.address === primaryAddressOf(eni));
    if (same) return { passed: true, found: `${identity(eni)} is on ${to}, as it was on ${from}.` };
  }
  return { passed: false, found: difference({ from, to }, before.at(-1), here.at(-1)) };
}

function difference(
  { from, to }: z.output<typeof MovedCheck>,
  before: AttachedFact | undefined,
  here: NetworkInterface | undefined,
): string {
  const onTo = here ? `${identity(here)} is on ${to}.` : `Nothing but its primary interface is on ${to}.`;
  if (!before) return `${onTo} Nothing but its primary interface has been on ${from} yet.`;
  const onFrom = `${before.interface} was on ${from} with ${before.address} and ${before.mac}.`;
  if (!here) return `${onTo} ${onFrom}`;
  const same = (a: string, b: string) => (a === b ? 'the same' : 'another');
  const compared = `The address is ${same(before.address, primaryAddressOf(here))}, the MAC is ${same(before.mac, here.MacAddress)}.`;
  return `${onTo} ${onFrom} ${compared}`;
}

const identity = (eni: NetworkInterface): string =>
  `${labelOf(eni.NetworkInterfaceId, eni.TagSet)} with ${primaryAddressOf(eni)} and ${eni.MacAddress}`;
