import { once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { integer, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { settleMs } from './change';
import { addedEntries, checkEntries, checkMaxEntries, checkName } from './entries';
import { prefixListErrors } from './errors';
import { describePrefixList } from './prefix-list';

/**
 * CreateManagedPrefixList: a named list of blocks, `create-in-progress` for a moment.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateManagedPrefixList.html
 * Not modelled: sharing, lists that IPAM keeps.
 */
export const createManagedPrefixList = operation({
  name: 'CreateManagedPrefixList',
  input: {
    PrefixListName: required(string),
    Entries: addedEntries,
    MaxEntries: required(integer),
    TagSpecifications: tagSpecifications,
    AddressFamily: required(string),
    ClientToken: string,
  },
  run(world, input) {
    const { PrefixListName, Entries = [], MaxEntries, AddressFamily } = input;
    checkName(PrefixListName);
    if (AddressFamily !== 'IPv4' && AddressFamily !== 'IPv6') throw prefixListErrors.addressFamily(AddressFamily);
    checkMaxEntries(MaxEntries, world.quotas.entriesPerPrefixList);
    if (Entries.length > 100) throw prefixListErrors.entriesPerRequest();
    const entries = checkEntries(Entries, AddressFamily);
    if (entries.length > MaxEntries) throw prefixListErrors.tooManyEntries(MaxEntries);
    const Tags = tagsFor(world, input.TagSpecifications, 'prefix-list');
    const [id = ''] = once(world, 'CreateManagedPrefixList', input, () => {
      if (world.prefixLists.size >= world.quotas.prefixListsPerRegion) throw prefixListErrors.limit();
      const list = world.prefixLists.insert({
        creation: nextSequence(world),
        PrefixListId: newId(world, 'prefixList'),
        PrefixListName,
        AddressFamily,
        MaxEntries,
        versions: [{ Version: 1, entries }],
        change: { kind: 'create', settlesAt: world.now + settleMs },
        Tags,
      });
      return [list.PrefixListId];
    });
    return { PrefixList: describePrefixList(world, stillThere(world.prefixLists.get(id))) };
  },
});
