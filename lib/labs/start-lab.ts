import { createAccount } from '@/lib/engine/create-account';
import type { World } from '@/lib/engine/world';
import type { ShellState } from '@/lib/shell/line';
import { newShell } from '@/lib/shell/shell-state';
import type { Lab } from './lab';
import { runScript } from './script';
import { placeServiceInterfaces } from './service-interfaces';

/**
 * A lab's start state: a fresh account in which the lab's start script ran, with what services have there. The learner's shell is
 * a new one; the script's variables are not left in it, but for `keepShell`: then it is the script's own. `now` in ms since 1970
 * UTC. Throws when a line of the script fails.
 */
export async function startLab(
  lab: Pick<Lab, 'slug' | 'region' | 'start' | 'serviceInterfaces' | 'surroundings'>,
  { seed, now, keepShell }: { seed: string; now: number; keepShell?: boolean },
): Promise<{ world: World; shell: ShellState }> {
  const { region, surroundings } = lab;
  const world = createAccount({ seed, now, ...(region && { region }), ...(surroundings && { surroundings }) });
  const shell = await runScript(world, newShell(), { name: `${lab.slug}/start.sh`, text: lab.start });
  placeServiceInterfaces(world, lab.serviceInterfaces ?? []);
  return { world, shell: keepShell ? shell : newShell() };
}
