import { operation } from '../operation';
import { required, string } from '../shapes';
import { startTimer } from '../timer';
import type { World } from '../world';
import { describePrefixList, getChangeable } from './prefix-list';
import { referencesTo } from './references';

/**
 * DeleteManagedPrefixList: `delete-in-progress`, then gone; where a rule or a route names the list it is `delete-failed` and
 * stays.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteManagedPrefixList.html; the state `delete-failed`
 * is what users met whose list was still in use.
 */
export const deleteManagedPrefixList = operation({
  name: 'DeleteManagedPrefixList',
  input: { PrefixListId: required(string) },
  run(world, { PrefixListId }) {
    const list = getChangeable(world, PrefixListId);
    const change = { kind: 'delete' as const, settlesAt: startTimer(world, 'prefix-list-deleted', PrefixListId) };
    return { PrefixList: describePrefixList(world, world.prefixLists.replace({ ...list, change }), false) };
  },
});

/** The end of a deletion: the list is no more, or stays because something names it. */
export function prefixListDeleted(world: World, prefixListId: string): void {
  const list = world.prefixLists.get(prefixListId);
  const users = referencesTo(world, prefixListId);
  if (!list || users.length === 0) {
    world.prefixLists.remove(prefixListId);
    return;
  }
  // Assumed: the sentence.
  const failure = `The prefix list is referenced by the following resources: ${users.slice(0, 10).join(', ')}`;
  world.prefixLists.replace({ ...list, change: { ...list.change, failure } });
}
