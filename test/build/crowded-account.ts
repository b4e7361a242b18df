import { execute } from '@/lib/engine/execute';
import { mix } from '@/lib/engine/ids';
import { operations } from '@/lib/engine/operations';
import { setTime, type World } from '@/lib/engine/world';
import { Choices } from './choices';
import { furnishedAccount } from './random-calls';
import { inputs } from './random-inputs';

const makers = operations
  .map(({ name }) => name)
  .filter((name) => /^(Create|Run|Allocate|Authorize|Assign)/.test(name));

/** The numbers of one attempt at an operation, the same on every machine. */
export const choicesFor = (operation: string, attempt: number): Choices =>
  new Choices(Array.from({ length: 12 }, (_, index) => mix(`${operation}/${attempt}`, index) & 0xffff));

/** An account with several of everything that can be made, for answers of more than one page. */
export function crowdedAccount(): World {
  const world = furnishedAccount(true);
  const many = Object.fromEntries(Object.keys(world.quotas).map((name) => [name, 200]));
  world.quotas = { ...world.quotas, ...many };
  for (let attempt = 0; attempt < 16; attempt += 1) {
    for (const operation of makers) {
      const input = inputs[operation];
      if (!input) continue;
      setTime(world, world.now + 1000);
      execute(world, { operation, input: input(choicesFor(operation, attempt), world) });
    }
  }
  return world;
}
