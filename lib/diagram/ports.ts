import { limitsOf } from '@/lib/engine/instance-type/instance-type-limits';
import type { World } from '@/lib/engine/world';

/** The most interfaces of each instance type that the world has, as `topology` takes them. */
export function portsOf(world: World): Record<string, number> {
  const types = new Set(world.instances.list().map((instance) => instance.InstanceType));
  return Object.fromEntries([...types].map((type) => [type, limitsOf(type).maxNetworkInterfaces]));
}
