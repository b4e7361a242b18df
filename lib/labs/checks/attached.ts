import { z } from 'zod';
import { labelOf, subnetLabel } from '../names';
import type { Moment } from '../replay';
import { anyOf, type Verdict, wants } from './verdict';

/**
 * On this path an interface was attached to the instance of that name; it may have left since. Primary interfaces
 * count only where `deviceIndex: 0` is asked for.
 */
export const AttachedCheck = z.strictObject({
  instance: z.string(),
  deviceIndex: z.int().optional(),
  /** Name of the interface's subnet. */
  subnet: z.string().optional(),
});

export function checkAttached(want: z.output<typeof AttachedCheck>, { world, facts }: Moment): Verdict {
  const candidates = facts
    .of('attached')
    .filter((fact) => want.deviceIndex === 0 || fact.deviceIndex !== 0)
    .map((fact) => {
      const subnet = subnetLabel(world, fact.subnet);
      return {
        label: labelOf(fact.interface, world.networkInterfaces.get(fact.interface)?.TagSet),
        conditions: [
          ...wants(want.instance, fact.name, `was attached to ${fact.name ?? fact.instance}`),
          ...wants(want.deviceIndex, fact.deviceIndex, `had device index ${fact.deviceIndex}`),
          ...wants(want.subnet, subnet, `is in ${subnet}`),
        ],
      };
    });
  return anyOf(candidates, `Nothing but its primary interface has been attached to ${want.instance} yet.`);
}
