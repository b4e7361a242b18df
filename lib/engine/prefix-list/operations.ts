import type { Operation } from '../operation';
import { createManagedPrefixList } from './create-managed-prefix-list';
import { deleteManagedPrefixList } from './delete-managed-prefix-list';
import { describeManagedPrefixLists } from './describe-managed-prefix-lists';
import { describePrefixLists } from './describe-prefix-lists';
import { getManagedPrefixListAssociations } from './get-managed-prefix-list-associations';
import { getManagedPrefixListEntries } from './get-managed-prefix-list-entries';
import { modifyManagedPrefixList } from './modify-managed-prefix-list';
import { restoreManagedPrefixListVersion } from './restore-managed-prefix-list-version';

export const prefixListOperations: readonly Operation[] = [
  createManagedPrefixList,
  deleteManagedPrefixList,
  describeManagedPrefixLists,
  describePrefixLists,
  getManagedPrefixListAssociations,
  getManagedPrefixListEntries,
  modifyManagedPrefixList,
  restoreManagedPrefixListVersion,
];
