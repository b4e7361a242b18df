import { operation } from '../operation';
import { integer, required, string } from '../shapes';
import { addVersion } from './change';
import { prefixListErrors } from './errors';
import { describePrefixList, getChangeable, newestVersion } from './prefix-list';

/**
 * RestoreManagedPrefixListVersion: a new version with the entries of an old one.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreManagedPrefixListVersion.html
 */
export const restoreManagedPrefixListVersion = operation({
  name: 'RestoreManagedPrefixListVersion',
  input: { PrefixListId: required(string), PreviousVersion: required(integer), CurrentVersion: required(integer) },
  run(world, { PrefixListId, PreviousVersion, CurrentVersion }) {
    if (PreviousVersion < 1 || CurrentVersion < 1) throw prefixListErrors.versionTooSmall();
    const list = getChangeable(world, PrefixListId);
    if (CurrentVersion !== newestVersion(list)) throw prefixListErrors.versionMismatch();
    const old = list.versions.find(({ Version }) => Version === PreviousVersion);
    if (!old) throw prefixListErrors.noVersion(PreviousVersion);
    if (old.entries.length > list.MaxEntries) throw prefixListErrors.tooManyEntries(list.MaxEntries);
    return { PrefixList: describePrefixList(world, addVersion(world, list, 'restore', old.entries), false) };
  },
});
