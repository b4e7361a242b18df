import { z } from 'zod';
import { instanceState } from '@/lib/engine/instance/instance';
import { interfacesOf } from '@/lib/engine/network-interface/network-interface';
import { attachmentOf, instancesNamed } from '../names';
import type { Moment } from '../replay';
import { anyOf, type Verdict, wants } from './verdict';

/** An instance of that name is so. */
export const InstanceCheck = z.strictObject({
  name: z.string(),
  state: z.enum(['pending', 'running', 'stopping', 'stopped']).optional(),
  type: z.string().optional(),
  /** How many interfaces it has, the primary one included. */
  interfaces: z.int().optional(),
});

export function checkInstance(want: z.output<typeof InstanceCheck>, { world }: Moment): Verdict {
  const candidates = instancesNamed(world, want.name).map((instance) => {
    const state = instanceState(world, instance);
    const interfaces = interfacesOf(world, instance.InstanceId).filter(attachmentOf).length;
    return {
      label: want.name,
      conditions: [
        ...wants<string>(want.state, state, `is ${state}`),
        ...wants(want.type, instance.InstanceType, `is a ${instance.InstanceType}`),
        ...wants(want.interfaces, interfaces, `has ${interfaces} ${interfaces === 1 ? 'interface' : 'interfaces'}`),
      ],
    };
  });
  return anyOf(candidates, `There is no instance named ${want.name}.`);
}
