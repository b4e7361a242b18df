import { blockText, parseBlock } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
import { list, required, string, structure } from '../shapes';
import { prefixListErrors } from './errors';
import type { PrefixListEntry } from './prefix-list';

export const addedEntries = list(structure({ Cidr: required(string), Description: string }));
export const removedEntries = list(structure({ Cidr: required(string) }));

interface GivenEntry {
  Cidr: string;
  Description?: string | undefined;
}

/** Names of AWS's own lists, which nobody else may use; the dot belongs to each. */
const reserved = /^com\.(amazonaws|amazon|aws)\./;

export function checkName(name: string): void {
  if (name.length > 255) throw prefixListErrors.nameLength();
  if (reserved.test(name)) throw prefixListErrors.reservedName();
}

/** Refuses a size that no list may have. */
export function checkMaxEntries(given: number, most: number): void {
  if (given < 1 || given > most) throw prefixListErrors.maxEntries(most);
}

/** The entries as they are kept, blocks in canonical form (Assumed: AWS clears host bits here as elsewhere). */
export function checkEntries(given: readonly GivenEntry[], family: string): PrefixListEntry[] {
  const entries = given.map(({ Cidr, Description }) => {
    if (Description !== undefined && Description.length > 255) throw prefixListErrors.descriptionLength();
    return { Cidr: canonical(Cidr, family), ...(Description && { Description }) };
  });
  const seen = new Set<string>();
  for (const { Cidr } of entries) {
    if (seen.has(Cidr)) throw prefixListErrors.entryTwice(Cidr);
    seen.add(Cidr);
  }
  return entries;
}

function canonical(cidr: string, family: string): string {
  const block = parseBlock(cidr);
  const block6 = parseBlock6(cidr);
  if (!block && !block6) throw prefixListErrors.cidr(cidr);
  if (family === 'IPv4' ? !block : !block6) throw prefixListErrors.otherFamily(cidr, family);
  return block ? blockText(block) : block6 ? block6Text(block6) : cidr;
}
