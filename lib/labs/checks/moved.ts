import { z } from 'zod';
import {
  interfacesOf,
  type NetworkInterface,
  primaryAddressOf,
} from '@/lib/engine/network-interface/network-interface';
import type { AttachedFact, KeptFact } from '../facts';
import { attachmentOf, instancesNamed, labelOf } from '../names';
import type { Moment } from '../replay';
import type { Verdict } from './verdict';

/**
 * An interface is on the instance named `to`, and has the private address and the MAC address with which it was on
 * the one named `from` earlier on this path. Primary interfaces count only where `deviceIndex: 0` is asked for, and
 * then no others do: such a one was set to outlive the first instance, or launched with it on this path.
 */
export const MovedCheck = z.strictObject({ from: z.string(), to: z.string(), deviceIndex: z.literal(0).optional() });
type Want = z.output<typeof MovedCheck>;

export function checkMoved(want: Want, { world, facts }: Moment): Verdict {
  const { from, to } = want;
  const counts = (deviceIndex: number) => (deviceIndex === 0) === (want.deviceIndex === 0);
  const before = [...facts.of('attached'), ...facts.of('kept')].filter(
    (fact) => fact.name === from && counts(fact.deviceIndex),
  );
  const here = instancesNamed(world, to)
    .flatMap((instance) => interfacesOf(world, instance.InstanceId))
    .filter((eni) => {
      const attachment = attachmentOf(eni);
      return attachment !== undefined && counts(attachment.DeviceIndex);
    });
  for (const eni of here) {
    const same = before.find((fact) => fact.mac === eni.MacAddress && fact.address === primaryAddressOf(eni));
    if (same) return { passed: true, found: `${identity(eni)} is on ${to}, as it was on ${from}.` };
  }
  return { passed: false, found: difference(want, before.at(-1), here.at(-1)) };
}

function difference(
  { from, to, deviceIndex }: Want,
  before: AttachedFact | KeptFact | undefined,
  here: NetworkInterface | undefined,
): string {
  const nothingOnTo =
    deviceIndex === 0 ? `There is no instance named ${to}.` : `Nothing but its primary interface is on ${to}.`;
  const nothingOnFrom =
    deviceIndex === 0
      ? `No primary interface has been set to outlive ${from} yet.`
      : `Nothing but its primary interface has been on ${from} yet.`;
  const onTo = here ? `${identity(here)} is on ${to}.` : nothingOnTo;
  if (!before) return `${onTo} ${nothingOnFrom}`;
  const onFrom = `${before.interface} was on ${from} with ${before.address} and ${before.mac}.`;
  if (!here) return `${onTo} ${onFrom}`;
  const same = (a: string, b: string) => (a === b ? 'the same' : 'another');
  const compared = `The address is ${same(before.address, primaryAddressOf(here))}, the MAC is ${same(before.mac, here.MacAddress)}.`;
  return `${onTo} ${onFrom} ${compared}`;
}

const identity = (eni: NetworkInterface): string =>
  `${labelOf(eni.NetworkInterfaceId, eni.TagSet)} with ${primaryAddressOf(eni)} and ${eni.MacAddress}`;
